// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener.h"

#include "handshake.h"

#include <QTcpSocket>

namespace weir {

namespace {
constexpr qsizetype headLimit = 64 * 1024;
}

void DemoListener::incomingConnection(qintptr descriptor)
{
    auto *socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { look(socket); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

void DemoListener::look(QTcpSocket *socket)
{
    const QByteArray begin = socket->peek(headLimit);
    const qsizetype end = begin.indexOf("\r\n\r\n");
    if (end < 0 && begin.size() < headLimit)
        return;
    std::optional<DemoRequest> request;
    if (end >= 0)
        request = parsedHead(QByteArrayView(begin).first(end + 4));
    if (!request || !asksForWebSocket(*request)) {
        pass(socket);
        return;
    }
    socket->disconnect(this);
    socket->skip(end + 4);
    request->port = socket->localPort();
    m_upgrade(*request, *socket);
}

// QAbstractHttpServer takes the socket from the queue and waits for what has been here for long.
void DemoListener::pass(QTcpSocket *socket)
{
    socket->disconnect(this);
    addPendingConnection(socket);
    Q_EMIT socket->readyRead();
}

} // namespace weir
