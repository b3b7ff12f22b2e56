// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpexchange.h"

#include "bufferedproxy.h"
#include "networkerror.h"
#include "proxyerror.h"
#include "tlsconfiguration.h"

#include "base/clock.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <algorithm>
#include <cstring>
#include <utility>

namespace weir {

namespace {
constexpr int maxRedirects = 10;
constexpr qint64 readBuffer = 256 * 1024;
constexpr qint64 compressedReadBuffer = 64 * 1024; // one of 256 KiB held 77 MB of what it unfolds to
constexpr qint64 mostUnread = 64 * 1024 * 1024; // over HTTP/2
}

Expected<void> validateTransport(const HttpTransport &transport)
{
    if (auto valid = validateProxy(transport.proxy); !valid)
        return valid;
    if (const auto tls = tlsConfiguration(transport.tls, PresentIdentity::Yes); !tls)
        return tl::unexpected(tls.error());
    return {};
}

HttpExchange::HttpExchange(HttpTransport transport, QObject *parent)
    : QObject(parent)
    , m_transport(std::move(transport))
    , m_sendTimer(this)
    , m_headerTimer(this)
{
    m_sendTimer.setSingleShot(true);
    m_headerTimer.setSingleShot(true);
    connect(&m_sendTimer, &QTimer::timeout, this, &HttpExchange::send);
    connect(&m_headerTimer, &QTimer::timeout, this, &HttpExchange::timedOut);
}

HttpExchange::~HttpExchange() = default;

void HttpExchange::start(const HttpRequest &request)
{
    m_redirects = 0;
    m_ownOrigin = true;
    begin(request);
}

// Not at once: from inside a signal of the last reply its thread may wait for this one, and to clear the
// connections then takes Qt's whole grace of five seconds.
void HttpExchange::begin(const HttpRequest &request)
{
    stop();
    m_request = request;
    m_sendTimer.start(0);
}

void HttpExchange::stop()
{
    m_sendTimer.stop();
    m_headerTimer.stop();
    m_hasHeader = false;
    m_rest.clear();
    if (!m_reply)
        return;
    QNetworkReply *const old = std::exchange(m_reply, nullptr);
    disconnect(old, nullptr, this, nullptr);
    // Not from inside its own signal: it would report a second error.
    QTimer::singleShot(0, old, [old] {
        // After an error it ends by itself, and would complain of a second one.
        if (old->isRunning() && old->error() == QNetworkReply::NoError)
            old->abort();
        old->deleteLater();
    });
}

void HttpExchange::send()
{
    const auto tls =
        tlsConfiguration(m_transport.tls, m_ownOrigin ? PresentIdentity::Yes : PresentIdentity::No);
    if (!tls) {
        Q_EMIT ended(tls.error());
        return;
    }
    if (!m_manager) {
        m_manager = new QNetworkAccessManager(this);
        m_manager->setTransferTimeout(0);
    }
    const QList<QNetworkProxy> proxies = proxiesTo(m_request.url, m_transport.proxy);
    m_proxy = proxies.constFirst();
    m_manager->setProxyFactory(new BufferedProxy(proxies)); // the manager owns it
    const HttpRequest request = withProxyPassword();
    Q_EMIT sending(request);
    m_isConnected = false;
    m_isHttp2 = false;
    m_certificate = {};
    m_sinceSent.start();
    m_reply = sendOnce(*m_manager, request, *tls, m_transport.http2 ? HttpVersion::Two : HttpVersion::One,
                       m_transport.keepAlive ? HttpLine::Kept : HttpLine::Fresh);
    m_reply->setReadBufferSize(readBuffer);
    // Told for https and for requests with a body only; where it is not, the sentence says less.
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { m_isConnected = true; });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_isConnected = true; });
    connect(m_reply, &QNetworkReply::sslErrors, this, &HttpExchange::judge);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::headerArrived);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::bytesCame);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::finished);
    if (m_transport.headerTimeout > 0)
        m_headerTimer.start(int(std::min(m_transport.headerTimeout, longestTimer)));
}

