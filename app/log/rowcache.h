// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rowloader.h"

#include <unordered_map>

namespace weir {

// The pages of rows that are at hand, a fixed number of them; the least recently used goes.
class RowCache final
{
public:
    static constexpr size_t pageLimit = 32;

    // Null where the row is not here. Valid until the next insert() or clear().
    const Lens::Row *row(quint64 row);
    // The row was read or is being read, also where reading it failed.
    bool isKnown(quint64 row) const;

    // A page is being read with so many rows.
    void setAsked(quint64 page, quint64 rows);
    void dropAsked(quint64 page) { m_asked.erase(page); }
    bool isAsked(quint64 page) const { return m_asked.count(page) != 0; }

    void insert(RowPage page);
    void clear();

private:
    struct Entry
    {
        std::vector<Lens::Row> rows;
        quint64 lastUse = 0;
    };
    std::unordered_map<quint64, Entry> m_pages;
    std::unordered_map<quint64, quint64> m_asked; // rows by page
    quint64 m_clock = 0;
};

} // namespace weir
