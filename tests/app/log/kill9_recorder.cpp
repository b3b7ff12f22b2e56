// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program that kill9.sh kills, and looks at its captures with:
//   kill9_recorder record FILE              records at full speed; says how far it is
//   kill9_recorder check FILE SEQ SECONDS   at least SEQ events, no hole, none missing that was sent
//                                           earlier than SECONDS before FILE was written to last

#include "log/capturereader.h"
#include "log/recorder.h"

#include "base/clock.h"

#include <QDateTime>
#include <QFileInfo>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace weir;

namespace {
int record(const QString &path)
{
    Recorder::Options options;
    options.capturePath = path;
    const auto recorder = Recorder::start(options);
    if (!recorder)
        return 1;
    const auto port = (*recorder)->addConnection({0, Protocol::Sse, "blast", "http://127.0.0.1/"});
    std::atomic<bool> mayGoOn = true;
    port.sink->setWaker([&] {
        mayGoOn = true;
        mayGoOn.notify_one();
    });
    EventBatch batch;
    for (quint64 number = 1, batches = 0;;) {
        const qint64 now = nowMicroseconds();
        for (int i = 0; i < 100; ++i) {
            batch.append({.time = now, .kind = Kind::SseEvent}, "tick", {},
                         QByteArray::number(number++).rightJustified(120, ' '));
        }
        mayGoOn = false;
        const bool hasEnough = !port.sink->accept(batch);
        // Now and then also where the log keeps up.
        if (const quint64 committed = (*recorder)->committed();
            committed > 0 && (hasEnough || ++batches % 64 == 0)) {
            std::printf("%llu\n", static_cast<unsigned long long>(committed));
            std::fflush(stdout);
        }
        if (hasEnough)
            mayGoOn.wait(false);
    }
}

int complain(const char *what, quint64 seq)
{
    std::printf("%s (seq %llu)\n", what, static_cast<unsigned long long>(seq));
    return 1;
}

int check(const QString &path, quint64 atLeast, double seconds)
{
    const auto reader = CaptureReader::open(path);
    if (!reader)
        return complain(qPrintable(errorText(reader.error())), 0);
    const quint64 count = (*reader)->count();
    if (count < atLeast || count == 0)
        return complain("events that were committed are missing", count);
    CaptureReader::Batch batch;
    qint64 last = 0;
    for (quint64 seq = 1; seq <= count; seq = batch.firstSeq + batch.records.size()) {
        if (!(*reader)->readBatch(seq, CaptureReader::Both, batch) || batch.firstSeq != seq)
            return complain("a batch cannot be read", seq);
        for (size_t i = 0; i < batch.records.size(); ++i) {
            if (batch.at(i).payload.trimmed().toByteArray().toULongLong() != seq + i)
                return complain("a hole", seq + i);
            last = batch.at(i).time;
        }
    }
    const qint64 end = QFileInfo(path).lastModified().toMSecsSinceEpoch() * 1000;
    if (double(end - last) > seconds * 1e6)
        return complain("too much is missing at the end", count);
    // It can be gone on with.
    Recorder::Options options;
    options.capturePath = path;
    auto recorder = Recorder::start(options);
    if (!recorder)
        return complain(qPrintable(errorText(recorder.error())), 0);
    (*recorder)->note(QStringLiteral("on"));
    recorder->reset();
    if (!(*reader)->refresh() || (*reader)->count() <= count)
        return complain("it does not go on", count);
    std::printf("%llu events\n", static_cast<unsigned long long>(count));
    return 0;
}
}

int main(int argc, char **argv)
{
    const QByteArrayView verb(argc > 1 ? argv[1] : "");
    if (argc == 3 && verb == QByteArrayView("record"))
        return record(QString::fromLocal8Bit(argv[2]));
    if (argc == 5 && verb == QByteArrayView("check"))
        return check(QString::fromLocal8Bit(argv[2]), std::strtoull(argv[3], nullptr, 10),
                     std::strtod(argv[4], nullptr));
    std::fputs("usage: kill9_recorder record FILE | check FILE SEQ SECONDS\n", stderr);
    return 2;
}
