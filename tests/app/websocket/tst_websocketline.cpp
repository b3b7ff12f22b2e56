// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"
#include "websocketfixture.h"

#include "demo/handshake.h"
#include "demo/websocketframe.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

using namespace weir;

// How an open line ends, and what follows.
class TestWebSocketLine final : public WebSocketFixture
{
    Q_OBJECT

    struct End
    {
        QByteArray code;
        QByteArray reason;
        Direction direction;
    };
    End end() const
    {
        for (const Event &row : m_sink->rows) {
            if (row.kind == Kind::WsClose)
                return {row.name, row.payload, row.direction};
        }
        return {};
    }

private Q_SLOTS:
    void stopClosesWith1000AndWaitsForTheAnswer()
    {
        start("/echo");
        QTRY_VERIFY(isOpen());
        m_client->stop();
        QCOMPARE(now().state, LineState::Closing);
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(!now().failed);
        QCOMPARE(m_sink->names(Kind::WsClose), (QByteArrayList{"1000", "1000"})); // ours, and the answer
        QCOMPARE(find(Kind::WsClose, Direction::In)->name, "1000");
        QVERIFY(errors().isEmpty());
    }

    void weCloseWithACodeOfOurOwn()
    {
        start("/echo");
        QTRY_VERIFY(isOpen());
        m_client->close(4001, "enough");
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(find(Kind::WsClose, Direction::Out)->name, "4001");
        QCOMPARE(find(Kind::WsClose, Direction::Out)->payload, "enough");
        QCOMPARE(find(Kind::WsClose, Direction::In)->name, "4001");
    }

    void aPeerThatDoesNotAnswerOurCloseIsLeft()
    {
        start("/mute");
        QTRY_VERIFY(isOpen());
        m_client->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished->count(), 1, 10'000);
        QVERIFY(!now().failed);
    }

