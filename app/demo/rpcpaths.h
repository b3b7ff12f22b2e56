// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "handshake.h"
#include "rpcconversation.h"

namespace weir {

class WebSocketLine;

// JSON-RPC over HTTP: one POST is one request or batch. What the server says before it answers goes with the
// answer into an event stream, where the client takes one. Its own answers to the server get 202.
class RpcPostHandler final : public DemoHandler
{
public:
    explicit RpcPostHandler(DemoRpcMethods methods)
        : m_methods(std::move(methods))
    {
    }
    void handle(const DemoRequest &request, QTcpSocket &socket) override;

private:
    DemoRpcMethods m_methods;
    std::shared_ptr<RpcQuestions> m_questions = std::make_shared<RpcQuestions>();
};

// Whether it is a POST; what is none gets its answer here.
bool isPost(const DemoRequest &request, QTcpSocket &socket);

// The same methods on a WebSocket, a message each.
Conversation rpcOverWebSocket(const DemoRpcMethods &methods);

void addRpc(DemoRouter &router);
void addBadRpc(DemoRouter &router);

} // namespace weir
