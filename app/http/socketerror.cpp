// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "socketerror.h"

#include "networkerror.h"
#include "proxyerror.h"

namespace weir {

namespace {
Error proxySocketError(QAbstractSocket::SocketError error, const QString &text, const QNetworkProxy &proxy)
{
    switch (error) {
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return proxyPasswordError(proxy);
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return {ErrorCode::ProxyUnreachable, proxyPlace(proxy)};
    default: {
        const ErrorCode code = proxyCode(text);
        return code == ErrorCode::ProxyError ? Error{code, proxyPlace(proxy) + QLatin1String(", ") + text}
                                             : Error{code, proxyPlace(proxy)};
    }
    }
}
}

Error socketError(QAbstractSocket::SocketError error, const QString &text, const SocketAttempt &attempt)
{
    const QString place = placeOf(attempt.url);
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return {ErrorCode::NameNotFound, attempt.url.host()};
    case QAbstractSocket::ConnectionRefusedError:
        return {ErrorCode::ConnectionRefused, place};
    case QAbstractSocket::RemoteHostClosedError:
        return {ErrorCode::NoAnswer, place};
    case QAbstractSocket::SocketTimeoutError:
        return {ErrorCode::ConnectTimeout, place};
    case QAbstractSocket::SslHandshakeFailedError:
        if (!attempt.certificate.faults.isEmpty())
            return {ErrorCode::CertificateError, shortText(attempt.certificate)};
        return tlsFailure(place, tlsAlert(text).value_or(text), attempt.hasIdentity);
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return proxySocketError(error, text, attempt.proxy);
    default:
        if (const auto alert = tlsAlert(text))
            return tlsFailure(place, *alert, attempt.hasIdentity);
        if (isProxy(attempt.proxy) && proxyCode(text) != ErrorCode::ProxyError)
            return {proxyCode(text), proxyPlace(attempt.proxy)};
        return {ErrorCode::NetworkError, text};
    }
}

QString placeOf(const QUrl &url)
{
    const bool isSecure = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("wss");
    return url.host() + QLatin1Char(':') + QString::number(url.port(isSecure ? 443 : 80));
}

} // namespace weir
