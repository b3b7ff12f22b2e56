// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../http/certificates.h"
#include "../http/tlsserver.h"
#include "../sse/collectingsink.h"
#include "../sse/scriptedserver.h"

#include "jsonrpc/rpchttpclient.h"

#include <QSignalSpy>
#include <QTest>

using namespace weir;
using Answer = ScriptedServer::Answer;

namespace {
QByteArray http(const QByteArray &body, const QByteArray &status = "200 OK",
                const QByteArray &type = "application/json")
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray call(const QByteArray &method, const QByteArray &id)
{
    return R"({"jsonrpc":"2.0","method":")" + method + "\",\"id\":" + id + '}';
}

QByteArray result(const QByteArray &value, const QByteArray &id)
{
    return R"({"jsonrpc":"2.0","result":)" + value + ",\"id\":" + id + '}';
}
}

class TestRpcHttpClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void callIsAPostAndItsAnswerARow();
    void bodyGoesOutByteForByte();
    void lineIsKeptAliveBetweenCalls();
    void errorIsReadWhateverTheStatus_data();
    void errorIsReadWhateverTheStatus();
    void textThatIsNotJsonIsShownAsItCame();
    void statusWithoutJsonIsAFailure();
    void notificationNeedsNoBody_data();
    void notificationNeedsNoBody();
    void callWithoutABodyIsAFailure();
    void streamOfEventsAnswers();
    void requestInAStreamIsAnsweredByARule();
    void streamThatEndsTooEarlyIsAFailure();
    void callsPassEachOther();
    void noMoreThanSomeLinesAreOpened();
    void deadServerIsAFailureOfTheCall();
    void brokenLineIsAFailureOfTheCall();
    void callEndsWhenItsTimeIsOver();
    void cancelledCallFreesItsLine();
    void answerBeyondTheLimitIsGivenUp();
    void redirectKeepsTheCallWhereItMay();
    void redirectThatDropsTheCallIsAFailure();
    void errorOfAGatewayIsItsStatus();
    void openStreamsHoldNoCallUp();
    void notificationEndsWhenItsTimeIsOver();
    void callHasItsOwnTimeWhateverThatOfHeaders();
    void nothingIsSentBeforeTheStart();
    void fullLogHoldsTheAnswerBack();
    void stopGivesUpWhatWaits();
    void refusedCertificateIsAFailureOfTheCall();
    void whatWasNotSentYetStaysInTheOutbox();
    void wrongSettingsStartNothing();

private:
    void start(const QUrl &url = {})
    {
        m_settings.url = url.isEmpty() ? m_server->url(QStringLiteral("/")) : url;
        m_client = std::make_unique<RpcHttpClient>(m_settings, 3, *m_sink, m_outbox);
        m_client->start();
    }
    void send(const QByteArray &text)
    {
        QVERIFY(m_outbox->push(Kind::WsText, text));
        m_client->sendQueued();
    }
    RpcStatus now() const { return m_client->status().get(); }
    std::vector<Event> rows(quint64 kinds) const
    {
        std::vector<Event> list;
        std::copy_if(m_sink->rows.begin(), m_sink->rows.end(), std::back_inserter(list),
                     [&](const Event &row) { return kinds & kindBit(row.kind); });
        return list;
    }
    // The row that this one refers to.
    Event about(const Event &row) const
    {
        for (size_t i = 0; i < m_sink->rows.size(); ++i) {
            if (m_sink->numbers[i] == row.ref && row.ref != 0)
                return m_sink->rows[i];
        }
        return {};
    }
    Event failureOf(const QByteArray &method)
    {
        for (const Event &row : rows(kindBit(Kind::Error))) {
            if (about(row).name == method)
                return row;
        }
        return {};
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<CollectingSink> m_sink;
    std::shared_ptr<Outbox> m_outbox;
    RpcSettings m_settings;
    std::unique_ptr<RpcHttpClient> m_client;
};

void TestRpcHttpClient::initTestCase()
{
    for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
        qunsetenv(name);
}

void TestRpcHttpClient::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_sink = std::make_unique<CollectingSink>();
    m_outbox = std::make_shared<Outbox>();
    m_settings = {};
}

void TestRpcHttpClient::cleanup()
{
    m_client.reset();
    m_sink.reset();
    m_server.reset();
}

