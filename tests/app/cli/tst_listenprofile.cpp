// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../sse/scriptedserver.h"
#include "profilefiles.h"
#include "testprogram.h"
#include "weirprocess.h"

#include <QTest>

using namespace weir;

// `weir listen PROFILE`: the built binary against a server of this process.
class TestListenProfile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "WEIR_PROFILES"})
            qunsetenv(name);
        // no keychain: a person's own is no part of a test
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        m_server = std::make_unique<ScriptedServer>();
        m_server->answer("/a?x=1",
                         {{{ScriptedServer::head(), "data: 1\n\n"}, ScriptedServer::Close},
                          {{"HTTP/1.1 204 No Content\r\n\r\n"}, ScriptedServer::Close}});
        m_files = std::make_unique<ProfileFiles>();
        const QByteArray host = m_server->url({}).authority().toUtf8();
        m_files->profile("environments/dev.json",
                         "'name':'Development','variables':[{'name':'host','value':'" + host + "'}]");
        m_files->profile("environments/empty.json", "'name':'empty'");
        m_files->profile("ticks.json",
                         "'name':'Market ticks','url':'http://{{host}}/a','query':[{'name':'x','value':'1'}],"
                         "'headers':[{'name':'X-A','value':'profile'},{'name':'X-B','value':'kept'}],'"
                         "reconnectionTime':10");
    }

    void aProfileIsFoundByNameByFileAndByPath_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::newRow("name") << s("Market ticks");
        QTest::newRow("file") << s("ticks");
        QTest::newRow("file with suffix") << s("ticks.json");
        QTest::newRow("path") << QString();
    }

    void aProfileIsFoundByNameByFileAndByPath()
    {
        QFETCH(const QString, profile);
        Weir weir;
        if (profile.isEmpty())
            weir.start({s("listen"), m_files->filePath("ticks.json"), s("--env"), s("dev")});
        else
            weir.start({s("listen"), profile, s("--env"), s("dev"), s("--profiles"), m_files->path()});
        finish(weir);
        QVERIFY2(weir.code == 0, weir.err.constData());
        QVERIFY2(weir.out.contains(quoted("'connection':'Market ticks','direction':'in','kind':'sse.event'")),
                 weir.out.constData());
        QCOMPARE(m_server->requests.first().header("X-A"), QByteArray("profile"));
    }

    void theOptionsGoBeforeTheProfile()
    {
        Weir weir;
        weir.environment.insert(s("WEIR_PROFILES"), m_files->path());
        weir.start({s("listen"), s("ticks"), s("--env"), s("Development"), s("-H"), s("x-a: line"), s("-H"),
                    s("X-C: new"), s("-d"), s("body"), s("--last-event-id"), s("41")});
        finish(weir);
        QVERIFY2(weir.code == 0, weir.err.constData());
        const auto &request = m_server->requests.first();
        QVERIFY2(request.text.startsWith("POST /a?x=1 "), request.text.constData());
        QCOMPARE(request.text.toLower().count("x-a:"), 1);
        QCOMPARE(request.header("X-A"), QByteArray("line"));
        QCOMPARE(request.header("X-B"), QByteArray("kept"));
        QCOMPARE(request.header("X-C"), QByteArray("new"));
        QCOMPARE(request.header("Last-Event-ID"), QByteArray("41"));
        QCOMPARE(request.body, QByteArray("body"));
    }

    void profilesAndUrlsGoTogether()
    {
        m_server->answer("/b",
                         {{{ScriptedServer::head(), "data: 2\n\n"}, ScriptedServer::Close},
                          {{"HTTP/1.1 204 No Content\r\n\r\n"}, ScriptedServer::Close}});
        Weir weir({s("listen"), s("ticks"), m_server->url(s("/b")).toString(), s("--env"), s("dev"),
                   s("--profiles"), m_files->path(), s("--retry"), s("20")});
        finish(weir);
        QVERIFY2(weir.code == 0, weir.err.constData());
        QVERIFY(weir.out.contains(quoted("'connection':'Market ticks'")));
        QCOMPARE(weir.out.count(quoted("'kind':'sse.event'")), 2);
    }

    void aSecretIsSentAndNeverTold()
    {
        const QByteArray echoed("canary-1 Y2FuYXJ5LTE= ");
        m_server->answer(
            "/s?k=canary-1&pin=42",
            {{{ScriptedServer::head("X-Echo: canary-1\r\n"), "event: canary-1\ndata: " + echoed + "\n\n"},
              ScriptedServer::Close},
             {{"HTTP/1.1 204 No Content\r\n\r\n"}, ScriptedServer::Close}});
        m_files->profile(
            "s.json",
            "'name':'with "
            "{{secret.x}}','url':'http://{{host}}/"
            "s','auth':{'type':'basic','user':'ann','password':'{{pw}}'},"
            "'query':[{'name':'k','value':'{{secret.api-key}}'},{'name':'pin','value':'{{secret.pin}}'}],"
            "'variables':[{'name':'pw','value':'{{secret.api-key}}'}],'reconnectionTime':10");
        const QString capture = m_files->filePath("c.weir");
        Weir weir;
        weir.environment.insert(s("WEIR_SECRET_api-key"), s("canary-1"));
        weir.environment.insert(s("WEIR_SECRET_pin"), s("42"));
        weir.start({s("listen"), s("s"), s("--env"), s("dev"), s("--profiles"), m_files->path(), s("--all"),
                    s("--capture"), capture, s("--print")});
        finish(weir);
        QVERIFY2(weir.code == 0, weir.err.constData());
        const auto &request = m_server->requests.first();
        QCOMPARE(request.header("Authorization"), "Basic " + QByteArray("ann:canary-1").toBase64());
        QVERIFY(weir.out.contains(quoted("'kind':'sse.event'")));
        QVERIFY(weir.out.contains("GET /s?k=•••&pin=••• HTTP"));
        QFile file(capture);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray recorded = file.readAll();
        for (const QByteArray &text : {weir.out, weir.err, recorded}) {
            for (const char *form : {"canary", "Y2FuYXJ5", "YW5uOmNhbmFyeS0x", "pin=42"})
                QVERIFY2(!text.contains(form), form);
        }
    }

    void nothingIsStartedWhereSomethingIsMissing_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const QStringList &arguments, const char *sentence) {
            QTest::newRow(name) << arguments << s(sentence);
        };
        row("no environment", {s("ticks")},
            "Market ticks: URL: {{host}} has no value, and no environment is chosen.");
        row("a variable", {s("ticks"), s("--env"), s("empty")},
            "Market ticks: URL: {{host}} has no value in the environment “empty”.");
        row("unknown environment", {s("ticks"), s("--env"), s("prod")},
            "There is no environment “prod” in the folder FOLDER; there are: Development, empty.");
        row("broken environment", {s("ticks"), s("--env"), s("broken")},
            "FOLDER/environments/broken.json: Line 1: ");
        row("unknown profile", {s("tocks")},
            "“tocks” is neither a profile in the folder FOLDER nor a URL, which begins with http:// or "
            "https://.");
        row("unknown path", {s("/nonexistent/a.json")}, "“/nonexistent/a.json” is neither a profile");
        row("broken profile", {s("broken")}, "FOLDER/broken.json: Line 3: ");
        row("two of one name", {s("Twin")},
            "“Twin” is more than one: t1.json, t2.json. Give the name of the file.");
        row("JSON-RPC", {s("calls")}, "“calls” is a profile of JSON-RPC; listen takes feeds and WebSockets.");
        row("secrets", {s("secret")}, "secret: ");
        row("authentication", {s("basic")},
            "basic: Authentication: Basic does not allow a colon in the name of the user.");
        row("URL", {s("url")}, "url: The scheme “ftp” is not supported");
        row("folder", {s("ticks"), s("--profiles"), s("/nonexistent")},
            "There is no folder /nonexistent with profiles.");
    }

    void nothingIsStartedWhereSomethingIsMissing()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(QString, sentence);
        m_files->write("broken.json", "{\"weir\":1,\n\"name\":\"b\",\n\"url\":}");
        m_files->write("environments/broken.json", "[]");
        m_files->profile("t1.json", "'name':'Twin','url':'http://h'");
        m_files->profile("t2.json", "'name':'Twin','url':'http://h'");
        m_files->profile("calls.json", "'name':'calls','protocol':'json-rpc','url':'http://h'");
        m_files->profile("secret.json", "'name':'secret','url':'http://{{secret.a-b}}/{{secret.c-d}}'");
        m_files->profile("basic.json",
                         "'name':'basic','url':'http://h','auth':{'type':'basic','user':'a:b'}");
        m_files->profile("url.json", "'name':'url','url':'ftp://h'");
        Weir weir;
        weir.environment.insert(s("WEIR_PROFILES"), m_files->path());
        const QString capture = m_files->filePath("c.weir");
        weir.start(QStringList{s("listen"), s("--capture"), capture} + arguments);
        finish(weir);
        QCOMPARE(weir.code, 2);
        sentence.replace(s("FOLDER"), m_files->path());
        QVERIFY2(weir.err.startsWith(QByteArray("weir: " + sentence.toUtf8())), weir.err.constData());
        for (const char *name : {"a-b", "c-d"})
            QVERIFY2(!arguments.contains(s("secret")) || weir.err.contains(name), weir.err.constData());
        QVERIFY2(weir.err.count('\n') == 1 && weir.err.endsWith(".\n"), weir.err.constData());
        QVERIFY(weir.out.isEmpty());
        QVERIFY(!QFile::exists(capture));
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
    std::unique_ptr<ProfileFiles> m_files;
};

WEIR_TEST(runAppTest<TestListenProfile>)
#include "tst_listenprofile.moc"
