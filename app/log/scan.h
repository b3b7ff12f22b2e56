// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matcher.h"
#include "seqset.h"

#include <atomic>

namespace weir {

// Looks for matches in ranges of a capture, in bulk over the bytes of whole batches. One thread each; it
// keeps its memory from range to range.
class Scan final
{
public:
    Scan(const CaptureReader &reader, const Matcher &matcher);
    Q_DISABLE_COPY_MOVE(Scan)

    // Appends what matches among first..last, which must lie in `block`; ends early where `stop` became true.
    Expected<void> run(const CaptureReader::Block &block, quint64 first, quint64 last, SeqSet &hits,
                       const std::atomic<bool> &stop);

private:
    Expected<void> scanText(quint64 first, quint64 last, SeqSet &hits);
    Expected<void> scanRecords(quint64 first, quint64 last, bool names, SeqSet &hits);
    void takeHits(const char *hit, size_t begin, size_t end, SeqSet &hits) const;
    bool matches(size_t index, bool names) const;

    const CaptureReader &m_reader;
    const Matcher &m_matcher;
    CaptureReader::Batch m_batch;
};

} // namespace weir
