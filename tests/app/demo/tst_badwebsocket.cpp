// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"
#include "websocketpeers.h"

using namespace weir;

class TestBadWebSocket final : public QObject
{
    Q_OBJECT

    DemoServer m_server;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.listen()); }
    void cleanup() { QTRY_COMPARE(m_server.findChildren<QTcpSocket *>().size(), 0); }

    void refusesTheHandshake_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *status, const char *header, const char *body) {
            QTest::newRow(name) << QByteArray("/bad/ws-") + name << QByteArray(status) << QByteArray(header)
                                << QByteArray(body);
        };
        row("401", "HTTP/1.1 401 Unauthorized\r\n", "\r\nWWW-Authenticate: Bearer realm=\"demo\"\r\n",
            "This path lets nobody in, with a token or without.\n");
        row("302", "HTTP/1.1 302 Found\r\n", "\r\nLocation: /echo\r\n", "");
        row("200", "HTTP/1.1 200 OK\r\n", "\r\nContent-Type: text/html; charset=utf-8\r\n",
            "<p>This is not a WebSocket.</p>\n");
    }
    void refusesTheHandshake()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, header);
        RawPeer peer(m_server, path, RawPeer::upgrade());
        QTRY_VERIFY(peer.closed());
        QVERIFY(peer.head().startsWith(status));
        QVERIFY2(peer.head().contains(header), peer.head().constData());
        QTEST(peer.frames(), "body");
    }

    void is503SomeTimesAndThenEchoes()
    {
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 2; ++i) {
                RawPeer refused(m_server, "/bad/ws-503?times=2", RawPeer::upgrade());
                QTRY_VERIFY(refused.closed());
                QVERIFY(refused.head().startsWith("HTTP/1.1 503 "));
                QVERIFY(refused.head().contains("\r\nRetry-After: 1\r\n"));
            }
            QtPeer peer(m_server, QStringLiteral("/bad/ws-503?times=2"));
            QTRY_VERIFY(peer.opened);
            peer.say(QStringLiteral("fine"));
            QTRY_COMPARE(peer.texts, QList<QByteArray>{"fine"});
        }
    }

    void acceptsWithAnotherKey()
    {
        RawPeer peer(m_server, "/bad/ws-accept", RawPeer::upgrade());
        QTRY_VERIFY(peer.answered());
        QVERIFY(peer.head().startsWith("HTTP/1.1 101 "));
        QVERIFY(peer.head().contains("\r\nSec-WebSocket-Accept: "));
        QVERIFY(!peer.head().contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
        QtPeer strict(m_server, QStringLiteral("/bad/ws-accept"));
        QTRY_VERIFY(strict.failed);
        QVERIFY(!strict.opened);
        strict.socket.abort();
    }

    void choosesASubprotocolNobodyAskedFor()
    {
        RawPeer peer(m_server, "/bad/ws-subprotocol",
                     RawPeer::upgrade() + "Sec-WebSocket-Protocol: chat.v1\r\n");
        QTRY_VERIFY(peer.answered());
        QVERIFY(peer.head().contains("\r\nSec-WebSocket-Protocol: chat.v0\r\n"));
    }

    void neverAnswers()
    {
        RawPeer silent(m_server, "/bad/ws-silence", RawPeer::upgrade());
        // one that is asked later is answered
        RawPeer other(m_server, "/bad/ws-401", RawPeer::upgrade());
        QTRY_VERIFY(other.closed());
        QVERIFY(silent.received.isEmpty());
        QCOMPARE(silent.socket.state(), QAbstractSocket::ConnectedState);
    }

    void answersWithGarbage()
    {
        RawPeer peer(m_server, "/bad/ws-garbage", RawPeer::upgrade());
        QTRY_VERIFY(peer.closed());
        QVERIFY(peer.received.startsWith(QByteArray("\x00\xff", 2)));
        QVERIFY(peer.received.endsWith("is not HTTP\r\n\r\n"));
    }

    void sendsBrokenFrames_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("begin");
        const auto row = [](const char *name, const QByteArray &begin) {
            QTest::newRow(name) << QByteArray("/bad/ws-") + name << begin;
        };
        row("masked", "\x81\x86");
        row("utf8",
            "\x81\x0f"
            "not UTF-8: \xc3\x28 \xff");
        row("huge",
            QByteArray("\x82\x7f\x00\x00\x01\x00\x00\x00\x00\x00"
                       "0123456789",
                       20));
        row("reserved", "\xf1");
        row("opcode", "\x83");
        row("fragment", "\x01\x13half a character: \xe2\x80\x02\x82\xac");
    }
    void sendsBrokenFrames()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, begin);
        RawPeer peer(m_server, path, RawPeer::upgrade());
        QTRY_VERIFY(peer.frames().size() >= begin.size());
        QCOMPARE(peer.frames().first(begin.size()), begin);
        QVERIFY(!peer.closed());
    }

    void aStrictClientRefusesThem_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, int code) {
            QTest::newRow(name) << QStringLiteral("/bad/ws-") + QLatin1String(name) << code;
        };
        row("utf8", 1007);
        row("huge", 1009);
        row("reserved", 1002);
        row("opcode", 1002);
        // RFC 6455 5.6 allows it, Qt does not
        row("fragment", 1007);
    }
    void aStrictClientRefusesThem()
    {
        QFETCH(const QString, path);
        QtPeer peer(m_server, path);
        QTRY_VERIFY(peer.closed);
        QVERIFY(peer.texts.isEmpty() && peer.binaries.isEmpty());
        QTEST(peer.code(), "code");
    }

    void aLenientClientTakesAMaskedFrame()
    {
        // RFC 6455 5.1 tells a client to close; QWebSocket 6.4 does not
        QtPeer peer(m_server, QStringLiteral("/bad/ws-masked"));
        QTRY_COMPARE(peer.texts, QList<QByteArray>{"masked"});
    }
};

WEIR_TEST(runAppTest<TestBadWebSocket>)
#include "tst_badwebsocket.moc"
