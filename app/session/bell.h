// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QUrl>

#include <atomic>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace weir {

// What other threads may reach of the GUI thread: one event in its queue at a time.
class Bell final : public QObject
{
public:
    explicit Bell(std::function<void()> rung)
        : m_rung(std::move(rung))
    {
    }
    void ring() // any thread
    {
        if (!m_isRinging.exchange(true))
            QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }
    void trouble(const Error &error) // any thread
    {
        {
            const std::lock_guard lock(m_mutex);
            m_troubles.push_back(error);
        }
        ring();
    }
    std::vector<Error> takeTroubles()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_troubles, {});
    }
    void demoListens(const QUrl &url) // any thread
    {
        {
            const std::lock_guard lock(m_mutex);
            m_demoUrl = url;
        }
        ring();
    }
    QUrl takeDemoUrl()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_demoUrl, {});
    }
    void captureIsFull() // any thread
    {
        {
            const std::lock_guard lock(m_mutex);
            m_captureIsFull = true;
        }
        ring();
    }
    bool takeCaptureIsFull()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_captureIsFull, false);
    }
    void hear() { m_isRinging = false; }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        m_rung();
        return true;
    }

private:
    std::function<void()> m_rung;
    std::atomic<bool> m_isRinging = false;
    std::mutex m_mutex;
    std::vector<Error> m_troubles;
    QUrl m_demoUrl;
    bool m_captureIsFull = false;
};

} // namespace weir
