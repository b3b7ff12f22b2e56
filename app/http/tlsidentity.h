// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transport.h"

#include "base/error.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>

namespace weir {

// A client certificate with what leads to its authority, and the private key that belongs to it.
struct TlsIdentity
{
    QList<QSslCertificate> chain; // ours first
    QSslKey key;
};

// Reads certFile and keyFile, PEM or PKCS#12. Says which file it is that is missing, holds no such thing, is
// not opened by the password, or does not belong to the other.
Expected<TlsIdentity> readIdentity(const TlsOptions &options);

// The certificates of a PEM file; at least one.
Expected<QList<QSslCertificate>> readCertificates(const QString &path);

} // namespace weir
