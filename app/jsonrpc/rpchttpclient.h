// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "calltimer.h"
#include "rpcjournal.h"
#include "rpcsettings.h"

#include "http/lineclient.h"
#include "websocket/outbox.h"

#include "base/statuscell.h"

#include <vector>

namespace weir {

class RpcPost;

// JSON-RPC over HTTP: each message of the outbox is a POST, a few of them at a time. Nothing stands between
// calls: the connection is open from start() to stop(), and what fails is a call.
class RpcHttpClient final : public LineClient
{
    Q_OBJECT

public:
    static constexpr size_t lineLimit = 6; // that calls wait on: as many as browsers have
    static constexpr size_t streamLimit = 64; // with those that are streams

    RpcHttpClient(const RpcSettings &settings, quint32 connection, EventSink &sink,
                  std::shared_ptr<Outbox> outbox);
    ~RpcHttpClient() override;
    Q_DISABLE_COPY_MOVE(RpcHttpClient)

    // Any thread.
    static Expected<void> validate(const RpcSettings &settings);
    const StatusCell<RpcStatus> &status() const { return m_cell; }
    LineStatus lineStatus() const override { return m_cell.get(); }

    // On the client's thread.
    void sendQueued();
    void cancel(const QByteArray &id, qint64 time); // as RpcJournal has it
    void setAnswers(const std::vector<RpcAnswerRule> &rules) { m_rules = rules; }

private:
    LineStatus &line() override { return m_status; }
    Expected<void> check() const override { return validate(m_settings); }
    void forget() override { }
    void attempt() override;
    void leave() override;
    void hold() override;
    void resume() override;
    void share() override;

    RpcPost *idlePost(); // null: all are busy
    RpcPost *addPost();
    void answer(const std::vector<RpcMessage> &asked, bool isBatch);
    void dropAbandoned();
    void stopIdlers(); // whose calls nobody waits for any more

    const RpcSettings m_settings;
    std::vector<RpcAnswerRule> m_rules;
    const std::shared_ptr<Outbox> m_outbox;
    RpcStatus m_status;
    StatusCell<RpcStatus> m_cell;
    RpcJournal m_journal;
    std::vector<RpcPost *> m_posts; // children
    CallTimer m_timer;
};

} // namespace weir
