// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"
#include "websocketpeers.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace weir;

class TestLobby final : public QObject
{
    Q_OBJECT

    DemoServer m_server;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.listen()); }
    void cleanup() { QTRY_COMPARE(m_server.findChildren<QTcpSocket *>().size(), 0); }

    void greets()
    {
        QtPeer first(m_server, QStringLiteral("/lobby?chatter=0"));
        QTRY_COMPARE(first.texts.size(), 1);
        QCOMPARE(first.texts[0], QByteArray(R"({"from":"bot","text":"hello, there are 3 people here"})"));
        QtPeer second(m_server, QStringLiteral("/lobby?chatter=0"));
        QTRY_COMPARE(second.texts.size(), 1);
        QVERIFY(second.texts[0].contains("there are 4 people here"));
    }

    void answers_data()
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
        QTest::newRow("inside a word") << QStringLiteral("download")
                                       << QByteArray(R"({"from":"bot","text":"you said “download”; )"
                                                     R"(say help for what we know"})");
        QTest::newRow("nothing") << QString() << QByteArray(R"({"from":"bot","text":"that was empty"})");
    }
    void answers()
    {
        QFETCH(const QString, said);
        QFETCH(const QByteArray, answer);
        QtPeer peer(m_server, QStringLiteral("/lobby?chatter=0"));
        QTRY_COMPARE(peer.texts.size(), 1);
        peer.say(said);
        QTRY_COMPARE(peer.texts.size(), 2);
        QCOMPARE(peer.texts[1], answer);
    }

    void sendsALargeText()
    {
        QtPeer peer(m_server, QStringLiteral("/lobby?chatter=0"));
        QTRY_COMPARE(peer.texts.size(), 1);
        peer.say(QStringLiteral("large 123456"));
        peer.say(QStringLiteral("large 999999999"));
        QTRY_COMPARE_WITH_TIMEOUT(peer.texts.size(), 3, 30000);
        QCOMPARE(peer.texts[1].size(), 123456);
        QVERIFY(QJsonDocument::fromJson(peer.texts[1]).object().contains(QLatin1String("text")));
        QCOMPARE(peer.texts[2].size(), 16 * 1024 * 1024);
    }

    void sendsAPicture()
    {
        QtPeer peer(m_server, QStringLiteral("/lobby?chatter=0"));
        QTRY_VERIFY(peer.opened);
        peer.say(QStringLiteral("a picture, please"));
        QTRY_COMPARE(peer.binaries.size(), 1);
        QVERIFY(peer.binaries[0].startsWith("\x89PNG\r\n\x1a\n"));
        QVERIFY(peer.binaries[0].size() > 3000 && peer.binaries[0].size() < 5000);
    }

    void saysGoodbye()
    {
        QtPeer peer(m_server, QStringLiteral("/lobby?chatter=0"));
        QTRY_VERIFY(peer.opened);
        peer.say(QStringLiteral("bye"));
        QTRY_VERIFY(peer.closed);
        QCOMPARE(peer.code(), 1000);
        QCOMPARE(peer.socket.closeReason(), QStringLiteral("Until next time"));
    }

    void restarts()
    {
        // QWebSocket 6.4 makes 1002 of the codes from 1012 to 2999
        RawPeer peer(m_server, "/lobby?chatter=0", RawPeer::upgrade());
        peer.send(WebSocketOpcode::Text, "restart");
        QTRY_VERIFY(peer.frames().endsWith(
            webSocketFrame(WebSocketOpcode::Close, closePayload(1012, "Service Restart"))));
        peer.send(WebSocketOpcode::Close, closePayload(1012, {}));
        QTRY_VERIFY(peer.closed());
    }

    void pings()
    {
        RawPeer peer(m_server, "/lobby?chatter=0", RawPeer::upgrade());
        peer.send(WebSocketOpcode::Text, "ping me");
        QTRY_VERIFY(peer.frames().contains(webSocketFrame(WebSocketOpcode::Ping, "from ops")));
    }

    void passesOnWhatItsPeopleSay()
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

    void chatters()
    {
        QtPeer peer(m_server, QStringLiteral("/lobby?chatter=200"));
        QTRY_VERIFY(peer.texts.size() > 10);
        for (const QByteArray &text : peer.texts)
            QVERIFY(
                !QJsonDocument::fromJson(text).object().value(QLatin1String("from")).toString().isEmpty());
        QCOMPARE(peer.texts[1], QByteArray(R"({"from":"bot","text":"quiet today"})"));
    }
};

WEIR_TEST(runAppTest<TestLobby>)
#include "tst_lobby.moc"
