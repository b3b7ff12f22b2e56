// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/demoserver.h"
#include "demo/websocketframe.h"

#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <algorithm>
#include <utility>

namespace weir {

// A WebSocket of Qt, and what it was told.
struct QtPeer
{
    QWebSocket socket;
    QList<QByteArray> texts;
    QList<QByteArray> binaries;
    QAbstractSocket::SocketError error = QAbstractSocket::UnknownSocketError;
    bool opened = false;
    bool closed = false;
    bool failed = false;

    QtPeer(const DemoServer &server, const QString &path, const QStringList &subprotocols = {})
    {
        QObject::connect(&socket, &QWebSocket::connected, &socket, [this] { opened = true; });
        QObject::connect(&socket, &QWebSocket::disconnected, &socket, [this] { closed = true; });
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [this](const QString &text) { texts.append(text.toUtf8()); });
        QObject::connect(&socket, &QWebSocket::binaryMessageReceived, &socket,
                         [this](const QByteArray &bytes) { binaries.append(bytes); });
        const auto fail = [this](QAbstractSocket::SocketError how) {
            error = how;
            failed = true;
        };
        QObject::connect(&socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), &socket, fail);
        QUrl url = server.url().resolved(QUrl(path));
        url.setScheme(QStringLiteral("ws"));
        QWebSocketHandshakeOptions options;
        options.setSubprotocols(subprotocols);
        socket.open(url, options);
    }
    void say(const QString &text) { socket.sendTextMessage(text); }
    int code() const { return int(socket.closeCode()); }
};

// A WebSocket as it stands on the wire.
struct RawPeer
{
    QTcpSocket socket;
    QByteArray received;

    RawPeer(const DemoServer &server, const QByteArray &path, const QByteArray &headers = {})
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { received += socket.readAll(); });
        socket.connectToHost(server.url().host(), quint16(server.url().port()));
        socket.write("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:1\r\n" + headers + "\r\n");
    }
    // RFC 6455 1.3: the key of its example
    static QByteArray upgrade()
    {
        return "Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";
    }
    void send(WebSocketOpcode opcode, const QByteArray &payload)
    {
        socket.write(webSocketFrame(opcode, payload, {.final = true, .masked = true, .reserved = 0}));
    }
    bool closed() const { return socket.state() == QAbstractSocket::UnconnectedState; }
    bool answered() const { return received.contains("\r\n\r\n"); }
    QByteArray head() const { return received.left(received.indexOf("\r\n\r\n") + 2); }
    QByteArray frames() const
    {
        return answered() ? received.mid(received.indexOf("\r\n\r\n") + 4) : QByteArray();
    }
};

// The most bytes that wait for any one peer of this server.
inline qint64 mostUnsent(const DemoServer &server)
{
    qint64 most = 0;
    for (const QTcpSocket *socket : server.findChildren<QTcpSocket *>())
        most = std::max(most, socket->bytesToWrite());
    return most;
}

} // namespace weir
