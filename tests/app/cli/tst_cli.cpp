// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"
#include "weirprocess.h"

#include <QTcpSocket>
#include <QTest>
#include <QUrl>

class TestCli final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysItsVersion()
    {
        Weir weir({QStringLiteral("--version")});
        QVERIFY(weir.finish());
        QCOMPARE(weir.code, 0);
        QCOMPARE(weir.out, QByteArray("weir " WEIR_VERSION "\n"));
    }

    void explainsItself()
    {
        Weir weir({QStringLiteral("--help")});
        QVERIFY(weir.finish());
        QCOMPARE(weir.code, 0);
        for (const char *verb : {"weir listen", "weir export", "weir profiles", "weir demo"})
            QVERIFY2(weir.out.contains(verb), verb);
        QVERIFY(weir.err.isEmpty());
    }

    void everyVerbExplainsItself_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QByteArrayList>("options");
        QTest::newRow("listen") << QStringLiteral(
            "listen") << QByteArrayList{"URL",        "--all",       "--capture",      "--print",
                                        "--request",  "--header",    "--data",         "--last-event-id",
                                        "--retry",    "--count",     "--read-timeout", "--for",
                                        "--insecure", "--cacert",    "--cert",         "--key",
                                        "--proxy",    "--resilient", "--no-reconnect", "Exit code",
                                        "PROFILE",    "--env",       "--profiles",     "WEIR_SECRET_NAME"};
        QTest::newRow("export") << QStringLiteral("export")
                                << QByteArrayList{"CAPTURE", "--format", "--output"};
        QTest::newRow("profiles") << QStringLiteral("profiles")
                                  << QByteArrayList{"--format",  "--env",     "--profiles", "WEIR_PROFILES",
                                                    "Exit code", "variables", "secrets"};
        QTest::newRow("demo") << QStringLiteral("demo") << QByteArrayList{"--port"};
    }

    void everyVerbExplainsItself()
    {
        QFETCH(const QString, verb);
        QFETCH(const QByteArrayList, options);
        Weir weir({verb, QStringLiteral("--help")});
        QVERIFY(weir.finish());
        QCOMPARE(weir.code, 0);
        const QByteArray usage = "Usage: weir " + verb.toUtf8() + " ";
        QVERIFY2(weir.out.startsWith(usage), weir.out.constData());
        for (const QByteArray &option : options)
            QVERIFY2(weir.out.contains(option), option.constData());
    }

    void wrongUsageIsOneSentenceAndCode2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("mentions");
        const auto row = [](const char *name, const QStringList &arguments, const char *mentions) {
            QTest::newRow(name) << arguments << QByteArray(mentions);
        };
        row("unknown verb", {QStringLiteral("lissen")}, "lissen");
        row("unknown option", {QStringLiteral("demo"), QStringLiteral("--ports")}, "ports");
        row("argument of demo", {QStringLiteral("demo"), QStringLiteral("now")}, "now");
        row("no capture", {QStringLiteral("export")}, "capture");
        row("format",
            {QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("csv"),
             QStringLiteral("a.weir")},
            "csv");
        row("filter",
            {QStringLiteral("export"), QStringLiteral("--filter"), QStringLiteral("x"),
             QStringLiteral("a.weir")},
            "Filters");
        row("capture that is not there", {QStringLiteral("export"), QStringLiteral("/nonexistent.weir")},
            "/nonexistent.weir");
        row("not a capture", {QStringLiteral("export"), QStringLiteral(WEIR_BINARY)}, "not a Weir capture");
        row("port", {QStringLiteral("demo"), QStringLiteral("--port"), QStringLiteral("70000")}, "70000");
    }

    void wrongUsageIsOneSentenceAndCode2()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, mentions);
        Weir weir(arguments);
        QVERIFY(weir.finish());
        QCOMPARE(weir.code, 2);
        QVERIFY(weir.out.isEmpty());
        QVERIFY2(weir.err.contains(mentions), weir.err.constData());
        QCOMPARE(weir.err.count('\n'), 1);
        QVERIFY2(weir.err.startsWith("weir: ") && weir.err.endsWith(".\n"), weir.err.constData());
    }

    void theDemoPrintsUrlsAndServesUntilItIsInterrupted()
    {
        Weir weir({QStringLiteral("demo")});
        const QUrl url(QString::fromUtf8(weir.readLine().trimmed()));
        QCOMPARE(url.path(), QStringLiteral("/feeds/market"));
        QTcpSocket socket;
        socket.connectToHost(url.host(), quint16(url.port()));
        QVERIFY(socket.waitForConnected());
        socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(socket.waitForReadyRead());
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
        weir.interrupt();
        QVERIFY(weir.finish());
        QCOMPARE(weir.code, 0);
        for (const QByteArray &line : weir.out.trimmed().split('\n'))
            QVERIFY2(line.startsWith("http://127.0.0.1:") || line.startsWith("ws://127.0.0.1:"),
                     line.constData());
        QVERIFY(weir.err.isEmpty());
    }
};

WEIR_TEST(runAppTest<TestCli>)
#include "tst_cli.moc"
