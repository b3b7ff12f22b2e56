// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QByteArrayView>

#include <array>
#include <vector>

namespace weir {

// Finds many texts at once, and skips what cannot be part of any (Wu and Manber, "A fast algorithm for
// multi-pattern searching", 1994). Immutable: any number of threads may use it.
class PatternSet final
{
public:
    PatternSet() = default;
    explicit PatternSet(const QByteArrayList &patterns); // of two bytes at least

    bool isEmpty() const { return m_patterns.isEmpty(); }

    // Calls `found(index of the pattern, place)` for each occurrence, overlapping ones too, until it answers
    // false.
    template <typename Found> void find(QByteArrayView text, Found found) const
    {
        // Places, not pointers: a skip may go beyond the end of the text.
        for (qsizetype end = m_window; m_window > 0 && end <= text.size();) {
            const size_t hash = hashOf(text.data() + end);
            if (const quint8 skip = m_skip[hash]; skip > 0) {
                end += skip;
                continue;
            }
            const QByteArrayView rest = text.sliced(end - m_window);
            for (const Entry &entry : m_entries) {
                const QByteArray &pattern = m_patterns[entry.pattern];
                if (entry.hash == hash && rest.startsWith(pattern) && !found(entry.pattern, end - m_window))
                    return;
            }
            ++end;
        }
    }

private:
    static constexpr size_t tableSize = 4096; // fits the processor's nearest cache
    static size_t hashOf(const char *end) // of the two bytes before
    {
        return (size_t(quint8(end[-2])) << 4 ^ size_t(quint8(end[-1]))) % tableSize;
    }

    struct Entry
    {
        size_t hash = 0; // of the last two bytes of the pattern's window
        qsizetype pattern = 0;
    };
    QByteArrayList m_patterns;
    std::vector<Entry> m_entries;
    std::array<quint8, tableSize> m_skip{};
    qsizetype m_window = 0; // bytes of each pattern that decide how far one may skip
};

} // namespace weir
