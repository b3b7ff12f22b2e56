// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clientsettings.h"

#include "jsonrpc/rpchttpclient.h"
#include "jsonrpc/rpcwebsocketclient.h"
#include "sse/sseclient.h"
#include "websocket/websocketclient.h"

#include <array>

namespace weir {

LineSettings &lineOf(ClientSettings &settings)
{
    return std::visit([](auto &one) -> LineSettings & { return one; }, settings);
}

const LineSettings &lineOf(const ClientSettings &settings)
{
    return std::visit([](const auto &one) -> const LineSettings & { return one; }, settings);
}

Protocol protocolOf(const ClientSettings &settings)
{
    constexpr std::array protocols{Protocol::Sse, Protocol::WebSocket, Protocol::JsonRpc};
    return protocols[settings.index()];
}

Expected<void> validate(const ClientSettings &settings)
{
    if (const auto *rpc = std::get_if<RpcSettings>(&settings))
        return rpc->isWebSocket() ? WebSocketClient::validate(*rpc) : RpcHttpClient::validate(*rpc);
    if (const auto *webSocket = std::get_if<WebSocketSettings>(&settings))
        return WebSocketClient::validate(*webSocket);
    return SseClient::validate(std::get<SseSettings>(settings));
}

std::unique_ptr<LineClient> makeClient(const ClientSettings &settings, quint32 connection, EventSink &sink,
                                       const std::shared_ptr<Outbox> &outbox)
{
    if (const auto *rpc = std::get_if<RpcSettings>(&settings)) {
        if (rpc->isWebSocket())
            return std::make_unique<RpcWebSocketClient>(*rpc, connection, sink, outbox);
        return std::make_unique<RpcHttpClient>(*rpc, connection, sink, outbox);
    }
    if (const auto *webSocket = std::get_if<WebSocketSettings>(&settings))
        return std::make_unique<WebSocketClient>(*webSocket, connection, sink, outbox);
    return std::make_unique<SseClient>(std::get<SseSettings>(settings), connection, sink);
}

} // namespace weir
