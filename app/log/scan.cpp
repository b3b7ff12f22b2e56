// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scan.h"

#include <algorithm>

namespace weir {

Scan::Scan(const CaptureReader &reader, const Matcher &matcher)
    : m_reader(reader)
    , m_matcher(matcher)
{
}

Expected<void> Scan::run(const CaptureReader::Block &block, quint64 first, quint64 last, SeqSet &hits,
                         const std::atomic<bool> &stop)
{
    const Matcher::Verdict verdict = m_matcher.ofBlock(block);
    if (verdict == Matcher::Verdict::All)
        hits.append(first, last);
    if (verdict != Matcher::Verdict::Some)
        return {};
    const bool names = m_matcher.needsBytes(block);
    while (first <= last && !stop.load(std::memory_order_relaxed)) {
        const auto scanned =
            m_matcher.text() ? scanText(first, last, hits) : scanRecords(first, last, names, hits);
        if (!scanned)
            return scanned;
        first = m_batch.lastSeq + 1;
    }
    return {};
}

Expected<void> Scan::scanRecords(quint64 first, quint64 last, bool names, SeqSet &hits)
{
    const auto parts = names ? CaptureReader::Both : CaptureReader::Records;
    if (const auto read = m_reader.readBatch(first, parts, m_batch); !read)
        return read;
    const auto end = size_t(std::min(last, m_batch.lastSeq) - m_batch.firstSeq + 1);
    auto runBegin = size_t(first - m_batch.firstSeq); // neighbours are added as one range
    for (size_t i = runBegin; i < end; ++i) {
        if (matches(i, names))
            continue;
        if (runBegin < i)
            hits.append(m_batch.firstSeq + runBegin, m_batch.firstSeq + i - 1);
        runBegin = i + 1;
    }
    if (runBegin < end)
        hits.append(m_batch.firstSeq + runBegin, m_batch.firstSeq + end - 1);
    return {};
}

// Most batches do not have the text: their records are not even read.
Expected<void> Scan::scanText(quint64 first, quint64 last, SeqSet &hits)
{
    if (const auto read = m_reader.readBatch(first, CaptureReader::Bytes, m_batch); !read)
        return read;
    const char *const hit = m_matcher.text()->find(m_batch.bytes.cbegin(), m_batch.bytes.cend());
    if (hit == m_batch.bytes.cend())
        return {};
    if (const auto read = m_reader.addRecords(m_batch); !read)
        return read;
    takeHits(hit, size_t(first - m_batch.firstSeq),
             size_t(std::min(last, m_batch.lastSeq) - m_batch.firstSeq + 1), hits);
    return {};
}

void Scan::takeHits(const char *hit, size_t begin, size_t end, SeqSet &hits) const
{
    const char *const bytes = m_batch.bytes.cbegin();
    const char *const stop = bytes + m_batch.records[end - 1].end;
    const auto all = m_batch.records.begin();
    for (size_t row = begin; hit < stop;) {
        // The first row that ends behind the beginning of the hit
        row = size_t(std::upper_bound(all + qptrdiff(row), all + qptrdiff(end), quint64(hit - bytes),
                                      [](quint64 place, const capture::Record &r) { return place < r.end; })
                     - all);
        const char *next = bytes + m_batch.payloadBegin(row);
        // A hit may begin in a name, an id or an earlier row, or run over into the next row: then it is none.
        if (hit >= next) {
            const char *const rowEnd = bytes + m_batch.records[row].end;
            if (hit + m_matcher.text()->size() <= rowEnd && matches(row, m_matcher.hasNames()))
                hits.append(m_batch.firstSeq + row);
            next = rowEnd;
        }
        hit = m_matcher.text()->find(next, stop);
    }
}

bool Scan::matches(size_t index, bool names) const
{
    const capture::Record &r = m_batch.records[index];
    return m_matcher.matchesHead(Kind(r.kind), Direction(r.direction), r.connection, m_batch.time(index))
        && (!names || m_matcher.matchesName(Kind(r.kind), m_batch.name(index)));
}

} // namespace weir
