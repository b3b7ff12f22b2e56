// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searchjob.h"

#include "jobthreads.h"
#include "scan.h"

#include <algorithm>

namespace weir {

namespace {
constexpr quint64 worthAnotherThread = 100'000; // events
}

SearchJob::SearchJob(std::shared_ptr<const CaptureReader> reader, std::shared_ptr<const Matcher> matcher,
                     quint64 first, quint64 last, Deliver deliver)
    : m_reader(std::move(reader))
    , m_matcher(std::move(matcher))
    , m_first(first)
    , m_last(last)
    , m_deliver(std::move(deliver))
    , m_nextPart(first)
    , m_nextDelivery(first)
{
    Q_ASSERT(first <= last);
}

void SearchJob::start(JobThreads &threads)
{
    const size_t count = m_last - m_first < worthAnotherThread ? 1 : threads.limit();
    for (size_t i = 0; i < count; ++i)
        threads.start([self = shared_from_this()] { self->run(); });
}

void SearchJob::stop()
{
    m_stop.store(true, std::memory_order_relaxed);
    const std::lock_guard lock(m_mutex); // waits for a delivery that has begun
}

void SearchJob::run()
{
    Scan scan(*m_reader, *m_matcher);
    while (const std::optional<Part> part = takePart()) {
        Result result;
        result.scannedTo = part->last;
        const auto scanned = scan.run(part->block, part->first, part->last, result.hits, m_stop);
        if (!scanned)
            result.error = scanned.error();
        finishPart(part->first, std::move(result));
    }
}

std::optional<SearchJob::Part> SearchJob::takePart()
{
    const std::lock_guard lock(m_mutex);
    if (m_stop.load(std::memory_order_relaxed) || m_nextPart > m_last)
        return std::nullopt;
    Part part{m_reader->block(m_nextPart), m_nextPart, 0};
    part.last = std::clamp(part.block.last, m_nextPart, m_last);
    m_nextPart = part.last + 1;
    return part;
}

void SearchJob::finishPart(quint64 first, Result result)
{
    const std::lock_guard lock(m_mutex);
    if (m_stop.load(std::memory_order_relaxed))
        return;
    m_done.emplace(first, std::move(result));
    Result ready;
    for (auto it = m_done.begin(); it != m_done.end() && it->first == m_nextDelivery && !ready.error;
         it = m_done.erase(it)) {
        ready.hits.append(it->second.hits);
        ready.scannedTo = it->second.scannedTo;
        ready.error = it->second.error;
        m_nextDelivery = ready.scannedTo + 1;
    }
    if (!ready.scannedTo)
        return;
    ready.isFinished = ready.scannedTo == m_last || ready.error;
    if (ready.error)
        m_stop.store(true, std::memory_order_relaxed);
    m_deliver(std::move(ready));
}

} // namespace weir
