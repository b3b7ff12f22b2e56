// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversations.h"

#include "feeds.h"
#include "lobby.h"
#include "websocketline.h"

#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace weir {

namespace {
constexpr qint64 tickLimit = 16 * 1024 * 1024; // bytes
constexpr qint64 mutedBuffer = 4096;

// Numbered messages, `{"n":1,"pad":"..."}`.
class TickSource final : public DemoSource
{
public:
    struct Options
    {
        qint64 count = 0; // 0: for ever
        qint64 size = 0; // bytes a message has at least
        Next after = Next::Stay;
        bool cutLast = false; // in the middle of the last frame
    };
    explicit TickSource(Options options)
        : m_options(options)
    {
    }
    Next produce(QByteArray &out) override
    {
        const QByteArray frame = webSocketFrame(WebSocketOpcode::Text, message(++m_done));
        if (m_options.count == 0 || m_done < m_options.count) {
            out.append(frame);
            return Next::More;
        }
        out.append(m_options.cutLast ? frame.first(frame.size() / 2) : frame);
        return m_options.after;
    }

private:
    QByteArray message(qint64 number) const
    {
        QByteArray text = QByteArray("{\"n\":").append(QByteArray::number(number));
        if (m_options.size > 0) {
            text.append(",\"pad\":\"");
            text.append(std::max<qsizetype>(qsizetype(m_options.size) - text.size() - 2, 0), '.').append('"');
        }
        return text.append('}');
    }

    Options m_options;
    qint64 m_done = 0;
};

void closeAfter(const DemoRequest &request, WebSocketLine &line)
{
    const auto code = quint16(std::clamp<qint64>(request.number(QLatin1String("code"), 1000), 0, 0xffff));
    const QByteArray reason = request.text(QLatin1String("reason"));
    const qint64 after = request.number(QLatin1String("after"), 0);
    if (after == 0) {
        line.close(code, reason);
        return;
    }
    const auto left = std::make_shared<qint64>(after);
    const auto heard = [&line, code, reason, left] {
        if (--*left == 0)
            line.close(code, reason);
    };
    QObject::connect(&line, &WebSocketLine::textReceived, &line, heard);
    QObject::connect(&line, &WebSocketLine::binaryReceived, &line, heard);
}

void mute(const DemoRequest &request, QTcpSocket &socket)
{
    socket.setReadBufferSize(mutedBuffer);
    switchProtocols(request, socket);
}

void drop(const DemoRequest &request, QTcpSocket &socket)
{
    const qint64 after = request.number(QLatin1String("after"), 3);
    const bool midFrame = request.number(QLatin1String("midframe"), 0) > 0;
    switchProtocols(request, socket);
    auto *line = new WebSocketLine(socket);
    if (after == 0) {
        line->drop();
        return;
    }
    new DemoPump(socket,
                 std::make_unique<TickSource>(TickSource::Options{
                     .count = after, .size = 0, .after = DemoSource::Next::Drop, .cutLast = midFrame}),
                 rateOf(request, 0), DemoPump::Framing::Raw);
}

void tick(const DemoRequest &request, QTcpSocket &socket)
{
    const TickSource::Options options{.count = request.number(QLatin1String("count"), 0),
                                      .size = std::min(request.number(QLatin1String("size"), 0), tickLimit)};
    switchProtocols(request, socket);
    auto *line = new WebSocketLine(socket);
    auto *pump = new DemoPump(socket, std::make_unique<TickSource>(options), rateOf(request, 1),
                              DemoPump::Framing::Raw);
    QObject::connect(pump, &DemoPump::finished, line, [line] { line->close(1000, "That was all."); });
    QObject::connect(line, &WebSocketLine::finished, pump, &QObject::deleteLater);
}

// Tells of each pong, because few clients show a ping.
void pingEvery(const DemoRequest &request, WebSocketLine &line)
{
    echoMessages(request, line);
    auto *timer = new QTimer(&line);
    timer->callOnTimeout(&line, [&line, number = 0]() mutable { line.ping(QByteArray::number(++number)); });
    QObject::connect(&line, &WebSocketLine::pongReceived, &line, [&line](const QByteArray &payload) {
        line.sendText(QByteArray("{\"pong\":\"").append(payload.toPercentEncoding()).append("\"}"));
    });
    timer->start(int(std::clamp<qint64>(request.number(QLatin1String("every"), 1000), 1, 3600 * 1000)));
}

void neverPong(const DemoRequest &request, WebSocketLine &line)
{
    line.setAnsweringPings(false);
    echoMessages(request, line);
}
}

void echoMessages(const DemoRequest &, WebSocketLine &line)
{
    QObject::connect(&line, &WebSocketLine::textReceived, &line, &WebSocketLine::sendText);
    QObject::connect(&line, &WebSocketLine::binaryReceived, &line, &WebSocketLine::sendBinary);
}

void addConversations(DemoRouter &router)
{
    auto lobby = std::make_shared<Lobby>();
    addWebSocket(router, "/lobby", "", opened([lobby](const DemoRequest &request, WebSocketLine &line) {
                     lobby->join(line, request.text(QLatin1String("name")),
                                 request.real(QLatin1String("chatter"), Lobby::usualChatter));
                 }));
    addWebSocket(router, "/echo", "", opened(echoMessages));
    addWebSocket(router, "/ticks", "?rate=5", tick);
    addWebSocket(router, "/close", "?code=1012&reason=Service%20Restart&after=1", opened(closeAfter));
    addWebSocket(router, "/drop", "?after=3", drop);
    addWebSocket(router, "/mute", "", mute);
    addWebSocket(router, "/ping", "?every=1000", opened(pingEvery));
    addWebSocket(router, "/nopong", "", opened(neverPong));
}

} // namespace weir
