// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bufferedproxy.h"

namespace weir {

namespace {
QNetworkProxy manualProxy(const QUrl &url)
{
    const bool socks = url.scheme() == QLatin1String("socks5");
    return QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                         quint16(url.port(socks ? 1080 : 8080)), url.userName(QUrl::FullyDecoded),
                         url.password(QUrl::FullyDecoded));
}
}

QList<QNetworkProxy> proxiesTo(const QUrl &url, const ProxyChoice &choice)
{
    if (choice.mode == ProxyChoice::Mode::Manual)
        return {manualProxy(choice.url)};
    QList<QNetworkProxy> proxies;
    if (choice.mode == ProxyChoice::Mode::System)
        proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    for (QNetworkProxy &proxy : proxies) {
        if (proxy.type() == QNetworkProxy::NoProxy)
            proxy = QNetworkProxy(QNetworkProxy::DefaultProxy);
    }
    if (proxies.isEmpty())
        proxies.append(QNetworkProxy(QNetworkProxy::DefaultProxy));
    return proxies;
}

BufferedProxy::BufferedProxy(QList<QNetworkProxy> proxies)
    : m_proxies(std::move(proxies))
{
    // What DefaultProxy stands for; otherwise Qt asks the system once more, for the socket.
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

Expected<void> validateProxy(const ProxyChoice &choice)
{
    if (choice.mode != ProxyChoice::Mode::Manual)
        return {};
    const QUrl &url = choice.url;
    const bool known = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("socks5");
    if (!url.isValid() || url.host().isEmpty() || !known)
        return failure(ErrorCode::InvalidProxy, url.toDisplayString(QUrl::RemoveUserInfo));
    return {};
}

} // namespace weir
