// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ssefixture.h"
#include "testprogram.h"

using namespace weir;

// What ends a stream or an attempt, and what follows.
class TestSseReconnection final : public SseFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusedFirstAttemptIsRetried()
    {
        // Bound and not listening: the port refuses, and nobody else gets it before the server does.
        QTcpSocket taken;
        QVERIFY(taken.bind(QHostAddress::LocalHost, 0,
                           QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint));
        const quint16 port = taken.localPort();
        const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(port));
        m_server->close();
        m_settings.reconnectionTime = 20;
        start(url);
        QTRY_VERIFY(!m_sink->payloads(Kind::Error).isEmpty());
        QVERIFY(m_sink->payloads(Kind::Error).first().contains("refused"));
        m_server->answer("/", {{{head(), "data: a\n\n"}, Keep}});
        m_server->listen(port);
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a"}));
    }

    void aBrokenLineAndACleanEndBothReconnectWithDifferentWords()
    {
        m_server->answer("/",
                         {{{chunked(), ScriptedServer::chunk("data: a\n\n")}, Close},
                          {{chunked(), ScriptedServer::chunk("data: b\n\n"), "0\r\n\r\n"}, Close},
                          {{head(), "data: c\n\n"}, Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a", "b", "c"}));
        QCOMPARE(m_server->requests.size(), 3);
        const QByteArrayList waiting = m_sink->payloads(Kind::State, "waiting");
        QVERIFY(waiting[0].contains("Connection lost"));
        QVERIFY(waiting[1].contains("ended the stream"));
        QCOMPARE(m_sink->payloads(Kind::Error).size(), 1);
    }

    void strictModeFailsOnServiceUnavailable()
    {
        m_server->answer("/", {{{status("503 Service Unavailable")}, Keep}});
        start();
        QTRY_COMPARE(m_finished->count(), 1);
        const SseStatus end = now();
        QVERIFY(end.failed);
        QCOMPARE(end.error, (Error{ErrorCode::HttpStatus, QStringLiteral("503 Service Unavailable")}));
        QCOMPARE(m_server->requests.size(), 1);
        QCOMPARE(m_sink->names(Kind::HttpResponse), (QByteArrayList{"503"}));
    }

    void aServerThatResetsAtOnceIsAskedOncePerAttempt()
    {
        m_settings.method = "POST";
        m_settings.body = "{\"q\":1}";
        m_server->answer("/", {{{}, Reset}, {{}, Reset}, {{head(), "data: a\n\n"}, Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a"}));
        QCOMPARE(m_server->requests.size(), 3);
        QCOMPARE(m_sink->names(Kind::HttpRequest).size(), 3);
        for (const auto &request : m_server->requests) {
            QVERIFY(request.text.startsWith("POST / HTTP/1.1\r\n"));
            QCOMPARE(request.body, *m_settings.body);
            QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
        }
    }

    void resilientModeRetriesAndHonoursRetryAfter()
    {
        m_settings.resilient = true;
        m_server->answer("/",
                         {{{status("503 Service Unavailable")}, Keep},
                          {{status("429 Too Many Requests", "Retry-After: 100\r\n")}, Keep},
                          {{head(), "data: a\n\n"}, Keep}});
        start();
        QTRY_COMPARE(m_sink->payloads(Kind::State, "waiting").size(), 2);
        QCOMPARE(now().state, LineState::Waiting);
        const qint64 wait = now().waitingUntil - m_sink->rows.back().time;
        QVERIFY2(wait > 90'000'000 && wait <= 100'000'000, qPrintable(QString::number(wait)));
        QVERIFY(m_sink->payloads(Kind::State, "waiting")[1].contains("in 100 s"));
        m_client->reconnectNow();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a"}));
        QCOMPARE(now().httpStatus, 200);
    }

    void resilientModeFailsOnNotFound()
    {
        m_settings.resilient = true;
        m_server->answer("/", {{{status("404 Not Found")}, Keep}});
        start();
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(now().failed);
    }

    void everyReconnectionStartsFromTheFirstUrl()
    {
        m_settings.method = "POST";
        m_settings.body = "x";
        m_server->answer("/", {{{status("307 Temporary Redirect", "Location: /feed\r\n")}, Keep}});
        m_server->answer("/feed", {{{head(), "data: a\n\n"}, Close}, {{head(), "data: b\n\n"}, Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a", "b"}));
        QCOMPARE(m_server->requests.size(), 4);
        for (const auto &request : m_server->requests)
            QCOMPARE(request.body, QByteArray("x"));
    }

    void noHeaderInTime()
    {
        m_settings.headerTimeout = 300;
        start();
        QTRY_VERIFY(m_sink->payloads(Kind::Error).join().contains("in time"));
        QTRY_VERIFY(m_server->requests.size() >= 2);
    }

    void aHeaderWithoutEndIsBoundedByTheTimer()
    {
        m_settings.headerTimeout = 300;
        m_server->answer("/", {{{"HTTP/1.1 200 OK\r\nX: ", QByteArray(4 * 1024 * 1024, 'a')}, Keep}});
        start();
        QTRY_VERIFY(!m_sink->payloads(Kind::Error).isEmpty());
        QTRY_VERIFY(m_server->requests.size() >= 2);
        QVERIFY(m_sink->names(Kind::HttpResponse).isEmpty());
    }

    void silenceBeyondTheReadTimeoutReconnects()
    {
        m_settings.readTimeout = 200;
        m_server->answer("/", {{{head(), "data: a\n\n"}, Keep}});
        start();
        QTRY_VERIFY(m_server->requests.size() >= 2);
        QVERIFY(m_sink->payloads(Kind::Error).first().contains("Nothing was received for 200 ms"));
    }

    void withoutReconnectionACleanEndIsNoFailure()
    {
        m_settings.reconnect = false;
        m_server->answer("/", {{{head(), "data: a\n\n"}, Close}});
        start();
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(!now().failed);
        QCOMPARE(now().error.code, ErrorCode::StreamEnded);
    }

    void withoutReconnectionABrokenLineIsAFailure()
    {
        m_settings.reconnect = false;
        m_server->answer("/", {{{chunked(), ScriptedServer::chunk("data: a\n\n")}, Close}});
        start();
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(now().failed);
        QCOMPARE(now().error.code, ErrorCode::ConnectionReset);
        QCOMPARE(m_sink->data(), (QByteArrayList{"a"}));
    }

    void retrySetsTheReconnectionTimeAndAnEmptiedIdSendsNoHeader()
    {
        m_settings.lastEventId = "41";
        m_server->answer("/", {{{head(), "retry: 5\nid\ndata: a\n\n"}, Close}, {{head()}, Keep}});
        start();
        QTRY_COMPARE(m_server->requests.size(), 2);
        QCOMPARE(m_server->requests[0].header("Last-Event-ID"), QByteArray("41"));
        QVERIFY(!m_server->requests[1].text.contains("Last-Event-ID"));
        QCOMPARE(now().reconnectionTime, 5);
        QVERIFY(m_sink->payloads(Kind::State, "waiting").first().contains("in 5 ms"));
    }

    void continuityIsJudgedAfterAResume_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("on") << QByteArray("7") << QByteArray("8") << QByteArray("without a gap");
        QTest::newRow("repeat") << QByteArray("7") << QByteArray("7") << QByteArray("came again");
        QTest::newRow("jump") << QByteArray("7") << QByteArray("11") << QByteArray("3 missing");
        QTest::newRow("back") << QByteArray("7") << QByteArray("5") << QByteArray("backwards");
        QTest::newRow("seen") << QByteArray("ab") << QByteArray("ab") << QByteArray("was seen before");
        QTest::newRow("new") << QByteArray("ab") << QByteArray("cd") << QByteArray("not seen before");
    }

    void continuityIsJudgedAfterAResume()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, words);
        m_server->answer("/",
                         {{{head(), "id: " + before + "\ndata: a\n\n"}, Close},
                          {{head(), "data: -\n\nid: " + after + "\ndata: b\n\n"}, Keep}});
        start();
        QTRY_COMPARE(m_sink->payloads(Kind::Note, "continuity").size(), 1);
        QVERIFY(m_sink->payloads(Kind::Note, "continuity").first().contains(words));
    }

    void stopWhileWaiting()
    {
        m_settings.reconnectionTime = 1000000;
        m_server->answer("/", {{{head(), "data: a\n\n"}, Close}});
        start();
        QTRY_COMPARE(now().state, LineState::Waiting);
        m_client->stop();
        QCOMPARE(now().state, LineState::Closed);
        QVERIFY(!now().failed);
        QCOMPARE(m_finished->count(), 1);
        QCOMPARE(m_server->requests.size(), 1);
    }

    void theWaitDoublesUntilAnEventSetsItBack()
    {
        m_settings.reconnectionTime = 50;
        m_server->answer("/",
                         {{{}, Reset},
                          {{}, Reset},
                          {{}, Reset},
                          {{head(), ":no event yet\n\n"}, Close},
                          {{head(), "data: a\n\n"}, Close},
                          {{head(), "data: b\n\n"}, Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a", "b"}));
        const QByteArrayList waiting = m_sink->payloads(Kind::State, "waiting");
        QCOMPARE(waiting.size(), 5);
        for (qsizetype i = 0; i < 4; ++i) {
            const QByteArray words =
                "Attempt " + QByteArray::number(i + 2) + " in " + QByteArray::number(50 << i) + " ms.";
            QVERIFY2(waiting[i].endsWith(words), waiting[i].constData());
        }
        QVERIFY2(waiting[4].endsWith("Attempt 1 in 50 ms."), waiting[4].constData());
    }

    void noWordsForTwoCauses()
    {
        m_settings.headerTimeout = 500;
        m_settings.readTimeout = 500;
        m_server->answer("/",
                         {{{}, Reset},
                          {{"HTTP/1.1 200 OK\r\n"}, Close},
                          {{"HTTP/1.1 200 OK\r\n"}, Keep},
                          {{chunked(), ScriptedServer::chunk(":\n")}, Reset},
                          {{chunked(), ScriptedServer::chunk("data: a\n\n"), "0\r\n\r\n"}, Keep},
                          {{chunked()}, Keep},
                          {{head("Content-Encoding: gzip\r\n"), "not gzip at all"}, Close},
                          {{head(), "data: b\n\n"}, Keep}});
        start();
        QTRY_VERIFY_WITH_TIMEOUT(m_sink->data().contains("b"), 30000);
        const QByteArrayList waiting = m_sink->payloads(Kind::State, "waiting");
        const QByteArrayList words{
            "before it answered", "before it answered", "in time",
            "Connection lost",    "ended the stream",   "Nothing was received for 500 ms",
            "decompressed"};
        QVERIFY(waiting.size() >= words.size());
        for (qsizetype i = 0; i < words.size(); ++i)
            QVERIFY2(waiting[i].contains(words[i]), waiting[i].constData());
        for (const QByteArray &sentence : waiting)
            QVERIFY2(!sentence.contains("Unknown error"), sentence.constData());
    }

    void aNameThatIsNotFoundIsTriedAgain()
    {
        start(QUrl(QStringLiteral("http://no-such-host.invalid/")));
        // a resolver without a network takes its time
        QTRY_VERIFY_WITH_TIMEOUT(!m_sink->payloads(Kind::State, "waiting").isEmpty(), 60000);
        const QByteArray sentence = m_sink->payloads(Kind::State, "waiting").first();
        QVERIFY2(sentence.contains("no-such-host.invalid"), sentence.constData());
        QVERIFY(!now().failed);
    }

    void aBodyThatNeverComesIsSilence()
    {
        m_settings.readTimeout = 200;
        m_server->answer("/", {{{head()}, Keep}, {{head(), "data: a\n\n"}, Keep}});
        start();
        QTRY_VERIFY(m_sink->data().contains("a"));
        QVERIFY(m_sink->payloads(Kind::Error).first().contains("Nothing was received"));
    }

    void anIncompleteEventIsDiscardedAndItsIdToo()
    {
        m_server->answer(
            "/", {{{head(), "id: 1\ndata: a\n\nid: 2\ndata: lost"}, Close}, {{head(), "data: b\n\n"}, Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a", "b"}));
        QCOMPARE(m_server->requests[1].header("Last-Event-ID"), QByteArray("1"));
        QCOMPARE(m_sink->rows.back().id, QByteArray("1"));
        QCOMPARE(now().discardedLines, 2u);
        const QByteArrayList notes = m_sink->payloads(Kind::Note, "discarded");
        QCOMPARE(notes.size(), 1);
        QVERIFY2(notes.first().contains("lost"), notes.first().constData());
    }

    void anAttemptBelongsToTheConnectionThatWasLost()
    {
        m_server->answer("/", {{{head(), "data: a\n\n"}, Close}, {{head(), "data: b\n\n"}, Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a", "b"}));
        quint64 response = 0;
        QList<quint64> refs;
        for (size_t i = 0; i < m_sink->rows.size(); ++i) {
            if (m_sink->rows[i].kind == Kind::HttpResponse && response == 0)
                response = m_sink->numbers[i];
            if (m_sink->rows[i].name == "connecting")
                refs += m_sink->rows[i].ref;
        }
        QCOMPARE(refs, (QList<quint64>{0, response}));
    }

    void reconnectNowDoesNotWait()
    {
        m_settings.reconnectionTime = 1000000;
        m_server->answer("/", {{{head(), "data: a\n\n"}, Close}, {{head(), "data: b\n\n"}, Keep}});
        start();
        QTRY_COMPARE(now().state, LineState::Waiting);
        QVERIFY(now().waitingUntil > 0);
        m_client->reconnectNow();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a", "b"}));
        // also in mid-stream
        m_client->reconnectNow();
        QTRY_COMPARE(m_sink->data().size(), 3);
        QCOMPARE(m_server->requests.size(), 3);
        QCOMPARE(now().waitingUntil, 0);
    }

    void stopWhileConnecting()
    {
        start();
        m_client->stop();
        QCOMPARE(m_finished->count(), 1);
        m_client->start();
        QTRY_COMPARE(m_server->requests.size(), 1);
        m_client->stop();
        QCOMPARE(m_finished->count(), 2);
        QCOMPARE(now().state, LineState::Closed);
    }
};

WEIR_TEST(runAppTest<TestSseReconnection>)
#include "tst_ssereconnection.moc"
