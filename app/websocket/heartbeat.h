// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <deque>
#include <optional>

namespace weir {

// When to ping, and how long the answers took. Lives on the thread of its client.
class Heartbeat final : public QObject
{
    Q_OBJECT

public:
    struct Ping
    {
        QByteArray payload;
        quint64 number = 0; // of its row
        qint64 sentAt = 0; // UTC microseconds
    };

    // Milliseconds; 0: never.
    Heartbeat(qint64 interval, qint64 timeout, QObject *parent);
    Q_DISABLE_COPY_MOVE(Heartbeat)

    void start();
    void stop(); // no answer is missed from now on
    void forget(); // the pings of a line that is gone

    QByteArray nextPayload(); // that of no ping before
    void sent(Ping ping);
    // The ping that this answers (RFC 6455 5.5.3: the newest one counts for those before it, too).
    std::optional<Ping> answered(const QByteArray &payload);

Q_SIGNALS:
    void due();
    void missed(); // nothing answered in time

private:
    static constexpr size_t mostPings = 64;

    const qint64 m_timeout;
    QTimer m_interval;
    QTimer m_deadline;
    std::deque<Ping> m_pings;
    quint64 m_count = 0;
};

} // namespace weir
