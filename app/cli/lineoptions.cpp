// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lineoptions.h"

#include "cli.h"

#include "http/bufferedproxy.h"
#include "http/httprequest.h"

#include <QCommandLineParser>
#include <QFile>

namespace weir {

namespace {
// Those of the command line take the place of all with their names.
Expected<void> readHeaders(const QStringList &lines, LineSettings &settings)
{
    HttpHeaders headers;
    for (const QString &line : lines) {
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        if (colon <= 0)
            return failure(ErrorCode::Usage, Cli::tr("-H takes “Name: value”, not “%1”.").arg(line));
        QByteArray value = line.mid(colon + 1).toUtf8();
        // only blanks: what else surrounds the value is for the validation to refuse
        while (value.startsWith(' ') || value.startsWith('\t'))
            value.remove(0, 1);
        while (value.endsWith(' ') || value.endsWith('\t'))
            value.chop(1);
        headers.append({line.left(colon).toUtf8(), value});
        removeHeader(settings.headers, headers.constLast().first);
    }
    settings.headers += headers;
    return {};
}
}

QString optionWord(const char *ascii)
{
    return QString::fromLatin1(ascii);
}

LineOptions::LineOptions()
    : header{{optionWord("H"), optionWord("header")},
             Cli::tr("Send this header; may be given many times."),
             optionWord("Name: value")}
    , insecure{optionWord("insecure"), Cli::tr("Accept any certificate.")}
    , caFile{optionWord("cacert"), Cli::tr("Trust the certificates of this PEM file."), optionWord("FILE")}
    , certFile{optionWord("cert"), Cli::tr("Present this certificate (PEM or PKCS#12)."), optionWord("FILE")}
    , keyFile{optionWord("key"), Cli::tr("The certificate's private key (PEM)."), optionWord("FILE")}
    , proxy{optionWord("proxy"),
            Cli::tr("Go through this proxy (http:// or socks5://) instead of the system's."),
            optionWord("URL")}
{
}

Expected<void> LineOptions::read(const QCommandLineParser &parser, LineSettings &settings) const
{
    if (auto headers = readHeaders(parser.values(header), settings); !headers)
        return headers;
    TlsOptions &tls = settings.tls;
    tls.insecure = tls.insecure || parser.isSet(insecure);
    if (parser.isSet(caFile))
        tls.caFile = parser.value(caFile);
    if (parser.isSet(certFile)) {
        tls.certFile = parser.value(certFile);
        tls.keyFile.clear(); // those of the profile belong to its own certificate
        tls.keyPassword.clear();
    }
    if (parser.isSet(keyFile))
        tls.keyFile = parser.value(keyFile);
    if (!tls.keyFile.isEmpty() && tls.certFile.isEmpty())
        return failure(ErrorCode::Usage, Cli::tr("--key needs the certificate of --cert."));
    if (parser.isSet(proxy)) {
        settings.proxy = {ProxyChoice::Mode::Manual, QUrl(parser.value(proxy), QUrl::StrictMode)};
        if (auto valid = validateProxy(settings.proxy); !valid)
            return failure(ErrorCode::Usage, Cli::tr("--proxy takes a URL of scheme http or socks5."));
    }
    return {};
}

Expected<qint64> wholeNumber(const QCommandLineParser &parser, const QCommandLineOption &option, qint64 least,
                             qint64 otherwise)
{
    if (!parser.isSet(option))
        return otherwise;
    bool ok = false;
    const qint64 value = parser.value(option).toLongLong(&ok);
    if (!ok || value < least)
        return failure(ErrorCode::Usage,
                       Cli::tr("--%1 takes a whole number from %2 on, not “%3”.")
                           .arg(option.names().constLast(), QString::number(least), parser.value(option)));
    return value;
}

Expected<QByteArray> textOrFile(const QString &text)
{
    if (!text.startsWith(QLatin1Char('@')))
        return text.toUtf8();
    QFile file(text.mid(1));
    if (!file.exists())
        return failure(ErrorCode::FileNotFound, file.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileError,
                       QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
    return file.readAll();
}

} // namespace weir
