// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpchttpfixture.h"
#include "testprogram.h"

class TestRpcHttpClient final : public RpcHttpFixture
{
    Q_OBJECT

private Q_SLOTS:
    void callIsAPostAndItsAnswerARow();
    void bodyGoesOutByteForByte();
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
    void errorOfAGatewayIsItsStatus();
    void nothingIsSentBeforeTheStart();
    void wrongSettingsStartNothing();
};

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

void TestRpcHttpClient::errorOfAGatewayIsItsStatus()
{
    m_server->answer("/", {{{http("{\"message\":\"Unauthorized\"}", "401 Unauthorized")}}});
    start();
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "http");
    QVERIFY(failureOf("m").payload.contains("401 Unauthorized"));
    QCOMPARE(rows(kindBit(Kind::RpcInvalid)).at(0).payload, "{\"message\":\"Unauthorized\"}");
}

void TestRpcHttpClient::nothingIsSentBeforeTheStart()
{
    m_server->answer("/", {{{http(result("1", "1"))}}});
    QVERIFY(m_outbox->push(Kind::WsText, call("m", "1")));
    start();
    QTRY_COMPARE(rows(kindBit(Kind::RpcResult)).size(), size_t(1));
    QCOMPARE(m_outbox->count(), 0);
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

WEIR_TEST(runAppTest<TestRpcHttpClient>)
#include "tst_rpchttpclient.moc"
