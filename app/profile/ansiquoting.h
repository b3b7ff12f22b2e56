// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace weir {

struct AnsiQuoted
{
    QByteArray bytes; // up to the first NUL, as in bash
    qsizetype length = 0; // that was read, with the closing quote
    bool closed = false;
};

// What stands in $'...', from behind the opening quote on.
AnsiQuoted readAnsiQuoted(QByteArrayView text);

// The bytes as $'...'.
QByteArray ansiQuoted(const QByteArray &bytes);

} // namespace weir
