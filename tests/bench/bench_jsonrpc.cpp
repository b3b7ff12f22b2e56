// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_jsonrpc PEERS [TRIPS [RUNS]]: calls against one server in Node.js (jsonrpc_peers.sh makes the folder
// PEERS), each recorded in a capture: round trips over HTTP, a batch of 10,000 calls, and 100,000 calls over
// WebSocket that wait until they are answered in random order. Beside it the same with fetch and npm ws,
// which keep nothing. Medians.

#include "measure.h"

#include "http/eventloops.h"
#include "jsonrpc/rpchttpclient.h"
#include "jsonrpc/rpcwebsocketclient.h"
#include "log/recorder.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

using namespace weir;

namespace {
constexpr int batchSize = 10'000;
constexpr int pendingCalls = 100'000;

[[noreturn]] void die(const char *why)
{
    std::fprintf(stderr, "bench_jsonrpc: %s\n", why);
    std::exit(1);
}

QByteArray call(int id)
{
    return R"({"jsonrpc":"2.0","method":"subtract","params":[42,23],"id":)" + QByteArray::number(id) + '}';
}

// Hands on to the capture, and counts the answers that it has taken.
class Tap final : public EventSink
{
public:
    explicit Tap(EventSink &sink)
        : m_sink(sink)
    {
    }
    bool accept(EventBatch &batch) override
    {
        int answers = 0;
        for (qsizetype i = 0; i < batch.count(); ++i) {
            const Kind kind = batch.at(i).kind;
            if (kind == Kind::RpcError || kind == Kind::RpcInvalid || kind == Kind::Error)
                die("a call failed");
            answers += kind == Kind::RpcResult ? 1 : 0;
        }
        const bool goesOn = m_sink.accept(batch);
        if (answers > 0)
            answered(answers);
        return goesOn;
    }
    void setWaker(std::function<void()> waker) override { m_sink.setWaker(std::move(waker)); }

