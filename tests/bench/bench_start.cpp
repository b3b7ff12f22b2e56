// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_start WEIR [RUNS [EVENTS]]: from the start of the program to the first picture on the screen, and the
// memory a second later; the window alone, and on a capture of that many events; beside it a Chromium window.
// Needs an X screen without a window manager: bench_start.sh.

#include "processtree.h"
#include "screenwatch.h"

#include "log/recorder.h"

#include "base/clock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace weir;
using namespace std::chrono_literals;

namespace {
constexpr int perBatch = 500;
constexpr auto patience = 60s;

struct Start
{
    double paint = 0; // seconds
    double cpu = 0; // until then
    double memory = 0; // MB
    double resident = 0; // MB
};

Start startOnce(const ScreenWatch &screen, const std::vector<std::string> &command)
{
    const auto waitFor = [](auto condition) {
        const auto begin = std::chrono::steady_clock::now();
        while (!condition()) {
            if (std::chrono::steady_clock::now() - begin > patience)
                std::exit((std::printf("nothing is painted\n"), 1));
            std::this_thread::sleep_for(4ms);
        }
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    waitFor([&] { return screen.isEmpty(); });
    Start start;
    const ProcessTree program(command);
    start.paint = waitFor([&] { return screen.isPainted() || !program.isRunning(); });
    start.cpu = program.cpuSeconds();
    std::this_thread::sleep_for(1s);
    start.memory = program.memory();
    start.resident = program.residentMemory();
    if (!program.isRunning())
        std::exit((std::printf("%s has ended\n", command[0].c_str()), 1));
    return start;
}

// The median of each, after one that is not counted.
Start medianStart(int runs, const ScreenWatch &screen, const std::vector<std::string> &command)
{
    startOnce(screen, command);
    std::vector<Start> starts;
    for (int i = 0; i < runs; ++i)
        starts.push_back(startOnce(screen, command));
    const auto median = [&](double Start::*field) {
        const auto middle = starts.begin() + runs / 2;
        std::nth_element(starts.begin(), middle, starts.end(),
                         [&](const Start &a, const Start &b) { return a.*field < b.*field; });
        return *middle.*field;
    };
    return {median(&Start::paint), median(&Start::cpu), median(&Start::memory), median(&Start::resident)};
}

void writeCapture(const QString &path, qint64 events)
{
    Recorder::Options options;
    options.capturePath = path;
    auto recorder = Recorder::start(std::move(options));
    if (!recorder)
        std::exit(1);
    auto port = (*recorder)->addConnection({0, Protocol::Sse, "Market ticks", "http://127.0.0.1/"});
    std::atomic<bool> mayGoOn = true;
    port.sink->setWaker([&] {
        mayGoOn = true;
        mayGoOn.notify_one();
    });
    const QByteArray payload(120, 'x');
    EventBatch batch;
    for (qint64 sent = 0; sent < events; sent += perBatch) {
        for (int i = 0; i < perBatch; ++i)
            batch.append({.time = nowMicroseconds(), .kind = Kind::SseEvent}, "tick", {}, payload);
        mayGoOn = false;
        if (!port.sink->accept(batch))
            mayGoOn.wait(false);
    }
    port.sink.reset();
}

void print(const char *what, const Start &start)
{
    std::printf("%-28s first paint %.3f s, CPU %.3f s, memory %.0f MB (resident %.0f MB)\n", what,
                start.paint, start.cpu, start.memory, start.resident);
    std::fflush(stdout);
}
}

int main(int argc, char **argv)
{
    const ScreenWatch screen;
    if (argc < 2 || !screen.isConnected()) {
        std::printf("usage: bench_start WEIR [RUNS [EVENTS]], with DISPLAY set\n");
        return 2;
    }
    const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;
    const qint64 events = argc > 3 ? std::atoll(argv[3]) : 10'000'000;
    const QTemporaryDir folder(QStringLiteral("weir-start-XXXXXX"));
    const std::string home = QFile::encodeName(QDir(folder.path()).absolutePath()).toStdString();
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        ::setenv(name, home.c_str(), 1);
    ::setenv("QT_QPA_PLATFORM", "xcb", 1);

    const std::string weir = argv[1];
    const Start ours = medianStart(runs, screen, {weir});
    print("Weir", ours);
    if (events > 0) {
        const std::string capture = home + "/bench.weir";
        writeCapture(QFile::decodeName(capture.c_str()), events);
        print("Weir, on that capture", medianStart(runs, screen, {weir, "--capture", capture}));
    }
    const Start theirs =
        medianStart(runs, screen,
                    {"chromium", "--no-sandbox", "--no-first-run", "--disable-gpu",
                     "--user-data-dir=" + home + "/chromium", "--window-size=1200,800", "about:blank"});
    print("Chromium, an empty page", theirs);
    std::printf("ratio                        first paint %.1f, CPU %.1f, memory %.1f\n",
                theirs.paint / ours.paint, theirs.cpu / ours.cpu, theirs.memory / ours.memory);
    std::printf("aim                          first paint 0.25 s, memory 60 MB\n");
    return 0;
}
