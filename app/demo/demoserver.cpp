// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demoserver.h"

#include "conversations.h"
#include "feeds.h"
#include "listener.h"
#include "rpcpaths.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QMetaEnum>
#include <QTcpServer>
#include <QTcpSocket>

namespace weir {

// Qt reads and parses the requests; the answers are raw bytes on the socket, because the responder knows
// neither back-pressure nor a closed line and cannot misbehave.
class DemoServer::Http final : public QAbstractHttpServer
{
public:
    explicit Http(QObject *parent)
        : QAbstractHttpServer(parent)
    {
        addFeeds(m_router);
        addConversations(m_router);
        addRpc(m_router);
        addMisbehaviour(m_router);
        addBadWebSockets(m_router);
        addBadRpc(m_router);
    }

    const DemoRouter &router() const { return m_router; }

    void upgrade(const DemoRequest &request, QTcpSocket &socket) const
    {
        // RFC 9110 7.8: what knows no WebSocket answers as if none had been asked for
        if (!serve(request, socket))
            refuse(socket);
    }

protected:
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        return dispatch(request, *socket);
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *socket) override
    {
        refuse(*socket);
    }
#else
    // Later versions hide the socket behind the responder; it is still a child of the server that took it.
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &) override
    {
        QTcpSocket *socket = socketOf(request);
        return socket && dispatch(request, *socket);
    }
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &) override
    {
        if (QTcpSocket *socket = socketOf(request))
            refuse(*socket);
    }
    QTcpSocket *socketOf(const QHttpServerRequest &request) const
    {
        for (QTcpServer *server : servers()) {
            for (QTcpSocket *socket : server->findChildren<QTcpSocket *>()) {
                if (socket->peerPort() == request.remotePort())
                    return socket;
            }
        }
        return nullptr;
    }
#endif

private:
    bool dispatch(const QHttpServerRequest &request, QTcpSocket &socket)
    {
        // a second request on a line that already feeds
        if (socket.findChild<DemoPump *>())
            return true;
        const QUrl url = request.url();
        return serve({.method = methodOf(request),
                      .url = url,
                      .query = QUrlQuery(url),
                      .host = request.value("Host"),
                      .lastEventId = request.value("Last-Event-ID"),
                      .headers = headersOf(request),
                      .body = request.body(),
                      .port = socket.localPort()},
                     socket);
    }
    bool serve(const DemoRequest &request, QTcpSocket &socket) const
    {
        const QByteArray path = request.url.path().toUtf8();
        if (path == "/") {
            list(socket);
            return true;
        }
        DemoHandler *handler =
            m_router.find(path, asksForWebSocket(request) ? DemoScheme::WebSocket : DemoScheme::Http);
        if (handler)
            handler->handle(request, socket);
        return handler;
    }
    static QByteArray methodOf(const QHttpServerRequest &request)
    {
        const auto methods = QMetaEnum::fromType<QHttpServerRequest::Method>();
        return QByteArray(methods.valueToKey(int(request.method()))).toUpper();
    }
    static QList<QPair<QByteArray, QByteArray>> headersOf(const QHttpServerRequest &request)
    {
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
        return request.headers();
#else
        QList<QPair<QByteArray, QByteArray>> headers;
        for (const auto &[name, value] : request.headers().toListOfPairs())
            headers.append({name, value});
        return headers;
#endif
    }
    void list(QTcpSocket &socket) const
    {
        QByteArray body("The demo server of Weir. To try:\n\n");
        for (const DemoExample &example : m_router.examples()) {
            body.append(example.target);
            body.append(example.scheme == DemoScheme::WebSocket ? "  (WebSocket)\n" : "\n");
        }
        answer(socket, "200 OK", {"Content-Type: text/plain; charset=utf-8"}, body);
    }
    static void refuse(QTcpSocket &socket)
    {
        answer(socket, "404 Not Found", {"Content-Type: text/plain; charset=utf-8"},
               "There is nothing here; the path / lists what there is.\n");
    }

    DemoRouter m_router;
};

DemoServer::DemoServer(QObject *parent)
    : QObject(parent)
{
}

DemoServer::~DemoServer() = default;

Expected<void> DemoServer::listen(quint16 port)
{
    Q_ASSERT(!m_http);
    auto http = std::make_unique<Http>(this);
    auto server =
        std::make_unique<DemoListener>([http = http.get()](const DemoRequest &request, QTcpSocket &socket) {
            http->upgrade(request, socket);
        });
    if (!server->listen(QHostAddress::LocalHost, port))
        return failure(ErrorCode::PortInUse, QString::number(port));
    m_port = server->serverPort();
    m_http = http.release();
    m_http->bind(server.release()); // becomes its parent
    return {};
}

QUrl DemoServer::url() const
{
    return m_port ? QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)) : QUrl();
}

QList<QUrl> DemoServer::urls() const
{
    QList<QUrl> urls;
    if (!m_http)
        return urls;
    for (const DemoExample &example : m_http->router().examples()) {
        QUrl each = url().resolved(QUrl(QString::fromUtf8(example.target)));
        if (example.scheme == DemoScheme::WebSocket)
            each.setScheme(QStringLiteral("ws"));
        urls.append(each);
    }
    return urls;
}

} // namespace weir
