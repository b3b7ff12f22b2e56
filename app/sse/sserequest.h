// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ssesettings.h"

#include "http/httpexchange.h"

namespace weir {

// What is wrong with these settings, before anything starts.
Expected<void> validateSettings(const SseSettings &settings);

// The id the first attempt resumes from: the setting, else a header of that name.
QByteArray firstLastEventId(const SseSettings &settings);
HttpRequest requestFor(const SseSettings &settings, const QByteArray &lastEventId);
HttpTransport transportFor(const SseSettings &settings);

} // namespace weir
