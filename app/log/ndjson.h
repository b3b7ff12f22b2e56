// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/event.h"

namespace weir {

// Appends one event as one line of NDJSON with its LF; members always in the same order, absent ones left
// out. A payload that is not UTF-8 goes as base64.
void appendNdjson(QByteArray &out, const EventView &event, QByteArrayView connectionName);

} // namespace weir
