// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "query.h"

#include "base/error.h"

#include <QString>

#include <functional>
#include <stop_token>

namespace weir {

class CaptureReader;

// Writes the events that match as NDJSON, UTF-8 with LF, into a file, and returns how many. Through
// QSaveFile: whole or not at all; a pipe or a device is written to as it is; "-" or empty: stdout. Blocks:
// runs on a pool thread or in a verb. `progress` gets events looked at and in all, at most 20 times a second
// and at the end, on the same thread. Cancelled, DiskFull, PermissionDenied, FileError, Usage (onto the
// capture itself), and what the reader says.
Expected<quint64> exportNdjson(const CaptureReader &reader, const Query &query, const QString &path,
                               const std::stop_token &stop = {},
                               const std::function<void(quint64, quint64)> &progress = {});

} // namespace weir
