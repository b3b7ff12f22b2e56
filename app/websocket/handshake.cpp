// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "handshake.h"

#include "http/httpexchange.h"

#include <QCoreApplication>

#include <algorithm>

namespace weir {

namespace {
struct HandshakeWords
{
    Q_DECLARE_TR_FUNCTIONS(Handshake)
};

constexpr qsizetype mostBody = 200; // characters in a sentence
constexpr char protocolHeader[] = "Sec-WebSocket-Protocol";

bool same(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

// RFC 6455 11.3; QWebSocket writes them, and Host, by itself.
bool isReserved(QByteArrayView name)
{
    constexpr const char *names[] = {"Host",
                                     "Connection",
                                     "Upgrade",
                                     "Sec-WebSocket-Key",
                                     "Sec-WebSocket-Version",
                                     "Sec-WebSocket-Accept",
                                     "Sec-WebSocket-Extensions"};
    return std::any_of(std::begin(names), std::end(names),
                       [name](const char *one) { return same(name, one); });
}

Expected<void> validateUrl(const QUrl &url)
{
    if (!url.isValid() || url.scheme().isEmpty())
        return failure(ErrorCode::InvalidUrl, url.toString());
    if (url.scheme() != QLatin1String("ws") && url.scheme() != QLatin1String("wss"))
        return failure(ErrorCode::UnsupportedScheme, url.scheme());
    if (url.host().isEmpty())
        return failure(ErrorCode::InvalidUrl, url.toString());
    return {};
}

bool hasToken(const QByteArray &value, QByteArrayView token)
{
    const QByteArrayList parts = value.split(',');
    return std::any_of(parts.begin(), parts.end(),
                       [token](const QByteArray &part) { return same(part.trimmed(), token); });
}

// In one line, and only as much as a sentence holds.
QString bodyText(const QByteArray &body)
{
    QString text = QString::fromUtf8(body).simplified();
    if (text.startsWith(QLatin1Char('<')))
        return HandshakeWords::tr("a page of HTML");
    if (text.size() > mostBody)
        text = text.left(mostBody) + QChar(0x2026);
    return text.isEmpty() ? text : QChar(0x201c) + text + QChar(0x201d);
}

Error statusError(const HandshakeAnswer &answer, const QByteArray &body)
{
    QString detail = QString::fromUtf8(answer.statusLine.mid(answer.statusLine.indexOf(' ') + 1));
    QStringList more;
    if (const QByteArray location = answer.header("Location"); !location.isEmpty())
        more.append(
            HandshakeWords::tr("to %1, which a WebSocket does not follow").arg(QString::fromUtf8(location)));
    if (const QByteArray asked = answer.header("WWW-Authenticate"); !asked.isEmpty())
        more.append(HandshakeWords::tr("it asks for %1").arg(QString::fromUtf8(asked)));
    if (const QString text = bodyText(body); !text.isEmpty())
        more.append(text);
    if (!more.isEmpty())
        detail += QLatin1String(" (") + more.join(QLatin1String("; ")) + QLatin1Char(')');
    return {ErrorCode::HandshakeStatus, detail};
}
}

Expected<void> validateSettings(const WebSocketSettings &settings)
{
    if (auto valid = validateUrl(settings.url); !valid)
        return valid;
    if (auto valid = validateHeaders(settings.headers); !valid)
        return valid;
    for (const auto &[name, value] : settings.headers) {
        if (isReserved(name))
            return failure(ErrorCode::ReservedHeader, QString::fromLatin1(name));
    }
    // RFC 6455 4.1: tokens, each once.
    QStringList known;
    for (const QString &subprotocol : offeredSubprotocols(settings)) {
        if (!isToken(subprotocol.toUtf8()) || known.contains(subprotocol))
            return failure(ErrorCode::InvalidSubprotocol, subprotocol);
        known.append(subprotocol);
    }
    return validateTransport({.tls = settings.tls, .proxy = settings.proxy});
}

QStringList offeredSubprotocols(const WebSocketSettings &settings)
{
    QStringList offered = settings.subprotocols;
    for (const auto &[name, value] : settings.headers) {
        if (!same(name, protocolHeader))
            continue;
        for (const QByteArray &part : value.split(','))
            offered.append(QString::fromUtf8(part.trimmed()));
    }
    return offered;
}

HandshakeRequest handshakeFor(const WebSocketSettings &settings)
{
    HttpRequest request = completed({.url = settings.url, .headers = settings.headers});
    for (const char *name : {"Content-Length", protocolHeader})
        removeHeader(request.headers, name);
    // QWebSocket writes "GET ?query" where there is no path.
    if (request.url.path().isEmpty())
        request.url.setPath(QStringLiteral("/"));
    return {request.url, request.headers};
}

QByteArray HandshakeRequest::text(const QStringList &subprotocols, bool *masked) const
{
    HttpRequest request{.url = url, .headers = {{"Upgrade", "websocket"}, {"Connection", "Upgrade"}}};
    request.headers.emplaceBack("Sec-WebSocket-Version", "13");
    if (!subprotocols.isEmpty())
        request.headers.emplaceBack(protocolHeader, subprotocols.join(QLatin1String(", ")).toUtf8());
    request.headers += headers;
    return requestText(request, masked);
}

QByteArray HandshakeAnswer::text(bool *masked) const
{
    return headText(statusLine, headers, masked);
}

HandshakeAnswer parseAnswer(const QByteArray &head)
{
    HandshakeAnswer answer;
    QByteArrayList lines = head.split('\n');
    answer.statusLine = lines.takeFirst().trimmed();
    const QByteArrayList words = answer.statusLine.split(' ');
    if (words.constFirst().startsWith("HTTP/"))
        answer.status = words.value(1).toInt();
    for (const QByteArray &line : std::as_const(lines)) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            answer.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return answer;
}

std::optional<Error> subprotocolError(const HandshakeAnswer &answer, const QStringList &offered)
{
    const QString chosen = QString::fromUtf8(answer.header(protocolHeader));
    if (chosen.isEmpty() || offered.contains(chosen))
        return std::nullopt;
    return Error{
        ErrorCode::HandshakeInvalid,
        HandshakeWords::tr("the server chose the subprotocol “%1”, which was not offered").arg(chosen)};
}

Error handshakeError(const HandshakeAnswer &answer, const QByteArray &head, const QByteArray &body,
                     const QStringList &offered)
{
    const auto invalid = [](const QString &why) { return Error{ErrorCode::HandshakeInvalid, why}; };
    if (answer.status == 0)
        return invalid(HandshakeWords::tr("the answer is no HTTP, it begins with “%1”")
                           .arg(QString::fromLatin1(head.left(40))));
    if (answer.status != 101)
        return statusError(answer, body);
    // RFC 6455 4.1, what a client has to look at
    if (!same(answer.header("Upgrade"), "websocket"))
        return invalid(HandshakeWords::tr("the answer 101 has no header “Upgrade: websocket”"));
    if (!hasToken(answer.header("Connection"), "Upgrade"))
        return invalid(HandshakeWords::tr("the answer 101 has no header “Connection: Upgrade”"));
    if (const auto chosen = subprotocolError(answer, offered))
        return *chosen;
    const QByteArray accept = answer.header("Sec-WebSocket-Accept");
    if (accept.isEmpty())
        return invalid(HandshakeWords::tr("the answer has no Sec-WebSocket-Accept"));
    return invalid(
        HandshakeWords::tr("Sec-WebSocket-Accept is “%1”, which does not belong to the key that was sent")
            .arg(QString::fromUtf8(accept)));
}

} // namespace weir
