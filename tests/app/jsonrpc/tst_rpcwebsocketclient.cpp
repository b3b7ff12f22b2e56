// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../sse/collectingsink.h"
#include "testprogram.h"

#include "jsonrpc/rpcwebsocketclient.h"

#include <QPointer>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace weir;

namespace {
constexpr quint64 socketKinds = kindBit(Kind::WsText) | kindBit(Kind::WsBinary) | kindBit(Kind::WsPing)
    | kindBit(Kind::WsPong) | kindBit(Kind::WsClose);

QByteArray call(const QByteArray &method, const QByteArray &id)
{
    return R"({"jsonrpc":"2.0","method":")" + method + "\",\"id\":" + id + '}';
}
}

class TestRpcWebSocketClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void callIsAMessageAndItsAnswerARow();
    void nothingBeneathIsARow();
    void messageInABinaryFrameIsRead();
    void requestOfTheServerIsAnsweredByARule();
    void requestWithoutARuleWaits();
    void callWaitsForTheLine();
    void sentCallHasNoAnswerWhereTheLineBreaks();
    void callEndsWhenItsTimeIsOver();
    void cancelledCallCanBeAnsweredLate();

private:
    void start()
    {
        m_settings.url = m_server->serverUrl();
        m_settings.reconnectionTime = 1;
        m_client = std::make_unique<RpcWebSocketClient>(m_settings, 3, *m_sink, m_outbox, [] { return 0.5; });
        m_client->start();
    }
    void send(const QByteArray &text)
    {
        QVERIFY(m_outbox->push(Kind::WsText, text));
        m_client->sendQueued();
    }
    size_t count(quint64 kinds) const
    {
        return size_t(std::count_if(m_sink->rows.begin(), m_sink->rows.end(),
                                    [&](const Event &row) { return kinds & kindBit(row.kind); }));
    }
    RpcStatus now() const { return m_client->rpcStatus(); }

    std::unique_ptr<QWebSocketServer> m_server;
    QPointer<QWebSocket> m_peer;
    QStringList m_heard;
    std::unique_ptr<CollectingSink> m_sink;
    std::shared_ptr<Outbox> m_outbox;
    RpcSettings m_settings;
    std::unique_ptr<RpcWebSocketClient> m_client;
};

void TestRpcWebSocketClient::initTestCase()
{
    for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
        qunsetenv(name);
}

void TestRpcWebSocketClient::init()
{
    m_server = std::make_unique<QWebSocketServer>(QString(), QWebSocketServer::NonSecureMode);
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_heard.clear();
    connect(m_server.get(), &QWebSocketServer::newConnection, this, [this] {
        m_peer = m_server->nextPendingConnection();
        m_peer->setParent(m_server.get());
        connect(m_peer, &QWebSocket::textMessageReceived, this,
                [this](const QString &text) { m_heard.append(text); });
    });
    m_sink = std::make_unique<CollectingSink>();
    m_outbox = std::make_shared<Outbox>();
    m_settings = {};
}

void TestRpcWebSocketClient::cleanup()
{
    m_client.reset();
    m_sink.reset();
    m_server.reset();
}

void TestRpcWebSocketClient::callIsAMessageAndItsAnswerARow()
{
    start();
    send(call("subtract", "7"));
    QTRY_COMPARE(m_heard.size(), 1);
    QCOMPARE(m_heard[0].toUtf8(), call("subtract", "7"));
    m_peer->sendTextMessage(QStringLiteral(R"({"jsonrpc":"2.0","result":19,"id":7})"));
    QTRY_COMPARE(count(kindBit(Kind::RpcResult)), size_t(1));
    QCOMPARE(m_sink->names(Kind::RpcRequest), QByteArrayList{"subtract"});
    QCOMPARE(m_sink->names(Kind::RpcResult), QByteArrayList{"subtract"});
    QTRY_COMPARE(now().counts.answers, 1u);
}

void TestRpcWebSocketClient::nothingBeneathIsARow()
{
    m_settings.heartbeat = 1;
    start();
    QTRY_VERIFY(m_peer);
    m_peer->sendTextMessage(QStringLiteral(R"({"jsonrpc":"2.0","method":"tick"})"));
    QTRY_COMPARE(count(kindBit(Kind::RpcNotification)), size_t(1));
    m_settings.reconnect = false;
    m_peer->close();
    QTRY_VERIFY(count(kindBit(Kind::State)) > 2);
    QCOMPARE(count(socketKinds), size_t(0));
}

