// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picturedecoder.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QUrl>
#include <QXmlStreamReader>

namespace weir {

namespace {
constexpr int deepestSvg = 256; // elements within each other: Qt's renderer calls itself for each

QSize fitted(QSize size, QSize box)
{
    return size.width() <= box.width() && size.height() <= box.height()
        ? size
        : size.scaled(box, Qt::KeepAspectRatio).expandedTo({1, 1});
}

// "data:image/png;base64,...". What such data is, its bytes say: Qt would draw an SVG in there too.
bool isPictureData(QStringView address)
{
    const qsizetype comma = address.indexOf(u',');
    if (comma < 0 || !address.first(comma).endsWith(u";base64", Qt::CaseInsensitive))
        return false;
    const PayloadType type = payloadType(QByteArray::fromBase64(address.sliced(comma + 1).toLatin1()));
    return isImage(type) && type != PayloadType::Svg;
}

bool isInside(QStringView address)
{
    const QStringView trimmed = address.trimmed();
    return trimmed.startsWith(u'#')
        || (trimmed.startsWith(u"data:", Qt::CaseInsensitive) && isPictureData(trimmed));
}

// In attributes and style sheets: "fill: url(#gradient)".
bool readsOthers(QStringView style)
{
    static const QRegularExpression reference(QStringLiteral("url\\(\\s*['\"]?\\s*(?!#)|@import|\\\\"),
                                              QRegularExpression::CaseInsensitiveOption);
    return reference.match(style.toString()).hasMatch();
}

bool areInside(const QXmlStreamAttributes &attributes)
{
    for (const QXmlStreamAttribute &attribute : attributes) {
        const bool isAddress = attribute.name().compare(u"href", Qt::CaseInsensitive) == 0
            || attribute.name().compare(u"src", Qt::CaseInsensitive) == 0;
        if ((isAddress && !isInside(attribute.value())) || (!isAddress && readsOthers(attribute.value())))
            return false;
    }
    return true;
}

QImage decodeSvg(const QByteArray &payload, QSize box, qreal pixelRatio)
{
    if (!isSelfContainedSvg(payload))
        return {};
    QSvgRenderer renderer;
    if (!renderer.load(payload) || renderer.defaultSize().isEmpty())
        return {};
    const QSize size = fitted(renderer.defaultSize(), box);
    QImage image((QSizeF(size) * pixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    image.setDevicePixelRatio(pixelRatio);
    return image;
}
} // namespace

bool isSelfContainedSvg(const QByteArray &svg)
{
    QXmlStreamReader reader(svg);
    QList<bool> inReferred; // for each open element: it, or one around it, has an id
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
            if (!reader.entityDeclarations().isEmpty())
                return false;
            break;
        case QXmlStreamReader::ProcessingInstruction: // xml-stylesheet
            return false;
        case QXmlStreamReader::StartElement: {
            const QXmlStreamAttributes attributes = reader.attributes();
            const bool isReferred =
                !inReferred.isEmpty() && (inReferred.last() || attributes.hasAttribute(QLatin1String("id")));
            if (!areInside(attributes) || inReferred.size() >= deepestSvg
                || (isReferred && reader.name() == u"use" && inReferred.last()))
                return false;
            inReferred.append(isReferred);
            break;
        }
        case QXmlStreamReader::EndElement:
            inReferred.removeLast();
            break;
        case QXmlStreamReader::Characters:
            if (readsOthers(reader.text()))
                return false;
            break;
        default:
            break;
        }
    }
    return !reader.hasError();
}

QImage decodePicture(const QByteArray &payload, PayloadType type, QSize box, qreal pixelRatio)
{
    if (payload.size() > pictureBytes || !isImage(type))
        return {};
    if (type == PayloadType::Svg)
        return decodeSvg(payload, box, pixelRatio);
    QBuffer buffer;
    buffer.setData(payload);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, payloadSuffix(type));
    reader.setDecideFormatFromContent(false);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty() || qint64(size.width()) * size.height() > picturePixels)
        return {};
    // A file whose pixels are turned by its meta data has its sides exchanged.
    const bool isTurned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    const QSize upright = isTurned ? size.transposed() : size;
    const QSize shown = fitted(upright, box);
    const QSize pixels = fitted(upright, (QSizeF(box) * pixelRatio).toSize());
    if (pixels != upright)
        reader.setScaledSize(isTurned ? pixels.transposed() : pixels);
    QImage image = reader.read();
    if (image.isNull())
        return image;
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    image.setDevicePixelRatio(double(image.width()) / shown.width());
    return image;
}

} // namespace weir
