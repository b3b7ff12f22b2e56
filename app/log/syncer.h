// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace weir {

// Brings to the disk what was written, once a second, on a thread of its own: so a slow disk does not hold up
// what is written into its cache.
class Syncer final
{
public:
    explicit Syncer(std::function<Expected<void>()> sync);
    ~Syncer(); // syncs what is left
    Q_DISABLE_COPY_MOVE(Syncer)

    // Any thread.
    void setDirty(); // there is something to sync
    Expected<void> last() const; // how the last sync ended

private:
    void run();

    const std::function<Expected<void>()> m_sync;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    Expected<void> m_last;
    bool m_isDirty = false;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace weir
