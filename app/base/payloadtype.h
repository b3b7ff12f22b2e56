// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace weir {

enum class PayloadType : quint8 { Unknown, Png, Jpeg, Gif, WebP, Svg, Gzip, Zip, Pdf };

// What the first bytes of a payload say it is; 512 of them are enough. What has no magic bytes (protobuf,
// MessagePack) is not guessed.
PayloadType payloadType(QByteArrayView bytes);
bool isImage(PayloadType type);

// As a person reads it, "PNG image"; empty for Unknown.
QString payloadTypeName(PayloadType type);
// As Qt's image readers and file names have it, "png"; empty for Unknown.
QByteArray payloadSuffix(PayloadType type);

} // namespace weir
