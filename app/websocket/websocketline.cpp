// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "handshake.h"
#include "websocketclient.h"
#include "websocketclient_p.h"

#include "http/bufferedproxy.h"
#include "http/proxyerror.h"
#include "http/socketerror.h"
#include "http/tlsconfiguration.h"

#include "base/clock.h"

#include <QNetworkRequest>
#include <QSslSocket>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>
#include <QtEndian>

#include <algorithm>

// How a line is opened and closed; what goes over it is in websocketclient.cpp.
namespace weir {

namespace {
constexpr int bodyTime = 500; // ms for the body of a refusal
constexpr int closeTime = 3000; // ms for the peer's close frame
constexpr qint64 steadyTime = 30'000'000; // microseconds after which a line was a good one
constexpr quint64 largestFrame = 64 * 1024 * 1024; // that we send; a larger message goes out in pieces

// Proxies are known by the schemes of HTTP; and a direct line must be one.
QNetworkProxy proxyTo(QUrl url, const ProxyChoice &choice)
{
    const bool isSecure = url.scheme() == QLatin1String("wss");
    url.setScheme(isSecure ? QStringLiteral("https") : QStringLiteral("http"));
    const QNetworkProxy proxy = proxiesTo(url, choice).constFirst();
    return isProxy(proxy) ? proxy : QNetworkProxy(QNetworkProxy::NoProxy);
}

bool hasWholeBody(const WireTap &tap)
{
    bool told = false;
    const qint64 size = parseAnswer(tap.head()).header("Content-Length").toLongLong(&told);
    return told && tap.body().size() >= size;
}

QString withReason(int code, const QByteArray &reason)
{
    const QString text = closeCodeText(code);
    return reason.isEmpty() ? text : text + QStringLiteral(" “%1”").arg(QString::fromUtf8(reason));
}
}

void WebSocketClient::forget()
{
    d->status.httpStatus = 0;
    d->status.subprotocol.clear();
    d->status.handshakeMs = -1;
    d->status.roundTrip = -1;
    d->status.closeCode = 0;
    d->status.closeReason.clear();
    d->status.answerHead.clear();
}

void WebSocketClient::attempt()
{
    const auto tls = tlsConfiguration(d->settings.tls, PresentIdentity::Yes);
    if (!tls)
        return fail(tls.error());
    d->hasIdentity = !tls->localCertificate().isNull();
    d->proxy = proxyTo(d->settings.url, d->settings.proxy);
    // A fresh one for each attempt: what a failed handshake leaves behind is of no use.
    d->socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    d->tap = new WireTap(*d->socket);
    d->socket->setSslConfiguration(*tls);
    d->socket->setProxy(d->proxy);
    d->socket->setMaxAllowedIncomingFrameSize(quint64(d->settings.messageLimit));
    d->socket->setMaxAllowedIncomingMessageSize(quint64(d->settings.messageLimit));
    d->socket->setOutgoingFrameSize(largestFrame);
    connect(d->socket, &QWebSocket::connected, this, &WebSocketClient::connected);
    connect(d->socket, &QWebSocket::disconnected, this, &WebSocketClient::disconnected);
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    connect(d->socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &WebSocketClient::failed);
#else
    connect(d->socket, &QWebSocket::errorOccurred, this, &WebSocketClient::failed);
#endif
    connect(d->socket, &QWebSocket::sslErrors, this, &WebSocketClient::judge);
    connect(d->socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        const bool isMarked = !d->marks.empty() && d->marks.front();
        if (!d->marks.empty())
            d->marks.pop_front();
        QByteArray payload = text.toUtf8();
        if (isMarked)
            payload.prepend("\xef\xbb\xbf");
        received(Kind::WsText, payload);
    });
    connect(d->socket, &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &payload) { received(Kind::WsBinary, payload); });
    connect(d->socket, &QWebSocket::bytesWritten, this, [this](qint64 bytes) {
        d->writtenBytes += bytes;
        // Over TLS this is said before what is encrypted stands anywhere.
        if (qobject_cast<QSslSocket *>(d->tap->tcp()))
            QTimer::singleShot(0, d->socket, [this] { written(); });
        else
            written();
    });
    connect(d->tap, &WireTap::turnBegan, this, [this] {
        d->turnTime = d->status.lastByteAt = nowMicroseconds();
        d->sinceByte.start();
    });
    connect(d->tap, &WireTap::turnEnded, this, &WebSocketClient::turnEnded);
    connect(d->tap, &WireTap::frameFound, this, &WebSocketClient::frameFound);
    connect(d->tap, &WireTap::lastFrameFound, this, &WebSocketClient::lastFrameFound);
    connect(d->tap, &WireTap::headTooLong, this, [this] {
        lost({ErrorCode::HandshakeInvalid, tr("the header of the answer has no end")});
    });
    open();
}