    void realCodesAreToldFromNoneAndFromALostLine_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<Direction>("direction");
        QTest::newRow("1000") << QByteArray("/close?code=1000&reason=done") << QByteArray("1000")
                              << QByteArray("done") << Direction::In;
        QTest::newRow("1005") << QByteArray("/close?code=1005") << QByteArray("1005") << QByteArray()
                              << Direction::In;
        QTest::newRow("1006") << QByteArray("/close?code=1006") << QByteArray("1006") << QByteArray()
                              << Direction::Local;
        QTest::newRow("1012") << QByteArray("/close?code=1012&reason=Service%20Restart") << QByteArray("1012")
                              << QByteArray("Service Restart") << Direction::In;
        QTest::newRow("1013") << QByteArray("/close?code=1013") << QByteArray("1013") << QByteArray()
                              << Direction::In;
        QTest::newRow("4321") << QByteArray("/close?code=4321&reason=own") << QByteArray("4321")
                              << QByteArray("own") << Direction::In;
        QTest::newRow("in mid frame") << QByteArray("/drop?after=1&midframe=1") << QByteArray("1006")
                                      << QByteArray() << Direction::Local;
    }
    void realCodesAreToldFromNoneAndFromALostLine()
    {
        QFETCH(QByteArray, target);
        m_settings.reconnectionTime = 60'000;
        start(target);
        QTRY_VERIFY(!m_sink->names(Kind::WsClose).isEmpty());
        const End ended = end();
        QTEST(ended.code, "code");
        QTEST(ended.reason, "reason");
        QTEST(ended.direction, "direction");
        QTRY_COMPARE(now().state, LineState::Waiting);
        QCOMPARE(QByteArray::number(now().closeCode), ended.code);
    }

    // In one write with a close frame, and with the answer to the handshake.
    void messagesBeforeACloseAreReceived_data()
    {
        QTest::addColumn<bool>("withTheHead");
        QTest::addColumn<int>("size");
        QTest::newRow("after the handshake") << false << 5;
        QTest::newRow("after the handshake, large") << false << 300'000;
        QTest::newRow("with the handshake") << true << 5;
    }
    void messagesBeforeACloseAreReceived()
    {
        QFETCH(const bool, withTheHead);
        QFETCH(const int, size);
        const QByteArray text(size, 'x');
        const QByteArray frames = webSocketFrame(WebSocketOpcode::Text, "first")
            + webSocketFrame(WebSocketOpcode::Text, text)
            + webSocketFrame(WebSocketOpcode::Close, QByteArray("\x03\xf4 restart", 10).remove(2, 1));
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QIODevice::readyRead, socket, [=, request = QByteArray()]() mutable {
                request += socket->readAll();
                if (!request.contains("Sec-WebSocket-Key: "))
                    return;
                QByteArray key = request.mid(request.indexOf("Sec-WebSocket-Key: ") + 19);
                key.truncate(key.indexOf('\r'));
                request.clear();
                const QByteArray answer =
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
                    "Upgrade\r\nSec-WebSocket-Accept: "
                    + acceptKey(key) + "\r\n\r\n";
                socket->write(withTheHead ? QByteArray(answer + frames) : answer);
                if (!withTheHead)
                    QTimer::singleShot(20, socket, [socket, frames] { socket->write(frames); });
            });
        });
        m_settings.reconnectionTime = 60'000;
        start(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(server.serverPort())));
        QTRY_COMPARE(now().state, LineState::Waiting);
        QCOMPARE(received(), (QByteArrayList{"first", text}));
        QCOMPARE(end().code, "1012");
        QCOMPARE(end().reason, "restart");
        QVERIFY(m_sink->rows.back().kind == Kind::State); // after the messages
    }

    void whatAHeldLineHadNotWrittenWhenItBrokeIsSentByTheNextOne()
    {
        start("/mute");
        QTRY_VERIFY(isOpen());
        m_sink->full = true;
        m_client->ping("fill"); // a row: the log has enough
        QTRY_VERIFY(now().held);
        const QByteArray megabyte(1024 * 1024, 'x');
        for (int i = 0; i < 20; ++i)
            QVERIFY(m_outbox->push(Kind::WsBinary, megabyte));
        m_client->sendQueued();
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY(clock.elapsed() > 200);
        m_demo.reset(); // the line breaks, and nobody can say so
        clock.start();
        QTRY_VERIFY(clock.elapsed() > 200);
        const quint64 sent = now().sentMessages;
        QVERIFY(sent < 20);
        m_client.reset();
        QCOMPARE(quint64(m_outbox->count()) + sent, 20u);
    }

    void stopOfAHeldLineIsTheEnd()
    {
        m_settings.readTimeout = 100;
        start("/ticks?rate=0&size=1000");
        QTRY_VERIFY(now().events > 100);
        m_sink->full = true;
        QTRY_VERIFY(now().held);
        m_client->stop();
        m_sink->full = false;
        m_sink->waker();
        QTRY_COMPARE_WITH_TIMEOUT(m_finished->count(), 1, 10'000);
        QCOMPARE(now().state, LineState::Closed);
        QVERIFY(!now().failed);
    }

    void aLineThatOpensWhileTheLogIsFullIsHeld()
    {
        m_sink->full = true;
        m_settings.readTimeout = 100;
        start("/ticks?rate=0&size=1000");
        QTRY_VERIFY(isOpen() && now().held);
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY(clock.elapsed() > 300);
        const quint64 before = now().events;
        clock.start();
        QTRY_VERIFY(clock.elapsed() > 300);
        QCOMPARE(now().events, before);
        QVERIFY(isOpen()); // and it is not called silent
        m_sink->full = false;
        m_sink->waker();
        QTRY_VERIFY(now().events > before + 1000);
    }

    void aServiceRestartIsFollowedByAnotherAttempt()
    {
        start("/close?code=1012&after=0");
        QTRY_VERIFY(m_sink->names(Kind::HttpRequest).size() >= 3);
        QVERIFY(m_sink->payloads(Kind::State, "waiting")
                    .first()
                    .startsWith("The server closed the connection: 1012 Service Restart."));
        QVERIFY(errors().isEmpty()); // a close is no fault
    }

    void finalCodesAreTheEnd_data()
    {
        QTest::addColumn<int>("code");
        for (const int code : {1002, 1003, 1007, 1008, 1009})
            QTest::addRow("%d", code) << code;
    }
    void finalCodesAreTheEnd()
    {
        QFETCH(int, code);
        start("/close?code=" + QByteArray::number(code));
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(now().failed);
        QCOMPARE(now().closeCode, code);
        QCOMPARE(m_sink->names(Kind::HttpRequest).size(), 1);
        QVERIFY(errors().first().contains(QByteArray::number(code)));
    }

    void afterANormalCloseTheChoiceDecides()
    {
        m_settings.reconnectAfterClose = false;
        start("/close?code=1001");
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(!now().failed);
        QCOMPARE(now().error.code, ErrorCode::WebSocketClosed);
        QCOMPARE(m_sink->names(Kind::HttpRequest).size(), 1);
    }

    void withoutReconnectionACleanEndIsNoFailureAndALostLineIs()
    {
        m_settings.reconnect = false;
        start("/close?code=1000");
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(!now().failed);
        start("/drop?after=1");
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(now().failed);
        QCOMPARE(now().error.code, ErrorCode::LineDropped);
    }

    void whatTheServerBreaksIsNamed_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *target, const char *code, const char *words) {
            QTest::newRow(target) << QByteArray(target) << QByteArray(code) << QByteArray(words);
        };
        row("/bad/ws-masked", "1002", "masked frame");
        row("/bad/ws-utf8", "1007", "a text that is not UTF-8");
        row("/bad/ws-huge", "1009", "more than 67108864 bytes");
        row("/bad/ws-reserved", "1002", "");
        row("/bad/ws-fragment", "1007", "cut inside a character, which is allowed");
    }
    void whatTheServerBreaksIsNamed()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, words);
        start(target);
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(now().failed);
        QTEST(end().code, "code");
        QCOMPARE(end().direction, Direction::Out);
        QCOMPARE(errors().size(), 1);
        QVERIFY2(errors().first().contains(words), errors().first().constData());
    }

    void aMessageBeyondTheLimitEndsTheLineWith1009()
    {
        m_settings.messageLimit = 1000;
        start("/ticks?rate=0&size=1001");
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(end().code, "1009");
        QVERIFY(errors().first().contains("more than 1000 bytes"));
    }

    void messagesOfALostLineAreSentByTheNextOne()
    {
        m_settings.reconnectionTime = 60'000;
        start("/drop?after=1");
        QTRY_COMPARE(now().state, LineState::Waiting);
        send("kept");
        QCOMPARE(m_outbox->count(), 1);
        m_client.reset();
        start("/echo");
        QTRY_COMPARE(received().last(), "kept");
    }

    void silenceIsALostLineWhereThatIsAsked()
    {
        m_settings.readTimeout = 50;
        start("/echo");
        QTRY_VERIFY(!errors().isEmpty());
        QVERIFY(errors().first().contains("Nothing was received for 50 ms"));
    }

    void reconnectNowDoesNotWait()
    {
        m_settings.reconnectionTime = 60'000;
        start("/drop?after=1");
        QTRY_COMPARE(now().state, LineState::Waiting);
        m_client->reconnectNow();
        QTRY_COMPARE(m_sink->names(Kind::HttpRequest).size(), 2);
    }
};

WEIR_TEST(runAppTest<TestWebSocketLine>)
#include "tst_websocketline.moc"
