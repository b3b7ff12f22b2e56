// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>

namespace weir {

class RpcJournal;

// Ends the calls of a journal when their time is over. Lives on the thread of its client.
class CallTimer final : public QObject
{
    Q_OBJECT

public:
    CallTimer(RpcJournal &journal, QObject *parent);
    Q_DISABLE_COPY_MOVE(CallTimer)

    void watch(); // for the next of them; after each call that was sent
    void stop() { m_timer.stop(); }

Q_SIGNALS:
    void expired(); // rows were added

private:
    void end();

    RpcJournal &m_journal;
    QTimer m_timer;
};

} // namespace weir
