// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificatereport.h"

#include "tlsconfiguration.h"

#include <QCoreApplication>
#include <QSslCertificate>

#include <algorithm>

namespace weir {

namespace {
struct CertificateWords
{
    Q_DECLARE_TR_FUNCTIONS(Certificate)
};

QString nameOf(const QStringList &commonNames, const QStringList &organisations)
{
    return commonNames.isEmpty() ? organisations.value(0) : commonNames.constFirst();
}

QString dateText(const QDateTime &time)
{
    return time.toString(QStringLiteral("yyyy-MM-dd"));
}

QString namesText(const CertificateInfo &certificate)
{
    constexpr qsizetype most = 6;
    const QStringList &names = certificate.alternativeNames;
    if (names.isEmpty())
        return certificate.subject;
    const QString text = QStringList(names.first(std::min(most, names.size()))).join(QLatin1String(", "));
    return names.size() > most ? text + QLatin1String(", …") : text;
}

// What Qt tells apart, as far as it needs different advice.
enum class Fault { SelfSigned, UnknownIssuer, Expired, NotYetValid, WrongHost, Other };

Fault kindOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate:
        return Fault::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Fault::UnknownIssuer;
    case QSslError::CertificateExpired:
        return Fault::Expired;
    case QSslError::CertificateNotYetValid:
        return Fault::NotYetValid;
    case QSslError::HostNameMismatch:
        return Fault::WrongHost;
    default:
        return Fault::Other;
    }
}

QString sentenceFor(const QSslError &error, const CertificateInfo &certificate, const QString &issuer,
                    const QString &host)
{
    const QString &subject = certificate.subject;
    switch (kindOf(error.error())) {
    case Fault::SelfSigned:
        return CertificateWords::tr(
                   "The certificate of “%1” is signed by itself; nobody else vouches for it.")
            .arg(subject);
    case Fault::UnknownIssuer:
        return CertificateWords::tr("The certificate leads to “%1”, an authority that is not known here.")
            .arg(issuer);
    case Fault::Expired:
        return CertificateWords::tr("The certificate of “%1” expired on %2.")
            .arg(subject, dateText(certificate.validTo));
    case Fault::NotYetValid:
        return CertificateWords::tr("The certificate of “%1” is not valid before %2.")
            .arg(subject, dateText(certificate.validFrom));
    case Fault::WrongHost:
        return CertificateWords::tr("The certificate is for %1, not for %2.")
            .arg(namesText(certificate), host);
    case Fault::Other:
        break;
    }
    return CertificateWords::tr("The certificate of “%1”: %2.").arg(subject, error.errorString());
}

QString adviceFor(QSslError::SslError error)
{
    switch (kindOf(error)) {
    case Fault::SelfSigned:
        return CertificateWords::tr("If it is the server's own, trust its fingerprint for this connection.");
    case Fault::UnknownIssuer:
        return CertificateWords::tr(
            "Give the file of that authority, or trust the certificate's fingerprint for this "
            "connection.");
    case Fault::Expired:
        return CertificateWords::tr("The server needs a new one; check the clock of this computer too.");
    case Fault::NotYetValid:
        return CertificateWords::tr("Check the clocks of this computer and of the server.");
    case Fault::WrongHost:
        return CertificateWords::tr("Use one of its names in the URL.");
    case Fault::Other:
        break;
    }
    return CertificateWords::tr("Ask whoever runs the server.");
}

QString serverPlace(const CertificateReport &report)
{
    return report.host + QLatin1Char(':') + QString::number(report.port);
}
}

CertificateInfo certificateInfo(const QSslCertificate &certificate)
{
    using C = QSslCertificate;
    CertificateInfo info{
        .subject = nameOf(certificate.subjectInfo(C::CommonName), certificate.subjectInfo(C::Organization)),
        .issuer = nameOf(certificate.issuerInfo(C::CommonName), certificate.issuerInfo(C::Organization)),
        .validFrom = certificate.effectiveDate().toUTC(),
        .validTo = certificate.expiryDate().toUTC(),
        .fingerprint = fingerprint(certificate),
        .selfSigned = certificate.isSelfSigned()};
    const auto names = certificate.subjectAlternativeNames();
    for (const QSsl::AlternativeNameEntryType type : {QSsl::DnsEntry, QSsl::IpAddressEntry})
        info.alternativeNames += names.values(type);
    info.alternativeNames.sort();
    return info;
}

CertificateReport certificateReport(const QString &host, int port, const QList<QSslError> &errors,
                                    const QList<QSslCertificate> &chain)
{
    CertificateReport report{.host = host, .port = port};
    for (const QSslCertificate &certificate : chain)
        report.chain.append(certificateInfo(certificate));
    if (chain.isEmpty() || errors.isEmpty())
        return report;
    const CertificateInfo &last = report.chain.constLast();
    const QString issuer = last.issuer.isEmpty() ? last.subject : last.issuer;
    for (const QSslError &error : errors) {
        const qsizetype element = chain.indexOf(error.certificate());
        const QString sentence =
            sentenceFor(error, report.chain[std::max<qsizetype>(0, element)], issuer, host);
        // OpenSSL has several codes for what is one fault to a person.
        const bool known = std::any_of(report.faults.begin(), report.faults.end(),
                                       [&sentence](const auto &fault) { return fault.sentence == sentence; });
        if (!known)
            report.faults.append({sentence, element});
    }
    report.advice = adviceFor(errors.constFirst().error());
    return report;
}

QString shortText(const CertificateReport &report)
{
    return CertificateWords::tr("%1 is not trusted.").arg(serverPlace(report)) + QLatin1Char(' ')
        + report.faults.value(0).sentence + QLatin1Char(' ') + report.advice;
}

QString longText(const CertificateReport &report)
{
    const CertificateInfo own = report.chain.value(0);
    QStringList sentences{CertificateWords::tr("%1 is not trusted.").arg(serverPlace(report))};
    for (const CertificateFault &fault : report.faults)
        sentences.append(fault.sentence);
    sentences.append(CertificateWords::tr(
                         "Its certificate: “%1”, for %2, issued by “%3”, valid from %4 to %5, SHA-256 %6.")
                         .arg(own.subject, namesText(own), own.issuer, dateText(own.validFrom),
                              dateText(own.validTo), displayFingerprint(own.fingerprint)));
    sentences.append(report.advice);
    return sentences.join(QLatin1Char(' '));
}

QString displayFingerprint(const QString &fingerprint)
{
    QString text;
    for (qsizetype i = 0; i < fingerprint.size(); i += 2)
        text += (i == 0 ? QString() : QString(QLatin1Char(':'))) + fingerprint.mid(i, 2).toUpper();
    return text;
}

} // namespace weir
