// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "syncer.h"

#include <chrono>
#include <utility>

namespace weir {

namespace {
constexpr auto syncInterval = std::chrono::seconds(1);
}

Syncer::Syncer(std::function<Expected<void>()> sync)
    : m_sync(std::move(sync))
    , m_thread([this] { run(); })
{
}

Syncer::~Syncer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        m_wake.notify_one();
    }
    m_thread.join();
}

void Syncer::setDirty()
{
    const std::lock_guard lock(m_mutex);
    m_isDirty = true;
}

Expected<void> Syncer::last() const
{
    const std::lock_guard lock(m_mutex);
    return m_last;
}

void Syncer::run()
{
    std::unique_lock lock(m_mutex);
    for (bool isEnding = false; !isEnding;) {
        isEnding = m_wake.wait_for(lock, syncInterval, [this] { return m_isEnding; });
        if (!std::exchange(m_isDirty, false))
            continue;
        lock.unlock();
        auto synced = m_sync();
        lock.lock();
        m_last = std::move(synced);
    }
}

} // namespace weir
