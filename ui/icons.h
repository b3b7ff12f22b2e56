// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QLatin1String>

namespace weir {

enum class Tint { Text, Muted, OnAccent, Warn, Error };
// The monochrome icon resources/icons/NAME.svg, painted in the theme of the moment: it follows a change by
// itself.
QIcon icon(QLatin1String name, Tint tint = Tint::Text);
// The program's own, in its colours.
QIcon applicationIcon();

} // namespace weir
