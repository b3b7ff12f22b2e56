// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QEvent>

#include <chrono>
#include <mutex>
#include <utility>

namespace weir {

// What jobs hand to a QObject on another thread: gathered in one letter under a mutex, announced by one plain
// event at a time.
template <typename Letter> class Mailbox final
{
public:
    static constexpr auto interval = std::chrono::milliseconds(16);

    explicit Mailbox(QObject *receiver)
        : m_receiver(receiver)
    {
    }
    Q_DISABLE_COPY_MOVE(Mailbox)

    // The receiver goes: nothing is posted any more.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_receiver = nullptr;
    }

    // `write` adds to the letter. Where it is not urgent the receiver is told at most once an interval, and
    // by the next post at the latest.
    template <typename Write> void post(bool urgent, Write write)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_receiver)
            return;
        write(m_letter);
        const auto now = std::chrono::steady_clock::now();
        if (m_announced || (!urgent && now < m_next))
            return;
        m_announced = true;
        m_next = now + interval;
        QCoreApplication::postEvent(m_receiver, new QEvent(QEvent::User));
    }

    Letter take()
    {
        const std::lock_guard lock(m_mutex);
        m_announced = false;
        return std::exchange(m_letter, {});
    }

private:
    std::mutex m_mutex;
    QObject *m_receiver;
    Letter m_letter;
    std::chrono::steady_clock::time_point m_next;
    bool m_announced = false;
};

} // namespace weir
