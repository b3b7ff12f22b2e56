// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QDateTime>
#include <QDir>

namespace weir {

// The automatic captures of sessions: where they are, how they are called, how much room they may take. What
// was saved by name lives elsewhere and is never touched.
constexpr qint64 defaultCaptureBudget = qint64(4) * 1000 * 1000 * 1000; // bytes

// Under the user's data directory, for this user alone; created where it is missing.
Expected<QDir> captureFolder();
// A name for a session that begins now, in local time; no file of this name exists.
QString newCapturePath(const QDir &folder, const QDateTime &now);
// Removes the oldest automatic captures until all that remain fit the budget; never `openPath`, and never one
// that a Weir is recording. Returns how many went.
int pruneCaptures(const QDir &folder, qint64 budget, const QString &openPath);

} // namespace weir
