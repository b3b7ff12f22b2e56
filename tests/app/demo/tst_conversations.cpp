// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"
#include "websocketpeers.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace weir;

class TestConversations final : public QObject
{
    Q_OBJECT

    DemoServer m_server;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.listen()); }
    void cleanup() { QTRY_COMPARE(m_server.findChildren<QTcpSocket *>().size(), 0); }

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
        QTRY_VERIFY(mostUnsent(m_server) > 128 * 1024);
        QVERIFY(mostUnsent(m_server) < 1024 * 1024);
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

WEIR_TEST(runAppTest<TestConversations>)
#include "tst_conversations.moc"
