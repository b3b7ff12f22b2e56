// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace weir {

// UTC, microseconds since 1970.
qint64 nowMicroseconds();

constexpr qint64 longestTimer = 0x7fffffff; // ms: QTimer counts in int

} // namespace weir
