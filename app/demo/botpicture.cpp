// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bots.h"

#include <QtEndian>

#include <zlib.h>

#include <cmath>

namespace weir {

namespace {
constexpr int width = 160;
constexpr int height = 90;

QByteArray number(quint32 value)
{
    char bytes[4];
    qToBigEndian(value, bytes);
    return {bytes, 4};
}

// PNG 5.3: length, type, data, and a checksum of the latter two.
QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    const QByteArray body = type + data;
    const auto sum = crc32(0, reinterpret_cast<const Bytef *>(body.constData()), uInt(body.size()));
    return number(quint32(data.size())) + body + number(quint32(sum));
}

// A weir: water that falls over a sill, below a sky.
QByteArray pixels()
{
    QByteArray rows;
    for (int y = 0; y < height; ++y) {
        rows.append('\0'); // PNG 9.2: this row is not filtered
        for (int x = 0; x < width; ++x) {
            const double wave = std::sin(x * 0.35 + y * 0.9) + std::sin(x * 0.11 - y * 0.4);
            const bool sky = y < height / 3;
            const int foam = int(wave * (y > height * 3 / 4 ? 24 : 6)) & ~1;
            rows.append(char(sky ? 190 + y : 40 + foam / 2 + 12));
            rows.append(char(sky ? 215 + y : 130 + foam));
            rows.append(char(sky ? 235 : 150 + foam));
        }
    }
    return rows;
}
}

QByteArray botPicture()
{
    // PNG 11.2.2: eight bits, red, green and blue
    const QByteArray head = number(width) + number(height) + QByteArray("\x08\x02\x00\x00\x00", 5);
    // qCompress() puts four bytes of its own before the zlib stream
    const QByteArray data = qCompress(pixels(), 9).sliced(4);
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", head) + chunk("IDAT", data) + chunk("IEND", {});
}

} // namespace weir
