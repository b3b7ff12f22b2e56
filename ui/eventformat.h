// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVarLengthArray>

namespace weir {

// Text that is made and painted without an allocation as long as it is short.
using Chars = QVarLengthArray<char16_t, 512>;

void appendText(Chars &out, QStringView text);
void appendCount(Chars &out, quint64 count);
void appendBytes(Chars &out, quint64 bytes);
void appendTime(Chars &out, qint64 microseconds);
void appendDelta(Chars &out, qint64 microseconds);

QString formatCount(quint64 count); // 48,205 in English
QString formatBytes(quint64 bytes); // 118 B, 18.2 kB, 1.4 MB; 1 kB = 1000 B
QString formatTime(qint64 microseconds); // local time of day, 10:42:07.266
QString formatDelta(qint64 microseconds); // +0.2 ms, +1.50 s, +2 min 3 s

} // namespace weir
