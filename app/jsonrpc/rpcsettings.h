// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "websocket/websocketsettings.h"

#include <vector>

namespace weir {

// How requests of the server are answered without a hand. The first rule that fits counts.
struct RpcAnswerRule
{
    QByteArray method; // UTF-8; "*": any
    bool isError = false;
    QByteArray json; // the result, or the error object

    bool operator==(const RpcAnswerRule &) const = default;
};

// What a JSON-RPC connection is asked, over HTTP (http, https) or WebSocket (ws, wss): the scheme decides.
struct RpcSettings : WebSocketSettings
{
    bool http2 = false;
    qint64 callTimeout = 30000; // ms for the answer to a call; 0: for ever
    std::vector<RpcAnswerRule> answers = {};

    bool isWebSocket() const
    {
        return url.scheme() == QLatin1String("ws") || url.scheme() == QLatin1String("wss");
    }
    bool operator==(const RpcSettings &) const = default;
};

} // namespace weir
