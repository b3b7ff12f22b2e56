// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_websocket [MESSAGES [RUNS [PEERS]]]: 120-byte text messages from a server on this machine over
// QWebSocket into a capture, and round trips of an echo; beside both the client of npm ws in the folder PEERS
// (websocket_peers.sh makes it). Medians. Time: from the first message to the last.
// bench_websocket serve: the server, a program of its own; prints its port.

#include "measure.h"

#include "http/eventloops.h"
#include "log/recorder.h"
#include "websocket/websocketclient.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QThread>
#include <QUrlQuery>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace weir;

namespace {
[[noreturn]] void die(const char *why)
{
    std::fprintf(stderr, "bench_websocket: %s\n", why);
    std::exit(1);
}

constexpr qint64 ahead = 1024 * 1024;
constexpr int burst = 1000; // messages a write

QByteArray acceptKey(const QByteArray &request)
{
    QByteArray key = request.mid(request.indexOf("Sec-WebSocket-Key: ") + 19);
    key.truncate(key.indexOf('\r'));
    key += "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455 1.3
    return QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64();
}

// Unmasks and sends back the frames that are whole; payloads below 126 bytes only.
void echo(QTcpSocket &socket)
{
    while (socket.bytesAvailable() >= 6) {
        QByteArray frame = socket.peek(6);
        const qsizetype size = quint8(frame[1]) & 0x7f;
        if (socket.bytesAvailable() < 6 + size)
            return;
        frame = socket.read(6 + size);
        QByteArray answer = frame.left(1) + char(size);
        for (qsizetype i = 0; i < size; ++i)
            answer += char(frame[6 + i] ^ frame[2 + i % 4]);
        socket.write(answer);
    }
}

// So many messages, as fast as they are taken, then a close frame.
void blast(QTcpSocket &socket, quint64 messages)
{
    const QByteArray frame = QByteArray("\x81\x78", 2) + QByteArray(120, 'x');
    auto *left = new quint64(messages);
    const auto pump = [&socket, left, one = frame, all = frame.repeated(burst)] {
        while (*left > 0 && socket.bytesToWrite() < ahead) {
            const quint64 now = std::min<quint64>(*left, burst);
            socket.write(now == burst ? all : one.repeated(qsizetype(now)));
            *left -= now;
            if (*left == 0)
                socket.write(QByteArray("\x88\x02\x03\xe8", 4));
        }
    };
    QObject::connect(&socket, &QIODevice::bytesWritten, &socket, pump);
    QObject::connect(&socket, &QObject::destroyed, qApp, [left] { delete left; });
    pump();
}

int serve()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        die("no port");
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QIODevice::readyRead, socket, [socket, isOpen = false]() mutable {
            if (isOpen)
                return echo(*socket);
            const QByteArray request = socket->readAll();
            isOpen = true;
            socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          "Sec-WebSocket-Accept: "
                          + acceptKey(request) + "\r\n\r\n");
            const QUrl url(QString::fromLatin1(request.split(' ').value(1)));
            if (const quint64 count = QUrlQuery(url).queryItemValue(QStringLiteral("n")).toULongLong())
                blast(*socket, count);
        });
    });
    std::printf("port %d\n", server.serverPort());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

Cost ours(const QUrl &url, quint64 messages)
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
    info.protocol = Protocol::WebSocket;
    info.name = "bench";
    info.url = url.toEncoded();
    Recorder::Port port = (*recorder)->addConnection(info);
    WebSocketSettings settings;
    settings.url = url;
    settings.reconnect = false;
    QThread thread;
    auto *client = new WebSocketClient(settings, port.id, *port.sink, std::make_shared<Outbox>());
    client->moveToThread(&thread);
    QObject::connect(client, &LineClient::finished, client,
                     [&thread] { thread.quit(); }); // this thread waits
    QObject::connect(&thread, &QThread::started, client, &LineClient::start);
    thread.start();
    thread.wait();
    const quint64 received = client->status().get().events;
    delete client;
    port.sink.reset();
    recorder->reset(); // until the last byte is in the capture
    if (received != messages)
        die("messages are missing");
    return {double(timer.nsecsElapsed()) / 1e9, cpuSeconds() - cpu};
}