void WebSocketClient::open()
{
    const HandshakeRequest handshake = handshakeFor(d->settings);
    const QStringList subprotocols = offeredSubprotocols(d->settings);
    bool masked = false;
    const QByteArray text = handshake.text(subprotocols, &masked);
    log.request("GET", text, masked);
    d->status.requestHead = text;
    deliver();
    QNetworkRequest request(handshake.url);
    for (const auto &[name, value] : handshake.headers)
        request.setRawHeader(name, value);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols(subprotocols);
    d->sinceBegun.start();
    if (d->settings.headerTimeout > 0)
        d->handshakeTimer.start(int(std::min(d->settings.headerTimeout, longestTimer)));
    d->socket->open(request, options);
    d->tap->opened();
    if (auto *tls = qobject_cast<QSslSocket *>(d->tap->tcp()))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &WebSocketClient::written);
}

void WebSocketClient::judge(const QList<QSslError> &errors)
{
    const QList<QSslCertificate> chain = d->socket->sslConfiguration().peerCertificateChain();
    if (!chain.isEmpty() && isPinned(chain.constFirst(), d->settings.tls.pins)) {
        d->socket->ignoreSslErrors(errors);
        return;
    }
    const QUrl &url = d->settings.url;
    d->status.certificate = certificateReport(url.host(), url.port(443), errors, chain);
}

void WebSocketClient::failed(QAbstractSocket::SocketError error)
{
    if (d->status.state != LineState::Connecting || d->isRefused)
        return; // an open line says more when it is gone
    if (!d->tap->head().isEmpty()) { // the server answered
        d->isRefused = true;
        d->bodyTimer.start(hasWholeBody(*d->tap) ? 0 : bodyTime);
        return;
    }
    if (!d->status.certificate.chain.isEmpty())
        log.note("certificate", longText(d->status.certificate));
    lost(socketError(error, d->socket->errorString(),
                     {d->settings.url, d->proxy, d->status.certificate, d->hasIdentity}));
}

// Once the body is there too, or has had its time.
void WebSocketClient::refused()
{
    const QByteArray head = d->tap->head();
    const HandshakeAnswer answer = parseAnswer(head);
    const QByteArray body = d->tap->body();
    if (answer.status != 0) {
        bool masked = false;
        const QByteArray text = answer.text(&masked);
        log.response(answer.status, text, masked);
        d->status.answerHead = text;
        d->status.httpStatus = answer.status;
    }
    if (!body.isEmpty())
        log.note("body", QString::fromUtf8(body).trimmed());
    lost(handshakeError(answer, head, body, offeredSubprotocols(d->settings)),
         retryAfter(answer.header("Retry-After"), nowMicroseconds() / 1000).value_or(0));
}

void WebSocketClient::handshakeTimedOut()
{
    const QTcpSocket *tcp = d->tap->tcp();
    const auto *tls = qobject_cast<const QSslSocket *>(tcp);
    const bool isConnected = tcp && tcp->state() == QAbstractSocket::ConnectedState;
    if (!isConnected)
        return lost(isProxy(d->proxy) ? proxyTimeout(d->proxy)
                                      : Error{ErrorCode::ConnectTimeout, placeOf(d->settings.url)});
    if (tls && !tls->isEncrypted())
        return lost({ErrorCode::TlsError, tr("%1 did not answer in time").arg(placeOf(d->settings.url))});
    lost({ErrorCode::HeaderTimeout, placeOf(d->settings.url)});
}

void WebSocketClient::connected()
{
    d->handshakeTimer.stop();
    const HandshakeAnswer answer = parseAnswer(d->tap->head());
    bool masked = false;
    const QByteArray text = answer.text(&masked);
    log.response(answer.status, text, masked);
    d->status.answerHead = text;
    d->status.httpStatus = answer.status;
    d->status.handshakeMs = d->sinceBegun.elapsed();
    d->tap->tcp()->setSocketOption(QAbstractSocket::LowDelayOption, 1); // messages are not to wait for more
    if (const auto wrong = subprotocolError(answer, offeredSubprotocols(d->settings)))
        return lost(*wrong);
    const QString subprotocol = QString::fromUtf8(answer.header("Sec-WebSocket-Protocol"));
    d->status.subprotocol = subprotocol;
    // QWebSocket offers no permessage-deflate.
    opened(subprotocol.isEmpty()
               ? tr("Open: 101 Switching Protocols, no subprotocol, no extensions.")
               : tr("Open: 101 Switching Protocols, subprotocol %1, no extensions.").arg(subprotocol));
    if (!d->tap)
        return; // whoever was told has left it
    if (d->status.state == LineState::Open) {
        if (const qsizetype waiting = d->outbox->count())
            log.note("queue", tr("Messages that waited and are sent now: %1.").arg(waiting));
        d->status.held ? hold() : watch();
        sendQueued();
    }
    d->tap->startFrames();
    deliver();
}

