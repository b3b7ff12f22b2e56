// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArrayList>
#include <QList>
#include <QUrl>

#include <optional>
#include <utility>

class QNetworkAccessManager;
class QNetworkReply;
class QSslConfiguration;

namespace weir {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

// One request as it goes out. Header names compare without case.
struct HttpRequest
{
    QUrl url;
    QByteArray method = "GET";
    HttpHeaders headers = {};
    std::optional<QByteArray> body = {};
};

// The names (tokens) and values (no control characters) of headers.
Expected<void> validateHeaders(const HttpHeaders &headers);
// What a person typed, before anything starts: the URL (http, https), the method (a token), header names
// (tokens) and values (no control characters).
Expected<void> validateRequest(const HttpRequest &request);

// RFC 9110 5.6.2
bool isToken(QByteArrayView text);
bool hasHeader(const HttpHeaders &headers, QByteArrayView name);
// The value of the first header of this name; empty: there is none.
QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name);
void removeHeader(HttpHeaders &headers, QByteArrayView name);
void setHeader(HttpHeaders &headers, const QByteArray &name, const QByteArray &value); // replaces
void setDefaultHeader(HttpHeaders &headers, const QByteArray &name, const QByteArray &value);

// The user's request made ready: repeated headers joined, the URL's user info turned into Authorization,
// User-Agent, Accept-Language, Content-Type and Content-Length filled in.
HttpRequest completed(HttpRequest request);

// The request line and the headers for the log, the values of credentials replaced by bullets.
QByteArray requestText(const HttpRequest &request, bool *masked);
// The status line and the headers of the answer.
QByteArray responseText(const QNetworkReply &reply, bool *masked);
// A status line and headers in this form.
QByteArray headText(const QByteArray &firstLine, const HttpHeaders &headers, bool *masked);

// Where a redirect leads, RFC 9110 15.4.
struct Redirect
{
    HttpRequest request;
    QByteArrayList stripped; // names of the headers that another origin must not see
    bool crossOrigin = false;
};
bool isRedirect(int status);
Expected<Redirect> redirected(const HttpRequest &request, int status, const QByteArray &location);
bool sameOrigin(const QUrl &a, const QUrl &b);

enum class HttpVersion { One, Two }; // 2: where the server offers it, over TLS
enum class HttpLine { Fresh, Kept }; // Kept: one that an earlier request of the manager has left, if any

// Exactly one request on the wire, redirects left to the caller.
QNetworkReply *sendOnce(QNetworkAccessManager &manager, const HttpRequest &request,
                        const QSslConfiguration &tls, HttpVersion version = HttpVersion::One,
                        HttpLine line = HttpLine::Fresh);

// Seconds or a date (RFC 9110 10.2.3), as milliseconds from `nowMs` (since 1970).
std::optional<qint64> retryAfter(const QByteArray &value, qint64 nowMs);

} // namespace weir
