// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "restricted.h"
#include "testcapture.h"
#include "testprogram.h"

#include "log/exportjob.h"
#include "log/ndjson.h"
#include "log/query.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <thread>

using namespace weir;

class TestExportJob final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QString file(const QString &name) const { return m_dir.filePath(name); }

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    template <typename Predicate> static QByteArray expected(const TestCapture &capture, Predicate predicate)
    {
        QByteArray lines;
        for (const Event &event : capture.events()) {
            if (predicate(event))
                appendNdjson(lines,
                             {event.seq, event.time, event.connection, event.direction, event.kind,
                              event.flags, event.ref, event.name, event.id, event.payload},
                             QByteArray("feed " + QByteArray::number(event.connection)));
        }
        return lines;
    }

    // Whatever begins like that: the file itself, or a temporary one beside it.
    QStringList files(const QString &begin) const
    {
        return QDir(m_dir.path()).entryList({begin + QLatin1Char('*')}, QDir::Files | QDir::System);
    }

private Q_SLOTS:
    void initTestCase()
    {
        std::signal(SIGXFSZ, SIG_IGN); // a file size limit shall be an error
    }

    void writesAllEvents()
    {
        TestCapture capture;
        capture.writeRandom(20000);
        std::vector<std::pair<quint64, quint64>> progress;
        const auto written =
            exportNdjson(*capture.reader(), {}, file(QStringLiteral("all.ndjson")), {},
                         [&](quint64 done, quint64 all) { progress.emplace_back(done, all); });
        QCOMPARE(written.value_or(0), 20000u);
        QCOMPARE(contents(file(QStringLiteral("all.ndjson"))),
                 expected(capture, [](const Event &) { return true; }));
        QVERIFY(!progress.empty());
        QCOMPARE(progress.back(), std::pair(quint64(20000), quint64(20000)));
        QVERIFY(std::is_sorted(progress.begin(), progress.end()));
    }

    void writesWhatMatches()
    {
        TestCapture capture;
        capture.writeRandom(20000);
        Query query;
        query.text = "Trade";
        query.caseSensitive = true;
        query.connections = {2};
        const auto written = exportNdjson(*capture.reader(), query, file(QStringLiteral("some.ndjson")));
        const QByteArray lines = expected(capture, [](const Event &event) {
            return event.connection == 2 && event.payload.contains("Trade");
        });
        QCOMPARE(contents(file(QStringLiteral("some.ndjson"))), lines);
        QCOMPARE(written.value_or(0), quint64(lines.count('\n')));
        QVERIFY(lines.count('\n') > 100);
    }

    void anEmptyCaptureGivesAnEmptyFile()
    {
        TestCapture capture;
        QCOMPARE(exportNdjson(*capture.reader(), {}, file(QStringLiteral("empty"))).value_or(9), 0u);
        QVERIFY(QFile::exists(file(QStringLiteral("empty"))));
    }

    void whatIsStoppedLeavesTheFileThatWasThere()
    {
        TestCapture capture;
        capture.writeRandom(5000);
        const QString path = file(QStringLiteral("stopped.ndjson"));
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("precious");
        before.close();
        std::stop_source stop;
        stop.request_stop();
        const auto written = exportNdjson(*capture.reader(), {}, path, stop.get_token());
        QCOMPARE(written.error().code, ErrorCode::Cancelled);
        QCOMPARE(contents(path), QByteArray("precious"));
        const auto other =
            exportNdjson(*capture.reader(), {}, file(QStringLiteral("never")), stop.get_token());
        QVERIFY(!other);
        QVERIFY(files(QStringLiteral("never")).isEmpty());
        QCOMPARE(files(QStringLiteral("stopped")), QStringList{QStringLiteral("stopped.ndjson")});
    }

    void aPipeIsWrittenToAndStaysOne()
    {
        TestCapture capture;
        capture.writeRandom(50);
        const QString path = file(QStringLiteral("pipe"));
        const QByteArray name = QFile::encodeName(path);
        QCOMPARE(::mkfifo(name.constData(), 0600), 0);
        // Both ends, so that nobody waits: so few lines fit into the pipe.
        const int ends = ::open(name.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(ends >= 0);
        QCOMPARE(exportNdjson(*capture.reader(), {}, path).value_or(0), 50u);
        QByteArray lines(60'000, '\0');
        lines.resize(std::max<qsizetype>(0, ::read(ends, lines.data(), size_t(lines.size()))));
        ::close(ends);
        QCOMPARE(lines, expected(capture, [](const Event &) { return true; }));
        struct stat status = {};
        QCOMPARE(::stat(name.constData(), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));
    }

    void canBeStoppedOnTheWay()
    {
        TestCapture capture;
        capture.writeRandom(40000);
        const auto reader = capture.reader();
        const QString path = file(QStringLiteral("slow"));
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        std::stop_source stop;
        Expected<quint64> written;
        std::thread job([&] { written = exportNdjson(*reader, {}, path, stop.get_token()); });
        QFile pipe(path);
        const bool isOpen = pipe.open(QIODevice::ReadOnly);
        const QByteArray beginning = pipe.read(1000); // now it waits with its first megabyte
        stop.request_stop();
        const QByteArray rest = pipe.readAll();
        job.join();
        QVERIFY(isOpen);
        QVERIFY(beginning.startsWith("{\"seq\":1,"));
        QCOMPARE(written.error().code, ErrorCode::Cancelled);
        QVERIFY(rest.size() < 3'000'000);
    }

    void aFullDiskLeavesTheFileThatWasThere()
    {
        TestCapture capture;
        capture.writeRandom(20000);
        const QString path = file(QStringLiteral("full.ndjson"));
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("precious");
        before.close();
        const auto reader = capture.reader();
        const SizeLimit limit(500'000);
        const auto written = exportNdjson(*reader, {}, path);
        QVERIFY(!written);
        QCOMPARE(written.error(),
                 (Error{ErrorCode::FileError, path + QLatin1String(": ") + qt_error_string(EFBIG)}));
        QCOMPARE(contents(path), QByteArray("precious"));
        QCOMPARE(files(QStringLiteral("full")), QStringList{QStringLiteral("full.ndjson")});
    }

    void aFolderThatMayNotBeWrittenToIsAnError()
    {
        TestCapture capture;
        capture.writeRandom(10);
        const auto reader = capture.reader();
        const QString folder = file(QStringLiteral("closed"));
        QVERIFY(QDir().mkdir(folder));
        QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0555), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_dir.path()).constData(), 0755), 0);
        const Nobody nobody;
        const auto written = exportNdjson(*reader, {}, folder + QLatin1String("/x.ndjson"));
        QVERIFY(!written);
        QVERIFY(errorText(written.error()).contains(folder));
        QVERIFY(QDir(folder).isEmpty());
    }

    void aCaptureThatIsCutUnderUsIsAnError()
    {
        TestCapture capture;
        capture.writeRandom(5000);
        const auto reader = capture.reader();
        QVERIFY(QFile::resize(capture.path(), 4096));
        const auto written = exportNdjson(*reader, {}, file(QStringLiteral("cut.ndjson")));
        QVERIFY(!written);
        QVERIFY(!QFile::exists(file(QStringLiteral("cut.ndjson"))));
    }

    void neverWritesOverTheCapture()
    {
        TestCapture capture;
        capture.writeRandom(100);
        const QByteArray before = contents(capture.path());
        QVERIFY(!exportNdjson(*capture.reader(), {}, capture.path()));
        QVERIFY(QFile::link(capture.path(), file(QStringLiteral("link"))));
        QVERIFY(!exportNdjson(*capture.reader(), {}, file(QStringLiteral("link"))));
        QCOMPARE(contents(capture.path()), before);
    }

    void aFolderThatIsNotThereIsAnError()
    {
        TestCapture capture;
        capture.writeRandom(10);
        const QString path = file(QStringLiteral("no/such/folder"));
        const auto written = exportNdjson(*capture.reader(), {}, path);
        QVERIFY(!written);
        QVERIFY(errorText(written.error()).contains(path));
    }
};

WEIR_TEST(runAppTest<TestExportJob>)
#include "tst_exportjob.moc"
