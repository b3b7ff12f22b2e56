// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "functionhandler.h"

#include <functional>
#include <optional>

namespace weir {

class WebSocketLine;

// The head of a request as it stands on the wire, through its empty line; nothing where it is not one.
std::optional<DemoRequest> parsedHead(QByteArrayView head);
// RFC 6455 4.2.1: whether this opens a WebSocket, well or not.
bool asksForWebSocket(const DemoRequest &request);
// RFC 6455 4.2.2
QByteArray acceptKey(const QByteArray &key);

// Where an answer is to differ from what is right.
struct HandshakeAnswer
{
    QByteArray accept; // empty: the right one
    QByteArray subprotocol; // empty: the first that the client asks for and the server knows
};
// Says 101 and nothing more.
void switchProtocols(const DemoRequest &request, QTcpSocket &socket, const HandshakeAnswer &answer = {});

// A path of WebSockets: answers 426 to a plain request and 400 to a broken one; a good one goes to the
// function.
class UpgradeHandler final : public DemoHandler
{
public:
    explicit UpgradeHandler(FunctionHandler::Function function)
        : m_function(std::move(function))
    {
    }
    void handle(const DemoRequest &request, QTcpSocket &socket) override;

private:
    FunctionHandler::Function m_function;
};

// What talks on an open line.
using Conversation = std::function<void(const DemoRequest &, WebSocketLine &)>;
// The handshake, then the conversation.
FunctionHandler::Function opened(Conversation conversation);

// Adds a path whose example is the path and `query`.
void addWebSocket(DemoRouter &router, const QByteArray &path, const QByteArray &query,
                  FunctionHandler::Function function);

} // namespace weir