void TestRpcWebSocketClient::messageInABinaryFrameIsRead()
{
    start();
    QTRY_VERIFY(m_peer);
    m_peer->sendBinaryMessage(R"({"jsonrpc":"2.0","method":"tick"})");
    m_peer->sendBinaryMessage(QByteArray("\0\1", 2));
    QTRY_COMPARE(m_sink->names(Kind::RpcInvalid), QByteArrayList{"not-json"});
    QCOMPARE(m_sink->names(Kind::RpcNotification), QByteArrayList{"tick"});
}

void TestRpcWebSocketClient::requestOfTheServerIsAnsweredByARule()
{
    m_settings.answers = {{"confirm", false, "{\"ok\":1.0}"},
                          {"*", true, R"({"code":-32601,"message":"No"})"}};
    start();
    QTRY_VERIFY(m_peer);
    m_peer->sendTextMessage(QStringLiteral(R"({"jsonrpc":"2.0","method":"confirm","id":"srv-1"})"));
    m_peer->sendTextMessage(QStringLiteral(R"({"jsonrpc":"2.0","method":"other","id":null})"));
    QTRY_COMPARE(m_heard.size(), 2);
    QCOMPARE(m_heard[0], QStringLiteral(R"({"jsonrpc":"2.0","result":{"ok":1.0},"id":"srv-1"})"));
    QCOMPARE(m_heard[1],
             QStringLiteral(R"({"jsonrpc":"2.0","error":{"code":-32601,"message":"No"},"id":null})"));
    QTRY_COMPARE(m_sink->names(Kind::RpcResult), QByteArrayList{"confirm"});
    QTRY_COMPARE(m_sink->names(Kind::RpcError), QByteArrayList{"other"});
}

void TestRpcWebSocketClient::requestWithoutARuleWaits()
{
    start();
    QTRY_VERIFY(m_peer);
    m_peer->sendTextMessage(QStringLiteral(R"({"jsonrpc":"2.0","method":"confirm","id":"srv-1"})"));
    QTRY_COMPARE(count(kindBit(Kind::RpcRequest)), size_t(1));
    send(R"({"jsonrpc":"2.0","result":true,"id":"srv-1"})");
    QTRY_COMPARE(m_heard.size(), 1);
    QTRY_COMPARE(m_sink->names(Kind::RpcResult), QByteArrayList{"confirm"});
}

void TestRpcWebSocketClient::callWaitsForTheLine()
{
    QVERIFY(m_outbox->push(Kind::WsText, call("m", "1")));
    start();
    QTRY_COMPARE(m_heard.size(), 1);
    QTRY_COMPARE(count(kindBit(Kind::RpcRequest)), size_t(1));
}

void TestRpcWebSocketClient::sentCallHasNoAnswerWhereTheLineBreaks()
{
    start();
    send(call("m", "1"));
    QTRY_COMPARE(m_heard.size(), 1);
    m_peer->abort();
    QTRY_COMPARE(m_sink->names(Kind::Error).contains("lost"), true);
    QTRY_COMPARE(now().counts.pending, 0);
    QTRY_VERIFY(now().reconnects > 0);
}

void TestRpcWebSocketClient::callEndsWhenItsTimeIsOver()
{
    m_settings.callTimeout = 1;
    start();
    send(call("m", "1"));
    QTRY_COMPARE(m_sink->names(Kind::Error), QByteArrayList{"timeout"});
    QCOMPARE(now().state, LineState::Open);
}

void TestRpcWebSocketClient::cancelledCallCanBeAnsweredLate()
{
    start();
    send(call("m", "1"));
    QTRY_COMPARE(m_heard.size(), 1);
    QTRY_COMPARE(count(kindBit(Kind::RpcRequest)), size_t(1));
    const auto isRequest = [](const Event &row) { return row.kind == Kind::RpcRequest; };
    m_client->cancel("1", std::find_if(m_sink->rows.begin(), m_sink->rows.end(), isRequest)->time);
    m_peer->sendTextMessage(QStringLiteral(R"({"jsonrpc":"2.0","result":1,"id":1})"));
    QTRY_COMPARE(m_sink->payloads(Kind::Note, "late").size(), 1);
    QCOMPARE(m_sink->names(Kind::Error), QByteArrayList{"cancelled"});
    QCOMPARE(count(kindBit(Kind::RpcResult)), size_t(1));
}

WEIR_TEST(runAppTest<TestRpcWebSocketClient>)
#include "tst_rpcwebsocketclient.moc"
