// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonformat.h"

#include <QString>

namespace weir {

// One sentence in the language of the program, with line and column: “Line 3, column 7: “]” cannot stand
// here.”
QString jsonFaultText(const JsonFault &fault, QByteArrayView json);

} // namespace weir
