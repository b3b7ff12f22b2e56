// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace weir {

// Unlike QString::fromUtf8() it keeps a U+FEFF at the beginning.
QString textFromUtf8(QByteArrayView utf8);

} // namespace weir
