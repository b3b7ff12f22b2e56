// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "localnumbers.h"

namespace weir {

namespace {
constexpr size_t numberLimit = 262'144; // that may still be referred to: calls that wait, above all
}

void LocalNumbers::resolve(EventBatch::Record &record, quint64 seq)
{
    if (record.ref != 0) {
        const auto found = m_seqs.find(record.ref);
        record.ref = found == m_seqs.end() ? 0 : found->second;
        if (found != m_seqs.end() && (record.flags & LastRef))
            m_seqs.erase(found);
    }
    if (record.number == 0)
        return;
    m_seqs.insert_or_assign(m_seqs.end(), record.number, seq);
    if (m_seqs.size() > numberLimit)
        m_seqs.erase(m_seqs.begin());
}

} // namespace weir
