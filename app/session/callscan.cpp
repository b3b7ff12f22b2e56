// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callscan.h"

#include <algorithm>
#include <chrono>

namespace weir {

namespace {
constexpr auto reportInterval = std::chrono::milliseconds(50);
}

CallScan::CallScan(std::shared_ptr<const CaptureReader> reader, const std::set<quint32> &ids, size_t limit)
    : m_reader(std::move(reader))
    , m_connections(ids)
    , m_tracker(limit)
{
}

Expected<void> CallScan::run(const std::function<void(CallChanges changes)> &report)
{
    const quint64 total = m_reader->count();
    auto nextReport = std::chrono::steady_clock::now() + reportInterval;
    Expected<void> scanned;
    while (scanned && m_scannedTo < total && !m_stop.load(std::memory_order_relaxed)) {
        const CaptureReader::Block block = m_reader->block(m_scannedTo + 1);
        if (hasCalls(block))
            scanned = scanBatch(m_scannedTo + 1);
        else
            m_scannedTo = std::max(m_scannedTo + 1, std::min(block.last, total));
        if (std::chrono::steady_clock::now() < nextReport)
            continue;
        report(m_tracker.takeChanges());
        nextReport = std::chrono::steady_clock::now() + reportInterval;
    }
    report(m_tracker.takeChanges());
    return scanned;
}

bool CallScan::hasCalls(const CaptureReader::Block &block) const
{
    return std::any_of(block.counts.begin(), block.counts.end(), [this](const auto &count) {
        return m_connections.contains(count.connection) && (kindBit(count.kind) & CallTracker::kinds);
    });
}

// The bytes of a batch that only others wrote into are not read.
Expected<void> CallScan::scanBatch(quint64 first)
{
    const auto isOurs = [this](const capture::Record &record) { return isWanted(record); };
    if (const auto read = m_reader->readBatch(first, CaptureReader::Records, m_batch); !read)
        return read;
    auto at = size_t(first - m_batch.firstSeq);
    const bool isRead = std::any_of(m_batch.records.begin() + qptrdiff(at), m_batch.records.end(), isOurs);
    if (isRead) {
        if (const auto read = m_reader->readBatch(first, CaptureReader::Both, m_batch); !read)
            return read;
        for (; at < m_batch.records.size(); ++at) {
            if (isOurs(m_batch.records[at]))
                m_tracker.take(m_batch.at(at));
        }
    }
    m_scannedTo = m_batch.lastSeq;
    return {};
}

bool CallScan::isWanted(const capture::Record &record) const
{
    return m_connections.contains(record.connection) && (kindBit(Kind(record.kind)) & CallTracker::kinds);
}

} // namespace weir
