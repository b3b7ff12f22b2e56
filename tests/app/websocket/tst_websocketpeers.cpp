// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../http/childserver.h"
#include "testprogram.h"
#include "websocketfixture.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace weir;

// Against servers that no one here wrote. One that is not installed is skipped; tests/run.sh installs all.
class TestWebSocketPeers final : public WebSocketFixture
{
    Q_OBJECT

    static QString peer(const char *file)
    {
        return QStringLiteral(WEIR_TEST_DATA "/../peers/") + QLatin1String(file);
    }
    static QString program(const char *name) { return QStandardPaths::findExecutable(QLatin1String(name)); }
    // npm ws, in the folder that WEIR_PEERS names
    static bool startNode(ChildServer &server)
    {
        return server.start(program("node"),
                            {peer("ws-echo.mjs"), ChildServer::host(), QString::number(server.port())});
    }
    static bool hasNode()
    {
        return !program("node").isEmpty()
            && QFile::exists(qEnvironmentVariable("WEIR_PEERS") + QLatin1String("/node_modules/ws"));
    }
    static bool startPython(ChildServer &server)
    {
        // Debian's, whatever else is in the path
        return server.start(
            QStringLiteral("/usr/bin/python3"),
            {peer("websockets_echo.py"), ChildServer::host(), QString::number(server.port())});
    }
    static bool hasPython()
    {
        return QFile::exists(QStringLiteral("/usr/lib/python3/dist-packages/websockets"));
    }
    void startAt(const ChildServer &server, const QString &target)
    {
        start(QUrl(QStringLiteral("ws://") + server.place() + target));
    }
    void echoAll(int count)
    {
        QByteArrayList sent;
        for (int i = 0; i < count; ++i) {
            const qsizetype size = i % 97 == 0 ? 70'000 : i % 131;
            sent += QByteArray::number(i) + " é🐟 " + QByteArray(size, char('a' + i % 26));
            QVERIFY(m_outbox->push(i % 5 == 4 ? Kind::WsBinary : Kind::WsText, sent.constLast()));
        }
        m_client->sendQueued();
        QTRY_COMPARE_WITH_TIMEOUT(now().events, quint64(count), 60'000);
        QVERIFY(received() == sent);
        QVERIFY(errors().isEmpty());
    }

private Q_SLOTS:
    void npmWsEchoesTenThousandMessagesInOrder()
    {
        if (!hasNode())
            QSKIP("npm ws is not installed");
        ChildServer server;
        QVERIFY(startNode(server));
        startAt(server, QStringLiteral("/"));
        echoAll(10'000);
    }

    void npmWsEchoesSixteenMegabytes()
    {
        if (!hasNode())
            QSKIP("npm ws is not installed");
        ChildServer server;
        QVERIFY(startNode(server));
        startAt(server, QStringLiteral("/"));
        const QByteArray large(16 * 1024 * 1024, 'x');
        send(large);
        QTRY_COMPARE_WITH_TIMEOUT(received().size(), 1, 30'000);
        QVERIFY(received().constFirst() == large);
    }

    void npmWsAgreesOnASubprotocolAnswersPingsAndCloses()
    {
        if (!hasNode())
            QSKIP("npm ws is not installed");
        ChildServer server;
        QVERIFY(startNode(server));
        m_settings.subprotocols = {QStringLiteral("a.v1"), QStringLiteral("b.v2")};
        startAt(server, QStringLiteral("/"));
        QTRY_VERIFY(isOpen());
        QCOMPARE(now().subprotocol, QStringLiteral("b.v2"));
        m_client->ping("there");
        QTRY_COMPARE(now().roundTrips, 1u);
        m_client->close(3456, "enough");
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(find(Kind::WsClose, Direction::In)->name, "3456");
    }

    void npmWsRestartsAsAServiceDoes()
    {
        if (!hasNode())
            QSKIP("npm ws is not installed");
        ChildServer server;
        QVERIFY(startNode(server));
        startAt(server, QStringLiteral("/close?code=1012&reason=Service%20Restart"));
        QTRY_VERIFY(m_sink->names(Kind::HttpRequest).size() >= 3);
        QCOMPARE(find(Kind::WsClose, Direction::In)->payload, "Service Restart");
    }

    void pythonWebsocketsEchoes()
    {
        if (!hasPython())
            QSKIP("python3-websockets is not installed");
        ChildServer server;
        QVERIFY(startPython(server));
        startAt(server, QStringLiteral("/"));
        echoAll(2'000);
        m_client->stop();
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(find(Kind::WsClose, Direction::In)->name, "1000");
    }

    void aStoppedServerIsReconnectedAndGetsWhatWaited()
    {
        if (!hasPython())
            QSKIP("python3-websockets is not installed");
        m_settings.reconnectionTime = 20;
        auto server = std::make_unique<ChildServer>();
        QVERIFY(startPython(*server));
        startAt(*server, QStringLiteral("/"));
        QTRY_VERIFY(isOpen());
        const quint16 port = server->port();
        server.reset(); // killed: no close frame
        QTRY_VERIFY(m_sink->names(Kind::WsClose).contains("1006"));
        send("kept");
        ChildServer again(port);
        QVERIFY(startPython(again));
        QTRY_COMPARE_WITH_TIMEOUT(received(), QByteArrayList{"kept"}, 20'000);
    }

    void websocketdEchoesLines()
    {
        const QString websocketd = program("websocketd");
        if (websocketd.isEmpty())
            QSKIP("websocketd is not installed");
        ChildServer server;
        QVERIFY(server.start(websocketd,
                             {QStringLiteral("--address"), ChildServer::host(), QStringLiteral("--port"),
                              QString::number(server.port()), QStringLiteral("cat")}));
        startAt(server, QStringLiteral("/"));
        QTRY_VERIFY(isOpen());
        for (int i = 0; i < 1000; ++i)
            QVERIFY(m_outbox->push(Kind::WsText, "line " + QByteArray::number(i)));
        m_client->sendQueued();
        QTRY_COMPARE_WITH_TIMEOUT(now().events, 1000u, 30'000);
        QCOMPARE(received().constLast(), "line 999");
    }

    void nginxCutsASilentLineAndAHeartbeatKeepsIt()
    {
        const QString nginx = qEnvironmentVariable("WEIR_PEERS") + QLatin1String("/usr/sbin/nginx");
        if (!QFile::exists(nginx) || !hasPython())
            QSKIP("nginx or python3-websockets is not installed");
        ChildServer upstream;
        QVERIFY(startPython(upstream));
        ChildServer server;
        QTemporaryDir folder;
        QFile model(peer("nginx.conf"));
        QVERIFY(model.open(QIODevice::ReadOnly));
        QByteArray text = model.readAll();
        text.replace("HOST:PORT;", QByteArray(server.place().toLatin1() + ';'));
        text.replace("UPSTREAM", upstream.place().toLatin1());
        QFile conf(folder.filePath(QStringLiteral("nginx.conf")));
        QVERIFY(conf.open(QIODevice::WriteOnly) && conf.write(text) == text.size());
        conf.close();
        QVERIFY(server.start(nginx,
                             {QStringLiteral("-p"), folder.path(), QStringLiteral("-c"), conf.fileName()}));
        startAt(server, QStringLiteral("/"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_sink->names(Kind::WsClose).isEmpty(), 20'000);
        QCOMPARE(m_sink->names(Kind::WsClose).constFirst(), "1006"); // nginx hangs up without a close frame
        QVERIFY(errors().constFirst().contains("without a close frame"));
        m_client.reset();
        m_sink = std::make_unique<CollectingSink>();
        m_settings.heartbeat = 200;
        startAt(server, QStringLiteral("/"));
        QTRY_VERIFY_WITH_TIMEOUT(now().roundTrips >= 12, 20'000); // more than two of its seconds
        QVERIFY(isOpen() && errors().isEmpty());
    }
};

WEIR_TEST(runAppTest<TestWebSocketPeers>)
#include "tst_websocketpeers.moc"
