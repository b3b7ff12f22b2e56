// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format.h"

#include "base/clock.h"

#include <QCoreApplication>
#include <QLocale>

namespace weir {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Format", text);
}

} // namespace

QString countText(quint64 count)
{
    return QLocale().toString(qulonglong(count));
}

QString rateText(double perSecond)
{
    const int decimals = perSecond > 0 && perSecond < 10 && perSecond != qRound64(perSecond) ? 1 : 0;
    return translated(QT_TRANSLATE_NOOP("Format", "%1/s")).arg(QLocale().toString(perSecond, 'f', decimals));
}

QString shortRateText(double perSecond)
{
    const QLocale locale;
    const QString pattern = translated(QT_TRANSLATE_NOOP("Format", "%1/s"));
    if (perSecond < 0.05)
        return {};
    if (perSecond < 10)
        return pattern.arg(locale.toString(perSecond, 'g', 2));
    if (perSecond < 1000)
        return pattern.arg(locale.toString(perSecond, 'f', 0));
    if (perSecond < 1e6)
        return pattern.arg(locale.toString(perSecond / 1e3, 'f', perSecond < 1e5 ? 1 : 0) + QLatin1Char('k'));
    return pattern.arg(locale.toString(perSecond / 1e6, 'f', 1) + QLatin1Char('M'));
}

QString shortCountText(quint64 count)
{
    const QLocale locale;
    if (count < 1000)
        return locale.toString(qulonglong(count));
    if (count < 1000000)
        return locale.toString(double(count / 100) / 10, 'f', count < 100000 ? 1 : 0) + QLatin1Char('k');
    return locale.toString(double(count / 100000) / 10, 'f', 1) + QLatin1Char('M');
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString durationText(qint64 milliseconds)
{
    const QLocale locale;
    if (milliseconds < 1000)
        return translated(QT_TRANSLATE_NOOP("Format", "%1 ms")).arg(locale.toString(milliseconds));
    if (milliseconds < 10000 && milliseconds % 1000)
        return translated(QT_TRANSLATE_NOOP("Format", "%1 s"))
            .arg(locale.toString(milliseconds / 1000.0, 'f', 1));
    if (milliseconds < 120000)
        return translated(QT_TRANSLATE_NOOP("Format", "%1 s")).arg(locale.toString(milliseconds / 1000));
    return translated(QT_TRANSLATE_NOOP("Format", "%1 min")).arg(locale.toString(milliseconds / 60000));
}

QString copiedText(quint64 rows, bool cut)
{
    return (cut ? translated(QT_TRANSLATE_NOOP("Format", "Copied the first %1 rows; export takes more."))
                : translated(QT_TRANSLATE_NOOP("Format", "Copied %1 rows.")))
        .arg(countText(rows));
}

QString adviceText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NameNotFound:
        return translated(QT_TRANSLATE_NOOP("Format", "Check the spelling of the host and the network."));
    case ErrorCode::ConnectionRefused:
        return translated(QT_TRANSLATE_NOOP("Format", "Start the server, or check the port."));
    case ErrorCode::ConnectTimeout:
    case ErrorCode::HeaderTimeout:
        return translated(QT_TRANSLATE_NOOP("Format", "Check address, firewall and proxy."));
    case ErrorCode::CertificateError:
        return translated(QT_TRANSLATE_NOOP(
            "Format", "Options can accept any certificate; do so only where you trust the line."));
    case ErrorCode::TlsError:
        return translated(QT_TRANSLATE_NOOP("Format", "Check that the port speaks TLS, or use http://."));
    case ErrorCode::HttpStatus:
        return translated(QT_TRANSLATE_NOOP(
            "Format", "Check path and headers; “Resilient” in Options retries 408, 425, 429 and 5xx."));
    case ErrorCode::ContentType:
        return translated(QT_TRANSLATE_NOOP("Format", "This address is not a feed; check its path."));
    case ErrorCode::ProxyError:
        return translated(QT_TRANSLATE_NOOP("Format", "Check the proxy of the system."));
    default:
        return {};
    }
}

QString waitText(const LineStatus &status)
{
    const qint64 seconds = (status.waitingUntil - nowMicroseconds() + 999999) / 1000000;
    return durationText(qMax<qint64>(0, seconds) * 1000);
}

QString shortReason(const Error &error)
{
    switch (error.code) {
    case ErrorCode::HttpStatus:
        return QLatin1String("HTTP ") + error.detail.section(u' ', 0, 0);
    case ErrorCode::CertificateError:
    case ErrorCode::TlsError:
        return QStringLiteral("TLS");
    case ErrorCode::NameNotFound:
        return QStringLiteral("DNS");
    case ErrorCode::ConnectionRefused:
        return translated(QT_TRANSLATE_NOOP("Format", "refused"));
    case ErrorCode::ContentType:
        return translated(QT_TRANSLATE_NOOP("Format", "no feed"));
    default:
        return translated(QT_TRANSLATE_NOOP("Format", "failed"));
    }
}

QString stateText(const LineStatus &status)
{
    switch (status.state) {
    case LineState::Connecting:
        return translated(QT_TRANSLATE_NOOP("Format", "Connecting"));
    case LineState::Open:
        return status.held ? translated(QT_TRANSLATE_NOOP("Format", "Live, held back"))
                           : translated(QT_TRANSLATE_NOOP("Format", "Live"));
    case LineState::Waiting:
        return translated(QT_TRANSLATE_NOOP("Format", "Waiting"));
    case LineState::Closing:
        return translated(QT_TRANSLATE_NOOP("Format", "Closing"));
    case LineState::Closed:
        break;
    }
    return status.failed ? translated(QT_TRANSLATE_NOOP("Format", "Failed"))
                         : translated(QT_TRANSLATE_NOOP("Format", "Closed"));
}

} // namespace weir
