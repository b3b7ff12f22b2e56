// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "calltracker.h"

#include "log/capturereader.h"

#include <atomic>
#include <functional>
#include <memory>
#include <set>

namespace weir {

// Reads the calls of one connection out of a capture, going on where it stopped; batches that have no row of
// them are not read. Used by one thread at a time.
class CallScan final
{
public:
    CallScan(std::shared_ptr<const CaptureReader> reader, const std::set<quint32> &ids, size_t limit);
    Q_DISABLE_COPY_MOVE(CallScan)

    void stop() { m_stop.store(true, std::memory_order_relaxed); } // any thread
    // Up to what the reader sees; reports several times where it takes long.
    Expected<void> run(const std::function<void(CallChanges changes)> &report);

private:
    bool hasCalls(const CaptureReader::Block &block) const;
    Expected<void> scanBatch(quint64 first);
    bool isWanted(const capture::Record &record) const;

    const std::shared_ptr<const CaptureReader> m_reader;
    const std::set<quint32> m_connections;
    std::atomic<bool> m_stop = false;
    CallTracker m_tracker;
    CaptureReader::Batch m_batch;
    quint64 m_scannedTo = 0;
};

} // namespace weir
