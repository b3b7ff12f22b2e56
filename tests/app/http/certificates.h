// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

// The arguments of a command, separated by blanks.
inline QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

// An authority made for one test, and certificates by it; openssl makes them.
class Certificates final
{
public:
    struct Wish
    {
        QString names = QStringLiteral("DNS:localhost,IP:127.0.0.1");
        QString from = QStringLiteral("20200101000000Z");
        QString to = QStringLiteral("20991231235959Z");
        bool selfSigned = false;
        QString type = QStringLiteral("ec:prime256v1"); // or "rsa:2048"
    };

    Certificates()
    {
        write("config",
              "[ca]\ndefault_ca=a\n[a]\ndatabase=index\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\n"
              "policy=p\ncopy_extensions=copy\nunique_subject=no\n[p]\ncommonName=supplied\n"
              "[req]\ndistinguished_name=d\n[d]\n[v3_ca]\nbasicConstraints=critical,CA:TRUE\n");
        write("index", "");
        write("serial", "1000");
        ok = key(QStringLiteral("ca"), QStringLiteral("ec:prime256v1"))
            && openssl(words("req -x509 -config config -extensions v3_ca -key ca.key -out ca.pem -days 3650")
                       + QStringList{QStringLiteral("-subj"), QStringLiteral("/CN=A passing CA")});
    }

    // NAME.pem and NAME.key, for the common name NAME.
    bool make(const QString &name, const Wish &wish)
    {
        const QString signer = wish.selfSigned ? name : QStringLiteral("ca");
        QStringList sign = words("ca -batch -notext -config config -in %1.csr -out %1.pem -keyfile %2.key");
        sign.replaceInStrings(QStringLiteral("%1"), name).replaceInStrings(QStringLiteral("%2"), signer);
        sign += QStringList{QStringLiteral("-startdate"), wish.from, QStringLiteral("-enddate"), wish.to};
        sign += wish.selfSigned ? words("-selfsign") : words("-cert ca.pem");
        QStringList request = words("req -new -config config -key %1.key -out %1.csr -subj /CN=%1 -addext");
        request.replaceInStrings(QStringLiteral("%1"), name);
        request += QLatin1String("subjectAltName=") + wish.names;
        return key(name, wish.type) && openssl(request) && openssl(sign);
    }
    bool make(const QString &name) { return make(name, Wish()); }

    bool openssl(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), arguments);
        if (!process.waitForFinished(60000) || process.exitCode() != 0) {
            qWarning("openssl %s: %s", qPrintable(arguments.join(QLatin1Char(' '))),
                     process.readAllStandardError().constData());
            return false;
        }
        return true;
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString path(const char *name) const { return path(QString::fromLatin1(name)); }
    QByteArray contents(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool write(const char *name, const QByteArray &bytes)
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    bool ok = false;

private:
    bool key(const QString &name, const QString &type)
    {
        const QString kind = type.section(QLatin1Char(':'), 0, 0);
        const QLatin1String option(kind == QLatin1String("ec") ? "ec_paramgen_curve:" : "rsa_keygen_bits:");
        return openssl({QStringLiteral("genpkey"), QStringLiteral("-algorithm"), kind,
                        QStringLiteral("-pkeyopt"), option + type.section(QLatin1Char(':'), 1),
                        QStringLiteral("-out"), name + QLatin1String(".key")});
    }

    QTemporaryDir m_folder;
};
