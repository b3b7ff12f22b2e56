// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "session/ratemeter.h"

#include <QTest>

using weir::RateMeter;

class TestRateMeter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsZero()
    {
        const RateMeter meter;
        QCOMPARE(meter.rate(5), 0.0);
    }

    void countsTheLastSecond()
    {
        RateMeter meter;
        for (int i = 0; i <= 40; ++i)
            meter.sample(i * 100000, quint64(i) * 10);
        QCOMPARE(meter.rate(4000000), 100.0);
    }

    void decaysWithoutSamples()
    {
        RateMeter meter;
        meter.sample(0, 0);
        meter.sample(500000, 50);
        QCOMPARE(meter.rate(600000), 50.0);
        QCOMPARE(meter.rate(2000000), 0.0);
    }

    void aBurstAfterSilenceIsNotSpreadOverIt()
    {
        RateMeter meter;
        meter.sample(0, 0);
        meter.sample(60000000, 500);
        QCOMPARE(meter.rate(60000000), 500.0);
    }

    void staysSmall()
    {
        RateMeter meter;
        for (int i = 0; i < 100000; ++i)
            meter.sample(i * 10, quint64(i));
        QCOMPARE(meter.rate(1000000), 99999.0);
    }
};

WEIR_TEST(runPlainTest<TestRateMeter>)
#include "tst_ratemeter.moc"