    std::function<void(int)> answered;

private:
    EventSink &m_sink;
};

// One connection and its capture.
template <typename Client> class Line final
{
    Q_DISABLE_COPY_MOVE(Line)

public:
    explicit Line(const QUrl &url)
    {
        Recorder::Options options;
        options.capturePath = m_folder.filePath(QStringLiteral("bench.weir"));
        auto recorder = Recorder::start(std::move(options));
        if (!recorder)
            die("no capture");
        m_recorder = std::move(*recorder);
        ConnectionInfo info;
        info.protocol = Protocol::JsonRpc;
        info.name = "bench";
        info.url = url.toEncoded();
        m_port = m_recorder->addConnection(info);
        m_tap = std::make_unique<Tap>(*m_port.sink);
        RpcSettings settings;
        settings.url = url;
        m_client = std::make_unique<Client>(settings, m_port.id, *m_tap, m_outbox);
        QObject::connect(m_client.get(), &LineClient::finished, m_client.get(), &QCoreApplication::quit);
    }
    ~Line()
    {
        m_client.reset();
        m_tap.reset();
        m_port.sink.reset();
    }

    // Begins when the line is open, and ends when all are answered.
    void run(int answers, const std::function<void()> &begin, const std::function<void()> &next = {})
    {
        int left = answers;
        m_tap->answered = [&, this](int count) {
            left -= count;
            m_answered = double(m_timer.nsecsElapsed()) / 1e3;
            if (left <= 0)
                m_client->stop();
            else if (next)
                QMetaObject::invokeMethod(m_client.get(), next, Qt::QueuedConnection);
        };
        bool hasBegun = false;
        QObject::connect(m_client.get(), &LineClient::statusChanged, m_client.get(), [&, this] {
            if (!hasBegun && m_client->lineStatus().state == LineState::Open) {
                hasBegun = true;
                begin();
            }
        });
        m_client->start();
        QCoreApplication::exec();
        if (left != 0)
            die("answers are missing");
    }
    void startTimer() { m_timer.start(); }
    double answered() const { return m_answered; } // microseconds from there to the last answer
    void push(const QByteArray &text)
    {
        if (!m_outbox->push(Kind::WsText, text))
            die("the outbox is full");
    }
    void send() { m_client->sendQueued(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Recorder> m_recorder;
    Recorder::Port m_port;
    std::unique_ptr<Tap> m_tap;
    const std::shared_ptr<Outbox> m_outbox = std::make_shared<Outbox>();
    std::unique_ptr<Client> m_client;
    QElapsedTimer m_timer;
    double m_answered = 0;
};

using Times = std::vector<double>; // microseconds

Times ourTrips(const QUrl &url, int count)
{
    Line<RpcHttpClient> line(url);
    Times times;
    const auto send = [&] {
        line.startTimer();
        line.push(call(int(times.size()) + 1));
        line.send();
    };
    line.run(count, send, [&] {
        times.push_back(line.answered());
        send();
    });
    times.push_back(line.answered());
    return times;
}

Times ourBatch(const QUrl &url)
{
    Line<RpcHttpClient> line(url);
    bool hasBegun = false;
    line.run(
        batchSize + 1,
        [&] {
            line.push(call(0)); // opens the line
            line.send();
        },
        [&] {
            if (std::exchange(hasBegun, true))
                return;
            line.startTimer();
            QByteArray batch = "[";
            for (int id = 1; id <= batchSize; ++id)
                batch += call(id) + (id == batchSize ? ']' : ',');
            line.push(batch);
            line.send();
        });
    return {line.answered()};
}

Times ourPending(QUrl url)
{
    url.setScheme(QStringLiteral("ws"));
    url.setQuery(QStringLiteral("n=%1").arg(pendingCalls));
    Line<RpcWebSocketClient> line(url);
    line.run(pendingCalls, [&] {
        line.startTimer();
        for (int id = 1; id <= pendingCalls; ++id)
            line.push(call(id));
        line.send();
    });
    return {line.answered()};
}

Times theirs(const QString &peers, const char *what, QUrl url, int count)
{
    if (QByteArrayView(what) == "pending")
        url.setScheme(QStringLiteral("ws"));
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral("node"),
                  {peers + QLatin1String("/rpcclient.mjs"), QLatin1String(what), url.toString(),
                   QString::number(count)});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        die("the peer failed");
    Times times;
    for (const QByteArray &time : process.readAllStandardOutput().trimmed().split('\n'))
        times.push_back(time.toDouble());
    return times;
}

double percentile(Times times, double part)
{
    std::sort(times.begin(), times.end());
    return times[size_t(double(times.size() - 1) * part)];
}

// The medians of several runs.
struct Trips
{
    double half = 0;
    double most = 0;
};
Trips medianTrips(int runs, const std::function<Times()> &run)
{
    Times halves;
    Times mosts;
    for (int i = 0; i < runs; ++i) {
        const Times times = run();
        halves.push_back(percentile(times, 0.5));
        mosts.push_back(percentile(times, 0.99));
    }
    return {percentile(halves, 0.5), percentile(mosts, 0.5)};
}

void compareTrips(int count, const std::function<Trips()> &ours, const std::function<Trips()> &peer)
{
    const Trips mine = ours();
    const Trips other = peer();
    std::printf("calls over HTTP, one after the other, %d of them\n", count);
    std::printf("  %-28s p50 %7.1f us   p99 %7.1f us\n", "Weir, into a capture", mine.half, mine.most);
    std::printf("  %-28s p50 %7.1f us   p99 %7.1f us\n", "fetch in Node.js", other.half, other.most);
    std::printf("  %-28s     %7.2f          %7.2f\n", "  ratio", other.half / mine.half,
                other.most / mine.most);
    std::fflush(stdout);
}

void compareWhole(const char *title, const char *name, const Trips &mine, const Trips &other)
{
    std::printf("%s\n  %-28s %8.1f ms\n  %-28s %8.1f ms\n  %-28s %8.2f\n", title, "Weir, into a capture",
                mine.half / 1e3, name, other.half / 1e3, "  ratio", other.half / mine.half);
    std::fflush(stdout);
}
}

int main(int argc, char **argv)
{
    useOwnEventLoops(EventLoops::OfThreads); // as in the window
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const QString peers = arguments.value(1);
    const int trips = std::max(2, arguments.value(2, QStringLiteral("5000")).toInt());
    const int runs = std::max(1, arguments.value(3, QStringLiteral("5")).toInt());
    QProcess server;
    server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server.start(QStringLiteral("node"), {peers + QLatin1String("/rpcserver.mjs")});
    if (peers.isEmpty() || !server.waitForReadyRead(5000))
        die("the server did not start");
    const QUrl url(
        QStringLiteral("http://127.0.0.1:%1/").arg(server.readLine().split(' ').value(1).trimmed().toInt()));
    compareTrips(
        trips, [&] { return medianTrips(runs, [&] { return ourTrips(url, trips); }); },
        [&] { return medianTrips(runs, [&] { return theirs(peers, "trips", url, trips); }); });
    compareWhole("a batch of 10,000 calls", "fetch in Node.js",
                 medianTrips(runs, [&] { return ourBatch(url); }),
                 medianTrips(runs, [&] { return theirs(peers, "batch", url, batchSize); }));
    compareWhole("100,000 calls that wait, answered in random order", "npm ws",
                 medianTrips(runs, [&] { return ourPending(url); }),
                 medianTrips(runs, [&] { return theirs(peers, "pending", url, pendingCalls); }));
    server.kill();
    server.waitForFinished();
    return 0;
}
