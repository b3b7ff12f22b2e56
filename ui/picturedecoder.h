// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/payloadtype.h"

#include <QByteArray>
#include <QImage>

namespace weir {

// Bytes and pixels beyond which no picture is made.
constexpr qsizetype pictureBytes = 8 * 1024 * 1024;
constexpr qint64 picturePixels = qint64(64) * 1024 * 1024;

// A picture of an image's payload that fits the box, which is in logical pixels as its own size is; null
// where it cannot or may not be made. Never enlarged. It has as many pixels as a screen of this ratio can
// show. Any thread, and not the GUI's: it takes its time.
QImage decodePicture(const QByteArray &payload, PayloadType type, QSize box, qreal pixelRatio = 1);

// An SVG that reads nothing but itself: no references to other files, no style sheet of its own, no entities,
// no references inside what is referred to (whose number would multiply).
bool isSelfContainedSvg(const QByteArray &svg);

} // namespace weir
