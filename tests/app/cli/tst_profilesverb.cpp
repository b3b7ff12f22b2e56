// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profilefiles.h"
#include "testprogram.h"
#include "weirprocess.h"

#include <QTest>

using namespace weir;

class TestProfilesVerb final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_files = std::make_unique<ProfileFiles>();
        m_files->profile(
            "b.json",
            "'name':'Ticks 市场','folder':'EU','protocol':'sse','url':'http://{{host}}/{{secret.path}}'");
        m_files->profile("a.json",
                         "'name':'Chat','protocol':'websocket','url':'ws://h/"
                         "','headers':[{'name':'X','value':'{{$env.WEIR_TEST_NAME}}'}]");
        m_files->profile("environments/dev.json",
                         "'name':'Development','variables':[{'name':'host','value':'h:1'}]");
    }

    void theTableIsAligned()
    {
        Weir weir({s("profiles"), s("--profiles"), m_files->path()});
        QVERIFY(weir.finish());
        QCOMPARE(weir.code, 0);
        QVERIFY2(weir.err.isEmpty(), weir.err.constData());
        // the Chinese characters are two columns wide
        QCOMPARE(QString::fromUtf8(weir.out),
                 s("NAME        FOLDER  PROTOCOL   URL                              VARIABLES\n"
                   "Chat                websocket  ws://h/                          $env.WEIR_TEST_NAME\n"
                   "Ticks 市场  EU      sse        http://{{host}}/{{secret.path}}  host\n"));
    }

    void everyLineOfNdjsonHasItsMembersInOrder()
    {
        Weir weir({s("profiles"), s("--profiles"), m_files->path(), s("--format"), s("ndjson")});
        QVERIFY(weir.finish());
        QCOMPARE(weir.code, 0);
        const QByteArrayList lines = weir.out.split('\n');
        QCOMPARE(lines.size(), 3);
        const auto path = [this](const char *name) { return m_files->filePath(name).toUtf8(); };
        const QByteArray chat = "{'file':'" + path("a.json")
            + "','name':'Chat','folder':'','protocol':'websocket','url':'ws://h/"
              "','variables':['$env.WEIR_TEST_NAME'],'secrets':[]}";
        const QByteArray ticks = "{'file':'" + path("b.json")
            + "','name':'Ticks "
              "市场','folder':'EU','protocol':'sse','url':'http://{{host}}/"
              "{{secret.path}}','variables':['host'],'secrets':['path']}";
        QCOMPARE(lines[0], quoted(chat));
        QCOMPARE(lines[1], quoted(ticks));
    }

    void anEnvironmentFillsTheUrlsAndNoSecret()
    {
        for (const char *name : {"dev", "dev.json", "Development"}) {
            Weir weir;
            weir.environment.insert(s("WEIR_SECRET_path"), s("canary"));
            weir.start({s("profiles"), s("--profiles"), m_files->path(), s("--env"), s(name)});
            QVERIFY(weir.finish());
            QCOMPARE(weir.code, 0);
            QVERIFY2(weir.out.contains(" http://h:1/•••  host\n"), weir.out.constData());
            QVERIFY(!weir.out.contains("canary"));
        }
        Weir weir({s("profiles"), s("--profiles"), m_files->path(), s("--env"), s("prod")});
        QVERIFY(weir.finish());
        QCOMPARE(weir.code, 2);
        QVERIFY(weir.out.isEmpty());
        QCOMPARE(weir.err,
                 QByteArray("weir: There is no environment “prod” in the folder " + m_files->path().toUtf8()
                            + "; there are: Development.\n"));
    }

    void brokenFilesAreNamedAndTheOthersListed()
    {
        m_files->write("c.json", "{\"weir\":1,\n\n\"name\":7}");
        m_files->write("environments/x.json", "[");
        m_files->write(".hidden.json", "[");
        m_files->write("README.md", "[");
        QDir(m_files->path()).mkdir(s("folder.json"));
        Weir weir({s("profiles"), s("--profiles"), m_files->path()});
        QVERIFY(weir.finish());
        QCOMPARE(weir.code, 0);
        QCOMPARE(weir.out.count('\n'), 3);
        const QByteArrayList lines = weir.err.trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY2(
            lines[0].startsWith(QByteArray("weir: " + m_files->filePath("c.json").toUtf8() + ": Line 3: ")),
            lines[0].constData());
        QVERIFY2(lines[1].contains("/folder.json: "), lines[1].constData());
        QVERIFY2(lines[2].contains("/environments/x.json: Line 1: "), lines[2].constData());
    }

    void whereNoProfileCanBeReadIsAFailure()
    {
        ProfileFiles files;
        files.write("a.json", "");
        Weir weir({s("profiles"), s("--profiles"), files.path(), s("--format"), s("ndjson")});
        QVERIFY(weir.finish());
        QCOMPARE(weir.code, 1);
        QVERIFY(weir.out.isEmpty());
        QCOMPARE(weir.err.count('\n'), 1);
    }

    void anEmptyFolderIsNone()
    {
        ProfileFiles files;
        for (const char *format : {"table", "ndjson"}) {
            Weir weir;
            weir.environment.insert(s("WEIR_PROFILES"), files.path());
            weir.start({s("profiles"), s("--format"), s(format)});
            QVERIFY(weir.finish());
            QCOMPARE(weir.code, 0);
            QVERIFY(weir.out.isEmpty());
            QVERIFY2(weir.err.contains(files.path().toUtf8()), weir.err.constData());
        }
    }

    void theUsualFolderNeedNotBeThere()
    {
        Weir weir;
        weir.environment.remove(s("WEIR_PROFILES"));
        weir.environment.insert(s("XDG_DATA_HOME"), m_files->path());
        weir.start({s("profiles")});
        QVERIFY(weir.finish());
        QCOMPARE(weir.code, 0);
        QVERIFY2(weir.err.contains("/weir/weir/profiles"), weir.err.constData());
        QVERIFY(!QFile::exists(m_files->filePath("weir")));
    }

    void whatAFileSaysDoesNotSteerTheTerminal()
    {
        ProfileFiles files;
        files.profile("a.json", "'name':'\\u001b[2Jx\\ny','folder':'\\u202e','url':'\\u0007'");
        files.write("\x1b[2J.json", "");
        Weir weir({s("profiles"), s("--profiles"), files.path()});
        QVERIFY(weir.finish());
        QCOMPARE(weir.code, 0);
        for (const QByteArray &text : {weir.out, weir.err}) {
            for (const char *steering : {"\x1b", "\x07", "\u202e"})
                QVERIFY(!text.contains(steering));
        }
        QCOMPARE(weir.out.count('\n'), 2);
    }

    void wrongUsageIsOneSentenceAndCode2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("mentions");
        const auto row = [](const char *name, const QStringList &arguments, const char *mentions) {
            QTest::newRow(name) << arguments << QByteArray(mentions);
        };
        row("argument", {s("all")}, "all");
        row("format", {s("--format"), s("csv")}, "csv");
        row("folder", {s("--profiles"), s("/nonexistent")}, "/nonexistent");
        row("no environment at all", {s("--env"), s("dev"), s("--profiles"), s(WEIR_TEST_DATA)}, "dev");
    }

    void wrongUsageIsOneSentenceAndCode2()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, mentions);
        Weir weir(QStringList{s("profiles")} + arguments);
        QVERIFY(weir.finish());
        QCOMPARE(weir.code, 2);
        QVERIFY(weir.out.isEmpty());
        QVERIFY2(weir.err.contains(mentions), weir.err.constData());
        QVERIFY2(weir.err.count('\n') == 1 && weir.err.endsWith(".\n"), weir.err.constData());
    }

private:
    std::unique_ptr<ProfileFiles> m_files;
};

WEIR_TEST(runAppTest<TestProfilesVerb>)
#include "tst_profilesverb.moc"
