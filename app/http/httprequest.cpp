// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httprequest.h"

#include "singleusebody.h"

#include <QDateTime>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <algorithm>

namespace weir {

namespace {
bool same(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isFieldValue(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return (quint8(c) < 0x20 && c != '\t') || c == 0x7f; });
}

bool isSecret(QByteArrayView name)
{
    return same(name, "Authorization") || same(name, "Proxy-Authorization") || same(name, "Cookie")
        || same(name, "Set-Cookie");
}

void appendHeader(QByteArray &text, const QByteArray &name, const QByteArray &value, bool *masked)
{
    text += name + ": ";
    if (isSecret(name)) {
        text += "•••";
        *masked = true;
    } else {
        text += value;
    }
    text += '\n';
}

QByteArray hostOf(const QUrl &url)
{
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    const QByteArray bracketed = host.contains(':') ? QByteArray('[' + host + ']') : host;
    return url.port() < 0 ? bracketed : QByteArray(bracketed + ':' + QByteArray::number(url.port()));
}

QByteArray contentTypeFor(const QByteArray &body)
{
    const QByteArray start = body.left(256).trimmed();
    return start.startsWith('{') || start.startsWith('[') ? QByteArray("application/json")
                                                          : QByteArray("text/plain;charset=UTF-8");
}

// Headers that tell nothing about the person who sends them.
bool mayLeaveTheOrigin(QByteArrayView name)
{
    return name.first(std::min<qsizetype>(6, name.size())).compare("accept", Qt::CaseInsensitive) == 0
        || same(name, "Cache-Control") || same(name, "User-Agent") || same(name, "Last-Event-ID")
        || same(name, "Content-Type") || same(name, "Content-Length");
}
}

bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView others("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [others](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || others.contains(c);
    });
}

Expected<void> validateHeaders(const HttpHeaders &headers)
{
    for (const auto &[name, value] : headers) {
        if (!isToken(name))
            return failure(ErrorCode::InvalidHeaderName, QString::fromUtf8(name));
        if (!isFieldValue(value))
            return failure(ErrorCode::InvalidHeaderValue, QString::fromUtf8(name));
    }
    return {};
}

Expected<void> validateRequest(const HttpRequest &request)
{
    const QUrl &url = request.url;
    if (!url.isValid() || url.scheme().isEmpty())
        return failure(ErrorCode::InvalidUrl, url.toString());
    if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))
        return failure(ErrorCode::UnsupportedScheme, url.scheme());
    if (url.host().isEmpty())
        return failure(ErrorCode::InvalidUrl, url.toString());
    // A tunnel is not a request (RFC 9110 9.3.6).
    if (!isToken(request.method) || same(request.method, "CONNECT"))
        return failure(ErrorCode::InvalidMethod, QString::fromLatin1(request.method));
    return validateHeaders(request.headers);
}

bool hasHeader(const HttpHeaders &headers, QByteArrayView name)
{
    return std::any_of(headers.begin(), headers.end(), [name](const auto &h) { return same(h.first, name); });
}

QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name)
{
    for (const auto &[known, value] : headers) {
        if (same(known, name))
            return value;
    }
    return {};
}

void removeHeader(HttpHeaders &headers, QByteArrayView name)
{
    headers.removeIf([name](const auto &h) { return same(h.first, name); });
}

void setHeader(HttpHeaders &headers, const QByteArray &name, const QByteArray &value)
{
    removeHeader(headers, name);
    headers.append({name, value});
}

void setDefaultHeader(HttpHeaders &headers, const QByteArray &name, const QByteArray &value)
{
    if (!hasHeader(headers, name))
        headers.append({name, value});
}

HttpRequest completed(HttpRequest request)
{
    HttpHeaders headers;
    for (const auto &[name, value] : std::as_const(request.headers)) {
        const auto known = std::find_if(headers.begin(), headers.end(),
                                        [&name = name](const auto &h) { return same(h.first, name); });
        if (known == headers.end())
            headers.append({name, value});
        else
            known->second += (same(name, "Cookie") ? "; " : ", ") + value;
    }
    // Framing is ours; any Accept-Encoding of one's own would hand over the compressed bytes.
    for (const char *name : {"Content-Length", "Transfer-Encoding", "Connection", "Accept-Encoding"})
        removeHeader(headers, name);
    if (!request.url.userInfo().isEmpty()) {
        const QByteArray login = (request.url.userName(QUrl::FullyDecoded) + QLatin1Char(':')
                                  + request.url.password(QUrl::FullyDecoded))
                                     .toUtf8();
        setDefaultHeader(headers, "Authorization", "Basic " + login.toBase64());
        request.url.setUserInfo(QString());
    }
    request.url.setFragment(QString());
    setDefaultHeader(headers, "User-Agent", "Weir/" WEIR_VERSION);
    setDefaultHeader(headers, "Accept-Language", QLocale().bcp47Name().toLatin1() + ",*;q=0.5");
    if (request.body)
        setDefaultHeader(headers, "Content-Type", contentTypeFor(*request.body));
    setHeader(headers, "Content-Length", QByteArray::number(request.body ? request.body->size() : 0));
    request.headers = headers;
    return request;
}

