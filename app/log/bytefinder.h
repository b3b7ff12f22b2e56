// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace weir {

// Finds one text in many bytes, with AVX2 where the processor has it. Immutable: any number of threads may
// use it at once.
class ByteFinder final
{
public:
    // Without case: ASCII letters only are folded. The needle must not be empty.
    ByteFinder(QByteArray needle, bool caseSensitive);

    // The first occurrence in [begin, end), or end.
    const char *find(const char *begin, const char *end) const;
    qsizetype size() const { return m_needle.size(); }
    // Without AVX2, whatever the processor has.
    const char *findPlain(const char *begin, const char *end) const;

private:
    const char *findWide(const char *begin, const char *end) const;
    bool isAt(const char *place) const;

    QByteArray m_needle; // lower case where case does not matter
    qsizetype m_rare = 0; // places in the needle whose bytes are seldom seen
    qsizetype m_rareToo = 0;
    bool m_caseSensitive;
    bool m_wide;
};

} // namespace weir
