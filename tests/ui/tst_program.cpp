// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "uitest.h"

#include "log/capturereader.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <csignal>

using namespace weir;

namespace {
// One run of the program with a home of its own.
class Program final
{
public:
    Program(const QString &home, const QStringList &arguments, const QStringList &without = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), home);
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        for (const QString &name : without)
            environment.remove(name);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(WEIR_BINARY), arguments);
    }
    ~Program()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
    }
    Q_DISABLE_COPY_MOVE(Program)

    int finish() // the exit code; -1: it crashed or goes on
    {
        if (process.state() != QProcess::NotRunning && !process.waitForFinished(60000))
            return -1;
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    void send(int signal) { ::kill(pid_t(process.processId()), signal); }

    QProcess process;
};

const QStringList displays{QStringLiteral("DISPLAY"), QStringLiteral("WAYLAND_DISPLAY"),
                           QStringLiteral("QT_QPA_PLATFORM")};
}

class TestProgram final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    QString file(const QString &name) const { return m_home.filePath(name); }
    static quint64 eventsIn(const QString &path)
    {
        const auto reader = CaptureReader::open(path);
        return reader ? (*reader)->count() : 0;
    }

private Q_SLOTS:
    void wrongUsageIsASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("about");
        const auto row = [](const char *name, const QStringList &arguments, const char *about) {
            QTest::newRow(name) << arguments << QString::fromUtf8(about);
        };
        const QString capture = QStringLiteral("--capture");
        const QString connectTo = QStringLiteral("--connect");
        row("unknown option", {QStringLiteral("--bogus")}, "bogus");
        row("no value", {capture}, "--capture");
        row("empty name", {capture, QString()}, "--capture");
        row("scheme", {connectTo, QStringLiteral("gopher://example.org/")}, "gopher");
        row("not a URL", {connectTo, QStringLiteral("not a url")}, "not a url");
        row("too much", {QStringLiteral("--demo"), QStringLiteral("extra")}, "extra");
        row("no such capture", {file(QStringLiteral("missing.weir"))}, "missing.weir");
    }
    void wrongUsageIsASentence()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, about);
        // with a window system and without one
        for (const QStringList &without : {QStringList(), displays}) {
            Program program(m_home.path(), arguments, without);
            QCOMPARE(program.finish(), 2);
            const QByteArray said = program.process.readAllStandardError();
            QCOMPARE(said.count('\n'), 1);
            QVERIFY2(said.contains(about.toUtf8()), said.constData());
        }
        QVERIFY(!QFile::exists(file(QStringLiteral("missing.weir"))));
    }

    void withoutADisplayItSaysSo()
    {
        Program none(m_home.path(), {}, displays);
        QCOMPARE(none.finish(), 2);
        QVERIFY(none.process.readAllStandardError().startsWith("weir: There is no display"));
        Program unreachable(m_home.path(), {QStringLiteral("-platform"), QStringLiteral("no-such-platform")});
        QCOMPARE(unreachable.finish(), 2);
        QVERIFY(unreachable.process.readAllStandardError().startsWith("weir: There is no display"));
    }

    void aFileThatIsNoCaptureStaysAsItIs()
    {
        const QString path = file(QStringLiteral("text.weir"));
        QFile text(path);
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("hello\n");
        text.close();
        for (const QStringList &arguments :
             {QStringList{path}, QStringList{QStringLiteral("--capture"), path}}) {
            Program program(m_home.path(), arguments);
            QCOMPARE(program.finish(), 2);
            QVERIFY(program.process.readAllStandardError().contains("is not a Weir capture"));
        }
        QVERIFY(text.open(QIODevice::ReadOnly));
        QCOMPARE(text.readAll(), QByteArray("hello\n"));
    }

    void aSignalEndsTheWindowAndKeepsTheRows_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("interrupt") << SIGINT;
        QTest::newRow("terminate") << SIGTERM;
    }
    void aSignalEndsTheWindowAndKeepsTheRows()
    {
        QFETCH(const int, signal);
        const QString path = file(QStringLiteral("signal-%1.weir").arg(signal));
        Program program(m_home.path(), {QStringLiteral("--capture"), path, QStringLiteral("--demo")});
        QTRY_VERIFY_WITH_TIMEOUT(eventsIn(path) >= 20, 60000);
        program.send(signal);
        QCOMPARE(program.finish(), 0);
        const auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        QCOMPARE((*reader)->tornBytes(), 0);
        const auto last = (*reader)->event((*reader)->count());
        QVERIFY(last);
        QCOMPARE(last->name, QByteArray("closed"));
    }

    void twoWindowsShareNothing()
    {
        const QString path = file(QStringLiteral("first.weir"));
        const QString other = file(QStringLiteral("second.weir"));
        Program first(m_home.path(), {QStringLiteral("--capture"), path, QStringLiteral("--demo")});
        Program second(m_home.path(), {QStringLiteral("--capture"), other, QStringLiteral("--demo")});
        QTRY_VERIFY_WITH_TIMEOUT(eventsIn(path) >= 5 && eventsIn(other) >= 5, 60000);
        Program third(m_home.path(), {QStringLiteral("--capture"), path});
        QCOMPARE(third.finish(), 2);
        QVERIFY(third.process.readAllStandardError().contains("another Weir"));
        for (Program *program : {&first, &second}) {
            program->send(SIGTERM);
            QCOMPARE(program->finish(), 0);
        }
    }
};

WEIR_TEST(runUiTest<TestProgram>)

#include "tst_program.moc"