void TestRpcHttpClient::callIsAPostAndItsAnswerARow()
{
    m_server->answer("/", {{{http(result("19", "7"))}}});
    start();
    QCOMPARE(now().state, LineState::Open);
    send(call("subtract", "7"));
    QTRY_COMPARE(rows(kindBit(Kind::RpcResult)).size(), size_t(1));
    const Event answer = rows(kindBit(Kind::RpcResult))[0];
    QCOMPARE(answer.name, "subtract");
    QCOMPARE(answer.id, "7");
    QCOMPARE(answer.payload, result("19", "7"));
    const Event request = about(answer);
    QCOMPARE(request.kind, Kind::RpcRequest);
    QCOMPARE(request.direction, Direction::Out);
    const Event sent = rows(kindBit(Kind::HttpRequest)).at(0);
    QCOMPARE(about(sent).kind, Kind::RpcRequest);
    QCOMPARE(about(rows(kindBit(Kind::HttpResponse)).at(0)).kind, Kind::HttpRequest);
    QTRY_COMPARE(now().counts.answers, 1u);
    QCOMPARE(now().counts.pending, 0);
}

void TestRpcHttpClient::bodyGoesOutByteForByte()
{
    m_server->answer("/", {{{http(result("1", "1"))}}});
    m_settings.headers = {{"X-Key", "abc"}};
    start();
    const QByteArray text =
        " { \"jsonrpc\" :\"2.0\",\n\"id\":1,\"method\":\"m\",\"params\":[1.0,1e400,\"\xc3\xa9\"]}\n";
    send(text);
    QTRY_COMPARE(m_server->requests.size(), 1);
    const auto &request = m_server->requests[0];
    QCOMPARE(request.body, text);
    QVERIFY(request.text.startsWith("POST / HTTP/1.1"));
    QCOMPARE(request.header("Content-Type"), "application/json");
    QCOMPARE(request.header("Accept"), "application/json, text/event-stream");
    QCOMPARE(request.header("X-Key"), "abc");
}

void TestRpcHttpClient::lineIsKeptAliveBetweenCalls()
{
    m_server->answer("/",
                     {{{http(result("1", "1"))}}, {{http(result("2", "2"))}}, {{http(result("3", "3"))}}});
    start();
    for (int id = 1; id <= 3; ++id) {
        send(call("m", QByteArray::number(id)));
        QTRY_COMPARE(rows(kindBit(Kind::RpcResult)).size(), size_t(id));
    }
    QCOMPARE(m_server->connections, 1);
}

void TestRpcHttpClient::errorIsReadWhateverTheStatus_data()
{
    QTest::addColumn<QByteArray>("status");
    for (const char *status :
         {"200 OK", "400 Bad Request", "403 Forbidden", "404 Not Found", "405 Method Not Allowed",
          "409 Conflict", "418 I'm a teapot", "422 Unprocessable Content", "500 Internal Server Error",
          "502 Bad Gateway", "503 Service Unavailable"})
        QTest::newRow(status) << QByteArray(status);
}

void TestRpcHttpClient::errorIsReadWhateverTheStatus()
{
    QFETCH(const QByteArray, status);
    const QByteArray error =
        R"({"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":1})";
    m_server->answer("/", {{{http(error, status)}}});
    start();
    send(call("foobar", "1"));
    QTRY_COMPARE(rows(kindBit(Kind::RpcError)).size(), size_t(1));
    QCOMPARE(rows(kindBit(Kind::RpcError))[0].payload, error);
    QVERIFY(rows(kindBit(Kind::Error)).empty());
    QTRY_COMPARE(now().counts.errors, 1u);
}

void TestRpcHttpClient::textThatIsNotJsonIsShownAsItCame()
{
    m_server->answer("/", {{{http("Parse error", "200 OK", "text/plain")}}});
    start();
    send(call("m", "1"));
    QTRY_COMPARE(rows(kindBit(Kind::RpcInvalid)).size(), size_t(1));
    const Event row = rows(kindBit(Kind::RpcInvalid))[0];
    QCOMPARE(row.payload, "Parse error");
    QCOMPARE(row.name, "not-json");
    QCOMPARE(about(row).name, "m");
    QTRY_COMPARE(now().counts.pending, 0);
}

