// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rpcmessage.h"
#include "rpcstatus.h"

#include "http/linelog.h"

#include <QHash>

#include <deque>
#include <map>
#include <set>
#include <utility>

namespace weir {

// Which answer belongs to which call: makes rows of the messages of one connection, and tells what is wrong
// with them. A call is forgotten before its answer is told. No clock: times come from outside.
class RpcJournal final
{
public:
    // `timeout` in ms, 0: calls wait for ever.
    RpcJournal(LineLog &log, qint64 timeout)
        : m_log(log)
        , m_timeout(timeout)
    {
    }
    Q_DISABLE_COPY_MOVE(RpcJournal)

    // One message or batch that went out at `time` (UTC, microseconds). What is said about it later refers
    // to the number that this returns: of the row of the whole.
    quint64 sent(QByteArrayView text, qint64 time);
    // One that came. `exchange`: sent()'s number of what it belongs to where the transport knows, else 0;
    // Whole: it is all that answers it. Returns the requests in it, which wait for our answer.
    enum class Part { Whole, OneOfMany };
    std::vector<RpcMessage> received(const RpcDocument &document, QByteArrayView text, qint64 time,
                                     quint64 exchange = 0, Part part = Part::Whole);
    std::vector<RpcMessage> received(QByteArrayView text, qint64 time, quint64 exchange = 0)
    {
        return received(parseRpc(text), text, time, exchange);
    }

    // No answer will come: to any call, or to those of one exchange. A row each, a batch has one for all its
    // members.
    void giveUp(QByteArrayView why, const QString &sentence);
    void giveUpAsked(QByteArrayView why, const QString &sentence); // what the server asked
    void giveUp(quint64 exchange, QByteArrayView why, const QString &sentence);
    // By hand: the call with this id (raw JSON) that went out at `time`. Returns the exchange it belongs to,
    // 0: there is none.
    quint64 cancel(const QByteArray &id, qint64 time);
    void expire(qint64 now); // those whose time is over
    qint64 nextDeadline() const; // UTC, microseconds; 0: none

    bool isWaitingFor(const QByteArray &id) const { return find(id, 0) != m_calls.end(); }
    bool isPending(quint64 exchange) const { return firstOf(exchange) != m_calls.end(); }
    QByteArrayList pendingIds(quint64 exchange) const; // raw
    const RpcCounts &counts() const { return m_counts; }

private:
    struct Call
    {
        QByteArray id; // raw
        QByteArray method;
        quint64 number = 0;
        quint64 exchange = 0; // the number of its batch, or its own
        qint64 sentAt = 0;
    };
    // By number, so that the oldest come first, and those of a batch together.
    using Calls = std::map<quint64, Call>;
    struct Ended
    {
        Call call;
        bool isAnswered = false; // else it was given up
    };

    quint64 addOut(const RpcMessage &message, qint64 time, quint64 batch);
    void addIn(const RpcMessage &message, qint64 time, quint64 exchange, Part part);
    void addAnswer(const RpcMessage &message, qint64 time, quint64 exchange, Part part);
    void addStray(const RpcMessage &message, qint64 time, quint64 exchange);
    quint64 invalidRef(const RpcMessage &message, quint64 exchange, Part part);
    Calls::const_iterator findIn(const QByteArray &id, quint64 exchange, Part part) const;
    void addFailure(const Call &call, QByteArrayView why, const QString &sentence);
    Calls::const_iterator firstOf(quint64 exchange) const;
    Calls::const_iterator find(const QByteArray &id, quint64 exchange) const;
    Calls::const_iterator onlyOf(quint64 exchange) const; // where it is no batch
    Call take(Calls::const_iterator call, bool isAnswered);
    quint64 batchOf(const RpcDocument &document) const;
    quint64 row(Kind kind, Direction direction, qint64 time, quint64 ref, const RpcMessage &message,
                QByteArrayView name);

    LineLog &m_log;
    const qint64 m_timeout;
    Calls m_calls; // that wait
    // Their keys. Ids can be used twice, by a person who wants to see what happens.
    std::set<std::pair<QByteArray, quint64>> m_keys;
    QHash<QByteArray, Ended> m_ended; // the last call of each key
    std::deque<QByteArray> m_endedOrder;
    QHash<QByteArray, Call> m_asked; // by the server, and not answered yet
    RpcCounts m_counts;
    bool m_hasNotified = false;
};

} // namespace weir
