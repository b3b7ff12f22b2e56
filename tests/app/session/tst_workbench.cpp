// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "log/capturereader.h"
#include "session/workbench.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <csignal>

using namespace weir;

namespace {
// How large a file of this process may grow, as a disk that is full; what was before comes back at the end.
class FileSizeLimit final
{
public:
    FileSizeLimit()
        : m_signal(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
    }
    ~FileSizeLimit()
    {
        lift();
        std::signal(SIGXFSZ, m_signal);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

    void set(rlim_t bytes) const
    {
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    void lift() const { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before = {};
    void (*m_signal)(int);
};

// A port that takes no connection and refuses none: its queue is full.
class DeafPort final
{
public:
    DeafPort()
    {
        m_server.setListenBacklogSize(1);
        m_server.listen(QHostAddress::LocalHost);
        m_server.pauseAccepting();
        for (QTcpSocket &socket : m_queue)
            socket.connectToHost(QHostAddress::LocalHost, m_server.serverPort());
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_server.serverPort())); }

private:
    QTcpServer m_server;
    std::array<QTcpSocket, 4> m_queue;
};
}

class TestWorkbench final : public QObject
{
    Q_OBJECT

    static Profile feed(const Workbench &workbench, const QString &path,
                        const QString &name = QStringLiteral("x"))
    {
        return {.name = name, .url = workbench.demoUrl().resolved(QUrl(path)).toString()};
    }
    static std::unique_ptr<Workbench> open(const QString &path)
    {
        auto workbench = Workbench::open(path);
        return workbench ? std::move(*workbench) : nullptr;
    }
    static void startDemo(Workbench &workbench)
    {
        QSignalSpy started(&workbench, &Workbench::demoStarted);
        workbench.startDemo();
        QTRY_COMPARE(started.count(), 1);
        QVERIFY(workbench.demoUrl().port() > 0);
    }
    static int closedConnections(const CaptureReader &reader)
    {
        QSet<quint32> closed;
        for (quint64 seq = 1; seq <= reader.count(); ++seq) {
            const auto event = reader.event(seq);
            if (event && event->kind == Kind::State && event->name == "closed")
                closed.insert(event->connection);
        }
        return int(closed.size());
    }
    static int threadsNamed(QByteArrayView name) // of this process, where the system tells
    {
        int count = 0;
        const QDir tasks(QStringLiteral("/proc/self/task"));
        for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile comm(tasks.filePath(task + QLatin1String("/comm")));
            count += comm.open(QIODevice::ReadOnly) && comm.readAll().startsWith(name);
        }
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(QStringLiteral("tst_workbench"));
    }

    void aSessionRecordsByItself()
    {
        QString path;
        {
            const auto workbench = open({});
            QVERIFY(workbench);
            path = workbench->capturePath();
            QVERIFY(QFileInfo(path).fileName().startsWith(QLatin1String("session-")));
            const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
            QCOMPARE(QFileInfo(path).permissions() & others, QFile::Permissions());
        }
        QVERIFY(QFile::remove(path));
    }

