// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "capturereader.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace weir {

// The counts of facets.h.
struct FacetCounts
{
    std::map<Kind, quint64> kinds;
    std::map<quint32, quint64> connections;
    std::map<QByteArray, quint64> names;
    quint64 others = 0;

    bool operator==(const FacetCounts &) const = default;
};

// Counts the events of one capture, going on where it stopped: kinds and connections out of the index, names
// out of the batches. Used by one thread at a time.
class FacetCounter final
{
public:
    FacetCounter(std::shared_ptr<const CaptureReader> reader, quint32 connection);
    Q_DISABLE_COPY_MOVE(FacetCounter)

    void stop() { m_stop.store(true, std::memory_order_relaxed); } // any thread
    // Counts what the reader sees. `report` gets all counts so far, several times where it takes long.
    Expected<void> run(const std::function<void(FacetCounts counts)> &report);

private:
    struct Hash
    {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    void countBlocks(quint64 total);
    Expected<void> countNames(quint64 first);
    void countName(std::string_view name);
    bool isWanted(quint32 connection) const { return !m_connection || connection == m_connection; }
    bool hasNames(const CaptureReader::Block &block) const;
    void add(const CaptureReader::Block &block, FacetCounts &counts) const;
    FacetCounts counts() const;

    const std::shared_ptr<const CaptureReader> m_reader;
    const quint32 m_connection;
    std::atomic<bool> m_stop = false;
    FacetCounts m_whole; // of blocks that are complete
    FacetCounts m_latest; // these and the last block, which may still grow
    quint64 m_wholeTo = 0;
    std::unordered_map<std::string, quint64, Hash, std::equal_to<>> m_names;
    quint64 m_others = 0;
    quint64 m_namesTo = 0;
    CaptureReader::Batch m_batch;
};

} // namespace weir
