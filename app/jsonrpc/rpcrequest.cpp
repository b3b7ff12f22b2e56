// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpcrequest.h"

#include "http/httpexchange.h"

#include <algorithm>

namespace weir {

namespace {
constexpr qint64 headerGrace = 1000; // ms
}

Expected<void> validatePost(const RpcSettings &settings)
{
    if (auto valid = validateRequest({settings.url, "POST", settings.headers, QByteArray()}); !valid)
        return valid;
    return validateTransport(transportOf(settings));
}

HttpRequest postOf(const RpcSettings &settings, const QByteArray &text)
{
    HttpRequest request{settings.url, "POST", settings.headers, text};
    setDefaultHeader(request.headers, "Content-Type", "application/json");
    setDefaultHeader(request.headers, "Accept", "application/json, text/event-stream");
    return completed(request);
}

HttpTransport transportOf(const RpcSettings &settings)
{
    // The header comes with the answer: the time of a call is the journal's business.
    const qint64 headerTimeout =
        settings.callTimeout == 0 ? 0 : std::max(settings.headerTimeout, settings.callTimeout + headerGrace);
    return {.headerTimeout = headerTimeout,
            .tls = settings.tls,
            .proxy = settings.proxy,
            .http2 = settings.http2,
            .keepAlive = true};
}

} // namespace weir
