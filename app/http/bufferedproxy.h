// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transport.h"

#include "base/error.h"

#include <QNetworkProxyFactory>

class QNetworkReply;

namespace weir {

// The proxies to a URL, as the choice or the system says; the first is taken. Where there is none,
// DefaultProxy: with NoProxy QNetworkAccessManager reads plain HTTP through an unbuffered socket, nine system
// calls for a chunk.
QList<QNetworkProxy> proxiesTo(const QUrl &url, const ProxyChoice &choice);

// Answers what was chosen.
class BufferedProxy final : public QNetworkProxyFactory
{
public:
    explicit BufferedProxy(QList<QNetworkProxy> proxies);
    Q_DISABLE_COPY_MOVE(BufferedProxy)

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override { return m_proxies; }

private:
    const QList<QNetworkProxy> m_proxies;
};

// A manual proxy: http:// or socks5:// with a host.
Expected<void> validateProxy(const ProxyChoice &choice);

} // namespace weir
