// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/linesettings.h"

#include <QStringList>

namespace weir {

// What a WebSocket is asked to do. Times in milliseconds (0: never), sizes in bytes.
struct WebSocketSettings : LineSettings
{
    QStringList subprotocols; // in the order of preference
    bool reconnectAfterClose = true; // also after a close with 1000, 1001 or without a status
    qint64 messageLimit = 64 * 1024 * 1024; // of messages that come in; beyond it 1009
    qint64 heartbeat = 0; // between two pings
    qint64 heartbeatTimeout = 10000; // for the pong

    bool operator==(const WebSocketSettings &) const = default;
};

} // namespace weir
