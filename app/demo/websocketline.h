// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "websocketframe.h"

#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace weir {

// The server's end of an open WebSocket: answers pings and the closing handshake, refuses what breaks the
// protocol, and reads no further while its peer takes nothing. A child of the socket.
class WebSocketLine final : public QObject
{
    Q_OBJECT

public:
    explicit WebSocketLine(QTcpSocket &socket);
    Q_DISABLE_COPY_MOVE(WebSocketLine)

    void sendText(QByteArrayView utf8);
    void sendBinary(QByteArrayView bytes);
    void ping(QByteArrayView payload);
    // Bytes as they are, frames or not.
    void sendRaw(const QByteArray &bytes);
    qint64 unsent() const; // bytes

    // Begins the closing handshake; nothing is sent after it. 1005: a close frame without a status; 1006:
    // drop().
    void close(quint16 code, QByteArrayView reason = {});
    // What was written still goes out, then the line ends without a close frame.
    void drop();
    void setAnsweringPings(bool answering) { m_answeringPings = answering; }

    static constexpr qint64 unsentLimit = 1024 * 1024;

Q_SIGNALS:
    void textReceived(const QByteArray &utf8);
    void binaryReceived(const QByteArray &bytes);
    void pongReceived(const QByteArray &payload);
    // Said once: from here on nothing is sent or told of, though the line may still stand.
    void finished();

private:
    enum class State {
        Open,
        Closing, // our close frame is out, the peer's is awaited
        Refusing, // our close frame is out, what comes is thrown away
        Ended,
    };
    void read();
    void take(const WebSocketMessage &message);
    void answerClose(const QByteArray &payload);
    void sendClose(const QByteArray &payload, State next);
    void refuse(WebSocketReader::Error error);
    void setState(State state);

    QTcpSocket &m_socket;
    WebSocketReader m_reader;
    QTimer m_quiet; // runs while refusing
    State m_state = State::Open;
    bool m_answeringPings = true;
};

} // namespace weir
