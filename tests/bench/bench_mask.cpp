// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_mask [EVENTS [RUNS]]: what it costs to look for three secrets in 120-byte events on their way into a
// capture: from an SSE stream cut as it comes from a socket (64 KiB), through the parser, into the file;
// beside it the same without secrets. Then the same where payloads are full of JSON escapes, and where every
// event holds a secret. Medians, one run of each in turn.

#include "measure.h"

#include "log/recorder.h"
#include "sse/sseparser.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>

using namespace weir;

namespace {
constexpr qsizetype slice = 64 * 1024;

const Secrets secrets{.values = {"sk-live-51HxYz0aBcDeFgHiJkLmNoPqRs", "correct horse battery staple",
                                 "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30"},
                      .places = {}};

QByteArray streamOf(const QByteArray &data, quint64 events)
{
    QByteArray stream;
    for (quint64 i = 0; i < events; ++i)
        stream += "event: tick\nid: " + QByteArray::number(i) + "\ndata: " + data + "\n\n";
    return stream;
}

double run(const QByteArray &stream, const Secrets &kept)
{
    QTemporaryDir folder;
    Recorder::Options options;
    options.capturePath = folder.filePath(QStringLiteral("bench.weir"));
    auto recorder = Recorder::start(std::move(options));
    if (!recorder)
        std::exit(1);
    Recorder::Port port =
        (*recorder)->addConnection({0, Protocol::Sse, "bench", "http://127.0.0.1/"}, SecretMask(kept));
    std::mutex mutex;
    std::condition_variable woken;
    bool hasRoom = true;
    port.sink->setWaker([&] {
        const std::lock_guard lock(mutex);
        hasRoom = true;
        woken.notify_one();
    });
    QElapsedTimer timer;
    timer.start();
    SseParser parser;
    EventBatch batch;
    for (qsizetype at = 0; at < stream.size(); at += slice) {
        StreamSink out{batch, 1};
        parser.feed(QByteArrayView(stream).sliced(at, std::min(slice, stream.size() - at)), out);
        std::unique_lock lock(mutex);
        woken.wait(lock, [&] { return hasRoom; });
        hasRoom = false;
        lock.unlock();
        if (port.sink->accept(batch)) {
            lock.lock();
            hasRoom = true;
        }
    }
    port.sink.reset();
    recorder->reset(); // until the last byte is in the capture
    return double(timer.nsecsElapsed()) / 1e9;
}

void bench(const char *what, const QByteArray &data, quint64 events, int runs)
{
    const QByteArray stream = streamOf(data, events);
    std::vector<double> without;
    std::vector<double> with;
    for (int i = 0; i < runs; ++i) {
        without.push_back(run(stream, {}));
        with.push_back(run(stream, secrets));
    }
    const auto median = [](std::vector<double> &values) {
        std::sort(values.begin(), values.end());
        return values[values.size() / 2];
    };
    const double plain = median(without);
    const double masked = median(with);
    std::printf("%-28s %8.3f M events/s, with three secrets %8.3f, ratio %.2f\n", what,
                double(events) / plain / 1e6, double(events) / masked / 1e6, plain / masked);
    std::fflush(stdout);
}
}

int main(int argc, char **argv)
{
    const quint64 events = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1000000;
    const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
    bench(
        "market ticks",
        R"({"symbol":"ACME","price":104.53,"volume":1200,"bid":104.51,"ask":104.55,"at":"2026-11-24T10:42:07Z"})",
        events, runs);
    bench("tokens with escapes",
          R"({"choices":[{"delta":{"content":"a \"b\"\n\tc \\d\\ \u00e9"}}],"args":"{\"x\":\"y\",\"n\":1}"})",
          events, runs);
    bench("a secret in every event",
          R"({"echo":{"authorization":"sk-live-51HxYz0aBcDeFgHiJkLmNoPqRs"},"x":"0123456789"})", events,
          runs);
    return 0;
}
