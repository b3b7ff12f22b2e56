// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace weir::folderpath {

// Paths of folders that profiles name: "Staging/EU"; empty: the top level. A folder exists while something
// names it.

QString clean(const QString &typed); // without empty steps and blanks around them
QString join(const QString &parent, const QString &name);
QString parentOf(const QString &path);
QString lastOf(const QString &path); // "EU"
bool isInside(const QString &path, const QString &folder); // or is it
// What was in `from`, or is it, goes with it to `to`.
QString rebased(const QString &path, const QString &from, const QString &to);

} // namespace weir::folderpath
