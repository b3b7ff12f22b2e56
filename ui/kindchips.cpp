// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kindchips.h"

#include <QCoreApplication>

namespace weir {

quint64 countOf(const std::map<Kind, quint64> &counts, quint64 kinds)
{
    quint64 sum = 0;
    for (const auto &[kind, count] : counts)
        sum += kinds & kindBit(kind) ? count : 0;
    return sum;
}

std::vector<ChipBar::Item> kindItems(std::span<const KindChip> chips, const std::map<Kind, quint64> &counts,
                                     const char *context)
{
    std::vector<ChipBar::Item> items;
    for (const KindChip &chip : chips) {
        if (const quint64 count = countOf(counts, chip.kinds))
            items.push_back({chip.key, QCoreApplication::translate(context, chip.label), count});
    }
    return items;
}

quint64 checkedKinds(std::span<const KindChip> chips, const std::set<QByteArray> &checked)
{
    quint64 kinds = 0;
    for (const KindChip &chip : chips)
        kinds |= checked.contains(chip.key) ? chip.kinds : 0;
    return kinds;
}

} // namespace weir
