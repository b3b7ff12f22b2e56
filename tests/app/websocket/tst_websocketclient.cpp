// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"
#include "websocketfixture.h"

using namespace weir;

// What goes over an open line.
class TestWebSocketClient final : public WebSocketFixture
{
    Q_OBJECT

private Q_SLOTS:
    void textAndBinaryComeBackAsTheyWere()
    {
        start("/echo");
        const QByteArray bytes("\0\x01\xff", 3);
        QVERIFY(m_outbox->push(Kind::WsText, "hällo 🐟"));
        QVERIFY(m_outbox->push(Kind::WsBinary, bytes));
        QTRY_COMPARE(received(), (QByteArrayList{"hällo 🐟", bytes}));
        QCOMPARE(m_sink->names(Kind::HttpRequest), QByteArrayList{"GET"});
        QCOMPARE(m_sink->names(Kind::HttpResponse), QByteArrayList{"101"});
        QTRY_COMPARE(now().sentMessages, 2u);
        QCOMPARE(now().sentBytes, quint64(11 + 3));
        QCOMPARE(now().events, 2u);
        QCOMPARE(m_sink->payloads(Kind::WsText), (QByteArrayList{"hällo 🐟", "hällo 🐟"}));
        QCOMPARE(m_sink->payloads(Kind::WsBinary), (QByteArrayList{bytes, bytes}));
        QVERIFY(errors().isEmpty());
    }

