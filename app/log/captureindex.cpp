// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "captureindex.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace weir {

using namespace capture;

void CaptureCounts::add(quint32 connection, quint8 kind, quint32 events)
{
    if (m_last < m_counts.size() && m_counts[m_last].connection == connection
        && m_counts[m_last].kind == kind) {
        m_counts[m_last].events += events;
        return;
    }
    const auto [place, isNew] = m_places.try_emplace(quint64(connection) << 8 | kind, m_counts.size());
    if (isNew)
        m_counts.push_back({connection, 0, kind, {}});
    m_last = place->second;
    m_counts[m_last].events += events;
}

void CaptureCounts::clear()
{
    m_counts.clear();
    m_places.clear();
    m_last = 0;
}

void CaptureIndex::clear()
{
    m_count = 0;
    m_end = m_indexedEnd = sizeof(FileHeader);
    m_lastIndex = 0;
    m_damaged = false;
    m_summaries.clear();
    m_counts.clear();
    m_tail.clear();
    m_tailCounts.clear();
    m_tailConnections.clear();
    m_connections.clear();
}

Expected<void> CaptureIndex::readFileHeader(const RawFile &file, quint64 fileSize)
{
    FileHeader header;
    if (fileSize < sizeof header)
        return failure(ErrorCode::NotACapture, file.path());
    if (const auto read = file.read(0, &header, sizeof header); !read)
        return read;
    if (std::memcmp(header.magic, fileMagic, sizeof fileMagic) != 0)
        return failure(ErrorCode::NotACapture, file.path());
    if (header.major > majorVersion)
        return failure(ErrorCode::NewerCapture, file.path());
    if (header.checksum != fileChecksum(header))
        return failure(ErrorCode::CaptureDamaged, file.path());
    m_salt = header.salt;
    return {};
}

Expected<void> CaptureIndex::load(const RawFile &file)
{
    const auto size = file.size();
    if (!size)
        return tl::unexpected(size.error());
    if (const auto header = readFileHeader(file, *size); !header)
        return header;
    clear();
    const BlockFinder blocks(file, m_salt, *size);
    FoundBlock last;
    if (blocks.findLast(last) && !loadChain(blocks, last)) {
        clear();
        scan(blocks);
        return {};
    }
    walk(blocks, Trust::Verify);
    // Behind the first bad block there may be good ones, where it is more than a torn tail.
    if (m_end < *size && last.header.magic && m_end < last.end()) {
        clear();
        scan(blocks);
    }
    return {};
}

Expected<void> CaptureIndex::extend(const RawFile &file, Trust trust)
{
    const auto size = file.size();
    if (!size)
        return tl::unexpected(size.error());
    if (*size < m_end)
        return failure(ErrorCode::CaptureChanged, file.path());
    walk(BlockFinder(file, m_salt, *size), trust);
    return {};
}

bool CaptureIndex::loadChain(const BlockFinder &blocks, const FoundBlock &last)
{
    std::vector<FoundBlock> chain;
    if (BlockType(last.header.type) == BlockType::Index)
        chain.push_back(last);
    for (quint64 offset = last.header.lastIndex; offset != 0;) {
        FoundBlock found;
        const quint64 before = chain.empty() ? last.offset : chain.back().offset;
        if (offset >= before || !blocks.readHeader(offset, before, found)
            || BlockType(found.header.type) != BlockType::Index)
            return false;
        chain.push_back(found);
        offset = found.header.lastIndex;
    }
    return std::all_of(chain.rbegin(), chain.rend(),
                       [&](const FoundBlock &found) { return takeIndex(blocks, found); });
}

void CaptureIndex::walk(const BlockFinder &blocks, Trust trust)
{
    FoundBlock found;
    while (blocks.readHeader(m_end, found) && take(blocks, found, trust)) { }
}

// Without the chain: every block from the first on. What is damaged and held no events is left out.
void CaptureIndex::scan(const BlockFinder &blocks)
{
    for (;;) {
        walk(blocks, Trust::Verify);
        FoundBlock found;
        if (m_end >= blocks.limit() || !blocks.findFrom(m_end, found))
            return;
        const quint64 end = m_end;
        m_damaged = true;
        if (!take(blocks, found, Trust::Verify)) {
            m_end = end;
            return;
        }
    }
}

bool CaptureIndex::take(const BlockFinder &blocks, const FoundBlock &found, Trust trust)
{
    if (trust == Trust::Verify && !blocks.verifyRest(found))
        return false;
    switch (BlockType(found.header.type)) {
    case BlockType::Events:
        return takeEvents(blocks, found);
    case BlockType::Index:
        return takeIndex(blocks, found);
    case BlockType::Connection:
        return takeConnections(blocks, found);
    }
    m_end = found.end();
    return true;
}

bool CaptureIndex::takeEvents(const BlockFinder &blocks, const FoundBlock &found)
{
    const BlockHeader &header = found.header;
    if (header.firstSeq != m_count + 1)
        return false;
    m_records.resize(header.count);
    if (!blocks.verifyHeads(found, m_records.data())
        || !isConsistent(m_records, header.bodySize - headsSize(header)))
        return false;
    Entry entry{found.offset,    found.end() - found.offset,
                header.firstSeq, header.baseTime,
                header.baseTime, 0,
                header.count,    0};
    quint32 latest = 0;
    for (const Record &record : m_records) {
        latest = std::max(latest, record.time);
        entry.kinds |= quint64(1) << record.kind;
        m_tailCounts.add(record.connection, record.kind);
    }
    entry.maxTime = qint64(quint64(header.baseTime) + latest);
    m_tail.push_back(entry);
    m_count += header.count;
    m_end = found.end();
    return true;
}

