// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace weir {

// Text that shows everything that is in it: control characters as the pictures of U+2400, bidirectional and
// other invisible controls as ⟪U+202E⟫, lone surrogates as U+FFFD. With `multiline`, LF stays and CR LF
// becomes LF; tabs stay there too.
enum class Lines { Single, Multi };
QString visibleText(QStringView text, Lines lines = Lines::Single);
// The same of UTF-8; at most `limit` bytes are looked at, a character cut in half there is left out.
QString visibleText(QByteArrayView utf8, qsizetype limit, Lines lines = Lines::Single);

} // namespace weir
