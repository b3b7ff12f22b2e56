// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "calltimer.h"
#include "rpcjournal.h"
#include "rpcsettings.h"

#include "websocket/websocketclient.h"

namespace weir {

// JSON-RPC over a WebSocket that is kept: what goes over it becomes rows of kind rpc.* and none of ws.*. A
// call waits in the outbox as long as the line is down; one that was sent when it breaks has no answer.
class RpcWebSocketClient final : public WebSocketClient
{
    Q_OBJECT

public:
    RpcWebSocketClient(const RpcSettings &settings, quint32 connection, EventSink &sink,
                       std::shared_ptr<Outbox> outbox, std::function<double()> random = {});
    ~RpcWebSocketClient() override;
    Q_DISABLE_COPY_MOVE(RpcWebSocketClient)

    RpcStatus rpcStatus() const; // any thread
    // On the client's thread.
    void cancel(const QByteArray &id, qint64 time); // as RpcJournal has it
    void setAnswers(const std::vector<RpcAnswerRule> &rules) { m_rules = rules; }

private:
    quint64 record(const EventBatch::Record &head, QByteArrayView name, const QByteArray &payload) override;
    void leave() override;
    void share() override;
    void landAnswered(const RpcMessage &answer);

    const std::shared_ptr<Outbox> m_outbox;
    std::vector<RpcAnswerRule> m_rules;
    RpcJournal m_journal;
    StatusCell<RpcCounts> m_cell;
    CallTimer m_timer;
};

} // namespace weir
