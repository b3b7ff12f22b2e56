// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

class QNetworkProxy;
class QNetworkReply;

namespace weir {

bool isProxy(const QNetworkProxy &proxy); // not: a direct line

// Whose fault it is: `error` is what a reply that went through `proxy` ended with, as if there were no proxy.
// Names the proxy and never shows its password.
Error proxyError(const QNetworkReply &reply, const QNetworkProxy &proxy, const Error &error);

// An answer 407 is the proxy's, a 401 may be; `otherwise` where it is the server's.
Error proxyStatusError(const QNetworkReply &reply, const QNetworkProxy &proxy, const Error &otherwise);

// Nothing came in time, and the line was not up yet.
Error proxyTimeout(const QNetworkProxy &proxy);

} // namespace weir
