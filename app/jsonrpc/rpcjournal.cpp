// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpcjournal.h"

#include "http/lineclient.h"

#include <QCoreApplication>

#include <utility>

namespace weir {

namespace {
constexpr size_t endedLimit = 65'536; // calls whose second or late answer is known as one
constexpr qsizetype askedLimit = 4096; // requests of the server that nobody answers
constexpr qsizetype namedIds = 20; // in a sentence

struct JournalWords
{
    Q_DECLARE_TR_FUNCTIONS(RpcJournal)
};

template <typename Call> QString shown(const Call &call)
{
    return JournalWords::tr("%1 (id %2)").arg(QString::fromUtf8(call.method), QString::fromUtf8(call.id));
}

QString listed(const QByteArrayList &ids)
{
    const QString first = QString::fromUtf8(ids.mid(0, namedIds).join(", "));
    return ids.size() > namedIds ? JournalWords::tr("%1 and %2 more").arg(first).arg(ids.size() - namedIds)
                                 : first;
}
}

quint64 RpcJournal::row(Kind kind, Direction direction, qint64 time, quint64 ref, const RpcMessage &message,
                        QByteArrayView name)
{
    return m_log.addNumbered({.time = time, .ref = ref, .kind = kind, .direction = direction}, name,
                             message.text, message.id);
}

quint64 RpcJournal::sent(QByteArrayView text, qint64 time)
{
    const RpcDocument document = parseRpc(text);
    if (!document.isBatch)
        return addOut(document.messages.front(), time, 0);
    const quint64 batch =
        m_log.addNumbered({.time = time, .kind = Kind::RpcBatch, .direction = Direction::Out}, {}, text);
    for (const RpcMessage &message : document.messages)
        addOut(message, time, batch);
    return batch;
}

quint64 RpcJournal::addOut(const RpcMessage &message, qint64 time, quint64 batch)
{
    const auto add = [&](Kind kind, quint64 ref, QByteArrayView name) {
        return row(kind, Direction::Out, time, ref, message, name);
    };
    if (message.isAnswer() && message.method.isEmpty()) {
        const Call asked = m_asked.take(rpcIdKey(message.id));
        return add(message.error ? Kind::RpcError : Kind::RpcResult, asked.number ? asked.number : batch,
                   asked.method);
    }
    // A wrong request that has an id may be answered like a good one.
    if (message.id.isEmpty()) {
        m_hasNotified = true;
        return message.type == RpcMessage::Type::Notification
            ? add(Kind::RpcNotification, batch, message.method)
            : add(Kind::RpcInvalid, batch, rpcFaultName(message.fault));
    }
    const quint64 number = add(Kind::RpcRequest, batch, message.method);
    m_calls.emplace_hint(m_calls.end(), number,
                         Call{message.id, message.method, number, batch ? batch : number, time});
    m_keys.emplace(rpcIdKey(message.id), number);
    ++m_counts.calls;
    ++m_counts.pending;
    return number;
}

std::vector<RpcMessage> RpcJournal::received(const RpcDocument &document, QByteArrayView text, qint64 time,
                                             quint64 exchange, Part part)
{
    if (document.isBatch)
        m_log.add({.time = time,
                   .ref = exchange ? exchange : batchOf(document),
                   .kind = Kind::RpcBatch,
                   .direction = Direction::In},
                  {}, text);
    std::vector<RpcMessage> asked;
    for (const RpcMessage &message : document.messages) {
        addIn(message, time, exchange, part);
        if (message.type == RpcMessage::Type::Request)
            asked.push_back(message);
    }
    return asked;
}

void RpcJournal::addIn(const RpcMessage &message, qint64 time, quint64 exchange, Part part)
{
    using Type = RpcMessage::Type;
    switch (message.type) {
    case Type::Request: {
        const quint64 number = row(Kind::RpcRequest, Direction::In, time, 0, message, message.method);
        if (m_asked.size() >= askedLimit)
            m_asked.erase(m_asked.constBegin());
        m_asked.insert(rpcIdKey(message.id), {message.id, message.method, number, 0, time});
        return;
    }
    case Type::Notification:
        row(Kind::RpcNotification, Direction::In, time, 0, message, message.method);
        return;
    case Type::Result:
    case Type::Error:
        return addAnswer(message, time, exchange, part);
    case Type::Invalid:
        row(Kind::RpcInvalid, Direction::In, time, invalidRef(message, exchange, part), message,
            rpcFaultName(message.fault));
        return;
    }
}

void RpcJournal::addAnswer(const RpcMessage &message, qint64 time, quint64 exchange, Part part)
{
    auto found = findIn(message.id, exchange, part);
    // 5: an error whose id could not be read has the id null; it is about what was sent.
    if (found == m_calls.end() && message.error && message.id == "null")
        found = onlyOf(exchange);
    if (found == m_calls.end())
        return addStray(message, time, exchange);
    const Call call = take(found, true);
    ++m_counts.answers;
    m_counts.errors += message.error ? 1 : 0;
    row(message.error ? Kind::RpcError : Kind::RpcResult, Direction::In, time, call.number, message,
        call.method);
}

// No call waits for it.
void RpcJournal::addStray(const RpcMessage &message, qint64 time, quint64 exchange)
{
    const auto add = [&](Kind kind, quint64 ref, QByteArrayView name) {
        row(kind, Direction::In, time, ref, message, name);
    };
    const auto ended = m_ended.find(rpcIdKey(message.id));
    if (ended != m_ended.end()) {
        const Call &call = ended->call;
        if (std::exchange(ended->isAnswered, true))
            return add(Kind::RpcInvalid, call.number, rpcFaultName(RpcFault::AnsweredTwice));
        add(message.error ? Kind::RpcError : Kind::RpcResult, call.number, call.method);
        m_log.note(
            "late",
            JournalWords::tr("The answer to %1 came %2 after it was sent; nobody waited for it any more.")
                .arg(shown(call), millisecondsText((time - call.sentAt) / 1000)));
        return;
    }
    if (message.id != "null")
        return add(Kind::RpcInvalid, exchange, rpcFaultName(RpcFault::UnknownId));
    if (message.error)
        return add(Kind::RpcError, exchange, {});
    add(Kind::RpcInvalid, exchange,
        rpcFaultName(m_hasNotified ? RpcFault::AnswersNotification : RpcFault::UnknownId));
}

// The call that it answers all the same: that of its id, or the only one of the exchange.
quint64 RpcJournal::invalidRef(const RpcMessage &message, quint64 exchange, Part part)
{
    if (!message.method.isEmpty() && !message.isAnswer())
        return 0;
    auto found = findIn(message.id, exchange, part);
    if (found == m_calls.end() && part == Part::Whole)
        found = onlyOf(exchange);
    return found == m_calls.end() ? exchange : take(found, true).number;
}

void RpcJournal::giveUp(QByteArrayView why, const QString &sentence)
{
    while (!m_calls.empty())
        giveUp(m_calls.begin()->second.exchange, why, sentence);
}

void RpcJournal::giveUpAsked(QByteArrayView why, const QString &sentence)
{
    for (const Call &asked : std::exchange(m_asked, {}))
        addFailure(asked, why, sentence);
}

void RpcJournal::giveUp(quint64 exchange, QByteArrayView why, const QString &sentence)
{
    const QByteArrayList ids = pendingIds(exchange);
    if (ids.isEmpty())
        return;
    const auto only = onlyOf(exchange);
    if (only != m_calls.end())
        return addFailure(take(only, false), why, sentence);
    while (isPending(exchange))
        take(firstOf(exchange), false);
    const QString whole =
        JournalWords::tr("%1 Calls of this batch without an answer: %2.").arg(sentence, listed(ids));
    m_log.add({.ref = exchange, .kind = Kind::Error, .direction = Direction::Local}, why, whole.toUtf8());
}

quint64 RpcJournal::cancel(const QByteArray &id, qint64 time)
{
    const QByteArray key = rpcIdKey(id);
    for (auto next = m_keys.lower_bound({key, 0}); next != m_keys.end() && next->first == key; ++next) {
        const auto found = m_calls.find(next->second);
        if (found->second.sentAt != time)
            continue;
        const Call call = take(found, false);
        addFailure(call, "cancelled", JournalWords::tr("%1 was given up by hand.").arg(shown(call)));
        return call.exchange;
    }
    return 0;
}

void RpcJournal::expire(qint64 now)
{
    while (nextDeadline() != 0 && nextDeadline() <= now) {
        const Call call = take(m_calls.begin(), false);
        addFailure(call, "timeout",
                   JournalWords::tr("No answer to %1 in %2.").arg(shown(call), millisecondsText(m_timeout)));
    }
}

qint64 RpcJournal::nextDeadline() const
{
    return m_timeout == 0 || m_calls.empty() ? 0 : m_calls.begin()->second.sentAt + m_timeout * 1000;
}

QByteArrayList RpcJournal::pendingIds(quint64 exchange) const
{
    QByteArrayList ids;
    for (auto call = firstOf(exchange); call != m_calls.end() && call->second.exchange == exchange; ++call)
        ids.append(call->second.id);
    return ids;
}

void RpcJournal::addFailure(const Call &call, QByteArrayView why, const QString &sentence)
{
    m_log.add({.ref = call.number, .kind = Kind::Error, .direction = Direction::Local}, why,
              sentence.toUtf8(), call.id);
}

RpcJournal::Calls::const_iterator RpcJournal::firstOf(quint64 exchange) const
{
    const auto first = m_calls.lower_bound(exchange);
    return first != m_calls.end() && first->second.exchange == exchange ? first : m_calls.end();
}

// The oldest call with this id, in the exchange that it answers where that is known.
RpcJournal::Calls::const_iterator RpcJournal::find(const QByteArray &id, quint64 exchange) const
{
    const QByteArray key = rpcIdKey(id);
    const auto found = m_keys.lower_bound({key, exchange});
    if (key.isEmpty() || found == m_keys.end() || found->first != key)
        return m_calls.end();
    const auto call = m_calls.find(found->second);
    return exchange == 0 || call->second.exchange == exchange ? call : m_calls.end();
}

// What comes in a stream may answer a call of another exchange.
RpcJournal::Calls::const_iterator RpcJournal::findIn(const QByteArray &id, quint64 exchange, Part part) const
{
    const auto found = find(id, exchange);
    return found == m_calls.end() && part == Part::OneOfMany ? find(id, 0) : found;
}

RpcJournal::Calls::const_iterator RpcJournal::onlyOf(quint64 exchange) const
{
    return exchange == 0 ? m_calls.end() : m_calls.find(exchange);
}

RpcJournal::Call RpcJournal::take(Calls::const_iterator found, bool isAnswered)
{
    Call call = found->second;
    const QByteArray key = rpcIdKey(call.id);
    m_keys.erase({key, call.number});
    m_calls.erase(found);
    --m_counts.pending;
    if (!m_ended.contains(key))
        m_endedOrder.push_back(key);
    m_ended.insert(key, {call, isAnswered});
    if (m_endedOrder.size() > endedLimit) {
        m_ended.remove(m_endedOrder.front());
        m_endedOrder.pop_front();
    }
    return call;
}

// The batch that an answer in this one belongs to: a batch is answered by a batch.
quint64 RpcJournal::batchOf(const RpcDocument &document) const
{
    for (const RpcMessage &message : document.messages) {
        const auto found = message.isAnswer() ? find(message.id, 0) : m_calls.end();
        if (found != m_calls.end() && found->second.exchange != found->first)
            return found->second.exchange;
    }
    return 0;
}

} // namespace weir