bool CaptureIndex::takeIndex(const BlockFinder &blocks, const FoundBlock &found)
{
    if (!blocks.verifyRest(found))
        return false;
    QByteArray rest(qsizetype(found.header.bodySize - headsSize(found.header)), Qt::Uninitialized);
    if (!blocks.file().read(found.offset + sizeof(BlockHeader) + headsSize(found.header), rest.data(),
                            size_t(rest.size())))
        return false;
    IndexSummary stored;
    std::memcpy(&stored, rest.constData(), sizeof stored);
    // In a walk its events were counted already; along the chain they follow the index block before.
    const quint64 before =
        m_summaries.empty() ? 0 : m_summaries.back().firstSeq + m_summaries.back().count - 1;
    const bool follows = stored.firstSeq == before + 1;
    if (stored.count == 0 || stored.count > quint64(1) << 48
        || (m_count != stored.firstSeq + stored.count - 1 && (!follows || m_count != before)))
        return false;
    QByteArrayView in = QByteArrayView(rest).sliced(sizeof stored);
    std::vector<ConnectionInfo> connections;
    for (quint32 i = 0; i < stored.connections; ++i) {
        if (ConnectionInfo info; takeConnection(in, info))
            connections.push_back(std::move(info));
        else
            return false;
    }
    if (quint64(in.size()) < quint64(stored.counts) * sizeof(Count))
        return false;
    for (const ConnectionInfo &info : connections)
        define(info, false);
    if (!follows) { // the index block before it is damaged: its events are known from the walk
        m_end = found.end();
        return true;
    }
    Summary summary{found.offset, stored.firstSeq, stored.count,  stored.minTime,    stored.maxTime,
                    stored.kinds, m_counts.size(), stored.counts, found.header.count};
    m_counts.resize(m_counts.size() + stored.counts);
    std::copy_n(in.data(), stored.counts * sizeof(Count),
                reinterpret_cast<char *>(m_counts.data() + summary.countsBegin));
    m_summaries.push_back(summary);
    m_tail.clear();
    m_tailCounts.clear();
    m_tailConnections.clear();
    m_count = before + stored.count;
    m_end = m_indexedEnd = found.end();
    m_lastIndex = found.offset;
    return true;
}

bool CaptureIndex::takeConnections(const BlockFinder &blocks, const FoundBlock &found)
{
    QByteArray body(qsizetype(found.header.bodySize), Qt::Uninitialized);
    if (!blocks.file().read(found.offset + sizeof(BlockHeader), body.data(), size_t(body.size())))
        return false;
    QByteArrayView in(body);
    for (ConnectionInfo info; !in.isEmpty();) {
        if (!takeConnection(in, info))
            return false;
        define(info, true);
    }
    m_end = found.end();
    return true;
}

void CaptureIndex::define(const ConnectionInfo &info, bool inTail)
{
    if (inTail)
        m_tailConnections.push_back(info);
    const auto known = std::find_if(m_connections.begin(), m_connections.end(),
                                    [&](const ConnectionInfo &other) { return other.id == info.id; });
    if (known == m_connections.end())
        m_connections.push_back(info);
}

const CaptureIndex::Summary *CaptureIndex::find(quint64 seq) const
{
    const auto after = std::upper_bound(m_summaries.begin(), m_summaries.end(), seq,
                                        [](quint64 value, const Summary &s) { return value < s.firstSeq; });
    if (after == m_summaries.begin())
        return nullptr;
    const Summary &summary = *std::prev(after);
    return seq < summary.firstSeq + summary.count ? &summary : nullptr;
}

Expected<std::vector<Entry>> CaptureIndex::readEntries(const RawFile &file, quint64 salt,
                                                       const Summary &summary)
{
    BlockHeader header;
    std::vector<Entry> entries(summary.entries);
    const size_t size = entries.size() * sizeof(Entry);
    std::array<iovec, 2> pieces{{{&header, sizeof header}, {entries.data(), size}}};
    if (const auto read = file.read(summary.offset, pieces); !read)
        return tl::unexpected(read.error());
    quint64 seq = summary.firstSeq;
    bool isGood = header.magic == blockMagic(salt)
        && header.headsChecksum == hash(entries.data(), size, blockSeed(salt, summary.offset));
    for (const Entry &entry : entries) {
        isGood = isGood && entry.firstSeq == seq && entry.count > 0 && entry.count <= countLimit
            && entry.offset >= sizeof(FileHeader) && entry.offset < summary.offset
            && entry.size <= summary.offset - entry.offset
            && entry.size >= blockOverhead + quint64(entry.count) * sizeof(Record);
        seq += entry.count;
    }
    if (!isGood || seq != summary.firstSeq + summary.count)
        return failure(ErrorCode::CaptureDamaged, file.path());
    return entries;
}

} // namespace weir
