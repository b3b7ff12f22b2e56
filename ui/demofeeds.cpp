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
    {QT_TRANSLATE_NOOP("DemoFeed", "Calculator"), "/rpc", true, Protocol::JsonRpc},
    {QT_TRANSLATE_NOOP("DemoFeed", "Calculator, WebSocket"), "/rpc", false, Protocol::JsonRpc, false, true},
    {QT_TRANSLATE_NOOP("DemoFeed", "Deploy events"), "/feeds/deploys", true},
    {QT_TRANSLATE_NOOP("DemoFeed", "Service health"), "/feeds/heartbeat?rate=1", false},
    {QT_TRANSLATE_NOOP("DemoFeed", "Echo"), "/echo", false, Protocol::WebSocket},
    {QT_TRANSLATE_NOOP("DemoFeed", "Busy, then fine"), "/bad/503?times=2", false, Protocol::Sse, true},
    {QT_TRANSLATE_NOOP("DemoFeed", "Not a feed"), "/bad/content-type", false},
    {QT_TRANSLATE_NOOP("DemoFeed", "Bad RPC server"), "/rpc-bad", false, Protocol::JsonRpc},
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

QList<SavedCall> demoCalls()
{
    struct Row
    {
        const char *name;
        const char *method;
        const char *params;
        SavedCall::Id id = SavedCall::Id::Automatic;
    };
    constexpr Row rows[] = {
        {QT_TRANSLATE_NOOP("DemoFeed", "Subtract, rounded"), "subtract",
         R"({"minuend": 42.125, "subtrahend": 23, "precision": 2, "rounding": "half-even"})"},
        {QT_TRANSLATE_NOOP("DemoFeed", "Divide by zero"), "divide", "[1, 0]"},
        {QT_TRANSLATE_NOOP("DemoFeed", "Numbers that no double holds"), "big", ""},
        {QT_TRANSLATE_NOOP("DemoFeed", "Slow, 3 seconds"), "slow", R"({"ms": 3000})"},
        {QT_TRANSLATE_NOOP("DemoFeed", "Ask me back"), "confirm", R"({"question": "Deploy now?"})"},
        {QT_TRANSLATE_NOOP("DemoFeed", "Five ticks"), "subscribe", R"({"rate": 2, "count": 5})"},
        {QT_TRANSLATE_NOOP("DemoFeed", "A notification"), "update", "[1, 2, 3, 4, 5]", SavedCall::Id::None},
    };
    QList<SavedCall> calls;
    for (const Row &row : rows)
        calls.append({.name = QCoreApplication::translate("DemoFeed", row.name),
                      .method = QString::fromUtf8(row.method),
                      .params = QString::fromUtf8(row.params),
                      .id = row.id});
    return calls;
}

QList<SavedCall> badCalls()
{
    QList<SavedCall> calls;
    for (const char *method : {"late", "duplicate", "wrong-id", "id-type", "both", "neither", "version",
                               "text", "http500", "empty", "html", "cut", "never", "drop"})
        calls.append({.name = QLatin1String(method), .method = QLatin1String(method)});
    return calls;
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
    if (feed.protocol == Protocol::WebSocket || feed.overWebSocket)
        url.setScheme(QStringLiteral("ws"));
    if (feed.protocol == Protocol::WebSocket) {
        profile.subprotocols = {QStringLiteral("chat.v1")};
        profile.templates = demoTemplates();
        profile.heartbeat = 20'000;
    }
    if (QLatin1String(feed.target) == QLatin1String("/rpc")) {
        profile.calls = demoCalls();
    } else if (feed.protocol == Protocol::JsonRpc) {
        profile.calls = badCalls();
        profile.callTimeout = 2000; // before what is late comes
    }
    profile.url = url.toString();
    return profile;
}

} // namespace weir