    void aCaptureInUseIsAnError()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.weir"));
        const auto first = open(path);
        QVERIFY(first);
        const auto second = Workbench::open(path);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::CaptureInUse);
    }

    void aFeedArrivesInTheLogAndInTheStatus()
    {
        QTemporaryDir dir;
        const auto workbench = open(dir.filePath(QStringLiteral("a.weir")));
        QVERIFY(workbench);
        startDemo(*workbench);
        QSignalSpy added(workbench.get(), &Workbench::connectionAdded);
        QSignalSpy grown(workbench.get(), &Workbench::logGrown);
        Connection *connection = workbench->addConnection(
            feed(*workbench, QStringLiteral("/feeds/market?rate=500"), QStringLiteral("Market")));
        QCOMPARE(added.count(), 1);
        QCOMPARE(connection->id(), 0u);
        QVERIFY(!connection->isActive());
        QSignalSpy changed(connection, &Connection::changed);
        QVERIFY(connection->start());
        QVERIFY(connection->isActive());
        QVERIFY(connection->id() > 0);
        QTRY_COMPARE(connection->status().state, LineState::Open);
        QTRY_VERIFY(connection->status().events >= 50);
        QTRY_VERIFY(connection->eventsPerSecond() > 0);
        QTRY_VERIFY(workbench->eventCount() >= 50);
        QTRY_VERIFY(workbench->eventsPerSecond() > 0);
        QTRY_VERIFY(!changed.isEmpty() && !grown.isEmpty());
        connection->stop();
        QTRY_VERIFY(!connection->isActive());
        QVERIFY(!connection->status().failed);
        QCOMPARE(workbench->reader()->connection(connection->id()).name, QByteArray("Market"));
    }

    void settingsThatCannotBeUsedStartNothing()
    {
        QTemporaryDir dir;
        const auto workbench = open(dir.filePath(QStringLiteral("a.weir")));
        QVERIFY(workbench);
        Connection *connection = workbench->addConnection({.url = QStringLiteral("ftp://example.com/feed")});
        const auto started = connection->start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, ErrorCode::UnsupportedScheme);
        QVERIFY(!connection->isActive());
        QCOMPARE(workbench->eventCount(), 0u);
    }

    void failsForGoodAndStartsAgain()
    {
        QTemporaryDir dir;
        const auto workbench = open(dir.filePath(QStringLiteral("a.weir")));
        QVERIFY(workbench);
        startDemo(*workbench);
        Connection *connection =
            workbench->addConnection(feed(*workbench, QStringLiteral("/bad/content-type")));
        QVERIFY(connection->start());
        QTRY_VERIFY(connection->status().failed);
        QTRY_VERIFY(!connection->isActive());
        QCOMPARE(connection->status().error.code, ErrorCode::ContentType);
        connection->setProfile(feed(*workbench, QStringLiteral("/feeds/market?rate=50")));
        QVERIFY(connection->start());
        QTRY_COMPARE(connection->status().state, LineState::Open);
        QVERIFY(connection->isActive());
        QVERIFY(!connection->status().failed);
    }

    void reconnectsAtOnceWhenAsked()
    {
        QTemporaryDir dir;
        const auto workbench = open(dir.filePath(QStringLiteral("a.weir")));
        QVERIFY(workbench);
        startDemo(*workbench);
        Connection *connection = workbench->addConnection(
            feed(*workbench, QStringLiteral("/bad/drop?after=3&rate=max&retry=3600000")));
        QVERIFY(connection->start());
        QTRY_COMPARE(connection->status().state, LineState::Waiting);
        QVERIFY(connection->isActive());
        connection->reconnectNow();
        QTRY_COMPARE(connection->status().events, 6u);
    }

    void aFullDiskHoldsTheFeedAndNothingIsLost()
    {
        const FileSizeLimit limit;
        QTemporaryDir dir;
        const auto workbench = open(dir.filePath(QStringLiteral("a.weir")));
        QVERIFY(workbench);
        QList<ErrorCode> troubles;
        connect(workbench.get(), &Workbench::trouble, workbench.get(),
                [&](const Error &error) { troubles.append(error.code); });
        startDemo(*workbench);
        Connection *connection =
            workbench->addConnection(feed(*workbench, QStringLiteral("/feeds/market?rate=max&count=300000")));
        limit.set(1024 * 1024);
        QVERIFY(connection->start());
        QTRY_COMPARE(troubles, QList{ErrorCode::DiskFull});
        QTRY_VERIFY(connection->status().held);
        limit.lift();
        QTRY_COMPARE(troubles, (QList{ErrorCode::DiskFull, ErrorCode::None}));
        QTRY_VERIFY_WITH_TIMEOUT(connection->status().events >= 300000, 30000);
        connection->stop();
        QTRY_VERIFY(!connection->isActive());
        const auto last = [&] { return workbench->reader()->event(workbench->eventCount()); };
        QTRY_VERIFY(last() && last()->name == "closed");
        qint64 id = 0;
        quint64 events = 0;
        CaptureReader::Batch batch;
        for (quint64 seq = 1; seq <= workbench->eventCount(); seq = batch.lastSeq + 1) {
            QVERIFY(workbench->reader()->readBatch(seq, CaptureReader::Both, batch));
            for (size_t i = 0; i < batch.records.size() && events < 300000; ++i) {
                const EventView event = batch.at(i);
                if (event.kind != Kind::SseEvent)
                    continue;
                const qint64 next = event.id.toByteArray().toLongLong();
                QVERIFY(++events == 1 || next == id + 1);
                id = next;
            }
        }
        QCOMPARE(events, 300000u);
    }

    void aFullAutomaticCaptureIsFollowedByAnother()
    {
        auto opened = Workbench::open({}, 2 * 1024 * 1024);
        QVERIFY(opened);
        const auto workbench = std::move(*opened);
        const QString first = workbench->capturePath();
        QSignalSpy full(workbench.get(), &Workbench::captureFull);
        startDemo(*workbench);
        Connection *running =
            workbench->addConnection(feed(*workbench, QStringLiteral("/feeds/market?rate=20000")));
        Connection *idle = workbench->addConnection(feed(*workbench, QStringLiteral("/bad/204")));
        QVERIFY(running->start());
        QTRY_COMPARE_WITH_TIMEOUT(full.count(), 1, 30000);
        const auto old = workbench->reader();
        QVERIFY(workbench->goOnInNewCapture());
        const QString second = workbench->capturePath();
        QVERIFY(second != first);
        QVERIFY(running->isActive());
        QVERIFY(!idle->isActive());
        // the feed goes on behind the last event of the old capture
        QVERIFY(old->refresh());
        const auto end = old->event(old->count());
        QVERIFY(end);
        QCOMPARE(end->name, QByteArray("closed"));
        const auto firstId = [](const CaptureReader &reader, quint64 from, int step) {
            for (quint64 seq = from; seq >= 1 && seq <= reader.count(); seq += quint64(step)) {
                const auto event = reader.event(seq);
                if (event && event->kind == Kind::SseEvent)
                    return event->id.toLongLong();
            }
            return 0LL;
        };
        QTRY_VERIFY(firstId(*workbench->reader(), 1, 1) > 0);
        QCOMPARE(firstId(*workbench->reader(), 1, 1), firstId(*old, old->count(), -1) + 1);
        QVERIFY(QFile::exists(first)); // within the budget
        workbench->removeConnection(running);
        QVERIFY(QFile::remove(first));
        QVERIFY(QFile::remove(second));
    }

    void aNamedCaptureIsNeverLeft()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.weir"));
        const auto workbench = open(path);
        QVERIFY(workbench);
        QVERIFY(workbench->goOnInNewCapture());
        QCOMPARE(workbench->capturePath(), path);
    }

    void aCaptureThatIsRemovedIsTold()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.weir"));
        const auto workbench = open(path);
        QVERIFY(workbench);
        QList<Error> troubles;
        connect(workbench.get(), &Workbench::trouble, workbench.get(),
                [&](const Error &error) { troubles.append(error); });
        startDemo(*workbench);
        Connection *connection =
            workbench->addConnection(feed(*workbench, QStringLiteral("/feeds/market?rate=50")));
        QVERIFY(connection->start());
        QTRY_VERIFY(workbench->eventCount() >= 5);
        QVERIFY(troubles.isEmpty());
        QVERIFY(QFile::remove(path));
        QTRY_COMPARE(troubles, (QList{Error{ErrorCode::CaptureRemoved, path}}));
        // the session goes on, and what was recorded can still be read
        const quint64 before = workbench->eventCount();
        QTRY_VERIFY(workbench->eventCount() > before);
        QVERIFY(workbench->reader()->event(1));
    }

    void whatMayNotBeWrittenIsAnError()
    {
        if (::geteuid() == 0)
            QSKIP("the administrator may write anywhere");
        QTemporaryDir dir;
        QFile folder(dir.path());
        QVERIFY(folder.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        const auto workbench = Workbench::open(dir.filePath(QStringLiteral("a.weir")));
        QVERIFY(folder.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(!workbench);
        QCOMPARE(workbench.error().code, ErrorCode::PermissionDenied);
    }

    void removingAConnectionEndsItAndKeepsItsRows()
    {
        QTemporaryDir dir;
        const auto workbench = open(dir.filePath(QStringLiteral("a.weir")));
        QVERIFY(workbench);
        startDemo(*workbench);
        QSignalSpy removed(workbench.get(), &Workbench::connectionRemoved);
        Connection *connection =
            workbench->addConnection(feed(*workbench, QStringLiteral("/feeds/market?rate=max")));
        QVERIFY(connection->start());
        QTRY_VERIFY(workbench->eventCount() > 1000);
        workbench->removeConnection(connection);
        QCOMPARE(removed.count(), 1);
        QVERIFY(workbench->connections().empty());
        const auto last = [&] { return workbench->reader()->event(workbench->eventCount()); };
        QTRY_VERIFY(last() && last()->kind == Kind::State && last()->name == "closed");
    }

    // Whatever a connection is at, the end waits for nobody; what it was at stands in the last rows.
    void endsPromptly_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<LineState>("state");
        QTest::addColumn<int>("events");
        QTest::newRow("at full speed") << "/feeds/market?rate=max" << LineState::Open << 1000;
        QTest::newRow("compressed, at full speed") << "/bad/gzip?rate=max" << LineState::Open << 1000;
        QTest::newRow("silent") << "/bad/silence" << LineState::Open << 0;
        QTest::newRow("no header") << "/bad/silence?header=no" << LineState::Connecting << 0;
        QTest::newRow("waiting") << "/bad/drop?after=3&rate=max&retry=3600000" << LineState::Waiting << 3;
        QTest::newRow("no answer") << QString() << LineState::Connecting << 0;
    }
    void endsPromptly()
    {
        QFETCH(const QString, path);
        QFETCH(const LineState, state);
        QFETCH(const int, events);
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("a.weir"));
        DeafPort deaf;
        auto workbench = open(file);
        QVERIFY(workbench);
        startDemo(*workbench);
        Profile profile = feed(*workbench, path);
        if (path.isEmpty())
            profile.url = deaf.url().toString();
        for (int i = 0; i < 3; ++i) {
            profile.name = QString::number(i);
            Connection *connection = workbench->addConnection(profile);
            QVERIFY(connection->start());
            QTRY_COMPARE(connection->status().state, state);
            QTRY_VERIFY(connection->status().events >= quint64(events));
        }
        const auto requests = [&] {
            int count = 0;
            for (quint64 seq = 1; seq <= workbench->eventCount(); ++seq)
                count += workbench->reader()->event(seq)->kind == Kind::HttpRequest;
            return count;
        };
        if (events == 0)
            QTRY_COMPARE(requests(), 3);
        workbench.reset();
        // Where the end gave up waiting for a reply, the thread of its network access manager is left. One
        // that has ended is still listed for a moment: Qt's threads are detached.
        QTRY_COMPARE(threadsNamed("QNetworkAccessM"), 0);
        const auto reader = CaptureReader::open(file);
        QVERIFY(reader);
        QCOMPARE((*reader)->tornBytes(), 0);
        QCOMPARE(closedConnections(**reader), 3);
    }

    void nothingIsLostAtTheEnd()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a.weir"));
        {
            const auto workbench = open(path);
            QVERIFY(workbench);
            startDemo(*workbench);
            for (int i = 0; i < 3; ++i) {
                Connection *connection = workbench->addConnection(feed(
                    *workbench, QStringLiteral("/feeds/market?rate=max"), QStringLiteral("feed %1").arg(i)));
                QVERIFY(connection->start());
            }
            QTRY_VERIFY(workbench->eventCount() > 1000);
        }
        const auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        QCOMPARE((*reader)->tornBytes(), 0);
        QCOMPARE((*reader)->connections().size(), size_t(3));
        QCOMPARE(closedConnections(**reader), 3);
    }
};

WEIR_TEST(runAppTest<TestWorkbench>)
#include "tst_workbench.moc"
