// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <functional>
#include <span>
#include <vector>

namespace weir {

// A run of lines that stayed, or that went and came: `left` and `right` lines from where the run before
// ended.
struct DiffRun
{
    bool isSame = false; // then there are as many left as right
    qsizetype left = 0;
    qsizetype right = 0;

    bool operator==(const DiffRun &) const = default;
};

// The shortest way from one list of lines to another (Myers 1986, in linear space), each line a number that
// equal lines share. Where more than `effort` lines differ between two that stayed, all between them went
// and came. Runs that stayed and runs that changed take turns. Empty where `isCancelled` says so.
std::vector<DiffRun> lineDiff(std::span<const quint32> left, std::span<const quint32> right, qsizetype effort,
                              const std::function<bool()> &isCancelled);

} // namespace weir