// Prints for how many milliseconds it received.
Cost node(const QString &script, const QUrl &url)
{
    const double cpu = cpuSeconds();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral("node"), {script, url.toString()});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        die("npm ws failed");
    return {process.readAllStandardOutput().trimmed().toDouble() / 1e3, cpuSeconds() - cpu};
}

// Keeps nothing; the socket is read on its thread by rows that answer each other.
class RoundTrips final : public EventSink
{
public:
    bool accept(EventBatch &batch) override
    {
        for (qsizetype i = 0; i < batch.count(); ++i) {
            const EventView row = batch.at(i);
            if (row.kind == Kind::WsText && row.direction == Direction::In)
                arrived();
        }
        batch.clear();
        return true;
    }
    void setWaker(std::function<void()>) override { }

    std::function<void()> arrived;
};

std::vector<double> ourRoundTrips(const QUrl &url, int count)
{
    RoundTrips sink;
    auto outbox = std::make_shared<Outbox>();
    WebSocketSettings settings;
    settings.url = url;
    WebSocketClient client(settings, 1, sink, outbox);
    std::vector<double> times;
    QElapsedTimer timer;
    const auto next = [&] {
        timer.start();
        (void)outbox->push(Kind::WsText, QByteArray(100, 'x'));
        client.sendQueued();
    };
    sink.arrived = [&] {
        times.push_back(double(timer.nsecsElapsed()) / 1e3);
        if (int(times.size()) == count)
            return client.stop();
        next();
    };
    QObject::connect(&client, &LineClient::finished, &client, &QCoreApplication::quit);
    bool begun = false;
    QObject::connect(&client, &LineClient::statusChanged, &client, [&] {
        if (!begun && client.lineStatus().state == LineState::Open) {
            begun = true;
            next();
        }
    });
    client.start();
    QCoreApplication::exec();
    return times;
}

double percentile(std::vector<double> times, double part)
{
    std::sort(times.begin(), times.end());
    return times[size_t(double(times.size() - 1) * part)];
}

void print(const char *what, const Cost &cost, quint64 messages)
{
    std::printf("  %-28s %8.3f M messages/s %8.2f s CPU\n", what, double(messages) / cost.wall / 1e6,
                cost.cpu);
    std::fflush(stdout);
}
}

int main(int argc, char **argv)
{
    useOwnEventLoops(EventLoops::OfThreads); // as in the window
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == QLatin1String("serve"))
        return serve();
    const quint64 messages =
        std::max<quint64>(1, arguments.value(1, QStringLiteral("1000000")).toULongLong());
    const int runs = std::max(1, arguments.value(2, QStringLiteral("5")).toInt());
    const QString peers = arguments.value(3);
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(), {QStringLiteral("serve")});
    if (!server.waitForReadyRead(5000))
        die("the server did not start");
    const int port = server.readLine().split(' ').value(1).trimmed().toInt();
    const QUrl feed(QStringLiteral("ws://127.0.0.1:%1/?n=%2").arg(port).arg(messages));
    const QUrl echo(QStringLiteral("ws://127.0.0.1:%1/").arg(port));
    std::printf("text messages of 120 bytes, %llu of them\n", static_cast<unsigned long long>(messages));
    const Cost mine = medianOf(runs, [&] { return ours(feed, messages); });
    print("Weir, into a capture", mine, messages);
    if (!peers.isEmpty()) {
        const Cost peer = medianOf(runs, [&] { return node(peers + QLatin1String("/ws.mjs"), feed); });
        print("npm ws", peer, messages);
        std::printf("  %-28s %8.2f                %8.2f\n", "  ratio (speed, CPU)", peer.wall / mine.wall,
                    peer.cpu / mine.cpu);
    }
    constexpr int trips = 20'000;
    const std::vector<double> times = ourRoundTrips(echo, trips);
    std::printf("round trips of 100 bytes, %d of them\n  %-28s p50 %6.1f us   p99 %6.1f us\n", trips, "Weir",
                percentile(times, 0.5), percentile(times, 0.99));
    std::fflush(stdout);
    if (!peers.isEmpty()) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QStringLiteral("node"),
                      {peers + QLatin1String("/ws.mjs"), echo.toString(), QString::number(trips)});
        process.waitForFinished(-1);
    }
    server.kill();
    server.waitForFinished();
    return 0;
}
