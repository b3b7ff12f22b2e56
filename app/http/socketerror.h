// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "certificatereport.h"

#include "base/error.h"

#include <QAbstractSocket>
#include <QNetworkProxy>
#include <QUrl>

namespace weir {

// What a socket was at when it failed.
struct SocketAttempt
{
    QUrl url;
    QNetworkProxy proxy;
    CertificateReport certificate; // what was wrong with the server's
    bool hasIdentity = false; // we presented a certificate
};

// Why there is no line to a server that speaks TCP or TLS; `text` is Qt's.
Error socketError(QAbstractSocket::SocketError error, const QString &text, const SocketAttempt &attempt);

// Host and port, that of the scheme where the URL has none.
QString placeOf(const QUrl &url);

} // namespace weir
