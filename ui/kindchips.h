// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chipbar.h"

#include "base/event.h"

#include <map>
#include <span>

namespace weir {

// Kinds of rows that one chip stands for.
struct KindChip
{
    const char *key;
    const char *label; // marked for translation in the context of its page
    quint64 kinds; // kindBit()s
};

// How many rows of these kinds there are.
quint64 countOf(const std::map<Kind, quint64> &counts, quint64 kinds);
// A chip for each that has rows; `context`: of its label.
std::vector<ChipBar::Item> kindItems(std::span<const KindChip> chips, const std::map<Kind, quint64> &counts,
                                     const char *context);
quint64 checkedKinds(std::span<const KindChip> chips, const std::set<QByteArray> &checked);

} // namespace weir
