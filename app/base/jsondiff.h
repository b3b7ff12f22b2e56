// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <functional>
#include <vector>

namespace weir {

// Two texts line by line; JSON as formatJson() lays it out, so that what is compared are members and
// elements. Whether a comma follows makes no difference.
struct JsonDiff
{
    struct Line
    {
        qsizetype left = -1; // number of the line, from 0; -1: there is none on this side
        qsizetype right = -1;
        bool isSame = false;

        bool operator==(const Line &) const = default;
    };
    std::vector<Line> lines; // in order; of a change what went stands beside what came
    QByteArray left; // the texts, laid out
    QByteArray right;
    std::vector<qsizetype> leftBegins; // where each line begins; one more than there are lines
    std::vector<qsizetype> rightBegins;
    qsizetype removed = 0; // lines
    qsizetype added = 0;
    bool isCoarse = false; // too much for a search: only what is the same at both ends is

    bool isEqual() const { return removed == 0 && added == 0; }
    QByteArrayView leftLine(qsizetype number) const; // without its end
    QByteArrayView rightLine(qsizetype number) const;
};

constexpr qsizetype diffLineLimit = 20'000; // of both together; above it a diff is coarse

// Any thread; asks `isCancelled` now and then and ends early where it says so.
JsonDiff jsonDiff(QByteArrayView left, QByteArrayView right, const std::function<bool()> &isCancelled);

} // namespace weir
