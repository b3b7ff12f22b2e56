// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"
#include "websocketpeers.h"

using namespace weir;

class TestDemoWebSocket final : public QObject
{
    Q_OBJECT

    DemoServer m_server;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.listen()); }
    void cleanup() { QTRY_COMPARE(m_server.findChildren<QTcpSocket *>().size(), 0); }

    void listsWebSocketsByTheirScheme()
    {
        int found = 0;
        for (const QUrl &url : m_server.urls()) {
            const bool http = url.path().startsWith(QLatin1String("/feeds/"));
            QVERIFY(!http || url.scheme() == QLatin1String("http"));
            found += url.scheme() == QLatin1String("ws");
        }
        QCOMPARE(found, 24);
        QUrl lobby = m_server.url().resolved(QUrl(QStringLiteral("/lobby")));
        lobby.setScheme(QStringLiteral("ws"));
        QVERIFY(m_server.urls().contains(lobby));
    }

    void everyPathAsksAPlainRequestToUpgrade()
    {
        for (const QUrl &url : m_server.urls()) {
            if (url.scheme() != QLatin1String("ws") || url.path().startsWith(QLatin1String("/rpc")))
                continue; // those have an answer of their own
            RawPeer peer(m_server, url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
            QTRY_VERIFY(peer.closed());
            QVERIFY2(peer.head().startsWith("HTTP/1.1 426 Upgrade Required\r\n"), peer.received.constData());
            QVERIFY(peer.head().contains("\r\nUpgrade: websocket\r\n"));
            QVERIFY(peer.frames().contains("ws://"));
        }
    }

    void answersTheHandshakeOfTheStandard()
    {
        RawPeer peer(m_server, "/echo", RawPeer::upgrade());
        QTRY_VERIFY(peer.answered());
        QVERIFY(peer.head().startsWith("HTTP/1.1 101 "));
        QVERIFY(peer.head().contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
        QVERIFY(!peer.head().contains("Sec-WebSocket-Protocol"));
    }

    void readsAHandshakeThatComesInParts()
    {
        QTcpSocket socket;
        socket.connectToHost(m_server.url().host(), quint16(m_server.url().port()));
        const QByteArray request = "GET /echo HTTP/1.1\r\nHost: x\r\n" + RawPeer::upgrade() + "\r\n"
            + webSocketFrame(WebSocketOpcode::Text, "early", {.final = true, .masked = true, .reserved = 0});
        QByteArray received;
        for (const char byte : request) {
            socket.write(&byte, 1);
            QVERIFY(socket.waitForBytesWritten());
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY((received += socket.readAll())
                        .endsWith("\x81\x05"
                                  "early"));
    }

    void aBrokenHandshakeIsRefused()
    {
        QByteArray version = RawPeer::upgrade();
        RawPeer old(m_server, "/echo", version.replace("Version: 13", "Version: 8"));
        QTRY_VERIFY(old.closed());
        QVERIFY(old.head().startsWith("HTTP/1.1 426 "));
        QVERIFY(old.head().contains("\r\nSec-WebSocket-Version: 13\r\n"));
        QByteArray key = RawPeer::upgrade();
        RawPeer keyless(m_server, "/echo", key.replace("dGhlIHNhbXBsZSBub25jZQ==", "short"));
        QTRY_VERIFY(keyless.closed());
        QVERIFY(keyless.head().startsWith("HTTP/1.1 400 "));
    }

    void whatIsNoWebSocketAnswersAsAlways()
    {
        RawPeer feed(m_server, "/feeds/market?rate=max&count=3", RawPeer::upgrade());
        QTRY_VERIFY(feed.closed());
        QVERIFY(feed.head().startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(feed.head().contains("text/event-stream"));
        RawPeer nothing(m_server, "/nothing", RawPeer::upgrade());
        QTRY_VERIFY(nothing.closed());
        QVERIFY(nothing.head().startsWith("HTTP/1.1 404 "));
    }

    void picksTheFirstSubprotocolItKnows_data()
    {
        QTest::addColumn<QStringList>("asked");
        QTest::addColumn<QString>("chosen");
        const QString v1 = QStringLiteral("chat.v1");
        const QString v2 = QStringLiteral("chat.v2");
        QTest::newRow("one") << QStringList{v1} << v1;
        QTest::newRow("the client's order") << QStringList{v2, v1} << v2;
        QTest::newRow("after an unknown one") << QStringList{QStringLiteral("soap"), v1, v2} << v1;
        QTest::newRow("none asked") << QStringList{} << QString();
    }
    void picksTheFirstSubprotocolItKnows()
    {
        QFETCH(const QStringList, asked);
        QFETCH(const QString, chosen);
        QtPeer peer(m_server, QStringLiteral("/lobby?chatter=0"), asked);
        QTRY_VERIFY(peer.opened);
        QCOMPARE(peer.socket.subprotocol(), chosen);
    }

    void echoesEverySize_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 125, 126, 65535, 65536, 1024 * 1024, 4 * 1024 * 1024})
            QTest::addRow("%d", size) << size;
    }
    void echoesEverySize()
    {
        QFETCH(const int, size);
        QtPeer peer(m_server, QStringLiteral("/echo"));
        QTRY_VERIFY(peer.opened);
        QByteArray bytes(size, Qt::Uninitialized);
        for (int i = 0; i < size; ++i)
            bytes[i] = char(i * 31 + i / 256);
        QString text(size, QLatin1Char('t'));
        if (size > 0)
            text[size - 1] = QChar(0x20ac);
        peer.socket.sendBinaryMessage(bytes);
        peer.say(text);
        QTRY_VERIFY(!peer.binaries.isEmpty() && !peer.texts.isEmpty());
        QVERIFY(peer.binaries == QList<QByteArray>{bytes});
        QVERIFY(peer.texts == QList<QByteArray>{text.toUtf8()});
        peer.socket.close();
        QTRY_VERIFY(peer.closed);
        QCOMPARE(peer.code(), 1000);
    }

    void joinsFragmentsAndAnswersThePingBetween()
    {
        RawPeer peer(m_server, "/echo", RawPeer::upgrade());
        const QByteArray text("half a character: €");
        peer.socket.write(webSocketFrame(WebSocketOpcode::Text, text.first(text.size() - 1),
                                         {.final = false, .masked = true, .reserved = 0}));
        peer.send(WebSocketOpcode::Ping, "there?");
        peer.send(WebSocketOpcode::Continuation, text.last(1));
        const QByteArray expected =
            webSocketFrame(WebSocketOpcode::Pong, "there?") + webSocketFrame(WebSocketOpcode::Text, text);
        QTRY_COMPARE(peer.frames(), expected);
    }

    void refusesWhatBreaksTheProtocol_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<quint16>("code");
        using Opcode = WebSocketOpcode;
        const WebSocketFraming masked{.final = true, .masked = true, .reserved = 0};
        const QByteArray many(126, 'x');
        const auto row = [](const char *name, const QByteArray &sent, int code) {
            QTest::newRow(name) << sent << quint16(code);
        };
        row("not masked", webSocketFrame(Opcode::Text, "plain"), 1002);
        row("reserved bits",
            webSocketFrame(Opcode::Text, "x", {.final = true, .masked = true, .reserved = 1}), 1002);
        row("reserved opcode", webSocketFrame(Opcode(5), "x", masked), 1002);
        row("long control frame", webSocketFrame(Opcode::Ping, many, masked), 1002);
        row("nothing to continue", webSocketFrame(Opcode::Continuation, "x", masked), 1002);
        row("not UTF-8", webSocketFrame(Opcode::Text, "\xc3\x28", masked), 1007);
        row("too big", QByteArray("\x82\xff\x00\x00\x00\x00\x04\x00\x00\x01mask", 14), 1009);
        row("no such length", QByteArray("\x82\xff\xff\x00\x00\x00\x04\x00\x00\x01mask", 14), 1002);
    }
    void refusesWhatBreaksTheProtocol()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const quint16, code);
        RawPeer peer(m_server, "/echo", RawPeer::upgrade());
        peer.socket.write(sent);
        QTRY_VERIFY(peer.closed());
        QCOMPARE(quint8(peer.frames().at(0)), quint8(0x88));
        QCOMPARE(peer.frames().mid(2, 2), closePayload(code, {}));
    }

    void readsNoFurtherWhileThePeerTakesNothing()
    {
        RawPeer peer(m_server, "/echo", RawPeer::upgrade());
        QTRY_VERIFY(peer.answered());
        peer.socket.disconnect(&peer.socket);
        peer.socket.setReadBufferSize(4096);
        const QByteArray frame = webSocketFrame(WebSocketOpcode::Binary, QByteArray(64 * 1024, 'x'),
                                                {.final = true, .masked = true, .reserved = 0});
        for (int i = 0; i < 1024; ++i)
            peer.socket.write(frame);
        QTRY_VERIFY(mostUnsent(m_server) > 1024 * 1024);
        qint64 left = -1;
        QTRY_VERIFY(std::exchange(left, peer.socket.bytesToWrite()) == peer.socket.bytesToWrite());
        QVERIFY(left > 16 * 1024 * 1024);
        QVERIFY(mostUnsent(m_server) < 2 * 1024 * 1024);
        peer.socket.abort();
    }
};

WEIR_TEST(runAppTest<TestDemoWebSocket>)
#include "tst_demowebsocket.moc"
