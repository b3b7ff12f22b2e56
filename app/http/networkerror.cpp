// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkerror.h"

#include "certificatereport.h"
#include "socketerror.h"

#include "base/closecode.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

#include <algorithm>
#include <array>
#include <optional>

namespace weir {

namespace {
struct NetworkWords
{
    Q_DECLARE_TR_FUNCTIONS(NetworkError)
};

// A sentence puts the full stop itself.
QString detail(const QNetworkReply &reply)
{
    QString text = reply.errorString();
    while (text.endsWith(QLatin1Char('.')) || text.endsWith(QLatin1Char(':'))
           || text.endsWith(QLatin1Char(' ')))
        text.chop(1);
    return text;
}

bool mentions(const QString &alert, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&alert](const char *word) { return alert.contains(QLatin1String(word)); });
}

Error tlsError(const QNetworkReply &reply, const QString &text)
{
    return tlsFailure(placeOf(reply.url()), text,
                      !reply.request().sslConfiguration().localCertificate().isNull());
}

bool hasAnswer(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
}

// Qt calls an answer of 400 and above an error, though it came whole.
bool isOnlyStatus(const QNetworkReply &reply)
{
    using E = QNetworkReply;
    constexpr std::array statusErrors{E::ProtocolInvalidOperationError, // 400
                                      E::ContentAccessDenied,
                                      E::ContentOperationNotPermittedError,
                                      E::ContentNotFoundError,
                                      E::AuthenticationRequiredError,
                                      E::ContentConflictError,
                                      E::ContentGoneError,
                                      E::UnknownContentError,
                                      E::InternalServerError,
                                      E::OperationNotImplementedError,
                                      E::ServiceUnavailableError,
                                      E::UnknownServerError};
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() >= 400
        && std::find(statusErrors.begin(), statusErrors.end(), reply.error()) != statusErrors.end();
}
}

std::optional<QString> tlsAlert(const QString &text)
{
    const QLatin1String library("SSL routines:");
    const qsizetype at = text.indexOf(library);
    if (at < 0)
        return std::nullopt;
    return text.mid(text.indexOf(QLatin1Char(':'), at + library.size()) + 1);
}

Error tlsFailure(const QString &place, const QString &text, bool hasIdentity)
{
    if (mentions(text, {"protocol version", "unsupported protocol", "no protocols available"}))
        return {ErrorCode::TlsVersion, place};
    if (mentions(text, {"certificate required"}))
        return {ErrorCode::ClientCertificateNeeded, place};
    if (hasIdentity
        && mentions(text,
                    {"alert bad certificate", "alert unsupported certificate", "alert certificate",
                     "alert unknown ca", "alert access denied"}))
        return {ErrorCode::ClientCertificateRefused, text};
    // Before TLS 1.3 a server that misses a certificate says no more than this.
    if (!hasIdentity && mentions(text, {"alert handshake failure"}))
        return {ErrorCode::TlsError, NetworkWords::tr("%1; it may ask for a client certificate").arg(text)};
    return {ErrorCode::TlsError, text};
}

Error networkError(const QNetworkReply &reply, const CertificateReport &certificate)
{
    if (isOnlyStatus(reply))
        return {};
    switch (reply.error()) {
    case QNetworkReply::NoError: // its errorString() would say "Unknown error"
        return {};
    case QNetworkReply::HostNotFoundError:
        return {ErrorCode::NameNotFound, reply.url().host()};
    case QNetworkReply::ConnectionRefusedError:
        return {ErrorCode::ConnectionRefused, placeOf(reply.url())};
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // our bodies are sent once: what would have been a silent repeat
        return {hasAnswer(reply) ? ErrorCode::ConnectionReset : ErrorCode::NoAnswer, placeOf(reply.url())};
    case QNetworkReply::TimeoutError:
        return {ErrorCode::ConnectTimeout, placeOf(reply.url())};
    case QNetworkReply::SslHandshakeFailedError:
        if (!certificate.faults.isEmpty())
            return {ErrorCode::CertificateError, shortText(certificate)};
        return tlsError(reply, tlsAlert(detail(reply)).value_or(detail(reply)));
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return {ErrorCode::ProxyError, detail(reply)};
    case QNetworkReply::UnknownContentError:
        return {ErrorCode::DecodingError, detail(reply)};
    default:
        if (const auto alert = tlsAlert(detail(reply)))
            return tlsError(reply, *alert);
        return {ErrorCode::NetworkError, detail(reply)};
    }
}

Error httpStatusError(const QNetworkReply &reply)
{
    const QString status = QString::number(reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt())
        + QLatin1Char(' ')
        + QString::fromUtf8(reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray());
    return {ErrorCode::HttpStatus, status.trimmed()};
}

bool isWorthARetry(const Error &error, bool resilient)
{
    switch (error.code) {
    case ErrorCode::NameNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::NoAnswer:
    case ErrorCode::ConnectionReset:
    case ErrorCode::ConnectTimeout:
    case ErrorCode::HeaderTimeout:
    case ErrorCode::ReadTimeout:
    case ErrorCode::NetworkError:
    case ErrorCode::ProxyUnreachable:
    case ErrorCode::ProxyNotFound:
    case ErrorCode::ProxyTimeout:
    case ErrorCode::ProxyRefused:
    case ErrorCode::ProxyError:
    case ErrorCode::TlsError:
    case ErrorCode::ReadTooSlowly:
    case ErrorCode::DecodingError:
    case ErrorCode::StreamEnded:
    case ErrorCode::LineDropped:
    case ErrorCode::PongTimeout:
        return true;
    case ErrorCode::WebSocketClosed:
        return !isFinalClose(QStringView(error.detail).left(4).toInt());
    case ErrorCode::HandshakeStatus:
    case ErrorCode::HttpStatus: {
        const int status = QStringView(error.detail).left(3).toInt();
        return resilient && (status == 408 || status == 425 || status == 429 || status / 100 == 5);
    }
    default:
        return false;
    }
}

} // namespace weir
