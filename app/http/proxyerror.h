// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

class QNetworkProxy;
class QNetworkReply;

namespace weir {

bool isProxy(const QNetworkProxy &proxy); // not: a direct line
QString proxyPlace(const QNetworkProxy &proxy); // host and port
Error proxyPasswordError(const QNetworkProxy &proxy); // it wants one, or another one
// What Qt's words (of qhttpsocketengine.cpp and qsocks5socketengine.cpp, in the language of the program)
// stand for: most of what a proxy says has no code of its own. ProxyError where they are none of these.
ErrorCode proxyCode(const QString &text);

// Whose fault it is: `error` is what a reply that went through `proxy` ended with, as if there were no proxy.
// Names the proxy and never shows its password.
Error proxyError(const QNetworkReply &reply, const QNetworkProxy &proxy, const Error &error);

// An answer 407 is the proxy's, a 401 may be; `otherwise` where it is the server's.
Error proxyStatusError(const QNetworkReply &reply, const QNetworkProxy &proxy, const Error &otherwise);

// Nothing came in time, and the line was not up yet.
Error proxyTimeout(const QNetworkProxy &proxy);

} // namespace weir
