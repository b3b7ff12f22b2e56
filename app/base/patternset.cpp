// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "patternset.h"

#include <algorithm>

namespace weir {

PatternSet::PatternSet(const QByteArrayList &patterns)
    : m_patterns(patterns)
{
    if (m_patterns.isEmpty())
        return;
    m_window = 255; // a skip is one byte
    for (const QByteArray &pattern : m_patterns)
        m_window = std::min(m_window, pattern.size());
    Q_ASSERT(m_window >= 2);
    m_skip.fill(quint8(m_window - 1));
    for (qsizetype i = 0; i < m_patterns.size(); ++i) {
        const char *const start = m_patterns[i].constData();
        for (qsizetype end = 2; end <= m_window; ++end) {
            quint8 &skip = m_skip[hashOf(start + end)];
            skip = std::min(skip, quint8(m_window - end));
        }
        m_entries.push_back({hashOf(start + m_window), i});
    }
}

} // namespace weir
