// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "utf8.h"

#include <QStringDecoder>

namespace weir {

QString textFromUtf8(QByteArrayView utf8)
{
    return QStringDecoder(QStringDecoder::Utf8,
                          QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom)(utf8);
}

} // namespace weir
