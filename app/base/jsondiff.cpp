// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsondiff.h"

#include "jsonformat.h"
#include "linediff.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace weir {

namespace {
constexpr qsizetype diffEffort = 6000; // changes that are searched for in one stretch

QByteArray laidOut(QByteArrayView text)
{
    auto formatted = formatJson(text);
    return formatted ? std::move(*formatted) : text.toByteArray();
}

std::vector<qsizetype> beginsOf(QByteArrayView text)
{
    std::vector<qsizetype> begins{0};
    if (text.isEmpty())
        return begins;
    for (qsizetype at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        begins.push_back(at + 1);
    begins.push_back(text.size() + 1);
    return begins;
}

QByteArrayView lineOf(QByteArrayView text, const std::vector<qsizetype> &begins, qsizetype number)
{
    const qsizetype begin = begins[size_t(number)];
    return text.sliced(begin, begins[size_t(number) + 1] - 1 - begin);
}

std::string_view key(QByteArrayView line)
{
    if (line.endsWith(','))
        line.chop(1);
    return {line.data(), size_t(line.size())};
}

using Numbers = std::unordered_map<std::string_view, quint32>;

std::vector<quint32> numbered(QByteArrayView text, const std::vector<qsizetype> &begins, Numbers &numbers)
{
    std::vector<quint32> lines;
    lines.reserve(begins.size() - 1);
    for (qsizetype i = 0; i + 1 < qsizetype(begins.size()); ++i)
        lines.push_back(
            numbers.try_emplace(key(lineOf(text, begins, i)), quint32(numbers.size())).first->second);
    return lines;
}

void add(JsonDiff &diff, const DiffRun &run, qsizetype &left, qsizetype &right)
{
    for (qsizetype i = 0; i < std::max(run.left, run.right); ++i)
        diff.lines.push_back({i < run.left ? left + i : -1, i < run.right ? right + i : -1, run.isSame});
    left += run.left;
    right += run.right;
    if (run.isSame)
        return;
    diff.removed += run.left;
    diff.added += run.right;
}
}

QByteArrayView JsonDiff::leftLine(qsizetype number) const
{
    return lineOf(left, leftBegins, number);
}

QByteArrayView JsonDiff::rightLine(qsizetype number) const
{
    return lineOf(right, rightBegins, number);
}

JsonDiff jsonDiff(QByteArrayView left, QByteArrayView right, const std::function<bool()> &isCancelled)
{
    JsonDiff diff;
    diff.left = laidOut(left);
    diff.right = laidOut(right);
    if (isCancelled())
        return diff;
    diff.leftBegins = beginsOf(diff.left);
    diff.rightBegins = beginsOf(diff.right);
    Numbers numbers;
    const std::vector<quint32> lefts = numbered(diff.left, diff.leftBegins, numbers);
    const std::vector<quint32> rights = numbered(diff.right, diff.rightBegins, numbers);
    diff.isCoarse = std::ssize(lefts) + std::ssize(rights) > diffLineLimit;
    qsizetype l = 0;
    qsizetype r = 0;
    for (const DiffRun &run : lineDiff(lefts, rights, diff.isCoarse ? 0 : diffEffort, isCancelled))
        add(diff, run, l, r);
    return diff;
}

} // namespace weir