QByteArray requestText(const HttpRequest &request, bool *masked)
{
    QByteArray target = request.url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (request.url.hasQuery())
        target += '?' + request.url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray text = request.method + ' ' + target + " HTTP/1.1\n";
    if (!hasHeader(request.headers, "Host"))
        appendHeader(text, "Host", hostOf(request.url), masked);
    for (const auto &[name, value] : request.headers)
        appendHeader(text, name, value, masked);
    return text;
}

QByteArray responseText(const QNetworkReply &reply, bool *masked)
{
    QByteArray text = "HTTP " + reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toByteArray();
    const QByteArray reason = reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    return headText(reason.isEmpty() ? text : QByteArray(text + ' ' + reason), reply.rawHeaderPairs(),
                    masked);
}

QByteArray headText(const QByteArray &firstLine, const HttpHeaders &headers, bool *masked)
{
    QByteArray text = firstLine + '\n';
    for (const auto &[name, value] : headers)
        appendHeader(text, name, value, masked);
    return text;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Expected<Redirect> redirected(const HttpRequest &request, int status, const QByteArray &location)
{
    const QUrl target = QUrl::fromEncoded(location);
    if (location.isEmpty() || !target.isValid())
        return failure(ErrorCode::RedirectError, QString::fromUtf8(location));
    Redirect redirect{request, {}, false};
    HttpRequest &next = redirect.request;
    next.url = request.url.resolved(target);
    // Nobody but the user gives credentials.
    next.url.setUserInfo(QString());
    next.url.setFragment(QString());
    if (!validateRequest(next))
        return failure(ErrorCode::RedirectError, next.url.toDisplayString());
    redirect.crossOrigin = !sameOrigin(request.url, next.url);
    removeHeader(next.headers, "Host");
    if (redirect.crossOrigin) {
        next.headers.removeIf([&redirect](const auto &h) {
            if (mayLeaveTheOrigin(h.first))
                return false;
            redirect.stripped.append(h.first);
            return true;
        });
    }
    // RFC 9110 15.4: 301 and 302 turn POST into GET, 303 everything but HEAD; 307 and 308 keep the method.
    const bool toGet = status == 303 ? request.method != "HEAD" && request.method != "GET"
                                     : (status == 301 || status == 302) && request.method == "POST";
    if (toGet) {
        next.method = "GET";
        next.body.reset();
        removeHeader(next.headers, "Content-Type");
        setHeader(next.headers, "Content-Length", "0");
    }
    return redirect;
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) {
        return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

QNetworkReply *sendOnce(QNetworkAccessManager &manager, const HttpRequest &request,
                        const QSslConfiguration &tls, HttpVersion version, HttpLine line)
{
    // A line left over from an earlier request may be dead by now.
    if (line == HttpLine::Fresh)
        manager.clearConnectionCache();
    QNetworkRequest network(request.url);
    network.setSslConfiguration(tls);
    using R = QNetworkRequest;
    network.setAttribute(R::RedirectPolicyAttribute, R::ManualRedirectPolicy);
    // Over HTTP/2 QNetworkAccessManager ignores the size of the read buffer.
    network.setAttribute(R::Http2AllowedAttribute, version == HttpVersion::Two);
    network.setAttribute(R::HttpPipeliningAllowedAttribute, false);
    network.setAttribute(R::CacheLoadControlAttribute, R::AlwaysNetwork);
    network.setAttribute(R::CacheSaveControlAttribute, false);
    network.setAttribute(R::CookieLoadControlAttribute, R::Manual);
    network.setAttribute(R::CookieSaveControlAttribute, R::Manual);
    network.setAttribute(R::AuthenticationReuseAttribute, R::Manual);
    network.setAttribute(R::DoNotBufferUploadDataAttribute, true);
    // A feed that compresses well is no bomb: it is read in slices.
    network.setDecompressedSafetyCheckThreshold(-1);
    for (const auto &[name, value] : request.headers)
        network.setRawHeader(name, value);
    auto *body = new SingleUseBody(request.body.value_or(QByteArray()));
    QNetworkReply *reply = manager.sendCustomRequest(network, request.method, body);
    body->setParent(reply);
    return reply;
}

std::optional<qint64> retryAfter(const QByteArray &value, qint64 nowMs)
{
    const QByteArray text = value.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    constexpr qint64 longest = 7LL * 24 * 3600 * 1000;
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool ok = false;
        const qint64 seconds = text.toLongLong(&ok);
        return ok && seconds < longest / 1000 ? seconds * 1000 : longest;
    }
    // IMF-fixdate: Sun, 06 Nov 1994 08:49:37 GMT
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return std::clamp<qint64>(date.toMSecsSinceEpoch() - nowMs, 0, longest);
}

} // namespace weir
