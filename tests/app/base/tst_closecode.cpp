// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "base/closecode.h"

#include <QTest>

using weir::closeCodeName;

class TestCloseCode final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheCodesOfTheRegistry()
    {
        QCOMPARE(closeCodeName(1000), QStringLiteral("Normal Closure"));
        QCOMPARE(closeCodeName(1012), QStringLiteral("Service Restart"));
        QCOMPARE(closeCodeName(1015), QStringLiteral("TLS Handshake"));
        for (int code = 1000; code <= 1015; ++code)
            QCOMPARE(closeCodeName(code).isEmpty(), code == 1004);
    }

    void otherCodesHaveNone()
    {
        for (const int code : {-1, 0, 999, 1016, 2999, 3000, 4001, 5000})
            QVERIFY(closeCodeName(code).isEmpty());
    }
};

WEIR_TEST(runPlainTest<TestCloseCode>)
#include "tst_closecode.moc"
