// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace weir {

// A few threads for the jobs of one owner, started as they are needed. (A QThreadPool hands over its
// runnables under a QMutex, which TSan cannot see.)
class JobThreads final
{
public:
    explicit JobThreads(size_t limit);
    ~JobThreads(); // forgets what has not begun, waits for what runs: tell that to stop before
    Q_DISABLE_COPY_MOVE(JobThreads)

    void start(std::function<void()> job);
    size_t limit() const { return m_limit; }

private:
    void work();

    const size_t m_limit;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    size_t m_idle = 0;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace weir
