// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_sse [EVENTS [RUNS [PEERS]]]: 120-byte events from a server on this machine over QNetworkReply into a
// capture, one event per chunk and many per read; beside it `curl -N` to a file and the peers in the folder
// PEERS (sse_peers.sh makes it). Medians. Time: for Weir and curl from start to end, for the others from the
// first event to the last; CPU: user and system time of the whole run, start included.

#include "measure.h"

#include "http/eventloops.h"
#include "log/recorder.h"
#include "sse/sseclient.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace weir;

namespace {
[[noreturn]] void die(const char *why)
{
    std::fprintf(stderr, "bench_sse: %s\n", why);
    std::exit(1);
}

Cost ours(const QUrl &url, quint64 events)
{
    QTemporaryDir folder;
    Recorder::Options options;
    options.capturePath = folder.filePath(QStringLiteral("bench.weir"));
    const double cpu = cpuSeconds();
    QElapsedTimer timer;
    timer.start();
    auto recorder = Recorder::start(std::move(options));
    if (!recorder)
        die("no capture");
    ConnectionInfo info;
    info.name = "bench";
    info.url = url.toEncoded();
    Recorder::Port port = (*recorder)->addConnection(info);
    SseSettings settings;
    settings.url = url;
    settings.reconnect = false;
    QThread thread;
    auto *client = new SseClient(settings, port.id, *port.sink);
    client->moveToThread(&thread);
    QObject::connect(client, &SseClient::finished, client, [&thread] { thread.quit(); }); // this thread waits
    QObject::connect(&thread, &QThread::started, client, &SseClient::start);
    thread.start();
    thread.wait();
    const quint64 received = client->status().get().events;
    delete client;
    port.sink.reset();
    recorder->reset(); // until the last byte is in the capture
    if (received != events + 1)
        die("events are missing");
    return {double(timer.nsecsElapsed()) / 1e9, cpuSeconds() - cpu};
}

// A peer that takes long to start prints for how many milliseconds it received; only these count.
Cost command(const QString &program, const QStringList &arguments)
{
    const double cpu = cpuSeconds();
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        die("a peer failed");
    bool told = false;
    const double milliseconds = process.readAllStandardOutput().trimmed().toDouble(&told);
    return {told ? milliseconds / 1e3 : double(timer.nsecsElapsed()) / 1e9, cpuSeconds() - cpu};
}

void print(const char *what, const Cost &cost, quint64 events)
{
    std::printf("  %-28s %8.3f M events/s %8.2f s CPU\n", what, double(events) / cost.wall / 1e6, cost.cpu);
    std::fflush(stdout);
}

void compare(const char *what, const Cost &mine, const Cost &peer, quint64 events)
{
    print(what, peer, events);
    std::printf("  %-28s %8.2f                %8.2f\n", "  ratio (speed, CPU)", peer.wall / mine.wall,
                peer.cpu / mine.cpu);
    std::fflush(stdout);
}

void bench(const QUrl &base, int per, quint64 events, int runs, const QString &peers)
{
    const QString query = QStringLiteral("n=%1&per=%2&size=120").arg(events).arg(per);
    const QUrl url = base.resolved(QUrl(QLatin1String("/sse?") + query));
    std::printf("%s, %llu events\n", per == 1 ? "one event per chunk" : "many events per read",
                static_cast<unsigned long long>(events));
    const Cost mine = medianOf(runs, [&] { return ours(url, events); });
    print("Weir, into a capture", mine, events);
    QTemporaryDir folder;
    compare("curl -N, to a file", mine,
            medianOf(runs,
                     [&] {
                         return command(QStringLiteral("curl"),
                                        {QStringLiteral("-sN"), QStringLiteral("-o"),
                                         folder.filePath(QStringLiteral("out")), url.toString()});
                     }),
            events);
    if (peers.isEmpty())
        return;
    const QUrl pageUrl = base.resolved(QUrl(QLatin1String("/page?") + query));
    compare("npm eventsource", mine,
            medianOf(runs,
                     [&] {
                         return command(QStringLiteral("node"),
                                        {peers + QLatin1String("/eventsource.mjs"), url.toString()});
                     }),
            events);
    compare("Chromium's EventSource", mine,
            medianOf(runs,
                     [&] {
                         return command(QStringLiteral("node"),
                                        {peers + QLatin1String("/chromium.mjs"), pageUrl.toString()});
                     }),
            events);
}
}

int main(int argc, char **argv)
{
    useOwnEventLoops(EventLoops::OfThreads); // as in the window
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const quint64 events = std::max<quint64>(1, arguments.value(1, QStringLiteral("1000000")).toULongLong());
    const int runs = std::max(1, arguments.value(2, QStringLiteral("5")).toInt());
    QProcess blast;
    blast.start(QCoreApplication::applicationDirPath() + QLatin1String("/blast"), QStringList());
    if (!blast.waitForReadyRead(5000))
        die("the server did not start");
    const int port = blast.readLine().split(' ').value(1).trimmed().toInt();
    const QUrl base(QStringLiteral("http://127.0.0.1:%1/").arg(port));
    bench(base, 1, events, runs, arguments.value(3));
    bench(base, 0, events, runs, arguments.value(3));
    blast.kill();
    blast.waitForFinished();
    return 0;
}
