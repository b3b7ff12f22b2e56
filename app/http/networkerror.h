// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

class QNetworkReply;

namespace weir {

struct CertificateReport;

// Why a finished reply ended: code None where it ended cleanly. `certificate` is what was wrong with the
// server's, if anything.
Error networkError(const QNetworkReply &reply, const CertificateReport &certificate);

// "503 Service Unavailable" as an error.
Error httpStatusError(const QNetworkReply &reply);

// Whether the same request may succeed later. Resilient: 408, 425, 429 and 5xx too.
bool isWorthARetry(const Error &error, bool resilient);

} // namespace weir
