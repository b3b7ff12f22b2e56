// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transport.h"

#include "base/error.h"

class QSslCertificate;
class QSslConfiguration;

namespace weir {

enum class PresentIdentity { Yes, No };

// The options as Qt takes them, or what is wrong with their files and pins.
Expected<QSslConfiguration> tlsConfiguration(const TlsOptions &options, PresentIdentity present);

// SHA-256 of the certificate (DER), 64 lower-case hex digits.
QString fingerprint(const QSslCertificate &certificate);
// The same from what a person pastes: upper case, colons and spaces allowed; empty: it is none.
QString normalPin(const QString &text);
bool isPinned(const QSslCertificate &certificate, const QStringList &pins);

} // namespace weir
