// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_memory [EVENTS [PEERS]]: memory while that many events of 120 bytes are recorded as in a session, the
// reader following; beside it a list of messages in Node.js, as tools in a web view keep them. PEERS is the
// folder that holds messages.mjs.

#include "measure.h"

#include "log/capturereader.h"
#include "log/recorder.h"

#include "base/clock.h"

#include <QFile>
#include <QTemporaryDir>

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>

using namespace weir;

namespace {
constexpr int payloadSize = 120;
constexpr int perBatch = 500;
constexpr quint64 step = 1'000'000;
constexpr quint64 peerEvents = 1'000'000;

// Resident memory of this process that no file backs, in bytes.
qint64 memory()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = file.readAll().split(' ');
    return (fields.at(1).toLongLong() - fields.at(2).toLongLong()) * ::sysconf(_SC_PAGESIZE);
}

// Bytes per event beyond what stood after the first million.
double record(const QString &path, quint64 events)
{
    // The log thread refreshes the reader, as in a session.
    std::mutex mutex;
    std::shared_ptr<CaptureReader> reader;
    Recorder::Options options;
    options.capturePath = path;
    options.grown = [&] {
        const std::lock_guard lock(mutex);
        if (reader)
            (void)reader->refresh();
    };
    auto recorder = Recorder::start(std::move(options));
    if (!recorder)
        std::exit(1);
    {
        const std::lock_guard lock(mutex);
        reader = (*recorder)->reader();
    }
    auto port = (*recorder)->addConnection({0, Protocol::Sse, "Market ticks", "http://127.0.0.1/"});
    std::atomic<bool> mayGoOn = true;
    port.sink->setWaker([&] {
        mayGoOn = true;
        mayGoOn.notify_one();
    });
    const QByteArray payload(payloadSize, 'x');
    EventBatch batch;
    qint64 base = 0;
    std::printf("resident after M events, MB:");
    for (quint64 sent = 0; sent < events;) {
        const qint64 now = nowMicroseconds();
        for (int i = 0; i < perBatch; ++i)
            batch.append({.time = now, .kind = Kind::SseEvent}, "tick", {}, payload);
        mayGoOn = false;
        if (!port.sink->accept(batch))
            mayGoOn.wait(false);
        sent += perBatch;
        if (sent % step != 0)
            continue;
        if (sent == step)
            base = memory();
        std::printf(" %llu: %.1f", static_cast<unsigned long long>(sent / step), double(memory()) / 1e6);
        std::fflush(stdout);
    }
    std::printf("\n");
    const double each = double(memory() - base) / double(events - step);
    port.sink.reset();
    return each;
}

// Nothing where there is no Node.js.
double messagesInNode(const std::string &folder)
{
    const std::string command = "node --expose-gc --max-old-space-size=4096 '" + folder + "/messages.mjs' "
        + std::to_string(peerEvents) + ' ' + std::to_string(payloadSize) + " 2>/dev/null";
    const std::unique_ptr<FILE, int (*)(FILE *)> pipe(::popen(command.c_str(), "r"), ::pclose);
    double each = 0;
    return pipe && std::fscanf(pipe.get(), "%lf", &each) == 1 ? each : 0;
}
}

int main(int argc, char **argv)
{
    const quint64 events =
        argc > 1 ? std::max<quint64>(2 * step, std::strtoull(argv[1], nullptr, 10)) : 10 * step;
    const std::string peers = argc > 2 ? argv[2] : WEIR_BENCH_PEERS;
    const QTemporaryDir folder(QStringLiteral("weir-memory-XXXXXX"));
    double ours = 0;
    const Cost cost = costOf([&] { ours = record(folder.filePath(QStringLiteral("bench.weir")), events); });
    const double theirs = messagesInNode(peers);
    std::printf("memory while recording   %.3f bytes/event   aim 1\n", ours);
    std::printf("CPU                      %.2f us/event\n", cost.cpu * 1e6 / double(events));
    if (theirs > 0)
        std::printf("a list in Node.js        %.0f bytes/event   ratio %s%.0f\n", theirs,
                    ours < 1 ? "> " : "", theirs / std::max(ours, 1.0));
    else
        std::printf("a list in Node.js        node is not installed\n");
    return 0;
}
