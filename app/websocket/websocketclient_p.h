// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flight.h"
#include "heartbeat.h"
#include "websocketclient.h"
#include "wiretap.h"

#include "base/closecode.h"

#include <QElapsedTimer>
#include <QNetworkProxy>

#include <deque>

class QWebSocket;

namespace weir {

struct WebSocketClient::Private
{
    Private(const WebSocketSettings &given, std::shared_ptr<Outbox> queue, QObject *parent);

    const WebSocketSettings settings;
    const std::shared_ptr<Outbox> outbox;
    WebSocketStatus status;
    StatusCell<WebSocketStatus> cell;

    QWebSocket *socket = nullptr; // of this attempt; a child of the client
    WireTap *tap = nullptr; // its child
    QNetworkProxy proxy;
    Flight flight;
    qint64 writtenBytes = 0; // by this line, frames and all
    std::deque<bool> marks; // of the text messages on their way: QWebSocket drops a byte order mark
    bool isDraining = false; // the line has enough
    bool isFragmented = false; // the last text message came in more than one frame
    bool isRefused = false; // the answer opens no line; its body is on its way
    bool hasIdentity = false;
    qint64 turnTime = 0; // when the bytes were read that QWebSocket is at

    Heartbeat heartbeat;
    QElapsedTimer sinceBegun;
    QElapsedTimer sinceByte;
    QTimer handshakeTimer;
    QTimer bodyTimer;
    QTimer closeTimer;
    QTimer idleTimer;
    QTimer heldTimer; // a socket whose signals are blocked does not say what it has written
    int ownCode = CloseNormal; // what we close with
    QByteArray ownReason;
};

} // namespace weir
