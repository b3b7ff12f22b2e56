// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sserequest.h"

namespace weir {

Expected<void> validateSettings(const SseSettings &settings)
{
    const HttpRequest request{settings.url, settings.method, settings.headers, settings.body};
    if (const auto valid = validateRequest(request); !valid)
        return valid;
    const HttpRequest resume{settings.url, settings.method, {{"Last-Event-ID", settings.lastEventId}}, {}};
    if (const auto valid = validateRequest(resume); !valid)
        return valid;
    return validateTransport(transportFor(settings));
}

QByteArray firstLastEventId(const SseSettings &settings)
{
    if (!settings.lastEventId.isEmpty())
        return settings.lastEventId;
    for (const auto &[name, value] : settings.headers) {
        if (name.compare("Last-Event-ID", Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

HttpRequest requestFor(const SseSettings &settings, const QByteArray &lastEventId)
{
    HttpRequest request{settings.url, settings.method, settings.headers, settings.body};
    setDefaultHeader(request.headers, "Accept", "text/event-stream");
    setDefaultHeader(request.headers, "Cache-Control", "no-cache");
    // HTML 9.2.3: no header while the last event ID is empty.
    removeHeader(request.headers, "Last-Event-ID");
    if (!lastEventId.isEmpty())
        setHeader(request.headers, "Last-Event-ID", lastEventId);
    return completed(request);
}

HttpTransport transportFor(const SseSettings &settings)
{
    return {.headerTimeout = settings.headerTimeout,
            .tls = settings.tls,
            .proxy = settings.proxy,
            .http2 = settings.http2};
}

} // namespace weir
