// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "log/rowcache.h"

#include <QTest>

using namespace weir;

namespace {
RowPage page(quint64 number, quint64 rows = RowPage::size)
{
    RowPage result{number, std::vector<Lens::Row>(rows)};
    for (quint64 i = 0; i < rows; ++i)
        result.rows[i].event.seq = number * RowPage::size + i + 1;
    return result;
}
}

class TestRowCache final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRowsThatWereUsedLast()
    {
        RowCache cache;
        for (quint64 number = 0; number < 10 * RowCache::pageLimit; ++number) {
            cache.insert(page(number));
            QVERIFY(cache.row(5)); // of the first page, which is in use all the time
        }
        quint64 kept = 0;
        for (quint64 number = 0; number < 10 * RowCache::pageLimit; ++number)
            kept += cache.isKnown(number * RowPage::size);
        QCOMPARE(kept, quint64(RowCache::pageLimit));
        QCOMPARE(cache.row(5)->event.seq, 6u);
        QVERIFY(!cache.row(RowPage::size));
        QVERIFY(cache.row((10 * RowCache::pageLimit - 1) * RowPage::size));
    }

    void knowsWhatIsBeingRead()
    {
        RowCache cache;
        cache.setAsked(2, 10);
        const quint64 first = 2 * RowPage::size;
        QVERIFY(cache.isAsked(2) && cache.isKnown(first + 9) && !cache.isKnown(first + 10));
        QVERIFY(!cache.row(first));
        cache.dropAsked(2);
        QVERIFY(!cache.isAsked(2) && !cache.isKnown(first));
    }

    void thePageAtTheEndGrows()
    {
        RowCache cache;
        cache.setAsked(0, 3);
        cache.insert(page(0, 3));
        QVERIFY(!cache.isAsked(0));
        cache.setAsked(0, 7);
        cache.insert(page(0, 3)); // the answer to an older question
        QVERIFY(cache.isAsked(0) && cache.row(2) && !cache.row(6));
        cache.insert(page(0, 7));
        QVERIFY(!cache.isAsked(0) && cache.row(6));
        cache.insert(page(0, 3)); // and one that is late
        QVERIFY(cache.row(6));
        cache.clear();
        QVERIFY(!cache.isKnown(0));
    }

    void aRowThatCouldNotBeReadIsNoReasonToAskAgain()
    {
        RowCache cache;
        RowPage broken = page(0);
        broken.rows[3] = {};
        cache.insert(std::move(broken));
        QVERIFY(!cache.row(3) && cache.isKnown(3));
        QVERIFY(cache.row(4));
    }
};

WEIR_TEST(runAppTest<TestRowCache>)
#include "tst_rowcache.moc"
