// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobthreads.h"

#include <utility>

namespace weir {

JobThreads::JobThreads(size_t limit)
    : m_limit(limit)
{
}

JobThreads::~JobThreads()
{
    std::deque<std::function<void()>> forgotten; // destroyed outside of the lock
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        forgotten.swap(m_jobs);
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void JobThreads::start(std::function<void()> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
        if (m_idle < m_jobs.size() && m_threads.size() < m_limit)
            m_threads.emplace_back([this] { work(); });
    }
    m_wake.notify_one();
}

void JobThreads::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        ++m_idle;
        m_wake.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
        --m_idle;
        if (m_ending)
            return;
        {
            const std::function<void()> job = std::exchange(m_jobs.front(), {});
            m_jobs.pop_front();
            lock.unlock();
            job();
        }
        lock.lock();
    }
}

} // namespace weir
