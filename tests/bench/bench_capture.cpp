// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_capture [EVENTS [FOLDER]]: append, open, any row, memory and overhead of a capture of 120-byte
// payloads; beside it the same bytes written without any format, and SQLite with 10,000 rows a transaction.
// Medians of three runs each.

#include "measure.h"

#include "log/capturereader.h"
#include "log/recorder.h"

#include "base/clock.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#ifdef WEIR_HAS_SQLITE
#include <sqlite3.h>
#endif

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

using namespace weir;

namespace {
constexpr int payloadSize = 120;
constexpr int perBatch = 500;

// Private memory of this process in bytes.
qint64 memory()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = file.readAll().split(' ');
    return (fields.at(1).toLongLong() - fields.at(2).toLongLong()) * ::sysconf(_SC_PAGESIZE);
}

// Until all events are where readers see them; the last fdatasync() is not counted. `growth`: by how many
// bytes an event the memory grew meanwhile.
Cost append(const QString &path, quint64 events, double &growth)
{
    Recorder::Options options;
    options.capturePath = path;
    auto recorder = Recorder::start(options);
    if (!recorder)
        std::exit(1);
    const auto port = (*recorder)->addConnection({0, Protocol::Sse, "bench", "http://127.0.0.1/"});
    std::atomic<bool> mayGoOn = true;
    port.sink->setWaker([&] {
        mayGoOn = true;
        mayGoOn.notify_one();
    });
    const QByteArray payload(payloadSize, 'x');
    return costOf([&] {
        qint64 base = 0;
        EventBatch batch;
        for (quint64 sent = 0; sent < events; sent += perBatch) {
            const qint64 now = nowMicroseconds();
            for (int i = 0; i < perBatch; ++i)
                batch.append({.time = now, .kind = Kind::SseEvent}, {}, {}, payload);
            mayGoOn = false;
            if (!port.sink->accept(batch))
                mayGoOn.wait(false);
            if (base == 0 && sent >= events / 10)
                base = memory();
        }
        while ((*recorder)->committed() < events)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        growth = double(memory() - base) / (double(events) * 0.9);
    });
}

bool appendSqlite(const QString &path, quint64 events)
{
#ifdef WEIR_HAS_SQLITE
    sqlite3 *db = nullptr;
    if (sqlite3_open(QFile::encodeName(path).constData(), &db) != SQLITE_OK)
        return false;
    const auto run = [db](const char *sql) { sqlite3_exec(db, sql, nullptr, nullptr, nullptr); };
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        "CREATE TABLE event(seq INTEGER PRIMARY KEY, time INTEGER, connection INTEGER, kind INTEGER,"
        " name BLOB, id BLOB, payload BLOB)");
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO event VALUES(NULL,?,1,1,'','',?)", -1, &insert, nullptr);
    const QByteArray payload(payloadSize, 'x');
    for (quint64 done = 0; done < events; ++done) {
        if (done % 10000 == 0)
            run(done == 0 ? "BEGIN" : "COMMIT; BEGIN");
        sqlite3_bind_int64(insert, 1, qint64(done));
        sqlite3_bind_blob(insert, 2, payload.constData(), payloadSize, SQLITE_STATIC);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    run("COMMIT");
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return true;
#else
    (void)path;
    (void)events;
    return false;
#endif
}

// What the file system takes for so many bytes by the megabyte.
void writePlain(const QString &path, qint64 bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        std::exit(1);
    const QByteArray piece(1024 * 1024, 'x');
    for (qint64 done = 0; done < bytes; done += piece.size())
        file.write(piece.constData(), std::min(bytes - done, qint64(piece.size())));
}

Cost medianOfFresh(const QString &path, const std::function<Cost()> &run)
{
    return medianOf(3, [&] {
        QFile::remove(path);
        return run();
    });
}

void readRows(const CaptureReader &reader)
{
    constexpr int rows = 100'000;
    std::vector<double> took;
    took.reserve(rows);
    QRandomGenerator random(1);
    for (int i = 0; i < rows; ++i) {
        const quint64 seq = 1 + random.generate64() % reader.count();
        const auto begin = std::chrono::steady_clock::now();
        if (!reader.event(seq))
            std::exit(1);
        const std::chrono::duration<double, std::micro> passed = std::chrono::steady_clock::now() - begin;
        took.push_back(passed.count());
    }
    std::sort(took.begin(), took.end());
    std::printf("any row               median %.2f us, p99 %.2f us     aim 5 us\n", took[rows / 2],
                took[rows * 99 / 100]);
}
}

int main(int argc, char **argv)
{
    const quint64 events = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10'000'000;
    const QTemporaryDir folder(argc > 2
                                   ? QString(QString::fromLocal8Bit(argv[2]) + QLatin1String("/weir-XXXXXX"))
                                   : QStringLiteral("weir-XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("bench.weir"));

    double growth = 0;
    const Cost ours = medianOfFresh(path, [&] { return append(path, events, growth); });
    const qint64 size = QFile(path).size();
    const QString other = folder.filePath(QStringLiteral("other"));
    const Cost plain = medianOfFresh(other, [&] { return costOf([&] { writePlain(other, size); }); });
    bool hasSqlite = false;
    const Cost sqlite =
        medianOfFresh(other, [&] { return costOf([&] { hasSqlite = appendSqlite(other, events / 10); }); });
    const auto rate = [](quint64 count, double seconds) { return double(count) / seconds / 1e6; };
    std::printf("append                %.2f M events/s, cpu %.2f s     aim 4 M\n", rate(events, ours.wall),
                ours.cpu);
    std::printf("  the bytes alone     %.2f M events/s, cpu %.2f s\n", rate(events, plain.wall), plain.cpu);
    if (hasSqlite)
        std::printf("  SQLite              %.2f M rows/s, cpu %.2f s for a tenth   ratio %.1f\n",
                    rate(events / 10, sqlite.wall), sqlite.cpu, sqlite.wall * 10 / ours.wall);
    std::printf("memory while recording  %.3f bytes/event     aim 1\n", growth);
    std::printf("overhead              %.2f bytes/event     aim 40\n",
                double(size) / double(events) - payloadSize);

    const qint64 before = memory();
    Expected<std::shared_ptr<CaptureReader>> reader;
    const Cost opened = medianCost(3, [&] { reader = CaptureReader::open(path); });
    if (!reader || (*reader)->count() != events) {
        std::printf("the capture does not hold what was sent\n");
        return 1;
    }
    std::printf("open %.0f M events     %.4f s, cpu %.4f s     aim 0.3 s\n", double(events) / 1e6,
                opened.wall, opened.cpu);
    readRows(**reader);
    std::printf("memory of the reader  %.3f bytes/event\n", double(memory() - before) / double(events));
    return 0;
}
