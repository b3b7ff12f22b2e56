// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "http/networkerror.h"
#include "websocket/websocketclient.h"

#include "base/closecode.h"

#include <QTest>

using namespace weir;

// Which closes there are, and what follows them.
class TestClosePolicy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCodeIsShownWithItsName()
    {
        QCOMPARE(closeCodeText(1012), QStringLiteral("1012 Service Restart"));
        QCOMPARE(closeCodeText(4321), QStringLiteral("4321"));
    }

    void aCodeDecidesWhetherToTryAgain()
    {
        const auto retried = [](int code) {
            return isWorthARetry({ErrorCode::WebSocketClosed, closeCodeText(code)}, false);
        };
        for (const int code : {1000, 1001, 1005, 1006, 1011, 1012, 1013, 1014, 3001, 4000, 4999})
            QVERIFY2(retried(code), qPrintable(QString::number(code)));
        for (const int code : {1002, 1003, 1007, 1008, 1009, 1010, 1015})
            QVERIFY2(!retried(code), qPrintable(QString::number(code)));
    }

    void oursAre1000And3000To4999()
    {
        for (const int code : {1000, 3000, 3999, 4999})
            QVERIFY(WebSocketClient::validateClose(code, "bye"));
        for (const int code : {0, 999, 1001, 1005, 1006, 1012, 2999, 5000, -1})
            QCOMPARE(WebSocketClient::validateClose(code, {}).error().code, ErrorCode::InvalidCloseCode);
        QVERIFY(WebSocketClient::validateClose(1000, QByteArray(123, 'x')));
        QCOMPARE(WebSocketClient::validateClose(1000, QByteArray(124, 'x')).error().code,
                 ErrorCode::CloseReasonTooLong);
        QCOMPARE(WebSocketClient::validateClose(1000, "\xff").error().code, ErrorCode::InvalidText);
    }
};

WEIR_TEST(runAppTest<TestClosePolicy>)
#include "tst_closepolicy.moc"
