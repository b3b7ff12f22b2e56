// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "headernames.h"

namespace weir {

QStringList requestHeaderNames()
{
    constexpr const char *names[] = {"Accept",
                                     "Accept-Charset",
                                     "Accept-Encoding",
                                     "Accept-Language",
                                     "Authorization",
                                     "Cache-Control",
                                     "Content-Language",
                                     "Content-Type",
                                     "Cookie",
                                     "DNT",
                                     "Date",
                                     "Forwarded",
                                     "From",
                                     "Idempotency-Key",
                                     "If-Match",
                                     "If-Modified-Since",
                                     "If-None-Match",
                                     "Last-Event-ID",
                                     "MCP-Protocol-Version",
                                     "Mcp-Session-Id",
                                     "Origin",
                                     "Pragma",
                                     "Prefer",
                                     "Priority",
                                     "Proxy-Authorization",
                                     "Range",
                                     "Referer",
                                     "Sec-WebSocket-Extensions",
                                     "Sec-WebSocket-Protocol",
                                     "User-Agent",
                                     "X-API-Key",
                                     "X-CSRF-Token",
                                     "X-Correlation-ID",
                                     "X-Forwarded-For",
                                     "X-Forwarded-Host",
                                     "X-Forwarded-Proto",
                                     "X-Request-ID",
                                     "X-Requested-With",
                                     "traceparent",
                                     "tracestate"};
    QStringList list;
    for (const char *name : names)
        list.append(QLatin1String(name));
    return list;
}

} // namespace weir
