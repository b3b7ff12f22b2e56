// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

#include <span>

namespace weir {

// A feed of the demo server that the window offers, also before that server runs.
struct DemoFeed
{
    const char *name; // marked for translation
    const char *target; // path and query
    bool live; // "Start the demo" opens it
    bool resilient = false;
};

std::span<const DemoFeed> demoFeeds();
QString demoFeedName(const DemoFeed &feed);
QUrl demoFeedUrl(const QUrl &server, const DemoFeed &feed);

} // namespace weir
