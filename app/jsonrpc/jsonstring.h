// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace weir {

// The characters of a JSON string that checkJson() has found good, half surrogates too; empty where it is no
// string. And back: half a surrogate is escaped, there is no UTF-8 for it.
QString stringFromJson(QByteArrayView string);
QByteArray jsonFromString(QStringView text);

} // namespace weir
