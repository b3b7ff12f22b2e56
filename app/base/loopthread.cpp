// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loopthread.h"

#include <QCoreApplication>
#include <QEvent>

#include <latch>
#include <mutex>
#include <vector>

namespace weir {

// The functions go through a mutex of ours: the thread sanitizer does not see that of Qt's event queue.
class LoopThread::Hub final : public QObject
{
public:
    void post(std::function<void()> function)
    {
        const std::lock_guard lock(m_mutex);
        m_functions.push_back(std::move(function));
        if (m_functions.size() == 1)
            QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        std::vector<std::function<void()>> functions;
        {
            const std::lock_guard lock(m_mutex);
            functions.swap(m_functions);
        }
        for (auto &function : functions)
            std::exchange(function, {})();
        return true;
    }

private:
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_functions;
};

LoopThread::LoopThread(const QString &name)
    : m_hub(new Hub)
{
    m_thread.setObjectName(name);
    m_hub->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_hub, &QObject::deleteLater);
    m_thread.start();
}

LoopThread::~LoopThread()
{
    // posted, not called: quit() would overtake what still waits
    post([this] { m_thread.quit(); });
    m_thread.wait();
}

void LoopThread::post(std::function<void()> function)
{
    m_hub->post(std::move(function));
}

void LoopThread::settle()
{
    std::latch done(1);
    post([&done] { done.count_down(); });
    done.wait();
}

} // namespace weir