void TestRpcHttpClient::statusWithoutJsonIsAFailure()
{
    m_server->answer("/", {{{http("<html>", "502 Bad Gateway", "text/html")}}});
    start();
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "http");
    QVERIFY(failureOf("m").payload.contains("502 Bad Gateway"));
    QCOMPARE(rows(kindBit(Kind::RpcInvalid)).at(0).payload, "<html>");
    QCOMPARE(now().state, LineState::Open);
}

void TestRpcHttpClient::notificationNeedsNoBody_data()
{
    QTest::addColumn<QByteArray>("status");
    for (const char *status : {"200 OK", "202 Accepted", "204 No Content"})
        QTest::newRow(status) << QByteArray(status);
}

void TestRpcHttpClient::notificationNeedsNoBody()
{
    QFETCH(QByteArray, status);
    m_server->answer("/",
                     {{{"HTTP/1.1 " + status
                        + (status.startsWith("204") ? "\r\n\r\n" : "\r\nContent-Length: 0\r\n\r\n")}}});
    start();
    send(R"({"jsonrpc":"2.0","method":"update"})");
    QTRY_COMPARE(rows(kindBit(Kind::HttpResponse)).size(), size_t(1));
    send(R"({"jsonrpc":"2.0","method":"update"})"); // the first is over when this is
    QTRY_COMPARE(rows(kindBit(Kind::HttpResponse)).size(), size_t(2));
    QCOMPARE(rows(kindBit(Kind::RpcNotification)).size(), size_t(2));
    QVERIFY(rows(kindBit(Kind::Error) | kindBit(Kind::RpcInvalid)).empty());
}

void TestRpcHttpClient::callWithoutABodyIsAFailure()
{
    m_server->answer("/", {{{"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"}}});
    start();
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "missing");
    QVERIFY(failureOf("m").payload.contains("202"));
}

void TestRpcHttpClient::streamOfEventsAnswers()
{
    const QByteArray tick = R"({"jsonrpc":"2.0","method":"tick","params":{"n":1}})";
    const QByteArray body =
        "event: message\ndata: " + tick + "\n\n: comment\n\ndata: " + result("[1]", "1") + "\n\n";
    const QByteArray all = http(body, "200 OK", "text/event-stream; charset=utf-8");
    m_server->answer("/", {{{all.first(all.size() - 40), all.last(40)}}});
    start();
    send(call("subscribe", "1"));
    QTRY_COMPARE(rows(kindBit(Kind::RpcResult)).size(), size_t(1));
    QCOMPARE(rows(kindBit(Kind::RpcNotification)).at(0).payload, tick);
    QVERIFY(rows(kindBit(Kind::SseEvent) | kindBit(Kind::SseComment) | kindBit(Kind::Error)).empty());
}

void TestRpcHttpClient::requestInAStreamIsAnsweredByARule()
{
    const QByteArray ask = R"({"jsonrpc":"2.0","method":"confirm","id":"srv-1"})";
    m_server->answer(
        "/",
        {{{http("data: " + ask + "\n\ndata: " + result("1", "1") + "\n\n", "200 OK", "text/event-stream")}},
         {{"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"}}});
    m_settings.answers = {{"other", false, "0"}, {"confirm", true, R"({"code":1,"message":"no"})"}};
    start();
    send(call("m", "1"));
    QTRY_COMPARE(m_server->requests.size(), 2);
    QCOMPARE(m_server->requests[1].body,
             R"({"jsonrpc":"2.0","error":{"code":1,"message":"no"},"id":"srv-1"})");
    QTRY_COMPARE(rows(kindBit(Kind::RpcError)).size(), size_t(1));
    QCOMPARE(about(rows(kindBit(Kind::RpcError))[0]).name, "confirm");
}

void TestRpcHttpClient::streamThatEndsTooEarlyIsAFailure()
{
    m_server->answer("/", {{{http("data: {}\n\n", "200 OK", "text/event-stream")}}});
    start();
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "missing");
    QCOMPARE(rows(kindBit(Kind::RpcInvalid)).at(0).name, "no-version");
}

void TestRpcHttpClient::callsPassEachOther()
{
    m_server->answer("/", {{{}}, {{http(result("2", "2"))}}});
    start();
    send(call("slow", "1"));
    QTRY_COMPARE(m_server->requests.size(), 1); // it answers by arrival
    send(call("fast", "2"));
    QTRY_COMPARE(rows(kindBit(Kind::RpcResult)).size(), size_t(1));
    QTRY_COMPARE(now().counts.pending, 1);
}

