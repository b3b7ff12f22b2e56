// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tlsconfiguration.h"

#include "tlsidentity.h"

#include <QCryptographicHash>
#include <QSslConfiguration>

#include <algorithm>

namespace weir {

Expected<QSslConfiguration> tlsConfiguration(const TlsOptions &options, PresentIdentity present)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(options.minimum == TlsOptions::Version::Tls13 ? QSsl::TlsV1_3OrLater
                                                                  : QSsl::TlsV1_2OrLater);
    if (options.insecure)
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    for (const QString &pin : options.pins) {
        if (normalPin(pin).isEmpty())
            return failure(ErrorCode::InvalidPin, pin);
    }
    if (!options.caFile.isEmpty()) {
        const auto authorities = readCertificates(options.caFile);
        if (!authorities)
            return tl::unexpected(authorities.error());
        tls.addCaCertificates(*authorities);
    }
    if (options.certFile.isEmpty() && !options.keyFile.isEmpty())
        return failure(ErrorCode::KeyWithoutCertificate, options.keyFile);
    if (present == PresentIdentity::Yes && !options.certFile.isEmpty()) {
        const auto identity = readIdentity(options);
        if (!identity)
            return tl::unexpected(identity.error());
        tls.setLocalCertificateChain(identity->chain);
        tls.setPrivateKey(identity->key);
    }
    return tls;
}

QString fingerprint(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
}

QString normalPin(const QString &text)
{
    QString pin = text.toLower();
    pin.removeIf([](QChar c) { return c == QLatin1Char(':') || c.isSpace(); });
    const bool isHex = std::all_of(pin.begin(), pin.end(), [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
    });
    return isHex && pin.size() == 64 ? pin : QString();
}

bool isPinned(const QSslCertificate &certificate, const QStringList &pins)
{
    const QString own = fingerprint(certificate);
    return std::any_of(pins.begin(), pins.end(),
                       [&own](const QString &pin) { return normalPin(pin) == own; });
}

} // namespace weir
