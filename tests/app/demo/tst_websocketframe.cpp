// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "demo/websocketframe.h"

#include <QTest>

using namespace weir;

namespace {
constexpr WebSocketFraming masked{.final = true, .masked = true, .reserved = 0};
constexpr WebSocketFraming fragment{.final = false, .masked = true, .reserved = 0};

QByteArray trace(WebSocketReader &reader)
{
    QByteArray trace;
    while (const auto message = reader.next()) {
        trace.append(QByteArray::number(int(message->opcode))).append(' ');
        trace.append(QByteArray::number(message->payload.size())).append(' ');
        trace.append(message->payload.left(12)).append('\n');
    }
    return trace;
}
}

class TestWebSocketFrame final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheFramesOfTheStandard()
    {
        // RFC 6455 5.7
        const QByteArray hello("Hello");
        QCOMPARE(webSocketFrame(WebSocketOpcode::Text, hello), QByteArray("\x81\x05Hello"));
        QCOMPARE(webSocketFrame(WebSocketOpcode::Text, hello, masked),
                 QByteArray::fromHex("818537fa213d7f9f4d5158"));
        QCOMPARE(webSocketFrame(WebSocketOpcode::Binary, QByteArray(256, 'x')).first(4),
                 QByteArray::fromHex("827e0100"));
        QCOMPARE(webSocketFrame(WebSocketOpcode::Binary, QByteArray(65536, 'x')).first(10),
                 QByteArray::fromHex("827f0000000000010000"));
    }

    void readsTheSameHoweverItIsCut()
    {
        const QByteArray all = webSocketFrame(WebSocketOpcode::Text, "first", masked)
            + webSocketFrame(WebSocketOpcode::Text, "half € a", fragment)
            + webSocketFrame(WebSocketOpcode::Ping, {}, masked)
            + webSocketFrame(WebSocketOpcode::Continuation, {}, fragment)
            + webSocketFrame(WebSocketOpcode::Continuation, "nd half", masked)
            + webSocketFrame(WebSocketOpcode::Binary, QByteArray(200, 'b'), masked)
            + webSocketFrame(WebSocketOpcode::Text, {}, masked)
            + webSocketFrame(WebSocketOpcode::Close, closePayload(1000, "ok"), masked);
        const QByteArray expected(
            "1 5 first\n9 0 \n1 17 half € and\n2 200 bbbbbbbbbbbb\n1 0 \n8 4 \x03\xe8ok\n");
        for (qsizetype cut = 0; cut <= all.size(); ++cut) {
            WebSocketReader reader;
            reader.feed(QByteArrayView(all).first(cut));
            QByteArray read = trace(reader);
            reader.feed(QByteArrayView(all).sliced(cut));
            QCOMPARE(read += trace(reader), expected);
            QCOMPARE(reader.error(), WebSocketReader::Error::None);
        }
        WebSocketReader reader;
        QByteArray read;
        for (const char &byte : all) {
            reader.feed(QByteArrayView(&byte, 1));
            read += trace(reader);
        }
        QCOMPARE(read, expected);
    }

    void staysSilentAfterAnError()
    {
        WebSocketReader reader;
        reader.feed(webSocketFrame(WebSocketOpcode::Text, "not masked"));
        reader.feed(webSocketFrame(WebSocketOpcode::Text, "masked", masked));
        QVERIFY(!reader.next());
        reader.feed(webSocketFrame(WebSocketOpcode::Text, "masked", masked));
        QVERIFY(!reader.next());
        QCOMPARE(reader.error(), WebSocketReader::Error::Protocol);
    }

    void refusesFragmentsThatAreTooBigTogether()
    {
        WebSocketReader reader;
        const QByteArray quarter = webSocketFrame(
            WebSocketOpcode::Continuation, QByteArray(WebSocketReader::messageLimit / 4, 'x'), fragment);
        QByteArray first = quarter;
        first[0] = char(WebSocketOpcode::Binary);
        reader.feed(first);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(!reader.next());
            QCOMPARE(reader.error(), WebSocketReader::Error::None);
            reader.feed(quarter);
        }
        QVERIFY(!reader.next());
        reader.feed(webSocketFrame(WebSocketOpcode::Continuation, "x", masked));
        QVERIFY(!reader.next());
        QCOMPARE(reader.error(), WebSocketReader::Error::TooBig);
    }

    void cutsAReasonBetweenCharacters()
    {
        QCOMPARE(closePayload(1000, "short"), QByteArray("\x03\xe8short"));
        const QByteArray fits(123, 'r');
        QCOMPARE(closePayload(1000, QByteArray(200, 'r')).mid(2), fits);
        QCOMPARE(closePayload(1000, QByteArray(121, 'r').append("€")).mid(2), fits.first(121));
        QCOMPARE(closePayload(1000, QByteArray(120, 'r').append("€")).mid(2), fits.first(120) + "€");
    }
};

WEIR_TEST(runPlainTest<TestWebSocketFrame>)
#include "tst_websocketframe.moc"
