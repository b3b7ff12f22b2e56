// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../http/certificates.h"
#include "../http/tlsserver.h"
#include "rpchttpfixture.h"
#include "testprogram.h"

#include <QSignalSpy>

class TestRpcHttpLine final : public RpcHttpFixture
{
    Q_OBJECT

private Q_SLOTS:
    void lineIsKeptAliveBetweenCalls();
    void callsPassEachOther();
    void noMoreThanSomeLinesAreOpened();
    void openStreamsHoldNoCallUp();
    void deadServerIsAFailureOfTheCall();
    void brokenLineIsAFailureOfTheCall();
    void refusedCertificateIsAFailureOfTheCall();
    void callEndsWhenItsTimeIsOver();
    void notificationEndsWhenItsTimeIsOver();
    void callHasItsOwnTimeWhateverThatOfHeaders();
    void cancelledCallFreesItsLine();
    void answerBeyondTheLimitIsGivenUp();
    void redirectKeepsTheCallWhereItMay();
    void redirectThatDropsTheCallIsAFailure();
    void fullLogHoldsTheAnswerBack();
    void stopGivesUpWhatWaits();
    void whatWasNotSentYetStaysInTheOutbox();
};

void TestRpcHttpLine::lineIsKeptAliveBetweenCalls()
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

void TestRpcHttpLine::callsPassEachOther()
{
    m_server->answer("/", {{{}}, {{http(result("2", "2"))}}});
    start();
    send(call("slow", "1"));
    QTRY_COMPARE(m_server->requests.size(), 1); // it answers by arrival
    send(call("fast", "2"));
    QTRY_COMPARE(rows(kindBit(Kind::RpcResult)).size(), size_t(1));
    QTRY_COMPARE(now().counts.pending, 1);
}

void TestRpcHttpLine::noMoreThanSomeLinesAreOpened()
{
    m_server->answer("/", {{{}}});
    start();
    for (int id = 0; id < 20; ++id)
        send(call("m", QByteArray::number(id)));
    QTRY_COMPARE(m_server->requests.size(), qsizetype(RpcHttpClient::lineLimit));
    QCOMPARE(m_server->connections, int(RpcHttpClient::lineLimit));
    QCOMPARE(m_outbox->count(), 14);
}

void TestRpcHttpLine::openStreamsHoldNoCallUp()
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

void TestRpcHttpLine::deadServerIsAFailureOfTheCall()
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

void TestRpcHttpLine::brokenLineIsAFailureOfTheCall()
{
    m_server->answer("/", {{{http(result("1", "1")).chopped(3)}, ScriptedServer::Reset}});
    start();
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "transport");
    QCOMPARE(m_server->requests.size(), 1); // it is not sent again by itself
}

void TestRpcHttpLine::refusedCertificateIsAFailureOfTheCall()
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

void TestRpcHttpLine::callEndsWhenItsTimeIsOver()
{
    m_server->answer("/", {{{}}});
    m_settings.callTimeout = 1;
    start();
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "timeout");
    QTRY_COMPARE(m_server->lastSocket.isNull(), true); // the line was given back
}

void TestRpcHttpLine::notificationEndsWhenItsTimeIsOver()
{
    m_server->answer("/", {{{"HTTP/1.1 500 No\r\nContent-Length: 100\r\n\r\nhalf"}}});
    m_settings.callTimeout = 50;
    start();
    send(R"({"jsonrpc":"2.0","method":"update"})");
    QTRY_COMPARE(failureOf("update").name, "timeout");
}

void TestRpcHttpLine::callHasItsOwnTimeWhateverThatOfHeaders()
{
    m_server->answer("/", {{{}}});
    m_settings.headerTimeout = 1;
    m_settings.callTimeout = 60;
    start();
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "timeout");
}

void TestRpcHttpLine::cancelledCallFreesItsLine()
{
    m_server->answer("/", {{{}}});
    start();
    send(call("m", "\"a\""));
    QTRY_COMPARE(m_server->requests.size(), 1);
    m_client->cancel("\"a\"", rows(kindBit(Kind::RpcRequest)).front().time);
    QCOMPARE(failureOf("m").name, "cancelled");
    QTRY_COMPARE(m_server->lastSocket.isNull(), true);
    QTRY_COMPARE(now().counts.pending, 0);
}

void TestRpcHttpLine::answerBeyondTheLimitIsGivenUp()
{
    m_server->answer("/", {{{http(result('"' + QByteArray(2000, 'x') + '"', "1"))}}});
    m_settings.messageLimit = 1000;
    start();
    send(call("m", "1"));
    QTRY_COMPARE(failureOf("m").name, "limit");
}

void TestRpcHttpLine::redirectKeepsTheCallWhereItMay()
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

void TestRpcHttpLine::redirectThatDropsTheCallIsAFailure()
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

void TestRpcHttpLine::fullLogHoldsTheAnswerBack()
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

void TestRpcHttpLine::stopGivesUpWhatWaits()
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

void TestRpcHttpLine::whatWasNotSentYetStaysInTheOutbox()
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

WEIR_TEST(runAppTest<TestRpcHttpLine>)
#include "tst_rpchttpline.moc"
