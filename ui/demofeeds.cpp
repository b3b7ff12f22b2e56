// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demofeeds.h"

#include <QCoreApplication>

namespace weir {

namespace {

constexpr DemoFeed feeds[] = {
    {QT_TRANSLATE_NOOP("DemoFeed", "Market ticks"), "/feeds/market?symbols=all&rate=40", true},
    {QT_TRANSLATE_NOOP("DemoFeed", "Market, fast"), "/feeds/market?symbols=all&rate=5000", false},
    {QT_TRANSLATE_NOOP("DemoFeed", "Deploy events"), "/feeds/deploys", true},
    {QT_TRANSLATE_NOOP("DemoFeed", "Service health"), "/feeds/heartbeat?rate=1", false},
    {QT_TRANSLATE_NOOP("DemoFeed", "Busy, then fine"), "/bad/503?times=2", true, true},
    {QT_TRANSLATE_NOOP("DemoFeed", "Not a feed"), "/bad/content-type", false},
};

} // namespace

std::span<const DemoFeed> demoFeeds()
{
    return feeds;
}

QString demoFeedName(const DemoFeed &feed)
{
    return QCoreApplication::translate("DemoFeed", feed.name);
}

QUrl demoFeedUrl(const QUrl &server, const DemoFeed &feed)
{
    return server.resolved(QUrl(QLatin1String(feed.target)));
}

} // namespace weir
