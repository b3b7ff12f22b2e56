// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "event.h"

#include <array>
#include <utility>

namespace weir {

namespace {
constexpr std::array<std::pair<Kind, const char *>, 19> kindNames{{
    {Kind::SseEvent, "sse.event"},
    {Kind::SseComment, "sse.comment"},
    {Kind::SseRetry, "sse.retry"},
    {Kind::WsText, "ws.text"},
    {Kind::WsBinary, "ws.binary"},
    {Kind::WsPing, "ws.ping"},
    {Kind::WsPong, "ws.pong"},
    {Kind::WsClose, "ws.close"},
    {Kind::RpcRequest, "rpc.request"},
    {Kind::RpcNotification, "rpc.notification"},
    {Kind::RpcResult, "rpc.result"},
    {Kind::RpcError, "rpc.error"},
    {Kind::RpcBatch, "rpc.batch"},
    {Kind::RpcInvalid, "rpc.invalid"},
    {Kind::HttpRequest, "http.request"},
    {Kind::HttpResponse, "http.response"},
    {Kind::State, "state"},
    {Kind::Error, "error"},
    {Kind::Note, "note"},
}};
}

Event EventView::toEvent() const
{
    return {seq,   time, connection,         direction,        kind,
            flags, ref,  name.toByteArray(), id.toByteArray(), payload.toByteArray()};
}

QByteArrayView kindName(Kind kind)
{
    for (const auto &[value, name] : kindNames) {
        if (value == kind)
            return name;
    }
    return "unknown";
}

std::optional<Kind> kindFromName(QByteArrayView name)
{
    for (const auto &[value, text] : kindNames) {
        if (name == QByteArrayView(text))
            return value;
    }
    return std::nullopt;
}

QByteArrayView directionName(Direction direction)
{
    switch (direction) {
    case Direction::In:
        return "in";
    case Direction::Out:
        return "out";
    case Direction::Local:
        break;
    }
    return "local";
}

} // namespace weir
