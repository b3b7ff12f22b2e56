// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "base/backoff.h"

#include <QTest>

using weir::Backoff;

class TestBackoff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsExactlyTheBaseFirst()
    {
        Backoff backoff(3000);
        QCOMPARE(backoff.next(0.99), 3000);
    }

    void doublesWithJitterUpToTheCeiling()
    {
        Backoff backoff(1000, 5000);
        QCOMPARE(backoff.next(0), 1000);
        QCOMPARE(backoff.next(0.5), 2000);
        QCOMPARE(backoff.next(0), 3000);
        for (int i = 0; i < 100; ++i)
            QVERIFY(backoff.next(0.999) <= 5000);
    }

    void aBaseAboveTheCeilingLiftsIt()
    {
        Backoff backoff(90000, 60000);
        QCOMPARE(backoff.next(0), 90000);
        QCOMPARE(backoff.next(0.9), 90000);
    }

    void resetStartsAgain()
    {
        Backoff backoff(10);
        backoff.next(0);
        backoff.next(0);
        backoff.reset();
        QCOMPARE(backoff.next(0.9), 10);
    }
};

WEIR_TEST(runPlainTest<TestBackoff>)
#include "tst_backoff.moc"
