// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <optional>

class QNetworkReply;

namespace weir {

struct CertificateReport;

// Why a finished reply ended: code None where it ended cleanly, whatever its status. `certificate` is what
// was wrong with the server's, if anything.
Error networkError(const QNetworkReply &reply, const CertificateReport &certificate);

// "503 Service Unavailable" as an error.
Error httpStatusError(const QNetworkReply &reply);

// "Error while reading: error:0A00045C:SSL routines::tlsv13 alert certificate required": what TLS 1.3 tells
// after the handshake comes as an error without a kind of its own. Its words, where `text` is one.
std::optional<QString> tlsAlert(const QString &text);
// The alerts of RFC 8446 6.2, in OpenSSL's words, that a person can do something about. `hasIdentity`: we
// presented a certificate.
Error tlsFailure(const QString &place, const QString &text, bool hasIdentity);

// Whether the same request may succeed later. Resilient: 408, 425, 429 and 5xx too.
bool isWorthARetry(const Error &error, bool resilient);

} // namespace weir
