// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "heartbeat.h"

#include <algorithm>

namespace weir {

Heartbeat::Heartbeat(qint64 interval, qint64 timeout, QObject *parent)
    : QObject(parent)
    , m_timeout(timeout)
    , m_interval(this)
    , m_deadline(this)
{
    m_interval.setInterval(int(interval));
    m_deadline.setSingleShot(true);
    connect(&m_interval, &QTimer::timeout, this, &Heartbeat::due);
    connect(&m_deadline, &QTimer::timeout, this, &Heartbeat::missed);
}

void Heartbeat::start()
{
    if (m_interval.interval() > 0)
        m_interval.start();
}

void Heartbeat::stop()
{
    m_interval.stop();
    m_deadline.stop();
}

void Heartbeat::forget()
{
    stop();
    m_pings.clear();
}

QByteArray Heartbeat::nextPayload()
{
    return "weir " + QByteArray::number(++m_count);
}

void Heartbeat::sent(Ping ping)
{
    m_pings.push_back(std::move(ping));
    if (m_pings.size() > mostPings)
        m_pings.pop_front();
    if (m_timeout > 0 && m_interval.isActive() && !m_deadline.isActive())
        m_deadline.start(int(m_timeout));
}

std::optional<Heartbeat::Ping> Heartbeat::answered(const QByteArray &payload)
{
    m_deadline.stop();
    const auto found = std::find_if(m_pings.rbegin(), m_pings.rend(),
                                    [&payload](const Ping &ping) { return ping.payload == payload; });
    if (found == m_pings.rend())
        return std::nullopt;
    Ping ping = *found;
    m_pings.erase(m_pings.begin(), found.base());
    return ping;
}

} // namespace weir