// Of itself Qt sends it only when it is asked, and then it would have to send our body again, which it
// cannot. In a tunnel it is asked at the CONNECT, and the server must not see it.
HttpRequest HttpExchange::withProxyPassword() const
{
    HttpRequest request = m_request;
    if (m_proxy.type() == QNetworkProxy::HttpProxy && !m_proxy.user().isEmpty()
        && request.url.scheme() == QLatin1String("http")) {
        const QByteArray login = QString(m_proxy.user() + QLatin1Char(':') + m_proxy.password()).toUtf8();
        setHeader(request.headers, "Proxy-Authorization", "Basic " + login.toBase64());
    }
    return request;
}

void HttpExchange::judge(const QList<QSslError> &errors)
{
    const QList<QSslCertificate> chain = m_reply->sslConfiguration().peerCertificateChain();
    if (!chain.isEmpty() && isPinned(chain.constFirst(), m_transport.tls.pins)) {
        m_reply->ignoreSslErrors(errors);
        return;
    }
    m_certificate = weir::certificateReport(m_reply->url().host(), m_reply->url().port(443), errors, chain);
}

void HttpExchange::headerArrived()
{
    if (m_hasHeader || statusCode() == 0)
        return;
    m_headerTimer.stop();
    m_hasHeader = true;
    m_isHttp2 = m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    // Only now is there a transfer that obeys it. Over HTTP/2 it does not slow the server: what is not handed
    // over piles up out of sight.
    const bool isCompressed = !header("Content-Encoding").isEmpty();
    m_reply->setReadBufferSize(m_isHttp2 ? 0 : isCompressed ? compressedReadBuffer : readBuffer);
    Q_EMIT answered();
}

void HttpExchange::bytesCame()
{
    Q_EMIT bytesArrived();
    if (m_isHttp2 && m_reply && m_reply->bytesAvailable() > mostUnread)
        giveUp();
}

// What came can still be read; the line ends, for this is the only way to make the server stop.
void HttpExchange::giveUp()
{
    m_rest = m_reply->readAll();
    QNetworkReply *const old = std::exchange(m_reply, nullptr);
    m_hasHeader = false;
    disconnect(old, nullptr, this, nullptr);
    old->abort();
    old->deleteLater();
    Q_EMIT ended({ErrorCode::ReadTooSlowly, QString::number(mostUnread / (1024 * 1024))});
}

void HttpExchange::finished()
{
    m_headerTimer.stop();
    Error error = networkError(*m_reply, m_certificate);
    if (!m_hasHeader && error.code == ErrorCode::None)
        error = {ErrorCode::NoAnswer, m_reply->url().host()};
    Q_EMIT ended(proxyError(*m_reply, m_proxy, error));
}

void HttpExchange::timedOut()
{
    if (!m_isConnected && isProxy(m_proxy)) {
        Q_EMIT ended(proxyTimeout(m_proxy));
        return;
    }
    Q_EMIT ended(
        {m_isConnected ? ErrorCode::HeaderTimeout : ErrorCode::ConnectTimeout, m_request.url.host()});
}

int HttpExchange::statusCode() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

QByteArray HttpExchange::header(const char *name) const
{
    return m_reply ? m_reply->rawHeader(name) : QByteArray();
}

QByteArray HttpExchange::responseText(bool *masked) const
{
    return m_reply ? weir::responseText(*m_reply, masked) : QByteArray();
}

Error HttpExchange::statusError() const
{
    return m_reply ? proxyStatusError(*m_reply, m_proxy, httpStatusError(*m_reply)) : Error{};
}

bool HttpExchange::isRedirect() const
{
    return weir::isRedirect(statusCode()) && m_reply->hasRawHeader("Location");
}

Expected<Redirect> HttpExchange::follow()
{
    const int status = statusCode();
    const QByteArray location = header("Location");
    stop();
    if (++m_redirects > maxRedirects)
        return failure(ErrorCode::TooManyRedirects, QString::number(maxRedirects));
    auto next = redirected(m_request, status, location);
    if (next) {
        m_ownOrigin = m_ownOrigin && !next->crossOrigin;
        begin(next->request);
    }
    return next;
}

qint64 HttpExchange::read(char *data, qint64 size)
{
    if (m_reply)
        return std::max<qint64>(0, m_reply->read(data, size));
    const qint64 taken = std::min<qint64>(size, m_rest.size());
    std::memcpy(data, m_rest.constData(), size_t(taken));
    m_rest.remove(0, taken);
    return taken;
}

} // namespace weir
