// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demofeeds.h"

#include <QCoreApplication>

namespace weir {

namespace {

constexpr DemoFeed feeds[] = {
    {QT_TRANSLATE_NOOP("DemoFeed", "Market ticks"), "/feeds/market?symbols=all&rate=40", true},
    {QT_TRANSLATE_NOOP("DemoFeed", "Market, fast"), "/feeds/market?symbols=all&rate=5000", false},
    {QT_TRANSLATE_NOOP("DemoFeed", "Lobby chat"), "/lobby?name=you", true, Protocol::WebSocket},
    {QT_TRANSLATE_NOOP("DemoFeed", "Deploy events"), "/feeds/deploys", true},
    {QT_TRANSLATE_NOOP("DemoFeed", "Service health"), "/feeds/heartbeat?rate=1", false},
    {QT_TRANSLATE_NOOP("DemoFeed", "Echo"), "/echo", false, Protocol::WebSocket},
    {QT_TRANSLATE_NOOP("DemoFeed", "Busy, then fine"), "/bad/503?times=2", false, Protocol::Sse, true},
    {QT_TRANSLATE_NOOP("DemoFeed", "Not a feed"), "/bad/content-type", false},
};

QList<MessageTemplate> demoTemplates()
{
    struct Row
    {
        const char *name;
        MessageFormat format;
        const char *body;
    };
    constexpr Row rows[] = {
        {QT_TRANSLATE_NOOP("DemoFeed", "Who is here?"), MessageFormat::Text, "who is here?"},
        {QT_TRANSLATE_NOOP("DemoFeed", "Ask for the deploy"), MessageFormat::Json,
         "{\n  \"text\": \"anyone seen the deploy?\",\n  \"at\": {{$timestamp}}\n}"},
        {QT_TRANSLATE_NOOP("DemoFeed", "A picture"), MessageFormat::Text, "picture"},
        {QT_TRANSLATE_NOOP("DemoFeed", "Large message (64 KB)"), MessageFormat::Text, "large 65536"},
        {QT_TRANSLATE_NOOP("DemoFeed", "Four bytes"), MessageFormat::Hex, "de ad be ef"},
        {QT_TRANSLATE_NOOP("DemoFeed", "Restart the service"), MessageFormat::Text, "restart"},
    };
    QList<MessageTemplate> templates;
    for (const Row &row : rows)
        templates.append({.name = QCoreApplication::translate("DemoFeed", row.name),
                          .format = row.format,
                          .body = QString::fromUtf8(row.body)});
    return templates;
}

} // namespace

std::span<const DemoFeed> demoFeeds()
{
    return feeds;
}

QString demoFeedName(const DemoFeed &feed)
{
    return QCoreApplication::translate("DemoFeed", feed.name);
}

Profile demoProfile(const QUrl &server, const DemoFeed &feed)
{
    QUrl url = server.resolved(QUrl(QLatin1String(feed.target)));
    Profile profile{.name = demoFeedName(feed), .protocol = feed.protocol, .resilient = feed.resilient};
    if (feed.protocol == Protocol::WebSocket) {
        url.setScheme(QStringLiteral("ws"));
        profile.subprotocols = {QStringLiteral("chat.v1")};
        profile.templates = demoTemplates();
        profile.heartbeat = 20'000;
    }
    profile.url = url.toString();
    return profile;
}

} // namespace weir
