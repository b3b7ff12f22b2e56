// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "feeds.h"
#include "functionhandler.h"
#include "market.h"

#include <QTcpSocket>

namespace weir {

namespace {
std::unique_ptr<MarketSource> market(const DemoRequest &request, qint64 after, DemoSource::Next how)
{
    return std::make_unique<MarketSource>(
        MarketSource::Options{.first = resumeNumber(request, 48001),
                              .count = quint64(after),
                              .after = how,
                              .symbols = {},
                              .retry = request.number(QLatin1String("retry"), 3000)});
}

// Text far from ASCII, one byte an item: every character arrives in halves.
class SplitSource final : public DemoSource
{
public:
    explicit SplitSource(quint64 first)
        : m_seq(first)
    {
    }
    Next produce(QByteArray &out) override
    {
        if (m_at >= m_text.size()) {
            m_text = QByteArray("event: quote\nid: ")
                         .append(QByteArray::number(m_seq++))
                         .append("\ndata: 价格 104,53 € · Ünïcödé 🌊\n\n");
            m_at = 0;
        }
        out.append(m_text.at(m_at++));
        return Next::More;
    }

private:
    QByteArray m_text;
    qsizetype m_at = 0;
    quint64 m_seq;
};

// The same bytes for ever, after a beginning.
class EndlessSource final : public DemoSource
{
public:
    EndlessSource(QByteArray begin, QByteArray repeated)
        : m_begin(std::move(begin))
        , m_repeated(std::move(repeated))
    {
    }
    Next produce(QByteArray &out) override
    {
        out.append(m_begin).append(m_repeated);
        m_begin.clear();
        return Next::More;
    }

private:
    QByteArray m_begin;
    QByteArray m_repeated;
};

void end(const DemoRequest &request, QTcpSocket &socket, DemoSource::Next how)
{
    const qint64 after = request.number(QLatin1String("after"), how == DemoSource::Next::Reset ? 0 : 5);
    if (after > 0)
        startFeed(socket, market(request, after, how), rateOf(request, 20));
    else if (how == DemoSource::Next::Reset)
        resetLine(socket);
    else
        socket.disconnectFromHost();
}

void redirectElsewhere(const DemoRequest &request, QTcpSocket &socket)
{
    const bool byName = request.host.startsWith("localhost");
    const QByteArray location = QByteArray("Location: http://")
                                    .append(byName ? "127.0.0.1:" : "localhost:")
                                    .append(QByteArray::number(request.port))
                                    .append("/feeds/market?symbols=all&rate=20");
    const bool permanent = request.number(QLatin1String("status"), 302) == 301;
    answer(socket, permanent ? "301 Moved Permanently" : "302 Found", {location});
}

void redirectInCircles(const DemoRequest &request, QTcpSocket &socket)
{
    const qint64 turn = request.number(QLatin1String("turn"), 0) + 1;
    answer(socket, "302 Found",
           {QByteArray("Location: /bad/redirect-loop?turn=").append(QByteArray::number(turn))});
}

void silence(const DemoRequest &request, QTcpSocket &socket)
{
    // without a header the request itself is never answered
    if (request.query.queryItemValue(QStringLiteral("header")) != QLatin1String("no"))
        socket.write(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
            "11\r\n: nothing more\n\n\r\n");
}

void endlessHeader(const DemoRequest &, QTcpSocket &socket)
{
    new DemoPump(socket,
                 std::make_unique<EndlessSource>("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n",
                                                 QByteArray("X-Endless: ").append(64, 'x').append("\r\n")),
                 0, DemoPump::Framing::Raw);
}
}

void addMisbehaviour(DemoRouter &router)
{
    const auto add = [&](const char *path, const char *query, FunctionHandler::Function function) {
        router.add(path, QByteArray(path).append(query),
                   std::make_unique<FunctionHandler>(std::move(function)));
    };
    using Next = DemoSource::Next;
    add("/bad/drop", "?after=5", [](auto &request, auto &socket) { end(request, socket, Next::Drop); });
    add("/bad/end", "?after=5", [](auto &request, auto &socket) { end(request, socket, Next::End); });
    add("/bad/reset", "?after=0", [](auto &request, auto &socket) { end(request, socket, Next::Reset); });
    add("/bad/204", "", [](auto &, auto &socket) { answer(socket, "204 No Content", {}); });
    const auto recovered = [](const DemoRequest &request, QTcpSocket &socket) {
        startFeed(socket, market(request, 0, Next::End), rateOf(request, 20));
    };
    router.add("/bad/503", "/bad/503?times=2", std::make_unique<UnavailableHandler>(-1, recovered));
    add("/bad/content-type", "", [](auto &, auto &socket) {
        answer(socket, "200 OK", {"Content-Type: text/html; charset=utf-8"}, "<p>This is not a feed.</p>\n");
    });
    add("/bad/redirect", "", redirectElsewhere);
    add("/bad/redirect-loop", "", redirectInCircles);
    const auto addCoding = [&](const char *path, ContentCoding coding) {
        add(path, "?rate=20", [coding](auto &request, auto &socket) {
            startFeed(socket, market(request, request.number(QLatin1String("count"), 0), Next::End),
                      rateOf(request, 20), coding);
        });
    };
    addCoding("/bad/gzip", ContentCoding::Gzip);
    addCoding("/bad/deflate", ContentCoding::Deflate);
    addCoding("/bad/br", ContentCoding::Brotli);
    add("/bad/silence", "", silence);
    add("/bad/split", "?rate=200", [](auto &request, auto &socket) {
        startFeed(socket, std::make_unique<SplitSource>(resumeNumber(request, 1)), rateOf(request, 200));
    });
    add("/bad/endless-line", "", [](auto &, auto &socket) {
        startFeed(socket, std::make_unique<EndlessSource>("data: ", QByteArray(4096, 'x')), 0);
    });
    add("/bad/endless-header", "", endlessHeader);
}

} // namespace weir
