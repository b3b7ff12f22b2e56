// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QUrl>
#include <QUrlQuery>

#include <memory>
#include <vector>

class QTcpSocket;

namespace weir {

// What a handler may know of a request.
struct DemoRequest
{
    QByteArray method;
    QUrl url;
    QUrlQuery query;
    QByteArray host; // the Host header
    QByteArray lastEventId;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    quint16 port = 0; // of the server

    // What the header of this name says, in whichever case; several are joined by commas.
    QByteArray header(QByteArrayView name) const;
    // A number of the query; `otherwise` where it is absent or not a number.
    qint64 number(QLatin1String name, qint64 otherwise) const;
    double real(QLatin1String name, double otherwise) const;
    QByteArray text(QLatin1String name) const; // of the query, decoded; UTF-8
};

// Answers the requests for one path by writing raw bytes; whatever it leaves running is a child of the
// socket.
class DemoHandler
{
public:
    virtual ~DemoHandler() = default;
    virtual void handle(const DemoRequest &request, QTcpSocket &socket) = 0;
};

enum class DemoScheme { Http, WebSocket };

// What the server lists: a path and a query that shows its use.
struct DemoExample
{
    QByteArray target;
    DemoScheme scheme = DemoScheme::Http;
};

// From path and scheme to handler; the list of what there is to try.
class DemoRouter final
{
public:
    void add(QByteArray path, QByteArray example, std::unique_ptr<DemoHandler> handler,
             DemoScheme scheme = DemoScheme::Http);
    // One more use of a path that is there.
    void list(QByteArray example, DemoScheme scheme);
    // Where the path has none for the scheme, the one for the other has to answer; null: there is none.
    DemoHandler *find(QByteArrayView path, DemoScheme scheme) const;
    const QList<DemoExample> &examples() const { return m_examples; }

private:
    struct Route
    {
        QByteArray path;
        DemoScheme scheme;
        std::unique_ptr<DemoHandler> handler;
    };
    std::vector<Route> m_routes;
    QList<DemoExample> m_examples;
};

} // namespace weir
