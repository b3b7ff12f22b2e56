// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <vector>

namespace weir {

// A set of numbers as sorted, disjoint closed intervals: a selection of millions of rows is one of them.
class Intervals final
{
public:
    struct Range
    {
        quint64 first = 0;
        quint64 last = 0;
        bool operator==(const Range &) const = default;
    };

    bool isEmpty() const { return m_ranges.empty(); }
    bool contains(quint64 value) const;
    const std::vector<Range> &ranges() const { return m_ranges; }
    void clear() { m_ranges.clear(); }
    void add(quint64 first, quint64 last); // in any order
    void remove(quint64 value);
    bool operator==(const Intervals &) const = default;

private:
    std::vector<Range> m_ranges;
};

} // namespace weir
