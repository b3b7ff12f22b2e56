// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../http/childserver.h"
#include "../sse/collectingsink.h"
#include "testprogram.h"

#include "jsonrpc/rpchttpclient.h"
#include "jsonrpc/rpcwebsocketclient.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace weir;

namespace {
QByteArray callWith(const QByteArray &method, const QByteArray &params, const QByteArray &id)
{
    return R"({"jsonrpc":"2.0","method":")" + method + R"(","params":)" + params + ",\"id\":" + id + '}';
}

QString program(const char *name)
{
    return QStandardPaths::findExecutable(QLatin1String(name));
}

bool hasJayson()
{
    return !program("node").isEmpty()
        && QFile::exists(qEnvironmentVariable("WEIR_PEERS") + QLatin1String("/node_modules/jayson"));
}
}

// Against servers that no one here wrote. One that is not installed is skipped; tests/run.sh installs all.
class TestRpcPeers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void jaysonAnswers_data() { bothWays(); }
    void jaysonAnswers();
    void jaysonIsOvertaken_data() { bothWays(); }
    void jaysonIsOvertaken();
    void jaysonTakesThousandsOfCalls_data() { bothWays(); }
    void jaysonTakesThousandsOfCalls();
    void aria2Answers_data() { bothWays(); }
    void aria2Answers();
    void aria2Notifies();

private:
    static void bothWays()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("HTTP") << QStringLiteral("http");
        QTest::newRow("WebSocket") << QStringLiteral("ws");
    }
    bool startJayson(ChildServer &server) const
    {
        return server.start(program("node"),
                            {QStringLiteral(WEIR_TEST_DATA "/../peers/jayson.mjs"), ChildServer::host(),
                             QString::number(server.port())});
    }
    bool startAria2(ChildServer &server) const
    {
        return server.start(program("aria2c"),
                            {QStringLiteral("--no-conf"), QStringLiteral("--enable-rpc"),
                             QStringLiteral("--rpc-listen-all=false"), QStringLiteral("--rpc-secret=canary"),
                             QStringLiteral("--rpc-listen-port=") + QString::number(server.port()),
                             QStringLiteral("--dir=") + m_dir.path()});
    }
    void connectTo(const QString &url)
    {
        m_settings.url = QUrl(url);
        m_settings.callTimeout = 60'000;
        if (m_settings.isWebSocket())
            m_socket = std::make_unique<RpcWebSocketClient>(m_settings, 3, *m_sink, m_outbox);
        else
            m_http = std::make_unique<RpcHttpClient>(m_settings, 3, *m_sink, m_outbox);
        m_socket ? m_socket->start() : m_http->start();
    }
    void send(const QByteArray &text)
    {
        QVERIFY(m_outbox->push(Kind::WsText, text));
        m_socket ? m_socket->sendQueued() : m_http->sendQueued();
    }
    qsizetype count(Kind kind) const { return m_sink->names(kind).size(); }
    // The payload of the answer to this id.
    QByteArray answerTo(const QByteArray &id) const
    {
        for (const Event &row : m_sink->rows) {
            if ((row.kind == Kind::RpcResult || row.kind == Kind::RpcError) && row.id == id)
                return row.payload;
        }
        return {};
    }

    QTemporaryDir m_dir;
    std::unique_ptr<CollectingSink> m_sink;
    std::shared_ptr<Outbox> m_outbox;
    RpcSettings m_settings;
    std::unique_ptr<RpcHttpClient> m_http;
    std::unique_ptr<RpcWebSocketClient> m_socket;
};

void TestRpcPeers::initTestCase()
{
    for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
        qunsetenv(name);
}

void TestRpcPeers::init()
{
    m_sink = std::make_unique<CollectingSink>();
    m_outbox = std::make_shared<Outbox>();
    m_settings = {};
}

void TestRpcPeers::cleanup()
{
    m_http.reset();
    m_socket.reset();
    m_sink.reset();
}

void TestRpcPeers::jaysonAnswers()
{
    if (!hasJayson())
        QSKIP("npm jayson is not installed");
    QFETCH(const QString, scheme);
    ChildServer server;
    QVERIFY(startJayson(server));
    connectTo(scheme + QLatin1String("://") + server.place() + QLatin1Char('/'));
    send(callWith("add", R"({"a":1,"b":2})", "1"));
    send(callWith("add", "[40,2]", "\"1\""));
    send(callWith("fail", R"(["x"])", "2"));
    send(callWith("nothing", "[]", "3"));
    QTRY_COMPARE(count(Kind::RpcResult) + count(Kind::RpcError), 4);
    QVERIFY(answerTo("1").contains("\"result\":3"));
    QVERIFY(answerTo("\"1\"").contains("\"result\":42"));
    QVERIFY(answerTo("2").contains(R"("error":{"code":-32050,"message":"As it was told","data":["x"]})"));
    QVERIFY(answerTo("3").contains("\"code\":-32601"));

    send(R"({"jsonrpc":"2.0","method":"notify","params":[]})");
    QTRY_COMPARE(count(Kind::RpcNotification), 1);
    send('[' + callWith("notified", "[]", "4") + ',' + callWith("echo", R"(["é🐟"])", "5")
         + R"(,{"jsonrpc":"2.0","method":"notify","params":[]}])");
    QTRY_VERIFY(!answerTo("4").isEmpty() && !answerTo("5").isEmpty());
    QVERIFY(answerTo("5").contains("é🐟"));
    QCOMPARE(count(Kind::RpcInvalid), 0);
    QCOMPARE(count(Kind::Error), 0);
}

