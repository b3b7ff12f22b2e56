// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "websocketpeers.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace weir;

class TestDemoWebSocket final : public QObject
{
    Q_OBJECT

    DemoServer m_server;

    qint64 mostUnsent() const
    {
        qint64 most = 0;
        for (const QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
            most = std::max(most, socket->bytesToWrite());
        return most;
    }

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
        QCOMPARE(found, 22);
        QUrl lobby = m_server.url().resolved(QUrl(QStringLiteral("/lobby")));
        lobby.setScheme(QStringLiteral("ws"));
        QVERIFY(m_server.urls().contains(lobby));
    }

    void everyPathAsksAPlainRequestToUpgrade()
    {
        for (const QUrl &url : m_server.urls()) {
            if (url.scheme() != QLatin1String("ws"))
                continue;
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
        for (const int size : {0, 1, 125, 126, 65535, 65536, 1024 * 1024, 20 * 1024 * 1024})
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
        QTRY_VERIFY(mostUnsent() > 1024 * 1024);
        qint64 left = -1;
        QTRY_VERIFY(std::exchange(left, peer.socket.bytesToWrite()) == peer.socket.bytesToWrite());
        QVERIFY(left > 16 * 1024 * 1024);
        QVERIFY(mostUnsent() < 2 * 1024 * 1024);
        peer.socket.abort();
    }

    void theLobbyGreets()
    {
        QtPeer first(m_server, QStringLiteral("/lobby?chatter=0"));
        QTRY_COMPARE(first.texts.size(), 1);
        QCOMPARE(first.texts[0], QByteArray(R"({"from":"bot","text":"hello, there are 3 people here"})"));
        QtPeer second(m_server, QStringLiteral("/lobby?chatter=0"));
        QTRY_COMPARE(second.texts.size(), 1);
        QVERIFY(second.texts[0].contains("there are 4 people here"));
    }

    void theLobbyAnswers_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("plain text") << QStringLiteral("anyone seen the deploy?")
                                    << QByteArray(R"({"from":"ci","status":"green","took_s":312})");
        QTest::newRow("JSON") << QStringLiteral(R"({"text":"Deploy now"})")
                              << QByteArray(R"({"from":"ci","status":"green","took_s":312})");
        QTest::newRow("something else") << QStringLiteral("a € sign")
                                        << QByteArray(R"({"from":"bot","text":"you said “a € sign”; )"
                                                      R"(say help for what we know"})");
        QTest::newRow("nothing") << QString() << QByteArray(R"({"from":"bot","text":"that was empty"})");
    }
    void theLobbyAnswers()
    {
        QFETCH(const QString, said);
        QFETCH(const QByteArray, answer);
        QtPeer peer(m_server, QStringLiteral("/lobby?chatter=0"));
        QTRY_COMPARE(peer.texts.size(), 1);
        peer.say(said);
        QTRY_COMPARE(peer.texts.size(), 2);
        QCOMPARE(peer.texts[1], answer);
    }

    void theLobbySendsALargeText()
    {
        QtPeer peer(m_server, QStringLiteral("/lobby?chatter=0"));
        QTRY_COMPARE(peer.texts.size(), 1);
        peer.say(QStringLiteral("large 123456"));
        peer.say(QStringLiteral("large 999999999"));
        QTRY_COMPARE(peer.texts.size(), 3);
        QCOMPARE(peer.texts[1].size(), 123456);
        QVERIFY(QJsonDocument::fromJson(peer.texts[1]).object().contains(QLatin1String("text")));
        QCOMPARE(peer.texts[2].size(), 16 * 1024 * 1024);
    }

    void theLobbySendsAPicture()
    {
        QtPeer peer(m_server, QStringLiteral("/lobby?chatter=0"));
        QTRY_VERIFY(peer.opened);
        peer.say(QStringLiteral("a picture, please"));
        QTRY_COMPARE(peer.binaries.size(), 1);
        QVERIFY(peer.binaries[0].startsWith("\x89PNG\r\n\x1a\n"));
        QVERIFY(peer.binaries[0].size() > 3000 && peer.binaries[0].size() < 5000);
    }

    void theLobbySaysGoodbye()
    {
        QtPeer peer(m_server, QStringLiteral("/lobby?chatter=0"));
        QTRY_VERIFY(peer.opened);
        peer.say(QStringLiteral("bye"));
        QTRY_VERIFY(peer.closed);
        QCOMPARE(peer.code(), 1000);
        QCOMPARE(peer.socket.closeReason(), QStringLiteral("Until next time"));
    }

    void theLobbyRestarts()
    {
        // QWebSocket 6.4 makes 1002 of the codes from 1012 to 2999
        RawPeer peer(m_server, "/lobby?chatter=0", RawPeer::upgrade());
        peer.send(WebSocketOpcode::Text, "restart");
        QTRY_VERIFY(peer.frames().endsWith(
            webSocketFrame(WebSocketOpcode::Close, closePayload(1012, "Service Restart"))));
        peer.send(WebSocketOpcode::Close, closePayload(1012, {}));
        QTRY_VERIFY(peer.closed());
    }

    void theLobbyPings()
    {
        RawPeer peer(m_server, "/lobby?chatter=0", RawPeer::upgrade());
        peer.send(WebSocketOpcode::Text, "ping me");
        QTRY_VERIFY(peer.frames().contains(webSocketFrame(WebSocketOpcode::Ping, "from ops")));
    }

    void theLobbyPassesOnWhatItsPeopleSay()
    {
        QtPeer ann(m_server, QStringLiteral("/lobby?chatter=0&name=Ann"));
        QtPeer ben(m_server, QStringLiteral("/lobby?chatter=0&name=Ben%20%C3%9Cn"));
        QTRY_VERIFY(ann.texts.size() == 1 && ben.texts.size() == 1);
        ann.say(QStringLiteral("hello"));
        QTRY_COMPARE(ben.texts.size(), 2);
        QCOMPARE(ben.texts[1], QByteArray(R"({"from":"Ann","text":"hello"})"));
        ben.socket.sendBinaryMessage("bytes");
        QTRY_VERIFY(ann.binaries == QList<QByteArray>{"bytes"});
        QTRY_COMPARE(ben.texts.size(), 3);
        QCOMPARE(ben.texts[2], QByteArray(R"({"from":"bot","text":"that was binary, 5 bytes"})"));
        ben.say(QStringLiteral("thanks"));
        QTRY_COMPARE(ann.texts.size(), 3); // its greeting, its answer, and this
        QCOMPARE(ann.texts[2], QByteArray(R"({"from":"Ben Ün","text":"thanks"})"));
    }

    void theLobbyChatters()
    {
        QtPeer peer(m_server, QStringLiteral("/lobby?chatter=200"));
        QTRY_VERIFY(peer.texts.size() > 10);
        for (const QByteArray &text : peer.texts)
            QVERIFY(
                !QJsonDocument::fromJson(text).object().value(QLatin1String("from")).toString().isEmpty());
        QCOMPARE(peer.texts[1], QByteArray(R"({"from":"bot","text":"quiet today"})"));
    }

    void closesWithACodeAndAReason()
    {
        QtPeer peer(m_server, QStringLiteral("/close?code=4321&reason=so%20it%20is%20%E2%82%AC&after=2"));
        QTRY_VERIFY(peer.opened);
        peer.say(QStringLiteral("one"));
        peer.socket.ping();
        QVERIFY(!peer.closed);
        peer.say(QStringLiteral("two"));
        QTRY_VERIFY(peer.closed);
        QCOMPARE(peer.code(), 4321);
        QCOMPARE(peer.socket.closeReason(), QStringLiteral("so it is €"));
    }

    void closesAtOnceInEveryWay_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("frames");
        const QByteArray reason = QByteArray(122, 'r');
        QTest::newRow("1000") << QByteArray("") << QByteArray("\x88\x02\x03\xe8");
        QTest::newRow("no status") << QByteArray("?code=1005") << QByteArray("\x88\x00", 2);
        QTest::newRow("no frame") << QByteArray("?code=1006") << QByteArray();
        QTest::newRow("long reason") << "?reason=" + reason + "%E2%82%AC"
                                     << QByteArray("\x88\x7c\x03\xe8") + reason;
    }
    void closesAtOnceInEveryWay()
    {
        QFETCH(const QByteArray, query);
        QFETCH(const QByteArray, frames);
        RawPeer peer(m_server, "/close" + query, RawPeer::upgrade());
        QTRY_VERIFY(peer.answered());
        QTRY_COMPARE(peer.frames(), frames);
        // the server waits for our close frame, if there is one to answer
        if (!frames.isEmpty()) {
            QVERIFY(!peer.closed());
            peer.send(WebSocketOpcode::Close, closePayload(1000, {}));
        }
        QTRY_VERIFY(peer.closed());
        QCOMPARE(peer.frames(), frames);
    }

    void answersOurCloseWithItsCode()
    {
        RawPeer peer(m_server, "/echo", RawPeer::upgrade());
        peer.send(WebSocketOpcode::Close, closePayload(4000, "done"));
        QTRY_VERIFY(peer.closed());
        QCOMPARE(peer.frames(), webSocketFrame(WebSocketOpcode::Close, closePayload(4000, {})));
    }

    void neverReads()
    {
        RawPeer peer(m_server, "/mute", RawPeer::upgrade());
        const QByteArray frame = webSocketFrame(WebSocketOpcode::Binary, QByteArray(1024 * 1024, 'x'),
                                                {.final = true, .masked = true, .reserved = 0});
        for (int i = 0; i < 32; ++i)
            peer.socket.write(frame);
        QTRY_VERIFY(peer.answered());
        qint64 left = -1;
        QTRY_VERIFY(std::exchange(left, peer.socket.bytesToWrite()) == peer.socket.bytesToWrite());
        QVERIFY(left > 8 * 1024 * 1024);
        for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
            socket->abort(); // what does not read does not see its peer go
    }

    void dropsTheLine()
    {
        QtPeer peer(m_server, QStringLiteral("/drop?after=4"));
        QTRY_VERIFY(peer.closed);
        QVERIFY(peer.failed);
        QCOMPARE(peer.error, QAbstractSocket::RemoteHostClosedError);
        QCOMPARE(peer.texts, (QList<QByteArray>{R"({"n":1})", R"({"n":2})", R"({"n":3})", R"({"n":4})"}));
    }

    void dropsTheLineInTheMiddleOfAFrame()
    {
        RawPeer peer(m_server, "/drop?after=2&midframe=1", RawPeer::upgrade());
        QTRY_VERIFY(peer.closed());
        const QByteArray whole = webSocketFrame(WebSocketOpcode::Text, R"({"n":1})");
        QVERIFY(peer.frames().startsWith(whole));
        const QByteArray rest = peer.frames().mid(whole.size());
        QVERIFY(!rest.isEmpty() && rest.size() < whole.size());
        RawPeer none(m_server, "/drop?after=0", RawPeer::upgrade());
        QTRY_VERIFY(none.closed());
        QVERIFY(none.answered() && none.frames().isEmpty());
    }

    void ticksSoManyTimesAndCloses()
    {
        QtPeer peer(m_server, QStringLiteral("/ticks?rate=0&count=5000&size=300"));
        QTRY_VERIFY(peer.closed);
        QCOMPARE(peer.code(), 1000);
        QCOMPARE(peer.texts.size(), 5000);
        for (qsizetype i = 0; i < peer.texts.size(); ++i) {
            QCOMPARE(peer.texts[i].size(), 300);
            QCOMPARE(QJsonDocument::fromJson(peer.texts[i]).object().value(QLatin1String("n")).toInt(),
                     i + 1);
        }
    }

    void ticksAtARateUntilItsPeerCloses()
    {
        QtPeer peer(m_server, QStringLiteral("/ticks?rate=50"));
        QTRY_VERIFY(peer.texts.size() > 4);
        QVERIFY(peer.texts.size() < 1000);
        peer.socket.close();
        QTRY_VERIFY(peer.closed);
        QCOMPARE(peer.code(), 1000);
    }

    void ticksNoFasterThanItsPeerReads()
    {
        RawPeer peer(m_server, "/ticks?rate=0&size=1000", RawPeer::upgrade());
        peer.socket.disconnect(&peer.socket);
        peer.socket.setReadBufferSize(4096);
        QTRY_VERIFY(mostUnsent() > 128 * 1024);
        QVERIFY(mostUnsent() < 1024 * 1024);
        peer.socket.abort();
    }

    void pingsAndTellsOfPongs()
    {
        QtPeer peer(m_server, QStringLiteral("/ping?every=5"));
        QTRY_VERIFY(peer.texts.size() >= 3);
        QCOMPARE(peer.texts[0], QByteArray(R"({"pong":"1"})"));
        QCOMPARE(peer.texts[2], QByteArray(R"({"pong":"3"})"));
    }

    void neverAnswersAPing()
    {
        RawPeer peer(m_server, "/nopong", RawPeer::upgrade());
        peer.send(WebSocketOpcode::Ping, "there?");
        peer.send(WebSocketOpcode::Text, "well");
        QTRY_COMPARE(peer.frames(), webSocketFrame(WebSocketOpcode::Text, "well"));
    }
};

QTEST_GUILESS_MAIN(TestDemoWebSocket)
#include "tst_demowebsocket.moc"
