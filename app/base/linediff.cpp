// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linediff.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace weir {

namespace {
struct Box
{
    qsizetype left = 0;
    qsizetype leftEnd = 0;
    qsizetype right = 0;
    qsizetype rightEnd = 0;

    qsizetype width() const { return leftEnd - left; }
    qsizetype height() const { return rightEnd - right; }
};

struct Point
{
    qsizetype left = 0;
    qsizetype right = 0;
};

constexpr qsizetype outside = std::numeric_limits<qsizetype>::min() / 4; // no way leads there

// Diagonals from -d to d; how far the search came on each.
class Reach final
{
public:
    explicit Reach(qsizetype most)
        : m_most(most)
        , m_at(size_t(2 * most + 1))
    {
    }
    qsizetype &operator[](qsizetype diagonal) { return m_at[size_t(diagonal + m_most)]; }

private:
    const qsizetype m_most;
    std::vector<qsizetype> m_at;
};

class Differ final
{
public:
    Differ(std::span<const quint32> left, std::span<const quint32> right, qsizetype effort,
           const std::function<bool()> &isCancelled)
        : m_left(left)
        , m_right(right)
        , m_effort(effort)
        , m_isCancelled(isCancelled)
        , m_forward(effort + 2)
        , m_backward(effort + 2)
    {
    }

    std::vector<DiffRun> run();

private:
    void compare(Box box);
    std::optional<Point> middle(const Box &box);
    std::optional<Point> goForward(const Box &box, qsizetype d, qsizetype delta);
    std::optional<Point> goBackward(const Box &box, qsizetype d, qsizetype delta);
    static qsizetype step(Reach &reach, const Box &box, qsizetype d, qsizetype k);
    void add(bool isSame, qsizetype left, qsizetype right);
    bool isSame(qsizetype left, qsizetype right) const
    {
        return m_left[size_t(left)] == m_right[size_t(right)];
    }

    const std::span<const quint32> m_left;
    const std::span<const quint32> m_right;
    const qsizetype m_effort;
    const std::function<bool()> &m_isCancelled;
    Reach m_forward; // lines of the left side that are done
    Reach m_backward; // the same, from the end
    std::vector<DiffRun> m_runs;
    bool m_cancelled = false;
};

std::vector<DiffRun> Differ::run()
{
    compare({0, qsizetype(m_left.size()), 0, qsizetype(m_right.size())});
    if (m_cancelled)
        m_runs.clear();
    return std::move(m_runs);
}

void Differ::compare(Box box)
{
    qsizetype before = 0;
    while (box.left < box.leftEnd && box.right < box.rightEnd && isSame(box.left, box.right)) {
        ++box.left;
        ++box.right;
        ++before;
    }
    qsizetype behind = 0;
    while (box.left < box.leftEnd && box.right < box.rightEnd && isSame(box.leftEnd - 1, box.rightEnd - 1)) {
        --box.leftEnd;
        --box.rightEnd;
        ++behind;
    }
    add(true, before, before);
    const bool isOneSided = box.width() == 0 || box.height() == 0;
    if (const auto split = isOneSided ? std::nullopt : middle(box)) {
        compare({box.left, split->left, box.right, split->right});
        compare({split->left, box.leftEnd, split->right, box.rightEnd});
    } else {
        add(false, box.width(), box.height());
    }
    add(true, behind, behind);
}

// Where the ways from both ends meet; nothing where that is too far.
std::optional<Point> Differ::middle(const Box &box)
{
    const qsizetype delta = box.width() - box.height();
    const qsizetype most = std::min(m_effort, (box.width() + box.height() + 1) / 2);
    for (qsizetype d = 0; d <= most; ++d) {
        if (d % 64 == 63 && m_isCancelled()) {
            m_cancelled = true;
            return {};
        }
        if (const auto met = goForward(box, d, delta))
            return met;
        if (const auto met = goBackward(box, d, delta))
            return met;
    }
    return {};
}

std::optional<Point> Differ::goForward(const Box &box, qsizetype d, qsizetype delta)
{
    m_forward[d + 1] = m_forward[-d - 1] = outside;
    for (qsizetype k = -d; k <= d; k += 2) {
        qsizetype x = step(m_forward, box, d, k);
        while (x >= 0 && x < box.width() && x - k < box.height() && isSame(box.left + x, box.right + x - k))
            ++x;
        m_forward[k] = x;
        const qsizetype other = delta - k;
        if (delta % 2 != 0 && other >= 1 - d && other <= d - 1 && x + m_backward[other] >= box.width())
            return Point{box.left + x, box.right + x - k};
    }
    return {};
}

std::optional<Point> Differ::goBackward(const Box &box, qsizetype d, qsizetype delta)
{
    m_backward[d + 1] = m_backward[-d - 1] = outside;
    for (qsizetype k = -d; k <= d; k += 2) {
        qsizetype x = step(m_backward, box, d, k);
        while (x >= 0 && x < box.width() && x - k < box.height()
               && isSame(box.leftEnd - 1 - x, box.rightEnd - 1 - (x - k)))
            ++x;
        m_backward[k] = x;
        const qsizetype other = delta - k;
        if (delta % 2 == 0 && other >= -d && other <= d && x + m_forward[other] >= box.width())
            return Point{box.leftEnd - x, box.rightEnd - (x - k)};
    }
    return {};
}

// One change further than d - 1 changes came beside diagonal k.
qsizetype Differ::step(Reach &reach, const Box &box, qsizetype d, qsizetype k)
{
    if (d == 0)
        return 0;
    qsizetype furthest = outside;
    for (const qsizetype x : {reach[k + 1], reach[k - 1] + 1}) {
        if (x >= 0 && x <= box.width() && x >= k && x - k <= box.height())
            furthest = std::max(furthest, x);
    }
    return furthest;
}

void Differ::add(bool isSame, qsizetype left, qsizetype right)
{
    if (left == 0 && right == 0)
        return;
    if (m_runs.empty() || m_runs.back().isSame != isSame)
        m_runs.push_back({isSame, 0, 0});
    m_runs.back().left += left;
    m_runs.back().right += right;
}
}

std::vector<DiffRun> lineDiff(std::span<const quint32> left, std::span<const quint32> right, qsizetype effort,
                              const std::function<bool()> &isCancelled)
{
    return Differ(left, right, effort, isCancelled).run();
}

} // namespace weir
