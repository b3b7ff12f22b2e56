// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/linesettings.h"

#include <optional>

namespace weir {

// What a subscription is asked to do. Sizes in bytes.
struct SseSettings : LineSettings
{
    QByteArray method = "GET";
    std::optional<QByteArray> body; // sent again at every reconnection
    QByteArray lastEventId; // to start from; empty: none
    qint64 lineLimit = 16 * 1024 * 1024;
    bool http2 = false; // the server cannot be slowed down then: a line is given up instead

    bool operator==(const SseSettings &) const = default;
};

} // namespace weir
