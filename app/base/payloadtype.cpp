// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "payloadtype.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace weir {

namespace {
constexpr qsizetype looked = 512; // bytes of a text that may be SVG

// What follows the end of a part of XML that may stand before the root; nothing where that end is missing.
std::optional<QByteArrayView> after(QByteArrayView text, QByteArrayView end)
{
    const qsizetype place = text.indexOf(end);
    if (place < 0)
        return std::nullopt;
    return text.sliced(place + end.size());
}

bool isSvg(QByteArrayView bytes)
{
    QByteArrayView text = bytes.first(std::min(bytes.size(), looked));
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    // XML 1.0, 2.8: declaration, comments, instructions and the document type, in any number.
    while (true) {
        text = text.trimmed();
        std::optional<QByteArrayView> rest;
        if (text.startsWith("<?"))
            rest = after(text, "?>");
        else if (text.startsWith("<!--"))
            rest = after(text, "-->");
        else if (text.startsWith("<!DOCTYPE svg"))
            rest = after(text, ">");
        else
            break;
        if (!rest)
            return false;
        text = *rest;
    }
    constexpr QByteArrayView root("<svg");
    return text.startsWith(root)
        && (text.size() == root.size() || QByteArrayView(" \t\r\n>/").contains(text[root.size()]));
}
}

PayloadType payloadType(QByteArrayView bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return PayloadType::Png;
    if (bytes.startsWith("\xff\xd8\xff"))
        return PayloadType::Jpeg;
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return PayloadType::Gif;
    if (bytes.size() >= 12 && bytes.startsWith("RIFF") && bytes.sliced(8, 4) == QByteArrayView("WEBP"))
        return PayloadType::WebP;
    if (bytes.startsWith("\x1f\x8b\x08")) // RFC 1952 2.3: deflate is its only method
        return PayloadType::Gzip;
    // A file, an empty archive, one in several parts.
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06") || bytes.startsWith("PK\x07\x08"))
        return PayloadType::Zip;
    if (bytes.startsWith("%PDF-"))
        return PayloadType::Pdf;
    return isSvg(bytes) ? PayloadType::Svg : PayloadType::Unknown;
}

bool isImage(PayloadType type)
{
    return type == PayloadType::Png || type == PayloadType::Jpeg || type == PayloadType::Gif
        || type == PayloadType::WebP || type == PayloadType::Svg;
}

QString payloadTypeName(PayloadType type)
{
    const auto translated = [](const char *text) { return QCoreApplication::translate("PayloadType", text); };
    switch (type) {
    case PayloadType::Unknown:
        break;
    case PayloadType::Png:
        return translated(QT_TRANSLATE_NOOP("PayloadType", "PNG image"));
    case PayloadType::Jpeg:
        return translated(QT_TRANSLATE_NOOP("PayloadType", "JPEG image"));
    case PayloadType::Gif:
        return translated(QT_TRANSLATE_NOOP("PayloadType", "GIF image"));
    case PayloadType::WebP:
        return translated(QT_TRANSLATE_NOOP("PayloadType", "WebP image"));
    case PayloadType::Svg:
        return translated(QT_TRANSLATE_NOOP("PayloadType", "SVG image"));
    case PayloadType::Gzip:
        return translated(QT_TRANSLATE_NOOP("PayloadType", "gzip data"));
    case PayloadType::Zip:
        return translated(QT_TRANSLATE_NOOP("PayloadType", "ZIP archive"));
    case PayloadType::Pdf:
        return translated(QT_TRANSLATE_NOOP("PayloadType", "PDF document"));
    }
    return {};
}

QByteArray payloadSuffix(PayloadType type)
{
    switch (type) {
    case PayloadType::Unknown:
        break;
    case PayloadType::Png:
        return "png";
    case PayloadType::Jpeg:
        return "jpg";
    case PayloadType::Gif:
        return "gif";
    case PayloadType::WebP:
        return "webp";
    case PayloadType::Svg:
        return "svg";
    case PayloadType::Gzip:
        return "gz";
    case PayloadType::Zip:
        return "zip";
    case PayloadType::Pdf:
        return "pdf";
    }
    return {};
}

} // namespace weir