void TestRpcHttpClient::noMoreThanSomeLinesAreOpened()
{
    m_server->answer("/", {{{}}});
    start();
    for (int id = 0; id < 20; ++id)
        send(call("m", QByteArray::number(id)));
    QTRY_COMPARE(m_server->requests.size(), qsizetype(RpcHttpClient::lineLimit));
    QCOMPARE(m_server->connections, int(RpcHttpClient::lineLimit));
    QCOMPARE(m_outbox->count(), 14);
}

void TestRpcHttpClient::deadServerIsAFailureOfTheCall()
{
    const QUrl url = m_server->url(QStringLiteral("/"));
    m_server.reset();
    start(url);
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "transport");
    QVERIFY(failureOf("m").payload.contains("127.0.0.1"));
    QCOMPARE(now().state, LineState::Open);
    send(R"({"jsonrpc":"2.0","method":"update"})");
    QTRY_COMPARE(failureOf("update").name, "transport");
}

void TestRpcHttpClient::brokenLineIsAFailureOfTheCall()
{
    m_server->answer("/", {{{http(result("1", "1")).chopped(3)}, ScriptedServer::Reset}});
    start();
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "transport");
    QCOMPARE(m_server->requests.size(), 1); // it is not sent again by itself
}

void TestRpcHttpClient::callEndsWhenItsTimeIsOver()
{
    m_server->answer("/", {{{}}});
    m_settings.callTimeout = 1;
    start();
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "timeout");
    QTRY_COMPARE(m_server->lastSocket.isNull(), true); // the line was given back
}

void TestRpcHttpClient::cancelledCallFreesItsLine()
{
    m_server->answer("/", {{{}}});
    start();
    send(call("m", "\"a\""));
    QTRY_COMPARE(m_server->requests.size(), 1);
    m_client->cancel("\"a\"");
    QCOMPARE(failureOf("m").name, "cancelled");
    QTRY_COMPARE(m_server->lastSocket.isNull(), true);
    QTRY_COMPARE(now().counts.pending, 0);
}

void TestRpcHttpClient::answerBeyondTheLimitIsGivenUp()
{
    m_server->answer("/", {{{http(result('"' + QByteArray(2000, 'x') + '"', "1"))}}});
    m_settings.messageLimit = 1000;
    start();
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "limit");
}

void TestRpcHttpClient::redirectKeepsTheCallWhereItMay()
{
    m_server->answer(
        "/", {{{"HTTP/1.1 307 Temporary Redirect\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n"}}});
    m_server->answer("/there", {{{http(result("1", "1"))}}});
    start();
    send(call("m", "1"));
    QTRY_COMPARE(rows(kindBit(Kind::RpcResult)).size(), size_t(1));
    QCOMPARE(m_server->requests[1].body, call("m", "1"));
    QCOMPARE(rows(kindBit(Kind::RpcRequest)).size(), size_t(1));
    QCOMPARE(m_sink->payloads(Kind::Note, "redirect").size(), 1);
}

void TestRpcHttpClient::redirectThatDropsTheCallIsAFailure()
{
    m_server->answer("/", {{{"HTTP/1.1 303 See Other\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n"}}});
    m_server->answer("/there", {{{http("")}}});
    start();
    send(R"({"jsonrpc":"2.0","method":"update"})");
    QTRY_COMPARE(failureOf("update").name, "http");
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "http");
    QCOMPARE(m_server->requests.size(), 2);
}

void TestRpcHttpClient::errorOfAGatewayIsItsStatus()
{
    m_server->answer("/", {{{http("{\"message\":\"Unauthorized\"}", "401 Unauthorized")}}});
    start();
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "http");
    QVERIFY(failureOf("m").payload.contains("401 Unauthorized"));
    QCOMPARE(rows(kindBit(Kind::RpcInvalid)).at(0).payload, "{\"message\":\"Unauthorized\"}");
}

void TestRpcHttpClient::openStreamsHoldNoCallUp()
{
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    QList<Answer> answers;
    constexpr int count = 10;
    for (int id = 1; id <= count; ++id)
        answers.append({{head + "data: " + result("1", QByteArray::number(id)) + "\n\n"}});
    m_server->answer("/", answers);
    start();
    for (int id = 1; id <= count; ++id) {
        send(call("m", QByteArray::number(id)));
        QTRY_COMPARE(rows(kindBit(Kind::RpcResult)).size(), size_t(id));
    }
}

