// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "base/linediff.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace weir;

namespace {
using Lines = std::vector<quint32>;

std::vector<DiffRun> diffOf(const Lines &left, const Lines &right, qsizetype effort = 1000)
{
    return lineDiff(left, right, effort, [] { return false; });
}

// Lines that stay, the slow way.
qsizetype longestCommon(const Lines &left, const Lines &right)
{
    std::vector<std::vector<qsizetype>> best(left.size() + 1, std::vector<qsizetype>(right.size() + 1, 0));
    for (size_t i = 0; i < left.size(); ++i) {
        for (size_t j = 0; j < right.size(); ++j)
            best[i + 1][j + 1] =
                left[i] == right[j] ? best[i][j] + 1 : std::max(best[i][j + 1], best[i + 1][j]);
    }
    return best[left.size()][right.size()];
}

qsizetype sameLines(const std::vector<DiffRun> &runs)
{
    return std::accumulate(runs.begin(), runs.end(), qsizetype(0), [](qsizetype sum, const DiffRun &run) {
        return sum + (run.isSame ? run.left : 0);
    });
}

// Every line is in one run, and what is called the same is.
bool isDiffOf(const std::vector<DiffRun> &runs, const Lines &left, const Lines &right)
{
    qsizetype l = 0;
    qsizetype r = 0;
    for (size_t i = 0; i < runs.size(); ++i) {
        const DiffRun &run = runs[i];
        if ((i > 0 && runs[i - 1].isSame == run.isSame) || l + run.left > std::ssize(left)
            || r + run.right > std::ssize(right))
            return false;
        if (run.isSame
            && (run.left != run.right
                || !std::equal(left.begin() + l, left.begin() + l + run.left, right.begin() + r)))
            return false;
        l += run.left;
        r += run.right;
    }
    return l == std::ssize(left) && r == std::ssize(right);
}
}

class TestLineDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToCompare()
    {
        QVERIFY(diffOf({}, {}).empty());
        QCOMPARE(diffOf({1, 2}, {1, 2}), (std::vector<DiffRun>{{true, 2, 2}}));
        QCOMPARE(diffOf({1, 2}, {}), (std::vector<DiffRun>{{false, 2, 0}}));
        QCOMPARE(diffOf({}, {1}), (std::vector<DiffRun>{{false, 0, 1}}));
        QCOMPARE(diffOf({1}, {2}), (std::vector<DiffRun>{{false, 1, 1}}));
    }

    void whatStaysIsFound()
    {
        QCOMPARE(diffOf({1, 2, 3, 4, 5}, {1, 9, 3, 5, 6}),
                 (std::vector<DiffRun>{
                     {true, 1, 1}, {false, 1, 1}, {true, 1, 1}, {false, 1, 0}, {true, 1, 1}, {false, 0, 1}}));
    }

    void theShortestWayIsFound()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 3000; ++round) {
            Lines left(random.bounded(24));
            Lines right(random.bounded(24));
            const quint32 letters = 1 + random.bounded(6u);
            for (Lines *lines : {&left, &right})
                std::generate(lines->begin(), lines->end(), [&] { return random.bounded(letters); });
            const auto runs = diffOf(left, right);
            QVERIFY(isDiffOf(runs, left, right));
            QCOMPARE(sameLines(runs), longestCommon(left, right));
            QVERIFY(isDiffOf(diffOf(left, right, round % 5), left, right));
        }
    }

    void tooMuchIsNotSearched()
    {
        Lines left(1000);
        std::iota(left.begin(), left.end(), 0);
        Lines right = left;
        std::reverse(right.begin() + 1, right.end() - 1);
        QCOMPARE(diffOf(left, right, 0),
                 (std::vector<DiffRun>{{true, 1, 1}, {false, 998, 998}, {true, 1, 1}}));
    }

    void everyThirdOfManyIsFound()
    {
        Lines left(9000);
        std::iota(left.begin(), left.end(), 0);
        Lines right = left;
        for (size_t i = 0; i < right.size(); i += 3)
            right[i] += 100'000;
        const auto runs = diffOf(left, right, 6000);
        QVERIFY(isDiffOf(runs, left, right));
        QCOMPARE(sameLines(runs), qsizetype(6000));
    }

    void itCanBeStopped()
    {
        Lines left(5000, 1);
        Lines right(5000, 2);
        QVERIFY(lineDiff(left, right, 10'000, [] { return true; }).empty());
    }
};

WEIR_TEST(runAppTest<TestLineDiff>)
#include "tst_linediff.moc"
