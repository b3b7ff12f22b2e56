// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventqueue.h"

#include "captureformat.h"

#include <utility>

namespace weir {

namespace {
constexpr qint64 enoughBytes = capture::blockLimit; // for one write: gather() waits no longer
constexpr size_t spareLimit = 8; // batches
constexpr qint64 spareCost = 2 * capture::blockLimit; // larger ones are freed
}

// What a sink and the queue share; the queue keeps it until it has woken it.
struct EventQueue::Port
{
    quint32 connection = 0;
    bool isWaiting = false; // guarded by the queue's mutex
    std::mutex wakerMutex;
    std::function<void()> waker;
};

class EventQueue::Sink final : public EventSink
{
public:
    Sink(EventQueue *queue, quint32 connection)
        : m_queue(queue)
        , m_port(std::make_shared<Port>())
    {
        m_port->connection = connection;
    }
    ~Sink() override { Sink::setWaker({}); }
    Q_DISABLE_COPY_MOVE(Sink)

    bool accept(EventBatch &batch) override { return m_queue->accept(batch, m_port); }
    void setWaker(std::function<void()> waker) override
    {
        const std::lock_guard lock(m_port->wakerMutex);
        m_port->waker = std::move(waker);
    }

private:
    EventQueue *m_queue;
    std::shared_ptr<Port> m_port;
};

EventQueue::EventQueue(qint64 limit)
    : m_limit(limit)
{
}

std::unique_ptr<EventSink> EventQueue::makeSink(quint32 connection)
{
    return std::make_unique<Sink>(this, connection);
}

void EventQueue::define(ConnectionInfo info)
{
    const std::lock_guard lock(m_mutex);
    m_work.connections.push_back(std::move(info));
    m_arrived.notify_one();
}

void EventQueue::post(EventBatch &batch)
{
    // Nobody waits behind this port.
    (void)accept(batch, std::make_shared<Port>());
}

void EventQueue::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopping = true;
    m_arrived.notify_one();
}

bool EventQueue::accept(EventBatch &batch, const std::shared_ptr<Port> &port)
{
    const qint64 cost = batch.cost();
    const std::lock_guard lock(m_mutex);
    if (!batch.isEmpty()) {
        EventBatch spare;
        if (!m_spare.empty()) {
            spare.swap(m_spare.back());
            m_spare.pop_back();
        }
        batch.setConnection(port->connection);
        spare.swap(batch);
        const bool wasIdle = m_work.batches.empty();
        m_work.batches.push_back(std::move(spare));
        const qint64 before = std::exchange(m_bytes, m_bytes + cost);
        if (wasIdle || (before < enoughBytes && m_bytes >= enoughBytes))
            m_arrived.notify_one();
    }
    if (m_bytes <= m_limit)
        return true;
    if (!port->isWaiting) {
        port->isWaiting = true;
        m_waiting.push_back(port);
        m_arrived.notify_one();
    }
    return false;
}

bool EventQueue::gather(std::chrono::steady_clock::time_point enough, Work &work)
{
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock,
                   [this] { return m_isStopping || !m_work.batches.empty() || !m_work.connections.empty(); });
    m_arrived.wait_until(lock, enough,
                         [this] { return m_isStopping || m_bytes >= enoughBytes || !m_waiting.empty(); });
    std::swap(work, m_work);
    m_work.connections.clear();
    return !work.batches.empty() || !work.connections.empty();
}

void EventQueue::release(std::deque<EventBatch> &batches, size_t count)
{
    {
        const std::lock_guard lock(m_mutex);
        for (size_t i = 0; i < count; ++i) {
            EventBatch batch;
            batch.swap(batches[i]);
            m_bytes -= batch.cost();
            if (m_spare.size() < spareLimit && batch.cost() <= spareCost) {
                batch.clear();
                m_spare.push_back(std::move(batch));
            }
        }
    }
    batches.erase(batches.begin(), batches.begin() + std::ptrdiff_t(count));
    wake();
}

void EventQueue::wake()
{
    std::vector<std::shared_ptr<Port>> ports;
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.empty() || m_bytes > m_limit / 2)
            return;
        ports.swap(m_waiting);
        for (const auto &port : ports)
            port->isWaiting = false;
    }
    for (const auto &port : ports) {
        const std::lock_guard lock(port->wakerMutex);
        if (port->waker)
            port->waker();
    }
}

bool EventQueue::pause(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_arrived.wait_for(lock, time, [this] { return m_isStopping; });
}

} // namespace weir
