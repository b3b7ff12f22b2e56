// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxyerror.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace weir {

namespace {
struct ProxyWords
{
    Q_DECLARE_TR_FUNCTIONS(ProxyError)
};

bool isAddress(const QString &host)
{
    return !QHostAddress(host).isNull() || host == QLatin1String("localhost");
}

// For plain HTTP an HTTP proxy is the peer, and Qt speaks of it as of the server; otherwise it is a tunnel.
bool isPeer(const QNetworkReply &reply, const QNetworkProxy &proxy)
{
    return proxy.type() == QNetworkProxy::HttpProxy && reply.url().scheme() == QLatin1String("http");
}

Error peerError(const QNetworkProxy &proxy, const Error &error)
{
    switch (error.code) {
    case ErrorCode::NameNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectTimeout:
        return {ErrorCode::ProxyUnreachable, proxyPlace(proxy)};
    case ErrorCode::NoAnswer: {
        QString sentence = errorText({error.code, proxyPlace(proxy)});
        sentence.chop(1); // the full stop
        return {ErrorCode::ProxyError, sentence};
    }
    default:
        return error;
    }
}
}

QString proxyPlace(const QNetworkProxy &proxy)
{
    return proxy.hostName() + QLatin1Char(':') + QString::number(proxy.port());
}

Error proxyPasswordError(const QNetworkProxy &proxy)
{
    return {proxy.user().isEmpty() ? ErrorCode::ProxyPasswordNeeded : ErrorCode::ProxyPasswordWrong,
            proxyPlace(proxy)};
}

ErrorCode proxyCode(const QString &text)
{
    struct Known
    {
        ErrorCode code;
        const char *context;
        const char *text;
    };
    static constexpr Known all[] = {
        {ErrorCode::ProxyUnreachable, "QHttpSocketEngine", "Proxy connection refused"},
        {ErrorCode::ProxyUnreachable, "QHttpSocketEngine", "Proxy server not found"},
        {ErrorCode::ProxyUnreachable, "QHttpSocketEngine", "Proxy server connection timed out"},
        {ErrorCode::ProxyDenied, "QHttpSocketEngine", "Proxy denied connection"},
        {ErrorCode::ProxyRefused, "QHttpSocketEngine", "Error communicating with HTTP proxy"},
        {ErrorCode::ProxyUnreachable, "QSocks5SocketEngine", "Connection to proxy refused"},
        {ErrorCode::ProxyUnreachable, "QSocks5SocketEngine", "Proxy host not found"},
        {ErrorCode::ProxyUnreachable, "QSocks5SocketEngine", "Connection to proxy timed out"},
        {ErrorCode::ProxyDenied, "QSocks5SocketEngine", "Connection not allowed by SOCKSv5 server"},
        {ErrorCode::ProxyRefused, "QSocks5SocketEngine", "General SOCKSv5 server failure"},
    };
    for (const Known &known : all) {
        if (text == QCoreApplication::translate(known.context, known.text))
            return known.code;
    }
    return ErrorCode::ProxyError;
}

bool isProxy(const QNetworkProxy &proxy)
{
    return proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy;
}

Error proxyError(const QNetworkReply &reply, const QNetworkProxy &proxy, const Error &error)
{
    if (!isProxy(proxy) || error.code == ErrorCode::None)
        return error;
    if (reply.error() == QNetworkReply::ProxyAuthenticationRequiredError)
        return proxyPasswordError(proxy);
    if (isPeer(reply, proxy))
        return peerError(proxy, error);
    switch (error.code) {
    case ErrorCode::NameNotFound:
        if (isAddress(proxy.hostName()))
            return error;
        return {isAddress(reply.url().host()) ? ErrorCode::ProxyUnreachable : ErrorCode::ProxyNotFound,
                proxyPlace(proxy)};
    case ErrorCode::ConnectTimeout:
        return proxyTimeout(proxy);
    case ErrorCode::NetworkError:
    case ErrorCode::ProxyError: {
        const ErrorCode code = proxyCode(reply.errorString());
        if (code != ErrorCode::ProxyError)
            return {code, proxyPlace(proxy)};
        return error.code == ErrorCode::ProxyError
            ? Error{code, proxyPlace(proxy) + QLatin1String(", ") + error.detail}
            : error;
    }
    default:
        return error;
    }
}

Error proxyStatusError(const QNetworkReply &reply, const QNetworkProxy &proxy, const Error &otherwise)
{
    if (!isProxy(proxy) || !isPeer(reply, proxy))
        return otherwise;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 407)
        return proxyPasswordError(proxy);
    // tinyproxy answers so to a wrong password, and looks like a server that wants one.
    if (status == 401 && !proxy.user().isEmpty())
        return {otherwise.code,
                ProxyWords::tr("%1, or the proxy %2 did because of its password")
                    .arg(otherwise.detail, proxyPlace(proxy))};
    return otherwise;
}

Error proxyTimeout(const QNetworkProxy &proxy)
{
    return {ErrorCode::ProxyTimeout, proxyPlace(proxy)};
}

} // namespace weir
