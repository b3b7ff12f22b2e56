// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

namespace weir {

// The name of a file, without .json, for what people call `name`: good on every file system, at most 120
// bytes of UTF-8, never empty.
QString idFromName(const QString &name);
// The same where it is free, else with a number behind it. Ids that a file system may take for one and the
// same count as one.
QString freeId(const QString &name, const std::function<bool(const QString &comparable)> &isTaken);
// Equal for ids that name the same file where case or the composition of characters does not count.
QString comparableId(const QString &id);

} // namespace weir
