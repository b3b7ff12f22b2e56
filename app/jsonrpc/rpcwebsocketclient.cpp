// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpcwebsocketclient.h"

#include "rpcanswer.h"

#include "base/clock.h"

#include <algorithm>
#include <utility>

namespace weir {

RpcWebSocketClient::RpcWebSocketClient(const RpcSettings &settings, quint32 connection, EventSink &sink,
                                       std::shared_ptr<Outbox> outbox, std::function<double()> random)
    : WebSocketClient(settings, connection, sink, outbox, std::move(random))
    , m_outbox(std::move(outbox))
    , m_rules(settings.answers)
    , m_journal(log, settings.callTimeout)
    , m_timer(m_journal, this)
{
    connect(&m_timer, &CallTimer::expired, this, &RpcWebSocketClient::publish);
}

RpcWebSocketClient::~RpcWebSocketClient() = default;

RpcStatus RpcWebSocketClient::rpcStatus() const
{
    const WebSocketStatus socket = status().get();
    return {socket, m_cell.get(), socket.queuedMessages};
}

void RpcWebSocketClient::cancel(const QByteArray &id, qint64 time)
{
    m_journal.cancel(id, time);
    publish();
}

quint64 RpcWebSocketClient::record(const EventBatch::Record &head, QByteArrayView, const QByteArray &payload)
{
    if (head.kind != Kind::WsText && head.kind != Kind::WsBinary)
        return 0;
    const qint64 time = head.time ? head.time : nowMicroseconds();
    if (head.direction == Direction::Out) {
        m_journal.sent(payload, time);
        m_timer.watch();
        return 0;
    }
    const RpcDocument document = parseRpc(payload);
    for (const RpcMessage &message : document.messages)
        landAnswered(message);
    const auto asked = m_journal.received(document, payload, time);
    const QByteArray answer = ruledAnswer(asked, document.isBatch, m_rules);
    if (answer.isEmpty())
        return 0;
    (void)m_outbox->push(Kind::WsText, answer); // a peer that asks and does not read gets none
    QTimer::singleShot(0, this, [this] { sendQueued(); });
    return 0;
}

// What is answered is out, whatever TLS still has of what was written behind it.
void RpcWebSocketClient::landAnswered(const RpcMessage &answer)
{
    if (!answer.isAnswer() || !hasFlight() || m_journal.isWaitingFor(answer.id))
        return;
    landThrough([key = rpcIdKey(answer.id)](const QByteArray &sent) {
        const RpcDocument calls = parseRpc(sent);
        return std::any_of(calls.messages.begin(), calls.messages.end(),
                           [&](const RpcMessage &call) { return rpcIdKey(call.id) == key; });
    });
}

void RpcWebSocketClient::leave()
{
    m_journal.giveUp("lost", tr("The line ended before the answer came."));
    m_journal.giveUpAsked("lost", tr("The line ended before it was answered."));
    m_timer.stop();
    WebSocketClient::leave();
}

void RpcWebSocketClient::share()
{
    m_cell.set(m_journal.counts());
    WebSocketClient::share();
}

} // namespace weir
