// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "demo/demoserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpSocket>
#include <QTest>

#include <zlib.h>

using namespace weir;

namespace {
// One request over one socket, and what came back as it stands on the wire.
struct Client
{
    QTcpSocket socket;
    QByteArray received;

    Client(const DemoServer &server, const QByteArray &path, const QByteArray &headers = {})
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { received += socket.readAll(); });
        socket.connectToHost(server.url().host(), quint16(server.url().port()));
        socket.write("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:1\r\n" + headers + "\r\n");
    }
    bool closed() const { return socket.state() == QAbstractSocket::UnconnectedState; }
    QByteArray head() const { return received.left(received.indexOf("\r\n\r\n") + 2); }
    // The body without its chunk sizes, as far as it came; `whole` where the last chunk came too.
    QByteArray body(bool *whole = nullptr) const
    {
        QByteArray body;
        qsizetype at = received.indexOf("\r\n\r\n") + 4;
        while (at > 3 && at < received.size()) {
            const qsizetype end = received.indexOf("\r\n", at);
            if (end < 0)
                break;
            const qsizetype size = received.mid(at, end - at).toInt(nullptr, 16);
            if (whole && size == 0)
                *whole = true;
            body += received.mid(end + 2, size);
            at = end + 2 + size + 2;
        }
        return body;
    }
    QList<QByteArray> ids() const
    {
        QList<QByteArray> ids;
        for (const QByteArray &line : body().split('\n')) {
            if (line.startsWith("id: "))
                ids.append(line.mid(4));
        }
        return ids;
    }
};
}

class TestDemoServer final : public QObject
{
    Q_OBJECT

