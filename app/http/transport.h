// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace weir {

// Whom we trust, and who we are.
struct TlsOptions
{
    enum class Version { Tls12, Tls13 };
    bool insecure = false; // any certificate is good
    QStringList pins = {}; // SHA-256 of certificates (DER) that are trusted whatever their faults, in hex
    QString caFile = {}; // PEM; trusted besides the system's authorities
    QString certFile = {}; // PEM or PKCS#12
    QString keyFile = {}; // PEM; empty: in certFile
    QString keyPassword = {};
    Version minimum = Version::Tls12;

    bool operator==(const TlsOptions &) const = default;
};

struct ProxyChoice
{
    enum class Mode { System, None, Manual };
    Mode mode = Mode::System;
    QUrl url = {}; // Manual: http:// or socks5://, host and port; user and password in it

    bool operator==(const ProxyChoice &) const = default;
};

// How a request is carried. Milliseconds; 0: never.
struct HttpTransport
{
    qint64 headerTimeout = 30000;
    TlsOptions tls = {};
    ProxyChoice proxy = {};
    bool http2 = false; // where the server offers it, over TLS
    bool keepAlive = false; // a request uses the line of the one before
};

} // namespace weir
