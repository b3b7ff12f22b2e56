// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaObject>
#include <QObject>

#include <memory>
#include <mutex>
#include <utility>

namespace weir {

// The way of one answer from a pool thread to an object of the GUI thread that may be gone, or no longer want
// it, by then. The object cancels; the pool asks isCancelled() now and then and delivers at the end.
class Delivery final
{
public:
    explicit Delivery(QObject *receiver)
        : m_receiver(receiver)
    {
    }
    Q_DISABLE_COPY_MOVE(Delivery)

    void cancel()
    {
        const std::lock_guard lock(m_mutex);
        m_receiver = nullptr;
    }
    bool isCancelled() const
    {
        const std::lock_guard lock(m_mutex);
        return m_receiver == nullptr;
    }
    // Calls `function` on the receiver's thread, later. A function that is under way when the receiver
    // cancels may still come: it asks isCancelled() where that matters.
    template <typename Function> void deliver(Function &&function)
    {
        const std::lock_guard lock(m_mutex);
        if (m_receiver)
            QMetaObject::invokeMethod(m_receiver, std::forward<Function>(function), Qt::QueuedConnection);
    }

private:
    mutable std::mutex m_mutex;
    QObject *m_receiver;
};

} // namespace weir
