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

    // A number of the query; `otherwise` where it is absent or not a number.
    qint64 number(QLatin1String name, qint64 otherwise) const;
};

// Answers the requests for one path by writing raw bytes; whatever it leaves running is a child of the
// socket.
class DemoHandler
{
public:
    virtual ~DemoHandler() = default;
    virtual void handle(const DemoRequest &request, QTcpSocket &socket) = 0;
};

// From path to handler; the list of what there is to try.
class DemoRouter final
{
public:
    // `example` is what the server lists: the path and a query that shows its use.
    void add(QByteArray path, QByteArray example, std::unique_ptr<DemoHandler> handler);
    DemoHandler *find(QByteArrayView path) const; // null: there is none
    QList<QByteArray> examples() const;

private:
    struct Route
    {
        QByteArray path;
        QByteArray example;
        std::unique_ptr<DemoHandler> handler;
    };
    std::vector<Route> m_routes;
};

} // namespace weir
