// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/profile.h"

#include <QUrl>

#include <span>

namespace weir {

// A feed, a WebSocket or a service of the demo server that the window offers, also before that server runs.
struct DemoFeed
{
    const char *name; // marked for translation
    const char *target; // path and query
    bool live; // "Start the demo" opens it
    Protocol protocol = Protocol::Sse;
    bool resilient = false;
    bool overWebSocket = false; // JSON-RPC
};

std::span<const DemoFeed> demoFeeds();
QString demoFeedName(const DemoFeed &feed);
// The connection to it; `server`: its URL over HTTP.
Profile demoProfile(const QUrl &server, const DemoFeed &feed);

} // namespace weir