    void everySizeAndEveryPlaneOfUnicodeComesBack()
    {
        start("/echo");
        QByteArrayList sent;
        for (const qsizetype size : {0, 1, 125, 126, 65535, 65536, 1024 * 1024, 16 * 1024 * 1024})
            sent += QByteArray(size, 'x');
        QString planes;
        for (char32_t plane = 0; plane <= 16; ++plane) {
            const char32_t point = plane * 0x10000 + 0x2a;
            planes += QString::fromUcs4(&point, 1);
        }
        sent += planes.toUtf8();
        sent += QByteArray("\xef\xbb\xbf") + "after a byte order mark";
        sent += QByteArray("\0 and \r\n", 8);
        for (const QByteArray &text : sent)
            send(text);
        QTRY_COMPARE_WITH_TIMEOUT(received().size(), sent.size(), 30'000);
        QVERIFY(received() == sent);
        QTRY_COMPARE(now().sentMessages, quint64(sent.size()));
    }

    void tenThousandRoundTripsStayInOrder()
    {
        start("/echo");
        constexpr int count = 10'000;
        for (int i = 0; i < count; ++i)
            QVERIFY(m_outbox->push(Kind::WsText, "message " + QByteArray::number(i)));
        QTRY_COMPARE_WITH_TIMEOUT(now().events, quint64(count), 30'000);
        const QByteArrayList back = received();
        for (int i = 0; i < count; ++i)
            QCOMPARE(back[i], "message " + QByteArray::number(i));
        QTRY_COMPARE(now().sentMessages, quint64(count));
    }

    void theFirstSubprotocolThatTheServerKnowsIsAgreed()
    {
        m_settings.subprotocols = {QStringLiteral("unknown"), QStringLiteral("chat.v2"),
                                   QStringLiteral("chat.v1")};
        start("/lobby?chatter=0");
        QTRY_VERIFY(isOpen());
        QCOMPARE(now().subprotocol, QStringLiteral("chat.v2"));
        const Event *request = find(Kind::HttpRequest, Direction::Out);
        QVERIFY(request->payload.contains("Sec-WebSocket-Protocol: unknown, chat.v2, chat.v1\n"));
        QVERIFY(m_sink->payloads(Kind::State, "open").first().contains("subprotocol chat.v2, no extensions"));
        QVERIFY(find(Kind::HttpResponse, Direction::In)->payload.startsWith("HTTP/1.1 101 "));
    }

    void aPingHasItsRoundTrip()
    {
        start("/echo");
        QTRY_VERIFY(isOpen());
        m_client->ping("are you there");
        QTRY_COMPARE(now().roundTrips, 1u);
        QVERIFY(now().roundTrip >= 0);
        const Event *ping = find(Kind::WsPing, Direction::Out);
        const Event *pong = find(Kind::WsPong, Direction::In);
        QVERIFY(ping && pong);
        QCOMPARE(pong->payload, "are you there");
        QVERIFY(pong->name.endsWith(" ms"));
        QVERIFY(pong->ref != 0);
    }

    void thePeersPingsAreRows()
    {
        start("/ping?every=5");
        QTRY_VERIFY(find(Kind::WsPing, Direction::In));
        QTRY_VERIFY(now().events > 0); // the server tells of the pongs it got
    }

    void silenceAfterAPingIsALostLine()
    {
        m_settings.heartbeat = 20;
        m_settings.heartbeatTimeout = 50;
        start("/nopong");
        QTRY_VERIFY(!errors().isEmpty());
        QVERIFY(errors().first().contains("no pong came within 50 ms"));
        QTRY_VERIFY(m_sink->names(Kind::HttpRequest).size() > 1); // and it tries again
    }

    void heartbeatsKeepAGoodLine()
    {
        m_settings.heartbeat = 5;
        m_settings.heartbeatTimeout = 5000;
        start("/echo");
        QTRY_VERIFY(now().roundTrips >= 5);
        QVERIFY(isOpen() && errors().isEmpty());
    }

    void messagesOfADownLineWaitAndGoOnce()
    {
        const quint64 withdrawn = *m_outbox->push(Kind::WsText, "never mind");
        QVERIFY(m_outbox->push(Kind::WsText, "first"));
        QVERIFY(m_outbox->withdraw(withdrawn));
        start("/echo");
        QTRY_COMPARE(received(), QByteArrayList{"first"});
        QVERIFY(m_sink->payloads(Kind::Note, "queue").first().endsWith(": 1."));
    }

    void aPeerThatDoesNotReadHoldsUsBack()
    {
        start("/mute");
        QTRY_VERIFY(isOpen());
        const QByteArray megabyte(1024 * 1024, 'x');
        int taken = 0;
        while (taken < 200 && m_outbox->push(Kind::WsBinary, megabyte)) {
            m_client->sendQueued();
            QCoreApplication::processEvents();
            ++taken;
        }
        QVERIFY(taken >= 64 && taken < 200);
        QVERIFY(now().unsentBytes < 4 * 1024 * 1024); // the rest waits where it can be withdrawn
        QCOMPARE(m_outbox->push(Kind::WsBinary, megabyte).error().code, ErrorCode::OutboxFull);
    }

    void aLogThatIsBehindSlowsTheServer()
    {
        start("/ticks?rate=0&size=1000");
        QTRY_VERIFY(now().events > 100);
        m_sink->full = true;
        QTRY_VERIFY(now().held);
        // what the turn had is taken; from now on the socket says nothing
        const quint64 before = now().events;
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY(clock.elapsed() > 100);
        QCOMPARE(now().events, before);
        QVERIFY(now().held);
        m_sink->full = false;
        m_sink->waker();
        QTRY_VERIFY(now().events > before + 1000);
        // nothing is missing
        int next = 0;
        for (const QByteArray &tick : received())
            QVERIFY(tick.startsWith(QByteArray("{\"n\":" + QByteArray::number(++next))));
    }

    void itGoesOnWithWhatWasSentWhileItWasHeld()
    {
        start("/echo");
        QTRY_VERIFY(isOpen());
        m_sink->full = true;
        send("a");
        QTRY_VERIFY(now().held);
        send("b");
        QTRY_COMPARE(now().sentMessages, 2u);
        m_sink->full = false;
        m_sink->waker();
        QTRY_COMPARE(received(), (QByteArrayList{"a", "b"}));
    }
};

WEIR_TEST(runAppTest<TestWebSocketClient>)
#include "tst_websocketclient.moc"
