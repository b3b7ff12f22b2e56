// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "intervals.h"

#include <algorithm>

namespace weir {

bool Intervals::contains(quint64 value) const
{
    const auto after = std::upper_bound(m_ranges.begin(), m_ranges.end(), value,
                                        [](quint64 v, const Range &range) { return v < range.first; });
    return after != m_ranges.begin() && std::prev(after)->last >= value;
}

void Intervals::add(quint64 first, quint64 last)
{
    Range merged{std::min(first, last), std::max(first, last)};
    std::vector<Range> ranges;
    for (const Range &range : m_ranges) {
        // Ranges that touch become one.
        if (range.last + 1 < merged.first || (range.first > 0 && range.first - 1 > merged.last)) {
            ranges.push_back(range);
        } else {
            merged.first = std::min(merged.first, range.first);
            merged.last = std::max(merged.last, range.last);
        }
    }
    const auto place = std::lower_bound(ranges.begin(), ranges.end(), merged,
                                        [](const Range &a, const Range &b) { return a.first < b.first; });
    ranges.insert(place, merged);
    m_ranges = std::move(ranges);
}

void Intervals::remove(quint64 value)
{
    const auto found = std::find_if(m_ranges.begin(), m_ranges.end(), [value](const Range &range) {
        return range.first <= value && value <= range.last;
    });
    if (found == m_ranges.end())
        return;
    const Range range = *found;
    auto place = m_ranges.erase(found);
    if (value < range.last)
        place = m_ranges.insert(place, {value + 1, range.last});
    if (value > range.first)
        m_ranges.insert(place, {range.first, value - 1});
}

} // namespace weir
