// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "websocketline.h"

#include <QTcpSocket>
#include <QtEndian>

#include <algorithm>
#include <chrono>
#include <utility>

namespace weir {

namespace {
constexpr qint64 readLimit = 256 * 1024;
constexpr std::chrono::seconds closePatience{5};
constexpr std::chrono::milliseconds quietEnough{100};
constexpr quint16 noStatus = 1005;
constexpr quint16 abnormal = 1006;
}

WebSocketLine::WebSocketLine(QTcpSocket &socket)
    : QObject(&socket)
    , m_socket(socket)
{
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setReadBufferSize(readLimit);
    connect(&m_socket, &QTcpSocket::readyRead, this, &WebSocketLine::read);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &WebSocketLine::read);
    connect(&m_socket, &QTcpSocket::disconnected, this, [this] { setState(State::Ended); });
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietEnough);
    m_quiet.callOnTimeout(&m_socket, &QTcpSocket::disconnectFromHost);
    // what came along with the opening handshake, once the owner listens
    QMetaObject::invokeMethod(this, &WebSocketLine::read, Qt::QueuedConnection);
}

void WebSocketLine::sendText(QByteArrayView utf8)
{
    sendRaw(webSocketFrame(WebSocketOpcode::Text, utf8));
}

void WebSocketLine::sendBinary(QByteArrayView bytes)
{
    sendRaw(webSocketFrame(WebSocketOpcode::Binary, bytes));
}

void WebSocketLine::ping(QByteArrayView payload)
{
    sendRaw(webSocketFrame(WebSocketOpcode::Ping, payload));
}

void WebSocketLine::sendRaw(const QByteArray &bytes)
{
    if (m_state == State::Open)
        m_socket.write(bytes);
}

qint64 WebSocketLine::unsent() const
{
    return m_socket.bytesToWrite();
}

void WebSocketLine::close(quint16 code, QByteArrayView reason)
{
    if (code == abnormal)
        drop();
    else
        sendClose(code == noStatus ? QByteArray() : closePayload(code, reason), State::Closing);
}

void WebSocketLine::drop()
{
    setState(State::Ended);
    m_socket.disconnectFromHost();
}

void WebSocketLine::read()
{
    if (m_state == State::Refusing) {
        if (m_socket.skip(m_socket.bytesAvailable()) > 0)
            m_quiet.start();
        return;
    }
    while (m_state != State::Ended && unsent() <= unsentLimit) {
        if (const auto message = m_reader.next()) {
            take(*message);
            continue;
        }
        if (m_reader.error() != WebSocketReader::Error::None) {
            refuse(m_reader.error());
            return;
        }
        const QByteArray bytes = m_socket.read(readLimit);
        if (bytes.isEmpty())
            return;
        m_reader.feed(bytes);
    }
}

void WebSocketLine::take(const WebSocketMessage &message)
{
    // RFC 6455 1.4: after our close frame only the peer's own counts
    if (m_state != State::Open && message.opcode != WebSocketOpcode::Close)
        return;
    switch (message.opcode) {
    case WebSocketOpcode::Text:
        Q_EMIT textReceived(message.payload);
        break;
    case WebSocketOpcode::Binary:
        Q_EMIT binaryReceived(message.payload);
        break;
    case WebSocketOpcode::Ping:
        if (m_answeringPings)
            sendRaw(webSocketFrame(WebSocketOpcode::Pong, message.payload));
        break;
    case WebSocketOpcode::Pong:
        Q_EMIT pongReceived(message.payload);
        break;
    case WebSocketOpcode::Close:
        answerClose(message.payload);
        break;
    case WebSocketOpcode::Continuation:
        break;
    }
}

// RFC 6455 5.5.1, 7.1.1: the status comes back, and the server ends the line.
void WebSocketLine::answerClose(const QByteArray &payload)
{
    sendClose(payload.size() < 2 ? QByteArray() : payload.first(2), State::Ended);
    setState(State::Ended);
    m_socket.disconnectFromHost();
}

void WebSocketLine::sendClose(const QByteArray &payload, State next)
{
    if (m_state != State::Open)
        return;
    sendRaw(webSocketFrame(WebSocketOpcode::Close, payload));
    setState(next);
    QTimer::singleShot(closePatience, &m_socket, &QTcpSocket::abort);
}

// To end the line on unread bytes would tear it (RST), and the close frame might never be seen.
void WebSocketLine::refuse(WebSocketReader::Error error)
{
    using Error = WebSocketReader::Error;
    // RFC 6455 7.4.1
    sendClose(error == Error::TooBig        ? closePayload(1009, "This message is too big.")
                  : error == Error::NotUtf8 ? closePayload(1007, "This text is not UTF-8.")
                                            : closePayload(1002, "This breaks the protocol."),
              State::Refusing);
    setState(State::Refusing);
    m_quiet.start();
}

void WebSocketLine::setState(State state)
{
    const State before = std::exchange(m_state, state);
    if (before == State::Open && state != State::Open)
        Q_EMIT finished();
}

} // namespace weir
