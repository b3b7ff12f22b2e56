// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "websocketclient.h"

#include "handshake.h"
#include "websocketclient_p.h"

#include "base/clock.h"
#include "base/utf8.h"

#include <QPointer>
#include <QSslSocket>
#include <QWebSocket>

#include <algorithm>

// What goes over an open line; opening and closing it is in websocketline.cpp.
namespace weir {

namespace {
constexpr qint64 sendAhead = 1024 * 1024; // bytes that a line may have and the system has not
constexpr int heldInterval = 20; // ms
constexpr qint64 heldBuffer = 1024 * 1024;
constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");
constexpr qsizetype longestPing = 125; // bytes, RFC 6455 5.5

qint64 pendingBytes(const QWebSocket &socket, QTcpSocket *tcp)
{
    const auto *tls = qobject_cast<QSslSocket *>(tcp);
    return socket.bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

QByteArray roundTripText(qint64 microseconds)
{
    return QByteArray::number(double(microseconds) / 1000, 'f', 1) + " ms";
}
}

WebSocketClient::Private::Private(const WebSocketSettings &given, std::shared_ptr<Outbox> queue,
                                  QObject *parent)
    : settings(given)
    , outbox(std::move(queue))
    , heartbeat(settings.heartbeat, settings.heartbeatTimeout, parent)
    , handshakeTimer(parent)
    , bodyTimer(parent)
    , closeTimer(parent)
    , idleTimer(parent)
    , heldTimer(parent)
{
    status.reconnectionTime = settings.reconnectionTime;
    cell.set(status);
    for (QTimer *timer : {&handshakeTimer, &bodyTimer, &closeTimer, &idleTimer})
        timer->setSingleShot(true);
    heldTimer.setInterval(heldInterval);
}

WebSocketClient::WebSocketClient(const WebSocketSettings &settings, quint32 connection, EventSink &sink,
                                 std::shared_ptr<Outbox> outbox, std::function<double()> random)
    : LineClient(settings, connection, sink, std::move(random))
    , d(std::make_unique<Private>(settings, std::move(outbox), this))
{
    connect(&d->handshakeTimer, &QTimer::timeout, this, &WebSocketClient::handshakeTimedOut);
    connect(&d->bodyTimer, &QTimer::timeout, this, &WebSocketClient::refused);
    connect(&d->closeTimer, &QTimer::timeout, this, [this] { end({}, false); });
    connect(&d->idleTimer, &QTimer::timeout, this, &WebSocketClient::checkIdle);
    connect(&d->heldTimer, &QTimer::timeout, this, &WebSocketClient::written);
    connect(&d->heartbeat, &Heartbeat::due, this, [this] { ping(); });
    connect(&d->heartbeat, &Heartbeat::missed, this, [this] {
        lost({ErrorCode::PongTimeout, millisecondsText(d->settings.heartbeatTimeout)});
    });
}

WebSocketClient::~WebSocketClient()
{
    leave(); // what was not sent goes back to the outbox
}

Expected<void> WebSocketClient::validate(const WebSocketSettings &settings)
{
    return validateSettings(settings);
}

Expected<void> WebSocketClient::validateClose(int code, const QByteArray &reason)
{
    if (!isOwnCloseCode(code))
        return failure(ErrorCode::InvalidCloseCode, QString::number(code));
    if (reason.size() > closeReasonLimit)
        return failure(ErrorCode::CloseReasonTooLong, QString::number(reason.size()));
    if (!reason.isValidUtf8())
        return failure(ErrorCode::InvalidText);
    return {};
}

const StatusCell<WebSocketStatus> &WebSocketClient::status() const
{
    return d->cell;
}

LineStatus WebSocketClient::lineStatus() const
{
    return d->cell.get();
}

// Only a ping is referred to.
quint64 WebSocketClient::record(const EventBatch::Record &head, QByteArrayView name,
                                const QByteArray &payload)
{
    if (head.kind == Kind::WsPing && head.direction == Direction::Out)
        return log.addNumbered(head, name, payload);
    log.add(head, name, payload);
    return 0;
}

LineStatus &WebSocketClient::line()
{
    return d->status;
}

Expected<void> WebSocketClient::check() const
{
    return validate(d->settings);
}

// QWebSocket takes messages also when it cannot send them any more, and says nothing.
bool WebSocketClient::isWritable() const
{
    const QTcpSocket *tcp = d->tap ? d->tap->tcp() : nullptr;
    return d->status.state == LineState::Open && tcp && tcp->state() == QAbstractSocket::ConnectedState
        && d->socket->state() == QAbstractSocket::ConnectedState;
}

void WebSocketClient::sendQueued()
{
    while (isWritable() && !d->isDraining) {
        const auto message = d->outbox->take();
        if (!message)
            break;
        if (message->kind == Kind::WsText)
            d->socket->sendTextMessage(textFromUtf8(message->payload));
        else
            d->socket->sendBinaryMessage(message->payload);
        d->flight.add(*message, d->writtenBytes + d->socket->bytesToWrite());
        d->isDraining = pendingBytes(*d->socket, d->tap->tcp()) >= sendAhead;
    }
    publishSoon();
}

void WebSocketClient::ping(const QByteArray &payload)
{
    if (d->status.state != LineState::Open)
        return;
    const QByteArray sent = payload.isEmpty() ? d->heartbeat.nextPayload() : payload.left(longestPing);
    const qint64 now = nowMicroseconds();
    const quint64 number = record({.time = now, .kind = Kind::WsPing, .direction = Direction::Out}, {}, sent);
    d->heartbeat.sent({sent, number, now});
    d->socket->ping(sent);
    deliver();
}

void WebSocketClient::close(int code, const QByteArray &reason)
{
    d->ownCode = code;
    d->ownReason = reason;
    stop();
}

void WebSocketClient::hold()
{
    d->idleTimer.stop(); // silence is ours now
    d->heartbeat.stop();
    // A handshake goes on; what follows it is held.
    if (d->status.state != LineState::Open || !d->tap || !d->tap->tcp())
        return;
    // QWebSocket cannot be paused; a socket that says nothing and has a full buffer is as good.
    d->tap->tcp()->setReadBufferSize(heldBuffer);
    d->tap->tcp()->blockSignals(true);
    d->heldTimer.start();
}

void WebSocketClient::resume()
{
    d->heldTimer.stop();
    if (!d->tap || !d->tap->tcp())
        return;
    catchUp(); // the last time that nobody told us
    const QPointer<QTcpSocket> tcp = d->tap->tcp();
    tcp->blockSignals(false);
    tcp->setReadBufferSize(0);
    if (d->status.state == LineState::Open)
        watch();
    else if (d->status.state != LineState::Closing)
        return;
    written();
    if (tcp)
        Q_EMIT tcp->readyRead();
    // The end of the line may have come and gone unheard.
    if (tcp && d->tap && tcp == d->tap->tcp() && !tcp->signalsBlocked()
        && tcp->state() == QAbstractSocket::UnconnectedState)
        disconnected();
}

// For silence.
void WebSocketClient::watch()
{
    d->heartbeat.start();
    d->sinceByte.start();
    checkIdle();
}

void WebSocketClient::share()
{
    d->status.queuedMessages = d->outbox->count();
    d->status.queuedBytes = d->outbox->bytes();
    d->status.unsentBytes = d->socket ? pendingBytes(*d->socket, d->tap->tcp()) : 0;
    d->cell.set(d->status);
}

QString WebSocketClient::resumeText() const
{
    const qsizetype waiting = d->outbox->count();
    return waiting > 0 ? QLatin1String(", ") + tr("messages that wait: %1").arg(waiting) : QString();
}

void WebSocketClient::frameFound(const FrameWalker::Frame &frame)
{
    switch (frame.opcode) {
    case Opcode::Text:
        d->isFragmented = !frame.isFinal;
        d->marks.push_back(frame.payload == byteOrderMark);
        break;
    case Opcode::Ping: // QWebSocket answers it
        record({.time = d->turnTime, .kind = Kind::WsPing, .direction = Direction::In}, {}, frame.payload);
        break;
    case Opcode::Pong:
        ponged(frame.payload);
        break;
    default:
        break;
    }
}

void WebSocketClient::lastFrameFound(const FrameWalker::Frame &frame)
{
    // RFC 6455 5.1: a client must close the line; QWebSocket takes it for good.
    if (frame.isMasked)
        return violated(CloseProtocolError, tr("a masked frame (RFC 6455 5.1)"));
    peerClosed(frame.payload);
}

void WebSocketClient::received(Kind kind, const QByteArray &payload)
{
    record({.time = d->turnTime, .kind = kind, .direction = Direction::In}, {}, payload);
    ++d->status.events;
    d->status.bytes += quint64(payload.size());
    settled();
}

void WebSocketClient::ponged(const QByteArray &payload)
{
    const auto ping = d->heartbeat.answered(payload);
    EventBatch::Record head{.time = d->turnTime, .kind = Kind::WsPong, .direction = Direction::In};
    if (!ping) { // RFC 6455 5.5.3: one that nobody asked for is a heartbeat of theirs
        record(head, {}, payload);
        return;
    }
    d->status.roundTrip = d->turnTime - ping->sentAt;
    ++d->status.roundTrips;
    head.ref = ping->number;
    head.flags = LastRef;
    record(head, roundTripText(d->status.roundTrip), payload);
    settled();
}

// What a socket whose signals are blocked has written.
void WebSocketClient::catchUp()
{
    if (isWritable())
        d->writtenBytes = std::max(d->writtenBytes, d->flight.end() - d->socket->bytesToWrite());
}

// A message is out when the system has all of it; only then is it a row. Over TLS that is when nothing
// encrypted waits any more: what has been encrypted is written long before.
void WebSocketClient::written()
{
    if (!d->socket)
        return;
    if (d->status.held)
        catchUp();
    const auto *tls = qobject_cast<const QSslSocket *>(d->tap->tcp());
    const qint64 encrypted = tls ? tls->encryptedBytesToWrite() : 0;
    while (encrypted == 0) {
        const auto message = d->flight.land(d->writtenBytes);
        if (!message)
            break;
        landed(*message);
    }
    // Over TLS the line is refilled when it is empty, so that it ever is.
    if (tls ? encrypted == 0 && d->socket->bytesToWrite() == 0 : d->socket->bytesToWrite() < sendAhead)
        d->isDraining = false;
    deliver();
    sendQueued();
}

void WebSocketClient::landed(const OutMessage &message)
{
    record({.kind = message.kind, .direction = Direction::Out}, {}, message.payload);
    ++d->status.sentMessages;
    d->status.sentBytes += quint64(message.payload.size());
}

bool WebSocketClient::hasFlight() const
{
    return !d->flight.isEmpty();
}

void WebSocketClient::landThrough(const std::function<bool(const QByteArray &)> &fits)
{
    for (const OutMessage &message : d->flight.landThrough(fits))
        landed(message);
}

void WebSocketClient::turnEnded()
{
    deliver();
    publishSoon();
}

void WebSocketClient::checkIdle()
{
    if (d->settings.readTimeout == 0)
        return;
    const qint64 left = d->settings.readTimeout - d->sinceByte.elapsed();
    if (left > 0)
        d->idleTimer.start(int(std::min(left, longestTimer)));
    else
        lost({ErrorCode::ReadTimeout, millisecondsText(d->settings.readTimeout)});
}

} // namespace weir
