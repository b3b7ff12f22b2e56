// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "feeds.h"

#include "echo.h"
#include "market.h"

#include <QTcpSocket>

namespace weir {

namespace {
class MarketHandler final : public DemoHandler
{
public:
    void handle(const DemoRequest &request, QTcpSocket &socket) override
    {
        MarketSource::Options options;
        options.first = resumeNumber(request, options.first);
        options.retry = request.number(QLatin1String("retry"), options.retry);
        options.count = quint64(request.number(QLatin1String("count"), 0));
        const QByteArray wanted = request.query.queryItemValue(QStringLiteral("symbols")).toUtf8();
        for (const QByteArray &symbol : MarketSource::allSymbols()) {
            if (wanted.split(',').contains(symbol))
                options.symbols.append(symbol);
        }
        startFeed(socket, std::make_unique<MarketSource>(options), rateOf(request, 20));
    }
};

class DeployHandler final : public DemoHandler
{
public:
    void handle(const DemoRequest &request, QTcpSocket &socket) override
    {
        startFeed(socket,
                  std::make_unique<DeploySource>(resumeNumber(request, 1),
                                                 request.number(QLatin1String("retry"), 3000)),
                  rateOf(request, 0.7));
    }
};

class HeartbeatHandler final : public DemoHandler
{
public:
    void handle(const DemoRequest &request, QTcpSocket &socket) override
    {
        startFeed(socket, std::make_unique<HeartbeatSource>(resumeNumber(request, 1)), rateOf(request, 1));
    }
};

class EchoHandler final : public DemoHandler
{
public:
    void handle(const DemoRequest &request, QTcpSocket &socket) override
    {
        startFeed(socket, std::make_unique<EchoSource>(request), rateOf(request, 1));
    }
};
}

void answer(QTcpSocket &socket, QByteArrayView status, const QList<QByteArray> &headers,
            const QByteArray &body)
{
    QByteArray out = QByteArray("HTTP/1.1 ").append(status).append("\r\n");
    for (const QByteArray &header : headers)
        out.append(header).append("\r\n");
    // RFC 9110 8.6: no Content-Length with 204
    if (!status.startsWith("204"))
        out.append("Content-Length: ").append(QByteArray::number(body.size())).append("\r\n");
    out.append("Connection: close\r\n\r\n").append(body);
    socket.write(out);
    socket.disconnectFromHost();
}

void startFeed(QTcpSocket &socket, std::unique_ptr<DemoSource> source, double rate, ContentCoding coding)
{
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QByteArray head("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-cache\r\n"
                    "Access-Control-Allow-Origin: *\r\nTransfer-Encoding: chunked\r\n");
    if (coding != ContentCoding::Identity)
        head.append("Content-Encoding: ").append(contentCodingName(coding)).append("\r\n");
    socket.write(head.append("\r\n"));
    new DemoPump(socket, std::move(source), rate, DemoPump::Framing::Chunked, coding);
}

quint64 resumeNumber(const DemoRequest &request, quint64 otherwise)
{
    bool ok = false;
    const quint64 last = request.lastEventId.toULongLong(&ok);
    return ok ? last + 1 : otherwise;
}

double rateOf(const DemoRequest &request, double otherwise)
{
    const QString text = request.query.queryItemValue(QStringLiteral("rate"));
    if (text == QLatin1String("max"))
        return 0;
    bool ok = false;
    const double rate = text.toDouble(&ok);
    return ok && rate >= 0 && rate <= 10e6 ? rate : otherwise;
}

void addFeeds(DemoRouter &router)
{
    router.add("/feeds/market", "/feeds/market?symbols=all&rate=20", std::make_unique<MarketHandler>());
    router.add("/feeds/deploys", "/feeds/deploys", std::make_unique<DeployHandler>());
    router.add("/feeds/heartbeat", "/feeds/heartbeat?rate=1", std::make_unique<HeartbeatHandler>());
    router.add("/feeds/echo", "/feeds/echo?hello=world", std::make_unique<EchoHandler>());
}

} // namespace weir