// RFC 6455 7.1.2: we ask first, and wait for the peer's answer.
void WebSocketClient::part()
{
    if (d->status.held)
        resume(); // the answer has to be read
    if (d->status.state != LineState::Closing)
        return;
    const QTcpSocket *tcp = d->tap ? d->tap->tcp() : nullptr;
    if (!tcp || tcp->state() != QAbstractSocket::ConnectedState
        || d->socket->state() != QAbstractSocket::ConnectedState)
        return end({}, false);
    d->heartbeat.stop();
    d->idleTimer.stop();
    addClose(Direction::Out, d->ownCode, d->ownReason);
    d->tap->sendClose(d->ownCode, d->ownReason);
    d->ownCode = CloseNormal;
    d->ownReason.clear();
    deliver();
    d->closeTimer.start(closeTime);
}

void WebSocketClient::leave()
{
    for (QTimer *timer : {&d->handshakeTimer, &d->bodyTimer, &d->closeTimer, &d->idleTimer, &d->heldTimer})
        timer->stop();
    d->heartbeat.forget();
    if (!d->socket)
        return;
    if (d->status.state == LineState::Open && nowMicroseconds() - d->status.connectedAt > steadyTime)
        settled();
    d->outbox->putBack(d->flight.takeAll());
    QWebSocket *const old = std::exchange(d->socket, nullptr);
    WireTap *const tap = std::exchange(d->tap, nullptr);
    old->disconnect(this);
    tap->disconnect(this);
    tap->swallow();
    if (tap->tcp())
        tap->tcp()->disconnect(this);
    d->marks.clear();
    d->writtenBytes = 0;
    d->isRefused = d->isFragmented = d->isDraining = false;
    // Not from inside its own signal.
    QTimer::singleShot(0, old, [old] {
        old->abort();
        old->deleteLater();
    });
}

void WebSocketClient::addClose(Direction direction, int code, const QByteArray &reason)
{
    record({.kind = Kind::WsClose, .direction = direction}, QByteArray::number(code), reason);
}

void WebSocketClient::rememberClose(int code, const QByteArray &reason)
{
    d->status.closeCode = code;
    d->status.closeReason = QString::fromUtf8(reason);
}

void WebSocketClient::peerClosed(const QByteArray &payload)
{
    const int code =
        payload.size() < 2 ? int(CloseNoStatus) : int(qFromBigEndian<quint16>(payload.constData()));
    const QByteArray reason = payload.mid(2);
    addClose(Direction::In, code, reason);
    rememberClose(code, reason);
    if (d->status.state == LineState::Closing)
        return end({}, false);
    d->tap->sendClose(code == CloseNoStatus ? 0 : code, reason); // RFC 6455 5.5.1: the same code back
    const Error error{ErrorCode::WebSocketClosed, withReason(code, reason)};
    const bool isClean = code == CloseNormal || code == CloseGoingAway || code == CloseNoStatus;
    if (isClean && (!d->settings.reconnect || !d->settings.reconnectAfterClose))
        return end(error, false);
    lost(error);
}

void WebSocketClient::violated(int code, const QString &why)
{
    addClose(Direction::Out, code, {});
    rememberClose(code, {});
    d->tap->sendClose(code, {});
    lost({ErrorCode::ProtocolViolation, closeCodeText(code) + QLatin1String(", ") + why});
}

// The line is gone, and no close frame came.
void WebSocketClient::disconnected()
{
    if (d->isRefused)
        return refused(); // with as much of the body as came
    switch (d->status.state) {
    case LineState::Closing:
        return end({}, false);
    case LineState::Connecting: // the error that tells why may still come
        QTimer::singleShot(0, d->socket, [this, socket = d->socket] {
            if (d->socket == socket && !d->isRefused)
                lost({ErrorCode::NoAnswer, placeOf(d->settings.url)});
        });
        return;
    default:
        break;
    }
    const int code = int(d->socket->closeCode());
    if (code == CloseProtocolError || code == CloseInvalidPayload || code == CloseMessageTooBig)
        return closedByQt();
    addClose(Direction::Local, CloseAbnormal, {});
    rememberClose(CloseAbnormal, {});
    lost({ErrorCode::LineDropped, placeOf(d->settings.url)});
}

void WebSocketClient::closedByQt()
{
    const int code = int(d->socket->closeCode());
    const QByteArray reason = d->socket->closeReason().toUtf8();
    addClose(Direction::Out, code, reason);
    rememberClose(code, reason);
    QString why = QString::fromUtf8(reason);
    if (code == CloseMessageTooBig)
        why = tr("a message of more than %1 bytes, the limit").arg(d->settings.messageLimit);
    else if (code == CloseInvalidPayload && d->isFragmented)
        why = tr("a text in fragments that is not UTF-8, or is cut inside a character, which is allowed "
                 "(RFC 6455 5.4) and which Qt cannot read");
    else if (code == CloseInvalidPayload)
        why = tr("a text that is not UTF-8");
    lost({ErrorCode::ProtocolViolation, closeCodeText(code) + QLatin1String(", ") + why});
}

} // namespace weir
