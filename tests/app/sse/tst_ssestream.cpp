// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ssefixture.h"
#include "testprogram.h"

using namespace weir;

// What an open stream carries, and how it is held back.
class TestSseStream final : public SseFixture
{
    Q_OBJECT

private Q_SLOTS:
    void resumesWithLastEventId()
    {
        m_server->answer("/",
                         {{{head(), "id: 7\ndata: a\n\n"}, Close}, {{head(), "id: 8\ndata: b\n\n"}, Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a", "b"}));
        QCOMPARE(m_server->requests.size(), 2);
        QCOMPARE(m_server->requests[0].header("Last-Event-ID"), QByteArray());
        QCOMPARE(m_server->requests[1].header("Last-Event-ID"), QByteArray("7"));
        QCOMPARE(m_sink->names(Kind::State),
                 (QByteArrayList{"connecting", "open", "waiting", "connecting", "open"}));
        QVERIFY(m_sink->payloads(Kind::State, "waiting").first().contains("Last-Event-ID 7"));
        QCOMPARE(m_sink->payloads(Kind::Note, "continuity"),
                 (QByteArrayList{"Resumed without a gap: 8 follows 7."}));
        QVERIFY(m_sink->payloads(Kind::Error).isEmpty());
        m_client->stop();
        QCOMPARE(m_finished->count(), 1);
        QCOMPARE(now().state, LineState::Closed);
    }

    void noContentEndsTheFeed()
    {
        m_server->answer("/", {{{"HTTP/1.1 204 No Content\r\n\r\n"}, Keep}});
        start();
        QTRY_COMPARE(m_finished->count(), 1);
        const SseStatus end = now();
        QCOMPARE(end.error.code, ErrorCode::NoContent);
        QVERIFY(!end.failed);
        QCOMPARE(m_server->requests.size(), 1);
    }

    void anotherContentTypeFails()
    {
        m_server->answer("/", {{{"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"}, Keep}});
        start();
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(now().error, (Error{ErrorCode::ContentType, QStringLiteral("text/html")}));
        QVERIFY(m_sink->data().isEmpty());
    }

    void contentTypeMayHaveParametersAndAnyCase()
    {
        m_server->answer(
            "/",
            {{{"HTTP/1.1 200 OK\r\nContent-Type: Text/Event-Stream ; charset=utf-8\r\n\r\n", "data: a\n\n"},
              Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a"}));
    }

    void aCompressibleFeedDoesNotDie()
    {
        QByteArray feed;
        const QByteArray one = "data: " + QByteArray(1000, 'a') + "\n\n";
        for (int i = 0; i < 20000; ++i)
            feed += one;
        // The deflate coding is the zlib format; qCompress() puts four bytes before it.
        const QByteArray packed = qCompress(feed).mid(4);
        m_server->answer("/", {{{head("Content-Encoding: deflate\r\n"), packed}, Keep}});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(qint64(m_sink->data().size()), 20000, 30000);
        QVERIFY(m_sink->payloads(Kind::Error).isEmpty());
    }

    void halfACharacterInEveryChunk()
    {
        QByteArrayList pieces{chunked()};
        for (const char c : QByteArray("data: \xE2\x82\xAC\xF0\x9F\x98\x80\n\n"))
            pieces += ScriptedServer::chunk(QByteArray(1, c));
        m_server->answer("/", {{pieces, Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"\xE2\x82\xAC\xF0\x9F\x98\x80"}));
    }

    void aFullLogLeavesTheBytesWithTheServer()
    {
        constexpr int events = 1024;
        const QByteArray one = "data: " + QByteArray(32 * 1024, 'a') + "\n\n";
        QByteArray feed;
        for (int i = 0; i < events; ++i)
            feed += one;
        m_sink->full = true;
        m_server->answer("/", {{{head(), feed}, Keep}});
        start();
        QTRY_COMPARE(now().state, LineState::Open);
        QSignalSpy written(m_server->lastSocket, &QTcpSocket::bytesWritten);
        while (written.wait(300)) { }
        const qint64 unsent = m_server->lastSocket->bytesToWrite();
        QVERIFY2(unsent > feed.size() / 2, qPrintable(QString::number(unsent)));
        QVERIFY(now().held);
        QVERIFY(m_sink->data().isEmpty());
        m_sink->full = false;
        m_sink->waker();
        QTRY_COMPARE_WITH_TIMEOUT(qint64(m_sink->data().size()), qint64(events), 30000);
        QVERIFY(!now().held);
    }

    void whatCameBeforeTheEndIsReadOnceThereIsRoom()
    {
        m_sink->full = true;
        m_server->answer("/", {{{head(), "data: a\n\n"}, Close}, {{head(), "data: b\n\n"}, Keep}});
        start();
        QTRY_COMPARE(now().state, LineState::Open);
        QTRY_VERIFY(!m_server->lastSocket);
        m_sink->full = false;
        m_sink->waker();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a", "b"}));
    }

    void rowsReferToTheirResponse()
    {
        m_server->answer("/", {{{head(), "data: a\n\n:c\n\nretry: 9\n\n"}, Keep}});
        start();
        QTRY_COMPARE(m_sink->payloads(Kind::SseRetry).size(), 1);
        quint64 request = 0;
        quint64 response = 0;
        for (size_t i = 0; i < m_sink->rows.size(); ++i) {
            const Event &row = m_sink->rows[i];
            QCOMPARE(row.connection, 3u);
            if (row.kind == Kind::HttpRequest) {
                request = m_sink->numbers[i];
            } else if (row.kind == Kind::HttpResponse) {
                response = m_sink->numbers[i];
                QCOMPARE(row.ref, request);
            } else if (row.kind < Kind::HttpRequest) {
                QCOMPARE(row.ref, response);
            }
        }
        QVERIFY(response > 0);
    }

    void theLineLimitEndsAnEventWithAnErrorRow()
    {
        m_settings.lineLimit = 10;
        m_server->answer("/", {{{head(), "data: 1234567890\n\ndata: b\n\n"}, Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"b"}));
        QVERIFY(m_sink->payloads(Kind::Error).first().contains("limit of 10 bytes"));
        QCOMPARE(now().state, LineState::Open);
    }

    void aLoneCarriageReturnAtTheEndOfAChunkDispatchesAtOnce()
    {
        m_server->answer("/", {{{chunked(), ScriptedServer::chunk("data: a\r\r")}, Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a"}));
    }

    void whatIsDiscardedIsCountedAndCanBeSeen()
    {
        m_server->answer(
            "/",
            {{{head(), "nonsense\nretry: soon\nid: a", QByteArray("\0b\n", 3), "event: empty\n\ndata: a\n\n"},
              Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a"}));
        QTRY_COMPARE(now().discardedLines, 4u);
        QCOMPARE(m_sink->payloads(Kind::Note, "discarded").size(), 4);
    }

    void bytesThatAreNotUtf8StayAsTheyCame()
    {
        m_server->answer("/",
                         {{{head(),
                            "\xEF\xBB\xBF"
                            "data: \xEF\xBB\xBF\xFF\xC3\n\n"},
                           Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"\xEF\xBB\xBF\xFF\xC3"}));
    }
};

WEIR_TEST(runAppTest<TestSseStream>)
#include "tst_ssestream.moc"
