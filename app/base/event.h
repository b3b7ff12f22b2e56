// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <optional>

namespace weir {

enum class Direction : quint8 { In = 0, Out = 1, Local = 2 };

// The numbers are stored in captures: never reuse or reorder them.
enum class Kind : quint8 {
    SseEvent = 1,
    SseComment = 2,
    SseRetry = 3,
    WsText = 8,
    WsBinary = 9,
    WsPing = 10,
    WsPong = 11,
    WsClose = 12,
    RpcRequest = 16,
    RpcNotification = 17,
    RpcResult = 18,
    RpcError = 19,
    RpcBatch = 20,
    RpcInvalid = 21,
    HttpRequest = 24,
    HttpResponse = 25,
    State = 32,
    Error = 33,
    Note = 34,
};
constexpr int KindLimit = 64; // kinds fit a 64-bit mask

enum class Protocol : quint8 { Sse = 1, WebSocket = 2, JsonRpc = 3 };

// Bits of Event::flags, stored in captures.
enum EventFlag : quint16 {
    OwnId = 1, // SSE: the event's own block carried an id field
    Masked = 2, // a secret was masked in this record
    LastRef = 4, // the event this one refers to will not be referred to again
};

// One row of the log; it owns its bytes.
struct Event
{
    quint64 seq = 0; // 1, 2, 3 ... in order of arrival
    qint64 time = 0; // UTC, microseconds since 1970
    quint32 connection = 0;
    Direction direction = Direction::In;
    Kind kind = Kind::Note;
    quint16 flags = 0;
    quint64 ref = 0; // the seq this one answers or belongs to, or 0
    QByteArray name;
    QByteArray id;
    QByteArray payload;

    bool operator==(const Event &) const = default;
};

// A row whose bytes belong to somebody else, for as long as that one says.
struct EventView
{
    quint64 seq = 0;
    qint64 time = 0;
    quint32 connection = 0;
    Direction direction = Direction::In;
    Kind kind = Kind::Note;
    quint16 flags = 0;
    quint64 ref = 0;
    QByteArrayView name;
    QByteArrayView id;
    QByteArrayView payload;

    Event toEvent() const;
};

// What a capture keeps once about each connection.
struct ConnectionInfo
{
    quint32 id = 0; // 1, 2, 3 ... in this capture; 0: the log itself
    Protocol protocol = Protocol::Sse;
    QByteArray name; // UTF-8
    QByteArray url; // secrets masked

    bool operator==(const ConnectionInfo &) const = default;
};

// "sse.event", "in", "SSE": the words of NDJSON and of filters.
QByteArrayView kindName(Kind kind);
std::optional<Kind> kindFromName(QByteArrayView name);
QByteArrayView directionName(Direction direction);
constexpr quint64 kindBit(Kind kind)
{
    return quint64(1) << quint8(kind);
}

} // namespace weir
