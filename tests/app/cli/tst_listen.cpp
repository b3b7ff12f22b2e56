// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../sse/scriptedserver.h"
#include "testprogram.h"
#include "weirprocess.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace weir;

using Answer = ScriptedServer::Answer;
constexpr auto Keep = ScriptedServer::Keep;
constexpr auto Close = ScriptedServer::Close;

namespace {
QByteArray events(int first, int last)
{
    QByteArray text;
    for (int i = first; i <= last; ++i)
        text += "id: " + QByteArray::number(i) + "\ndata: " + QByteArray(200, 'a') + "\n\n";
    return text;
}
}

// The built binary against a server of this process.
class TestListen final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
    }

    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_url = m_server->url(s("/")).toString();
        m_capture = m_folder->filePath(s("a.weir"));
    }

    void everyLineIsAnEventWithItsMembersInOrder()
    {
        m_server->answer(
            "/",
            {{{ScriptedServer::head(),
               "event: tick\nid: 7\ndata: \xE2\x82\xAC \"x\"\n\ndata: \xFF\n\n:c\n\nretry: 9\n\n"},
              Close},
             {{"HTTP/1.1 204 No Content\r\n\r\n"}, Close}});
        Weir weir({s("listen"), m_url});
        finish(weir);
        QCOMPARE(weir.code, 0);
        const QList<QByteArray> lines = weir.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        const auto matches = [](const QByteArray &line, const char *pattern) {
            return QRegularExpression(QRegularExpression::anchoredPattern(s(pattern)))
                .match(QString::fromUtf8(line))
                .hasMatch();
        };
        QVERIFY2(
            matches(
                lines[0],
                R"(\{"seq":5,"time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z","connection":"127\.0\.0\.1:\d+/",)"
                R"("direction":"in","kind":"sse\.event","name":"tick","id":"7","ref":3,"size":7,)"
                R"("payload":"€ \\"x\\""\})"),
            lines[0].constData());
        QVERIFY2(lines[1].endsWith(R"("size":1,"encoding":"base64","payload":"/w=="})"),
                 lines[1].constData());
        QVERIFY(lines[2].contains(R"("kind":"sse.comment")"));
        QVERIFY(lines[3].contains(R"("kind":"sse.retry")"));
    }

    void countIsExact()
    {
        m_server->answer("/", {{{ScriptedServer::head(), events(1, 50)}, Keep}});
        Weir weir({s("listen"), m_url, s("--count"), s("7")});
        finish(weir);
        QCOMPARE(weir.code, 0);
        QCOMPARE(weir.out.count(R"("kind":"sse.event")"), 7);
    }

    void aCaptureSilencesStandardOutputAndIsContinued()
    {
        m_server->answer("/", {{{ScriptedServer::head(), events(1, 50)}, Keep}});
        Weir first({s("listen"), m_url, s("--count"), s("3"), s("--capture"), m_capture});
        finish(first);
        QCOMPARE(first.code, 0);
        QVERIFY(first.out.isEmpty());
        Weir second(
            {s("listen"), m_url, s("--count"), s("2"), s("--capture"), m_capture, s("--print"), s("--all")});
        finish(second);
        QCOMPARE(second.code, 0);
        Weir exported({s("export"), m_capture});
        finish(exported);
        QCOMPARE(exported.out.count(R"("kind":"sse.event")"), 5);
        // what was printed with --all is what the capture says of that run
        QVERIFY(!second.out.isEmpty());
        QVERIFY(exported.out.endsWith(second.out));
        const QList<QByteArray> lines = exported.out.trimmed().split('\n');
        for (qsizetype i = 0; i < lines.size(); ++i)
            QVERIFY(lines[i].startsWith(QByteArray(R"({"seq":)" + QByteArray::number(i + 1) + ',')));
    }

    void anInterruptFlushesEverything()
    {
        m_server->answer("/", {{{ScriptedServer::head(), events(1, 20)}, Keep}});
        Weir weir({s("listen"), m_url, s("--capture"), m_capture, s("--print")});
        QByteArray out;
        QTRY_VERIFY_WITH_TIMEOUT((out += weir.process.readAllStandardOutput()).count('\n') == 20, 30000);
        weir.interrupt();
        finish(weir);
        QCOMPARE(weir.code, 0);
        Weir exported({s("export"), m_capture});
        finish(exported);
        QCOMPARE(exported.out.count(R"("kind":"sse.event")"), 20);
        QVERIFY(exported.out.contains("Stopped."));
    }

    void theEndOfTime()
    {
        m_server->answer("/", {{{ScriptedServer::head(), events(1, 1)}, Keep}});
        Weir weir({s("listen"), m_url, s("--for"), s("0.3")});
        finish(weir);
        QCOMPARE(weir.code, 0);
    }

    void aReaderThatGoesAwayIsTheEnd()
    {
        m_server->answer("/", {{{ScriptedServer::head(), events(1, 2000)}, Keep}});
        QProcess shell;
        shell.start(
            s("bash"),
            {s("-c"), s("'" WEIR_BINARY "' listen \"$0\" | head -n 1; exit ${PIPESTATUS[0]}"), m_url});
        QTRY_VERIFY_WITH_TIMEOUT(shell.state() == QProcess::NotRunning, 60000);
        QCOMPARE(shell.exitCode(), 0);
        QCOMPARE(shell.readAllStandardOutput().count('\n'), 1);
    }

    void aFullStandardOutputIsAFailureInOneSentence()
    {
        if (!QFile::exists(s("/dev/full")))
            QSKIP("no /dev/full here");
        m_server->answer("/", {{{ScriptedServer::head(), events(1, 2)}, Keep}});
        Weir weir;
        weir.process.setStandardOutputFile(s("/dev/full"));
        weir.start({s("listen"), m_url});
        finish(weir);
        QCOMPARE(weir.code, 1);
        QCOMPARE(weir.err.count("Standard output cannot be written"), 1);
    }

    void aCaptureWithoutRoomSaysSoAndStaysWhole()
    {
        m_server->answer("/", {{{ScriptedServer::head(), events(1, 2000)}, Keep}});
        Weir weir;
        weir.process.setChildProcessModifier([] {
            const rlimit limit{200 * 1024, 200 * 1024};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        });
        weir.start({s("listen"), m_url, s("--capture"), m_capture});
        QTRY_VERIFY_WITH_TIMEOUT((weir.err += weir.process.readAllStandardError()).contains("is full"),
                                 30000);
        weir.interrupt();
        finish(weir);
        Weir exported({s("export"), m_capture});
        finish(exported);
        QCOMPARE(exported.code, 0);
    }

    void theExitCodeSaysHowItEnded_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("sentence");
        const QByteArray stream = ScriptedServer::head() + "data: a\n\n";
        QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << QStringList() << 0
                             << QByteArray("204 No Content");
        QTest::newRow("clean end") << stream << QStringList{s("--no-reconnect")} << 0
                                   << QByteArray("ended the stream");
        QTest::newRow("broken") << ScriptedServer::head("Content-Length: 99\r\n") + "data: a\n\n"
                                << QStringList{s("--no-reconnect")} << 1 << QByteArray("Connection lost");
        QTest::newRow("status") << QByteArray("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")
                                << QStringList() << 1 << QByteArray("HTTP 503");
        QTest::newRow("type") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
                              << QStringList() << 1 << QByteArray("text/html");
        QTest::newRow("no answer") << QByteArray() << QStringList{s("--no-reconnect")} << 1
                                   << QByteArray("before it answered");
    }

    void theExitCodeSaysHowItEnded()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QStringList, options);
        QFETCH(const int, code);
        QFETCH(const QByteArray, sentence);
        m_server->answer("/", {{{answer}, Close}});
        Weir weir(QStringList{s("listen"), m_url} + options);
        finish(weir);
        QCOMPARE(weir.code, code);
        QVERIFY2(weir.err.count(sentence) == 1, weir.err.constData());
        QCOMPARE(m_server->requests.size(), 1);
    }

    void methodHeadersAndBodyGoOut()
    {
        QFile file(m_folder->filePath(s("body.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"a\":1}\n");
        file.close();
        m_server->answer("/", {{{"HTTP/1.1 204 No Content\r\n\r\n"}, Close}});
        Weir weir({s("listen"), m_url, s("-X"), s("QUERY"), s("-H"), s("X-A:  one "), s("-H"), s("X-B: two"),
                   s("-d"), s("@") + file.fileName(), s("--last-event-id"), s("41")});
        finish(weir);
        QCOMPARE(weir.code, 0);
        const auto &request = m_server->requests.first();
        QVERIFY(request.text.startsWith("QUERY / "));
        QCOMPARE(request.header("X-A"), QByteArray("one"));
        QCOMPARE(request.header("X-B"), QByteArray("two"));
        QCOMPARE(request.header("Last-Event-ID"), QByteArray("41"));
        QCOMPARE(request.body, QByteArray("{\"a\":1}\n"));
    }

    void oneFeedThatFailsDoesNotEndTheOthers()
    {
        m_server->answer("/bad", {{{"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"}, Keep}});
        m_server->answer(
            "/",
            {{{ScriptedServer::head(), events(1, 3)}, Close}, {{"HTTP/1.1 204 No Content\r\n\r\n"}, Close}});
        Weir weir({s("listen"), m_server->url(s("/bad")).toString(), m_url, s("--retry"), s("100")});
        finish(weir);
        QCOMPARE(weir.code, 1);
        QCOMPARE(weir.out.count(R"("kind":"sse.event")"), 3);
    }

    void nothingIsStartedWhereTheUsageIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("mentions");
        const auto row = [](const char *name, const QStringList &arguments, const char *mentions) {
            QTest::newRow(name) << arguments << QByteArray(mentions);
        };
        row("not a URL", {s("http://")}, "http://");
        row("a profile", {s("market")}, "neither a profile");
        row("scheme", {s("ftp://h/")}, "ftp");
        row("input for a feed", {s("--stdin"), s("lines")}, "--stdin");
        row("subprotocol of a feed", {s("--subprotocol"), s("chat")}, "--subprotocol");
        row("method of a WebSocket", {s("ws://127.0.0.1:1/"), s("-X"), s("POST")}, "--request");
        row("header of the handshake", {s("ws://127.0.0.1:1/"), s("-H"), s("Upgrade: x")}, "Upgrade");
        row("header name", {s("-H"), s("a b: c")}, "a b");
        row("header value", {s("-H"), s("a: b\r\nc: d")}, "control characters");
        row("header without a value", {s("-H"), s("a")}, "-H");
        row("method", {s("-X"), s("GE T")}, "GE T");
        row("body file", {s("-d"), s("@/nonexistent")}, "/nonexistent");
        row("count", {s("--count"), s("0")}, "--count");
        row("for", {s("--for"), s("soon")}, "--for");
        row("retry", {s("--retry"), s("-1")}, "--retry");
        row("read timeout", {s("--read-timeout"), s("x")}, "--read-timeout");
        row("id", {s("--last-event-id"), s("a\nb")}, "Last-Event-ID");
        row("CA file", {s("--cacert"), s("/nonexistent.pem")}, "/nonexistent.pem");
        row("not PEM", {s("--cacert"), s(WEIR_TEST_DATA "/tls/README.md")}, "no certificate");
        row("certificate without a key", {s("--cert"), s(WEIR_TEST_DATA "/tls/client.pem")}, "private key");
        row("key without a certificate", {s("--key"), s(WEIR_TEST_DATA "/tls/client.key")}, "--cert");
        row("proxy", {s("--proxy"), s("nowhere")}, "--proxy");
        row("option", {s("--nonsense")}, "nonsense");
        row("folder of the capture", {s("--capture"), s("/nonexistent/a.weir")}, "/nonexistent");
        row("not a capture", {s("--capture"), s(WEIR_TEST_DATA "/tls/README.md")}, "not a Weir capture");
    }

    void nothingIsStartedWhereTheUsageIsWrong()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, mentions);
        QStringList all{s("listen"), m_url};
        if (!arguments.contains(s("--capture")))
            all += {s("--capture"), m_capture};
        Weir weir(all + arguments);
        finish(weir);
        QCOMPARE(weir.code, 2);
        QVERIFY2(weir.err.contains(mentions), weir.err.constData());
        QVERIFY2(weir.err.count('\n') == 1 && weir.err.startsWith("weir: ") && weir.err.endsWith(".\n"),
                 weir.err.constData());
        QVERIFY(weir.out.isEmpty());
        QVERIFY(!QFile::exists(m_capture));
        QCOMPARE(m_server->connections, 0);
    }

private:
    // Serves while the program runs.
    void finish(Weir &weir)
    {
        QTRY_VERIFY_WITH_TIMEOUT(!weir.isRunning(), 60000);
        QVERIFY(weir.finish());
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_url;
    QString m_capture;
};

WEIR_TEST(runAppTest<TestListen>)
#include "tst_listen.moc"
