// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tlsidentity.h"

#include <QBuffer>
#include <QFile>

#include <optional>

namespace weir {

namespace {
// One element of DER (X.690 8.1), of at most 2^32 bytes.
struct Element
{
    quint8 tag = 0;
    QByteArrayView content;
};

// Takes an element off the front; nothing where there is no whole one.
std::optional<Element> take(QByteArrayView &der)
{
    if (der.size() < 2)
        return std::nullopt;
    qsizetype at = 2;
    qsizetype size = quint8(der[1]);
    if (size >= 0x80) {
        const qsizetype digits = size & 0x7f;
        if (digits > 4 || der.size() < at + digits)
            return std::nullopt;
        size = 0;
        for (const qsizetype end = at + digits; at < end; ++at)
            size = size << 8 | quint8(der[at]);
    }
    if (der.size() - at < size)
        return std::nullopt;
    const Element element{quint8(der[0]), der.sliced(at, size)};
    der = der.sliced(at + size);
    return element;
}

QByteArrayView contentOf(QByteArrayView der)
{
    const auto element = take(der);
    return element ? element->content : QByteArrayView();
}

// RFC 7292 4: SEQUENCE { version INTEGER 3, ...
bool isPkcs12(QByteArrayView file)
{
    QByteArrayView inner = contentOf(file);
    const auto version = take(inner);
    return version && version->tag == 0x02 && version->content == QByteArrayView("\3", 1);
}

// What a certificate and its private key have in common: of RSA the modulus and the exponent, of EC the
// point's x, which a key may hold compressed or not, of DSA y.
QByteArrayView publicPart(const QSslKey &key, QByteArrayView der)
{
    // RFC 5280 4.1: SEQUENCE { SEQUENCE algorithm, BIT STRING }, whose first byte counts unused bits
    QByteArrayView info = contentOf(der);
    take(info);
    QByteArrayView bits = contentOf(info);
    if (bits.size() < 2)
        return {};
    bits = bits.sliced(1);
    if (key.algorithm() != QSsl::Ec)
        return contentOf(bits);
    const bool compressed = bits[0] != 4;
    return bits.sliced(1, compressed ? bits.size() - 1 : (bits.size() - 1) / 2);
}

// RFC 5915 3: the point is optional in a private key of EC, [1]; without it nothing can be compared.
bool hasPublicPart(const QSslKey &key, QByteArrayView der)
{
    if (key.algorithm() != QSsl::Ec)
        return true;
    QByteArrayView inner = contentOf(der);
    while (const auto element = take(inner)) {
        if (element->tag == 0xa1)
            return true;
    }
    return false;
}

bool belongTogether(const QSslCertificate &certificate, const QSslKey &key)
{
    const QSslKey publicKey = certificate.publicKey();
    const QByteArray publicDer = publicKey.toDer();
    const QByteArray privateDer = key.toDer();
    if (publicKey.isNull() || publicDer.isEmpty() || !hasPublicPart(key, privateDer))
        return true; // of a kind that cannot be looked into; the handshake will tell
    return publicKey.algorithm() == key.algorithm() && privateDer.contains(publicPart(publicKey, publicDer));
}

Expected<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorCode::FileNotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(file.error() == QFileDevice::PermissionsError ? ErrorCode::PermissionDenied
                                                                     : ErrorCode::FileError,
                       path);
    return file.readAll();
}

Expected<QSslKey> readKey(const QByteArray &pem, const QString &path, const QByteArray &password)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        if (QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey, password); !key.isNull())
            return key;
    }
    // "BEGIN ENCRYPTED PRIVATE KEY" (RFC 7468 11), "Proc-Type: 4,ENCRYPTED" (RFC 1421)
    if (!pem.contains("ENCRYPTED"))
        return failure(ErrorCode::NoPrivateKey, path);
    return failure(password.isEmpty() ? ErrorCode::KeyPasswordNeeded : ErrorCode::KeyPasswordWrong, path);
}

Expected<TlsIdentity> readPkcs12(const QByteArray &der, const QString &path, const QByteArray &password)
{
    QBuffer buffer;
    buffer.setData(der);
    buffer.open(QIODevice::ReadOnly);
    TlsIdentity identity;
    QSslCertificate own;
    if (!QSslCertificate::importPkcs12(&buffer, &identity.key, &own, &identity.chain, password))
        return failure(password.isEmpty() ? ErrorCode::KeyPasswordNeeded : ErrorCode::KeyPasswordWrong, path);
    if (own.isNull())
        return failure(ErrorCode::NoCertificate, path);
    identity.chain.prepend(own);
    return identity;
}
}

Expected<QList<QSslCertificate>> readCertificates(const QString &path)
{
    const auto pem = contents(path);
    if (!pem)
        return tl::unexpected(pem.error());
    QList<QSslCertificate> certificates = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (certificates.isEmpty())
        return failure(ErrorCode::NoCertificate, path);
    return certificates;
}

Expected<TlsIdentity> readIdentity(const TlsOptions &options)
{
    const auto file = contents(options.certFile);
    if (!file)
        return tl::unexpected(file.error());
    const QByteArray password = options.keyPassword.toUtf8();
    if (isPkcs12(*file))
        return readPkcs12(*file, options.certFile, password);
    TlsIdentity identity{QSslCertificate::fromData(*file, QSsl::Pem), {}};
    if (identity.chain.isEmpty())
        return failure(ErrorCode::NoCertificate, options.certFile);
    const QString keyPath = options.keyFile.isEmpty() ? options.certFile : options.keyFile;
    const auto pem = contents(keyPath);
    if (!pem)
        return tl::unexpected(pem.error());
    const auto key = readKey(*pem, keyPath, password);
    if (!key)
        return tl::unexpected(key.error());
    identity.key = *key;
    if (!belongTogether(identity.chain.constFirst(), identity.key))
        return failure(ErrorCode::KeyMismatch, keyPath);
    return identity;
}

} // namespace weir
