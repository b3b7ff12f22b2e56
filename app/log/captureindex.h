// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "blockfinder.h"

#include <unordered_map>

namespace weir {

// Events by connection and kind.
class CaptureCounts final
{
public:
    void add(quint32 connection, quint8 kind, quint32 events = 1);
    const std::vector<capture::Count> &all() const { return m_counts; }
    void clear();

private:
    std::vector<capture::Count> m_counts;
    std::unordered_map<quint64, size_t> m_places;
    size_t m_last = 0; // neighbours are mostly alike
};

// What memory holds of a capture: a summary per index block, the blocks behind the last one, connections.
// Not thread-safe.
class CaptureIndex final
{
public:
    struct Summary
    {
        quint64 offset = 0; // of the index block
        quint64 firstSeq = 0;
        quint64 count = 0;
        qint64 minTime = 0;
        qint64 maxTime = 0;
        quint64 kinds = 0;
        size_t countsBegin = 0; // in counts()
        quint32 counts = 0;
        quint32 entries = 0;
    };
    enum class Trust { Verify, Heads }; // Heads: the bytes of events are not read

    // Reads the header and everything up to the last whole block.
    Expected<void> load(const RawFile &file);
    // Goes on from where it was.
    Expected<void> extend(const RawFile &file, Trust trust);

    quint64 salt() const { return m_salt; }
    quint64 count() const { return m_count; }
    quint64 end() const { return m_end; } // behind the last whole block
    quint64 lastIndex() const { return m_lastIndex; }
    quint64 indexedEnd() const { return m_indexedEnd; }
    // Whole blocks stand behind something that is none: more than a torn tail.
    bool isDamaged() const { return m_damaged; }

    const std::vector<Summary> &summaries() const { return m_summaries; }
    const std::vector<capture::Count> &counts() const { return m_counts; }
    const std::vector<capture::Entry> &tail() const { return m_tail; }
    const CaptureCounts &tailCounts() const { return m_tailCounts; }
    const std::vector<ConnectionInfo> &tailConnections() const { return m_tailConnections; }
    const std::vector<ConnectionInfo> &connections() const { return m_connections; }
    // The summary that holds `seq`; null: it stands in the tail.
    const Summary *find(quint64 seq) const;
    // The entries of one index block, verified.
    static Expected<std::vector<capture::Entry>> readEntries(const RawFile &file, quint64 salt,
                                                             const Summary &summary);

private:
    Expected<void> readFileHeader(const RawFile &file, quint64 fileSize);
    bool loadChain(const BlockFinder &blocks, const FoundBlock &last);
    void walk(const BlockFinder &blocks, Trust trust);
    void scan(const BlockFinder &blocks);
    bool take(const BlockFinder &blocks, const FoundBlock &found, Trust trust);
    bool takeEvents(const BlockFinder &blocks, const FoundBlock &found);
    bool takeIndex(const BlockFinder &blocks, const FoundBlock &found);
    bool takeConnections(const BlockFinder &blocks, const FoundBlock &found);
    void define(const ConnectionInfo &info, bool inTail);
    void clear();

    quint64 m_salt = 0;
    quint64 m_count = 0;
    quint64 m_end = 0;
    quint64 m_lastIndex = 0;
    quint64 m_indexedEnd = 0;
    bool m_damaged = false;
    std::vector<Summary> m_summaries;
    std::vector<capture::Count> m_counts;
    std::vector<capture::Entry> m_tail;
    CaptureCounts m_tailCounts;
    std::vector<ConnectionInfo> m_tailConnections;
    std::vector<ConnectionInfo> m_connections; // by id, in order of definition
    std::vector<capture::Record> m_records; // memory that is used again
};

} // namespace weir
