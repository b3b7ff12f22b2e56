// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/transport.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <optional>
#include <utility>

namespace weir {

// What a subscription is asked to do. Times in milliseconds, sizes in bytes; 0 as a time: never.
struct SseSettings
{
    QUrl url;
    QByteArray method = "GET";
    QList<std::pair<QByteArray, QByteArray>> headers;
    std::optional<QByteArray> body; // sent again at every reconnection
    QByteArray lastEventId; // to start from; empty: none
    bool resilient = false; // retry 408, 425, 429 and 5xx
    bool reconnect = true;
    qint64 reconnectionTime = 3000; // until `retry:` says otherwise
    qint64 headerTimeout = 30000;
    qint64 readTimeout = 0; // without a byte
    qint64 lineLimit = 16 * 1024 * 1024;
    TlsOptions tls;
    ProxyChoice proxy;
    bool http2 = false; // the server cannot be slowed down then: a line is given up instead

    bool operator==(const SseSettings &) const = default;
};

} // namespace weir