    DemoServer m_server;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.listen()); }

    void listsWhatThereIsToTry()
    {
        Client client(m_server, "/");
        QTRY_VERIFY(client.closed());
        QVERIFY(client.head().startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(client.head().contains("Content-Type: text/plain"));
        for (const QUrl &url : m_server.urls())
            QVERIFY(client.received.contains(url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)));
        QCOMPARE(m_server.urls().first().path(), QStringLiteral("/feeds/market"));
    }

    void anUnknownPathIs404()
    {
        Client client(m_server, "/nothing");
        QTRY_VERIFY(client.closed());
        QVERIFY(client.head().startsWith("HTTP/1.1 404 "));
    }

    void aPortThatIsTakenIsAnError()
    {
        DemoServer second;
        const auto listening = second.listen(quint16(m_server.url().port()));
        QVERIFY(!listening);
        QCOMPARE(listening.error(), (Error{ErrorCode::PortInUse, QString::number(m_server.url().port())}));
        QVERIFY(second.url().isEmpty());
    }

    void theMarketSendsEventsOfSeveralTypesWithGrowingIds()
    {
        Client client(m_server, "/feeds/market?symbols=all&rate=max&count=2000");
        QTRY_VERIFY(client.closed());
        QVERIFY(client.head().contains("Content-Type: text/event-stream\r\n"));
        bool whole = false;
        const QByteArray body = client.body(&whole);
        QVERIFY(whole);
        QVERIFY(body.startsWith("retry: 3000\n\n"));
        const QList<QByteArray> ids = client.ids();
        QCOMPARE(ids.size(), 2000);
        for (qsizetype i = 1; i < ids.size(); ++i)
            QCOMPARE(ids[i].toLongLong(), ids[i - 1].toLongLong() + 1);
        for (const char *part : {"event: tick\n", "event: trade\n", "event: halt\n", "\n: heartbeat\n"})
            QVERIFY2(body.contains(part), part);
        for (const QByteArray &line : body.split('\n')) {
            if (line.startsWith("data: "))
                QVERIFY2(QJsonDocument::fromJson(line.mid(6)).object().contains(QLatin1String("symbol")),
                         line.constData());
        }
    }

    void theMarketSendsTheChosenSymbolsOnly()
    {
        Client client(m_server, "/feeds/market?symbols=ACME,NWND&rate=max&count=200");
        QTRY_VERIFY(client.closed());
        const QByteArray body = client.body();
        QCOMPARE(body.count("\"ACME\"") + body.count("\"NWND\""), 200);
    }

    void resumesAfterTheLastEventId()
    {
        Client whole(m_server, "/feeds/market?rate=max&count=20", "Last-Event-ID: 99\r\n");
        Client rest(m_server, "/feeds/market?rate=max&count=10", "Last-Event-ID: 109\r\n");
        QTRY_VERIFY(whole.closed() && rest.closed());
        QCOMPARE(whole.ids().first(), QByteArray("100"));
        QCOMPARE(rest.ids().first(), QByteArray("110"));
        // what an event says depends on its number alone
        QVERIFY(whole.body().endsWith(rest.body().mid(rest.body().indexOf("event: "))));
    }

    void aRatedFeedTrickles()
    {
        Client client(m_server, "/feeds/market?rate=50");
        QTRY_VERIFY(client.ids().size() >= 5);
        QVERIFY(!client.closed());
        QVERIFY(client.ids().size() < 5000);
    }

    void waitsForAPeerThatDoesNotRead()
    {
        QTcpSocket socket;
        socket.setReadBufferSize(4096);
        socket.connectToHost(m_server.url().host(), quint16(m_server.url().port()));
        socket.write("GET /bad/endless-line HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(socket.bytesAvailable() >= 4096);
        const auto unsent = [&] {
            qint64 most = 0;
            for (const QTcpSocket *peer : m_server.findChildren<QTcpSocket *>())
                most = std::max(most, peer->bytesToWrite());
            return most;
        };
        QTRY_VERIFY(unsent() > 128 * 1024);
        QVERIFY(unsent() < 512 * 1024);
    }

    void deploysDropTheLineAndGoOn()
    {
        Client first(m_server, "/feeds/deploys?rate=max");
        QTRY_VERIFY(first.closed());
        bool whole = false;
        const QByteArray body = first.body(&whole);
        QVERIFY(!whole);
        QCOMPARE(first.ids().size(), 4);
        Client second(m_server, "/feeds/deploys?rate=max", "Last-Event-ID: " + first.ids().last() + "\r\n");
        QTRY_VERIFY(second.closed());
        QCOMPARE(second.ids().first().toInt(), first.ids().last().toInt() + 1);
    }

    void dropsAfterSoManyEvents()
    {
        Client client(m_server, "/bad/drop?after=3&rate=max");
        QTRY_VERIFY(client.closed());
        bool whole = false;
        client.body(&whole);
        QVERIFY(!whole);
        QCOMPARE(client.ids().size(), 3);
    }

    void endsCleanlyAfterSoManyEvents()
    {
        Client client(m_server, "/bad/end?after=3&rate=max");
        QTRY_VERIFY(client.closed());
        bool whole = false;
        client.body(&whole);
        QVERIFY(whole);
        QCOMPARE(client.ids().size(), 3);
    }

    void answers204WithoutABody()
    {
        Client client(m_server, "/bad/204");
        QTRY_VERIFY(client.closed());
        QVERIFY(client.head().startsWith("HTTP/1.1 204 "));
        QVERIFY(!client.head().contains("Content-Length"));
        QVERIFY(client.received.endsWith("\r\n\r\n"));
    }

    void is503SomeTimesAndThenFine()
    {
        for (int i = 0; i < 2; ++i) {
            Client client(m_server, "/bad/503?times=2&retry-after=7");
            QTRY_VERIFY(client.closed());
            QVERIFY(client.head().startsWith("HTTP/1.1 503 "));
            QVERIFY(client.head().contains("Retry-After: 7\r\n"));
        }
        Client client(m_server, "/bad/503?times=2&retry-after=7");
        QTRY_VERIFY(!client.ids().isEmpty());
        QVERIFY(client.head().startsWith("HTTP/1.1 200 "));
    }

    void sendsAnotherContentType()
    {
        Client client(m_server, "/bad/content-type");
        QTRY_VERIFY(client.closed());
        QVERIFY(client.head().contains("Content-Type: text/html"));
    }

    void redirectsToAnotherOrigin()
    {
        Client client(m_server, "/bad/redirect");
        QTRY_VERIFY(client.closed());
        QVERIFY(client.head().startsWith("HTTP/1.1 302 "));
        const QByteArray location =
            "Location: http://localhost:" + QByteArray::number(m_server.url().port()) + "/feeds/market";
        QVERIFY(client.head().contains(location));
    }

    void redirectsInCircles()
    {
        Client client(m_server, "/bad/redirect-loop?turn=4");
        QTRY_VERIFY(client.closed());
        QVERIFY(client.head().contains("Location: /bad/redirect-loop?turn=5\r\n"));
    }

    void compressesTheStream_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<int>("window");
        QTest::newRow("gzip") << QByteArray("gzip") << 15 + 16;
        QTest::newRow("deflate") << QByteArray("deflate") << 15;
    }
    void compressesTheStream()
    {
        QFETCH(const QByteArray, coding);
        QFETCH(const int, window);
        const QByteArray header = "Content-Encoding: " + coding + "\r\n";
        Client client(m_server, "/bad/" + coding + "?rate=max&count=500");
        QTRY_VERIFY(client.closed());
        QVERIFY(client.head().contains(header));
        QByteArray body = client.body();
        QByteArray plain(1 << 20, '\0');
        z_stream stream{};
        stream.next_in = reinterpret_cast<Bytef *>(body.data());
        stream.avail_in = uInt(body.size());
        stream.next_out = reinterpret_cast<Bytef *>(plain.data());
        stream.avail_out = uInt(plain.size());
        QCOMPARE(inflateInit2(&stream, window), Z_OK);
        QCOMPARE(inflate(&stream, Z_FINISH), Z_STREAM_END);
        inflateEnd(&stream);
        plain.resize(plain.size() - qsizetype(stream.avail_out));
        QCOMPARE(plain.count("\ndata: "), 500);
    }

    void brotliIsUnderstoodByOthers()
    {
        // Qt brings a decoder
        QNetworkAccessManager manager;
        QNetworkRequest request(m_server.url().resolved(QUrl(QStringLiteral("/bad/br?rate=max&count=5000"))));
        request.setDecompressedSafetyCheckThreshold(-1);
        const std::unique_ptr<QNetworkReply> reply(manager.get(request));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        const QByteArray plain = reply->readAll();
        QCOMPARE(plain.count("\ndata: "), 5000);
        QVERIFY(plain.endsWith("\n\n"));
    }

    void aHeartbeatIsAComment()
    {
        Client client(m_server, "/feeds/heartbeat?rate=500", "Last-Event-ID: 41\r\n");
        QTRY_VERIFY(client.ids().size() >= 3);
        QVERIFY(client.body().startsWith("id: 42\ndata: {"));
        QCOMPARE(client.body().left(client.body().indexOf("id: 43")).count(": heartbeat\n\n"), 4);
    }

    void aLineThatFeedsTakesNoOtherRequest()
    {
        Client client(m_server, "/feeds/market?rate=100");
        QTRY_VERIFY(client.ids().size() >= 2);
        client.socket.write("GET /feeds/deploys HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(client.ids().size() >= 10);
        QCOMPARE(client.received.count("HTTP/1.1 "), 1);
        QVERIFY(!client.received.contains("deploy"));
    }

    void aPeerThatGoesLeavesNothing()
    {
        {
            Client client(m_server, "/feeds/market?rate=max");
            QTRY_VERIFY(client.ids().size() >= 2);
        }
        QTRY_COMPARE(m_server.findChildren<QTcpSocket *>().size(), 0);
    }

    void staysSilent()
    {
        Client client(m_server, "/bad/silence");
        QTRY_VERIFY(client.body().startsWith(":"));
        QVERIFY(!client.closed());
    }

    void splitsCharacters()
    {
        Client client(m_server, "/bad/split?rate=2000");
        QTRY_VERIFY(client.body().count("\n\n") >= 2);
        QVERIFY(client.body().contains("🌊"));
        QVERIFY(client.received.contains("\r\n1\r\n"));
    }

    void aLineNeverEnds()
    {
        Client client(m_server, "/bad/endless-line");
        QTRY_VERIFY(client.received.size() > (4 << 20));
        QVERIFY(!client.received.mid(client.received.indexOf("data: ")).contains("x\n"));
    }

    void aHeaderNeverEnds()
    {
        Client client(m_server, "/bad/endless-header");
        QTRY_VERIFY(client.received.size() > (1 << 20));
        QVERIFY(!client.received.contains("\r\n\r\n"));
    }

    void tearsTheLine()
    {
        Client client(m_server, "/bad/reset");
        QTRY_VERIFY(client.closed());
        QVERIFY(client.received.isEmpty());
        Client later(m_server, "/bad/reset?after=2&rate=max");
        QTRY_VERIFY(later.closed());
    }
};

WEIR_TEST(runAppTest<TestDemoServer>)
#include "tst_demoserver.moc"
