// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calltimer.h"

#include "rpcjournal.h"

#include "base/clock.h"

#include <algorithm>

namespace weir {

CallTimer::CallTimer(RpcJournal &journal, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CallTimer::end);
}

void CallTimer::watch()
{
    const qint64 due = m_journal.nextDeadline();
    if (due == 0 || m_timer.isActive())
        return;
    // To the next millisecond, not to the one before.
    m_timer.start(int(std::clamp((due - nowMicroseconds()) / 1000 + 1, 0LL, longestTimer)));
}

void CallTimer::end()
{
    m_journal.expire(nowMicroseconds());
    watch();
    Q_EMIT expired();
}

} // namespace weir