void TestRpcPeers::jaysonIsOvertaken()
{
    if (!hasJayson())
        QSKIP("npm jayson is not installed");
    QFETCH(const QString, scheme);
    ChildServer server;
    QVERIFY(startJayson(server));
    connectTo(scheme + QLatin1String("://") + server.place() + QLatin1Char('/'));
    send(callWith("slow", "[500]", "1"));
    send(callWith("slow", "[1]", "2"));
    QTRY_VERIFY(!answerTo("2").isEmpty());
    QVERIFY(answerTo("1").isEmpty());
    QTRY_VERIFY(!answerTo("1").isEmpty());
}

void TestRpcPeers::jaysonTakesThousandsOfCalls()
{
    if (!hasJayson())
        QSKIP("npm jayson is not installed");
    QFETCH(const QString, scheme);
    ChildServer server;
    QVERIFY(startJayson(server));
    connectTo(scheme + QLatin1String("://") + server.place() + QLatin1Char('/'));
    constexpr int calls = 3000;
    for (int i = 0; i < calls; ++i)
        send(callWith("add", '[' + QByteArray::number(i) + ",1]", QByteArray::number(i)));
    QTRY_COMPARE_WITH_TIMEOUT(count(Kind::RpcResult), calls, 60'000);
    for (const Event &row : m_sink->rows) {
        const QByteArray sum = "\"result\":" + QByteArray::number(row.id.toInt() + 1) + '}';
        if (row.kind == Kind::RpcResult)
            QVERIFY2(row.payload.endsWith(sum), row.payload.constData());
    }
    QCOMPARE(count(Kind::Error), 0);
}

void TestRpcPeers::aria2Answers()
{
    if (program("aria2c").isEmpty())
        QSKIP("aria2 is not installed");
    QFETCH(const QString, scheme);
    ChildServer server(0, QStringLiteral("127.0.0.1"));
    QVERIFY(startAria2(server));
    connectTo(scheme + QLatin1String("://") + server.place() + QLatin1String("/jsonrpc"));
    send(callWith("aria2.getVersion", R"(["token:canary"])", "\"v\""));
    send(callWith("system.listMethods", "[]", "1"));
    QTRY_VERIFY(answerTo("\"v\"").contains("\"enabledFeatures\":"));
    QTRY_VERIFY(answerTo("1").contains("\"aria2.addUri\""));
    // without the token: over HTTP with status 400, and yet an answer
    send(callWith("aria2.getVersion", "[]", "2"));
    QTRY_VERIFY(answerTo("2").contains(R"({"code":1,"message":"Unauthorized"})"));
    send('[' + callWith("aria2.getVersion", R"(["token:canary"])", "3") + ','
         + callWith("nothing", R"(["token:canary"])", "4") + ']');
    QTRY_VERIFY(answerTo("3").contains("\"version\":"));
    QTRY_VERIFY(answerTo("4").contains("No such method: nothing"));
    QCOMPARE(count(Kind::RpcInvalid), 0);
    QCOMPARE(count(Kind::Error), 0);
}

void TestRpcPeers::aria2Notifies()
{
    if (program("aria2c").isEmpty())
        QSKIP("aria2 is not installed");
    ChildServer server(0, QStringLiteral("127.0.0.1"));
    QVERIFY(startAria2(server));
    const RefusingPort nobody;
    connectTo(QLatin1String("ws://") + server.place() + QLatin1String("/jsonrpc"));
    const QByteArray url = "http://" + nobody.place().toUtf8() + '/';
    send(callWith("aria2.addUri", R"(["token:canary",[")" + url + R"("],{"max-tries":"1"}])", "1"));
    QTRY_VERIFY(!answerTo("1").isEmpty());
    QTRY_VERIFY(m_sink->names(Kind::RpcNotification).contains("aria2.onDownloadStart"));
    QTRY_VERIFY(m_sink->names(Kind::RpcNotification).contains("aria2.onDownloadError"));
    QCOMPARE(count(Kind::RpcInvalid), 0);
}

WEIR_TEST(runAppTest<TestRpcPeers>)
#include "tst_rpcpeers.moc"
