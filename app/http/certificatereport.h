// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QList>
#include <QSslError>
#include <QString>
#include <QStringList>

class QSslCertificate;

namespace weir {

// One certificate of a chain, as a person looks at it.
struct CertificateInfo
{
    QString subject = {}; // common name, else organisation
    QString issuer = {};
    QDateTime validFrom = {}, validTo = {}; // UTC
    QString fingerprint = {}; // SHA-256 of the DER, 64 lower-case hex digits
    QStringList alternativeNames = {}; // DNS names, addresses
    bool selfSigned = false;

    bool operator==(const CertificateInfo &) const = default;
};

struct CertificateFault
{
    QString sentence;
    qsizetype element = -1; // of the chain; -1: of none in particular

    bool operator==(const CertificateFault &) const = default;
};

// Why a server's certificate was not accepted. Empty chain: there is nothing to report.
struct CertificateReport
{
    QString host = {};
    int port = 0;
    QList<CertificateFault> faults = {}; // the one to tell first in front
    QList<CertificateInfo> chain = {}; // as the server sent it, its own first
    QString advice = {}; // what to try

    bool operator==(const CertificateReport &) const = default;
};

CertificateInfo certificateInfo(const QSslCertificate &certificate);
CertificateReport certificateReport(const QString &host, int port, const QList<QSslError> &errors,
                                    const QList<QSslCertificate> &chain);

// "localhost:443 presents a certificate that ...; what to try", without a full stop: the detail of a
// CertificateError.
QString shortText(const CertificateReport &report);
// All faults, and whose certificate it is with its fingerprint, in one line for the log.
QString longText(const CertificateReport &report);
// "AB:CD:...", as browsers and openssl show it.
QString displayFingerprint(const QString &fingerprint);

} // namespace weir
