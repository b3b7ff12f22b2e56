// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "restricted.h"
#include "testprogram.h"

#include "log/capturereader.h"
#include "log/recorder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <atomic>
#include <map>
#include <thread>
#include <vector>

using namespace weir;

namespace {
using Port = Recorder::Port;

Recorder::Options options(const QString &path)
{
    Recorder::Options result;
    result.capturePath = path;
    return result;
}

void send(const Port &port, const EventBatch::Record &head, const QByteArray &payload,
          const QByteArray &name = {}, const QByteArray &id = {})
{
    EventBatch batch;
    batch.append(head, name, id, payload);
    (void)port.sink->accept(batch);
}

std::unique_ptr<Recorder> started(const QString &path)
{
    auto recorder = Recorder::start(options(path));
    return recorder ? std::move(*recorder) : nullptr;
}
}

class TestRecorder final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;
    QString newPath() { return m_dir.filePath(QStringLiteral("%1.weir").arg(++m_files)); }

private Q_SLOTS:
    void keepsEveryKindFlagAndSize()
    {
        const QString path = newPath();
        std::vector<Event> sent;
        {
            auto recorder = started(path);
            QVERIFY(recorder);
            const Port port = recorder->addConnection({0, Protocol::WebSocket, "name", "ws://x/"});
            QCOMPARE(port.id, 1u);
            qint64 time = 1'000'000'000;
            for (int i = 0; i < KindLimit; ++i) {
                if (kindName(Kind(i)) == QByteArrayView("unknown"))
                    continue;
                Event event;
                event.seq = sent.size() + 1;
                event.time = time += i % 3 == 0 ? -17 : 5'000'000'000; // back, and beyond 32 bits
                event.connection = 1;
                event.direction = Direction(i % 3);
                event.kind = Kind(i);
                event.flags = quint16(i % 4);
                event.name = QByteArray(i % 5, 'n');
                event.id = QByteArray(i % 2, 'i');
                event.payload = QByteArray(i % 7 * 100, char(i));
                sent.push_back(event);
            }
            Event big = sent.back();
            big.seq = sent.size() + 1;
            big.payload = QByteArray(20 * 1024 * 1024, 'x');
            sent.push_back(big);
            EventBatch batch;
            for (const Event &e : sent) {
                batch.append({.time = e.time, .kind = e.kind, .direction = e.direction, .flags = e.flags},
                             e.name, e.id, e.payload);
            }
            (void)port.sink->accept(batch);
            QVERIFY(batch.isEmpty());
        }
        const auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        QCOMPARE((*reader)->count(), quint64(sent.size()));
        QCOMPARE((*reader)->tornBytes(), 0);
        QCOMPARE((*reader)->connection(1).url, QByteArray("ws://x/"));
        for (const Event &event : sent) {
            const auto stored = (*reader)->event(event.seq);
            QVERIFY(stored);
            QVERIFY(*stored == event);
            CaptureReader::Batch batch;
            QVERIFY((*reader)->readBatch(event.seq, CaptureReader::Both, batch));
            QVERIFY(batch.at(size_t(event.seq - batch.firstSeq)).toEvent() == event);
        }
    }

    void fileIsPrivate()
    {
        const QString path = newPath();
        QVERIFY(started(path));
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
    }

    void makesLocalNumbersSeqsPerConnection()
    {
        const QString path = newPath();
        {
            auto recorder = started(path);
            const Port one = recorder->addConnection({0, Protocol::Sse, "one", "u"});
            const Port two = recorder->addConnection({0, Protocol::Sse, "two", "u"});
            send(one, {.number = 1}, "1");
            send(two, {.number = 1}, "2");
            send(one, {.ref = 1}, "3");
            send(two, {.ref = 1, .flags = LastRef | OwnId}, "4");
            send(two, {.ref = 1}, "5"); // nobody is called 1 any more
            send(one, {.ref = 1}, "6");
            EventBatch batch;
            batch.append({.number = 2}, {}, {}, "7");
            batch.append({.number = 3, .ref = 2}, {}, {}, "8");
            batch.append({.ref = 3}, {}, {}, "9");
            (void)one.sink->accept(batch);
        }
        const auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        const std::vector<quint64> refs{0, 0, 1, 2, 0, 1, 0, 7, 8};
        QCOMPARE((*reader)->count(), quint64(refs.size()));
        for (size_t i = 0; i < refs.size(); ++i) {
            const Event event = *(*reader)->event(i + 1);
            QCOMPARE(event.payload, QByteArray::number(qulonglong(i + 1)));
            QCOMPARE(event.ref, refs[i]);
        }
        QCOMPARE((*reader)->event(4)->flags, quint16(OwnId));
    }

    void readerOfTheRecorderFollows()
    {
        auto recorder = started(newPath());
        const Port port = recorder->addConnection({0, Protocol::Sse, "a", "u"});
        const auto reader = recorder->reader();
        QVERIFY(reader);
        for (quint64 i = 1; i <= 20000; ++i) {
            EventBatch batch;
            batch.append({.time = qint64(i), .kind = Kind::SseEvent}, "tick", {}, QByteArray::number(i));
            (void)port.sink->accept(batch);
        }
        QTRY_COMPARE(recorder->committed(), 20000u);
        QVERIFY(reader->refresh());
        QCOMPARE(reader->count(), 20000u);
        quint64 seq = 1;
        while (seq <= reader->count()) {
            const CaptureReader::Block block = reader->block(seq);
            QCOMPARE(block.first, seq);
            QCOMPARE(block.minTime, qint64(block.first));
            QCOMPARE(block.maxTime, qint64(block.last));
            QCOMPARE(block.kinds, kindBit(Kind::SseEvent));
            QCOMPARE(block.counts.size(), size_t(1));
            QCOMPARE(quint64(block.counts[0].events), block.last - block.first + 1);
            seq = block.last + 1;
        }
        for (quint64 i : {1u, 2u, 4095u, 4096u, 4097u, 12345u, 20000u})
            QCOMPARE(reader->event(i)->payload, QByteArray::number(i));
        QVERIFY(!reader->event(0));
        QVERIFY(!reader->event(20001));
    }

    void goesOnWithACaptureAndItsConnections()
    {
        const QString path = newPath();
        for (int round = 0; round < 3; ++round) {
            auto recorder = started(path);
            QVERIFY(recorder);
            QCOMPARE(recorder->committed(), quint64(round * 5000));
            const Port same = recorder->addConnection({0, Protocol::Sse, "same", "u"});
            QCOMPARE(same.id, 1u);
            const Port other =
                recorder->addConnection({0, Protocol::Sse, "other", QByteArray::number(round)});
            QCOMPARE(other.id, quint32(round + 2));
            EventBatch batch;
            for (int i = 0; i < 5000; ++i)
                batch.append({.kind = Kind::SseEvent}, {}, {}, QByteArray::number(i));
            (void)other.sink->accept(batch);
        }
        const auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        QCOMPARE((*reader)->count(), 15000u);
        QCOMPARE((*reader)->connections().size(), size_t(4));
        QCOMPARE((*reader)->event(5001)->connection, 3u);
        QCOMPARE((*reader)->event(10001)->payload, QByteArray("0"));
    }

    void asksSendersToStopAndWakesThemOnce()
    {
        std::atomic<int> woken = 0;
        std::atomic<bool> mayWrite = false;
        Recorder::Options slow;
        slow.queueLimit = 1000;
        slow.tap = [&](const EventBatch &) { mayWrite.wait(false); };
        auto recorder = Recorder::start(slow);
        QVERIFY(recorder);
        const Port port = (*recorder)->addConnection({0, Protocol::Sse, "a", "u"});
        port.sink->setWaker([&] { ++woken; });
        bool hasRoom = true;
        for (int i = 0; i < 100; ++i) {
            EventBatch batch;
            batch.append({}, {}, {}, QByteArray(100, 'x'));
            hasRoom = port.sink->accept(batch);
            QVERIFY(batch.isEmpty());
        }
        QVERIFY(!hasRoom);
        QCOMPARE(woken, 0);
        mayWrite = true;
        mayWrite.notify_all();
        QTRY_COMPARE((*recorder)->committed(), 100u);
        QTRY_COMPARE(woken, 1);
        EventBatch batch;
        batch.append({}, {}, {}, "x");
        QVERIFY(port.sink->accept(batch));
    }

    void waitsForRoomOnAFullDiskAndLosesNothing()
    {
        const QString path = newPath();
        std::atomic<int> troubles = 0;
        std::atomic<int> relieved = 0;
        {
            Recorder::Options full = options(path);
            full.queueLimit = 100'000;
            full.trouble = [&](const Error &error) {
                if (error.code == ErrorCode::None)
                    ++relieved;
                else if (error == Error{ErrorCode::DiskFull, path})
                    ++troubles;
            };
            auto recorder = Recorder::start(full);
            QVERIFY(recorder);
            std::atomic<int> woken = 0;
            const Port port = (*recorder)->addConnection({0, Protocol::Sse, "a", "u"});
            port.sink->setWaker([&] { ++woken; });
            // Less than half of the queue: what can still be written makes no room that anybody is woken for.
            const SizeLimit limit(5'000);
            bool hasRoom = true;
            for (int i = 1; i <= 1000; ++i) {
                EventBatch batch;
                batch.append({}, {}, {}, QByteArray::number(i).rightJustified(200, '0'));
                hasRoom = port.sink->accept(batch);
            }
            QVERIFY(!hasRoom);
            QTRY_COMPARE(troubles, 1);
            QCOMPARE(woken, 0);
            QVERIFY((*recorder)->committed() < 1000u);
            limit.lift();
            QTRY_COMPARE((*recorder)->committed(), 1000u);
            QTRY_COMPARE(woken, 1);
            QCOMPARE(relieved, 1);
            QCOMPARE(troubles, 1);
        }
        const auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        QCOMPARE((*reader)->count(), 1000u);
        QCOMPARE((*reader)->tornBytes(), 0);
        for (quint64 seq = 1; seq <= 1000; ++seq)
            QCOMPARE((*reader)->event(seq)->payload.toULongLong(), seq);
    }

    void endsOnAFullDisk()
    {
        const QString path = newPath();
        std::atomic<int> troubles = 0;
        {
            Recorder::Options full = options(path);
            full.trouble = [&](const Error &) { ++troubles; };
            auto recorder = Recorder::start(full);
            QVERIFY(recorder);
            const Port port = (*recorder)->addConnection({0, Protocol::Sse, "a", "u"});
            const SizeLimit limit(50'000);
            for (int i = 0; i < 30; ++i)
                send(port, {}, QByteArray(200'000, 'x'));
            QTRY_COMPARE(troubles, 1);
            recorder->reset();
        }
        const auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        QCOMPARE((*reader)->count(), 0u);
        QVERIFY(started(path)); // goes on behind the whole batches
    }

    void saysWhereATornTailWent()
    {
        const QString path = newPath();
        {
            auto recorder = started(path);
            recorder->note(QStringLiteral("first"));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("torn");
        file.close();
        {
            auto recorder = started(path);
            QVERIFY(recorder);
            recorder->note(QStringLiteral("third"));
        }
        QFile torn(path + QStringLiteral(".torn"));
        QVERIFY(torn.open(QIODevice::ReadOnly));
        QCOMPARE(torn.readAll(), QByteArray("torn"));
        const auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        QCOMPARE((*reader)->count(), 3u);
        const Event note = *(*reader)->event(2);
        QCOMPARE(note.kind, Kind::Note);
        QCOMPARE(note.direction, Direction::Local);
        QVERIFY(QString::fromUtf8(note.payload).contains(QString(path + QLatin1String(".torn"))));
    }

    void ordersWhatManyThreadsSend()
    {
        constexpr int senders = 4;
        constexpr quint64 events = 3000;
        const QString path = newPath();
        std::atomic<quint64> tapped = 0;
        {
            Recorder::Options many = options(path);
            many.queueLimit = 20'000;
            many.tap = [&](const EventBatch &batch) {
                if (batch.firstSeq() == tapped + 1)
                    tapped += quint64(batch.count());
            };
            auto recorder = Recorder::start(many);
            QVERIFY(recorder);
            std::vector<std::thread> threads;
            for (int sender = 0; sender < senders; ++sender) {
                threads.emplace_back([&, sender] {
                    const Port port =
                        (*recorder)->addConnection({0, Protocol::Sse, QByteArray::number(sender), "u"});
                    std::atomic<bool> mayGoOn = true;
                    port.sink->setWaker([&] {
                        mayGoOn = true;
                        mayGoOn.notify_one();
                    });
                    for (quint64 i = 1; i <= events; ++i) {
                        EventBatch batch;
                        batch.append({.number = i, .ref = i - 1, .flags = LastRef}, {}, {},
                                     QByteArray::number(i));
                        mayGoOn = false;
                        if (!port.sink->accept(batch))
                            mayGoOn.wait(false);
                    }
                    port.sink->setWaker({});
                });
            }
            std::thread watcher([&] {
                const auto reader = (*recorder)->reader();
                while (reader && reader->count() < senders * events) {
                    if (reader->refresh() && reader->count() > 0)
                        (void)reader->event(reader->count() / 2 + 1);
                    std::this_thread::yield();
                }
            });
            for (std::thread &thread : threads)
                thread.join();
            watcher.join();
        }
        QCOMPARE(tapped, senders * events);
        const auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        QCOMPARE((*reader)->count(), senders * events);
        std::map<quint32, Event> last;
        for (quint64 seq = 1; seq <= senders * events; ++seq) {
            const Event event = *(*reader)->event(seq);
            QCOMPARE(event.ref, last[event.connection].seq);
            QCOMPARE(event.payload.toULongLong(), last[event.connection].payload.toULongLong() + 1);
            last[event.connection] = event;
        }
    }
};

WEIR_TEST(runAppTest<TestRecorder>)
#include "tst_recorder.moc"