void TestRpcHttpClient::notificationEndsWhenItsTimeIsOver()
{
    m_server->answer("/", {{{"HTTP/1.1 500 No\r\nContent-Length: 100\r\n\r\nhalf"}}});
    m_settings.callTimeout = 50;
    start();
    send(R"({"jsonrpc":"2.0","method":"update"})");
    QTRY_COMPARE(failureOf("update").name, "timeout");
}

void TestRpcHttpClient::callHasItsOwnTimeWhateverThatOfHeaders()
{
    m_server->answer("/", {{{}}});
    m_settings.headerTimeout = 1;
    m_settings.callTimeout = 60;
    start();
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "timeout");
}

void TestRpcHttpClient::nothingIsSentBeforeTheStart()
{
    m_server->answer("/", {{{http(result("1", "1"))}}});
    QVERIFY(m_outbox->push(Kind::WsText, call("m", "1")));
    start();
    QTRY_COMPARE(rows(kindBit(Kind::RpcResult)).size(), size_t(1));
    QCOMPARE(m_outbox->count(), 0);
}

void TestRpcHttpClient::fullLogHoldsTheAnswerBack()
{
    m_server->answer("/", {{{http(result("1", "1"))}}});
    start();
    m_sink->full = true;
    send(call("m", "1"));
    QTRY_COMPARE(m_server->requests.size(), 1);
    QTRY_VERIFY(now().held);
    QTRY_COMPARE(rows(kindBit(Kind::RpcRequest)).size(), size_t(1));
    QVERIFY(rows(kindBit(Kind::RpcResult)).empty());
    m_sink->full = false;
    m_sink->waker();
    QTRY_COMPARE(rows(kindBit(Kind::RpcResult)).size(), size_t(1));
}

void TestRpcHttpClient::stopGivesUpWhatWaits()
{
    m_server->answer("/", {{{}}});
    start();
    QSignalSpy finished(m_client.get(), &LineClient::finished);
    send(call("m", "1"));
    QTRY_COMPARE(m_server->requests.size(), 1);
    m_client->stop();
    QCOMPARE(failureOf("m").name, "lost");
    QCOMPARE(finished.size(), 1);
    QCOMPARE(now().state, LineState::Closed);
    QVERIFY(!now().failed);
}

void TestRpcHttpClient::refusedCertificateIsAFailureOfTheCall()
{
    Certificates certificates;
    QVERIFY(certificates.ok && certificates.make(QStringLiteral("server"), {}));
    const QByteArray body = result("1", "2");
    TlsServer server({.certFile = certificates.path(QStringLiteral("server.pem")),
                      .keyFile = certificates.path(QStringLiteral("server.key")),
                      .answer = http(body)});
    start(server.url());
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "transport");
    QTRY_VERIFY(!now().certificate.chain.isEmpty());
    QCOMPARE(now().state, LineState::Open);
    m_client->stop();
    m_settings.tls.pins = {now().certificate.chain.constFirst().fingerprint};
    start(server.url());
    send(call("m", "2"));
    QTRY_COMPARE(rows(kindBit(Kind::RpcResult)).size(), size_t(1));
}

void TestRpcHttpClient::whatWasNotSentYetStaysInTheOutbox()
{
    m_server->answer("/", {{{}}});
    for (const char *id : {"1", "2"})
        QVERIFY(m_outbox->push(Kind::WsText, call("m", id)));
    start();
    m_client->stop(); // before the event loop has turned
    QCOMPARE(m_outbox->count(), 2);
    QCOMPARE(m_outbox->take()->payload, call("m", "1"));
    QVERIFY(rows(kindBit(Kind::RpcRequest)).empty());
}

void TestRpcHttpClient::wrongSettingsStartNothing()
{
    m_settings.headers = {{"X", "a\r\nb"}};
    start();
    QVERIFY(now().failed);
    QCOMPARE(now().error.code, ErrorCode::InvalidHeaderValue);
    RpcSettings ftp;
    ftp.url = QUrl(QStringLiteral("ftp://host/"));
    QCOMPARE(RpcHttpClient::validate(ftp).error().code, ErrorCode::UnsupportedScheme);
}

QTEST_GUILESS_MAIN(TestRpcHttpClient)
#include "tst_rpchttpclient.moc"
