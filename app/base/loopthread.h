// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QThread>

#include <functional>
#include <utility>

namespace weir {

// A thread with an event loop, and a way to run functions on it.
class LoopThread final
{
public:
    explicit LoopThread(const QString &name);
    ~LoopThread(); // what was posted before runs first
    Q_DISABLE_COPY_MOVE(LoopThread)

    void take(QObject *object) { object->moveToThread(&m_thread); }
    void post(std::function<void()> function); // any thread; they run in this order
    void settle(); // waits until what was posted has run; not on the thread itself

private:
    class Hub;
    QThread m_thread;
    Hub *m_hub; // lives on the thread
};

} // namespace weir
