// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httprequest.h"
#include "transport.h"

namespace weir {

// What every connection is asked, whatever it speaks. Times in milliseconds; 0: never.
struct LineSettings
{
    QUrl url;
    HttpHeaders headers;
    bool resilient = false; // retry 408, 425, 429 and 5xx
    bool reconnect = true;
    qint64 reconnectionTime = 3000;
    qint64 headerTimeout = 30000; // also of an opening handshake
    qint64 readTimeout = 0; // without a byte
    TlsOptions tls;
    ProxyChoice proxy;

    bool operator==(const LineSettings &) const = default;
};

} // namespace weir
