// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/eventsink.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace weir {

// What waits for the log thread, bounded in bytes: the batches of all connections, and connections that are
// not written yet. Nothing is refused; who hands over too much is asked to stop and woken when there is room.
class EventQueue final
{
public:
    explicit EventQueue(qint64 limit); // bytes
    Q_DISABLE_COPY_MOVE(EventQueue)

    // Any thread. A sink must not outlive the queue.
    std::unique_ptr<EventSink> makeSink(quint32 connection);
    void define(ConnectionInfo info); // before the events that were handed over later
    void post(EventBatch &batch); // without a connection
    void stop(); // gather() does not wait any more

    // The log thread.
    struct Work
    {
        std::vector<ConnectionInfo> connections;
        std::deque<EventBatch> batches;
    };
    // Waits for something, and until `enough` for more of it; false: stopped, and there is nothing left.
    bool gather(std::chrono::steady_clock::time_point enough, Work &work);
    // The first `count` of `batches` are done: takes their memory back, makes room, wakes who waits.
    void release(std::deque<EventBatch> &batches, size_t count);
    // Waits so long, or until it is stopped: then true.
    bool pause(std::chrono::milliseconds time);

private:
    struct Port;
    class Sink;
    bool accept(EventBatch &batch, const std::shared_ptr<Port> &port);
    void wake();

    const qint64 m_limit;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    Work m_work;
    std::vector<EventBatch> m_spare; // memory that is used again
    std::vector<std::shared_ptr<Port>> m_waiting;
    qint64 m_bytes = 0; // handed over and not released
    bool m_isStopping = false;
};

} // namespace weir
