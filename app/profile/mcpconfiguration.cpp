// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collectionimport.h"

#include <algorithm>

namespace weir {

namespace {
using namespace collection;

const Json &serversOf(const Json &root)
{
    if (member(root, "mcpServers").is_object())
        return member(root, "mcpServers");
    if (member(root, "servers").is_object())
        return member(root, "servers");
    return member(member(root, "mcp"), "servers");
}

// Clients do not agree on the member's name.
QString urlOf(const Json &server, const CollectionImport &import)
{
    for (const char *name : {"url", "serverUrl", "httpUrl"}) {
        if (const QString url = import.text(server, name); !url.isEmpty())
            return url;
    }
    return {};
}

void readServer(const QString &name, const Json &server, CollectionImport &import)
{
    const QString url = urlOf(server, import);
    if (url.isEmpty()) {
        import.notTaken(name,
                        has(server, "command") ? Import::tr("it is a program to start and has no URL")
                                               : Import::tr("it has no URL"));
        return;
    }
    ProfileDraft draft;
    Profile &profile = draft.profile;
    profile.name = name;
    profile.url = url;
    const Json &headers = member(server, "headers");
    if (headers.is_object()) {
        for (const auto &[key, value] : headers.items())
            profile.headers.append({collection::name(key), import.text(headers, key.c_str())});
    }
    QString type = text(server, "type");
    if (type.isEmpty())
        type = text(server, "transport");
    if (type == QLatin1String("sse")) {
        // The older transport of MCP: the answers come over a feed of their own.
        draft.protocol = Protocol::Sse;
        draft.notTaken.append(Import::tr("Calls: this server answers over a feed, which is what is taken."));
    } else {
        draft.protocol = Protocol::JsonRpc;
        const bool accepts =
            std::any_of(profile.headers.cbegin(), profile.headers.cend(), [](const ProfileRow &row) {
                return row.name.compare(QLatin1String("accept"), Qt::CaseInsensitive) == 0;
            });
        // MCP 2025-03-26, Transports: a client must accept both.
        if (!accepts)
            profile.headers.append(
                {QStringLiteral("Accept"), QStringLiteral("application/json, text/event-stream")});
    }
    for (const auto &[key, value] : server.items()) {
        static const QStringList known = {QStringLiteral("url"),       QStringLiteral("serverUrl"),
                                          QStringLiteral("httpUrl"),   QStringLiteral("type"),
                                          QStringLiteral("transport"), QStringLiteral("headers")};
        if (!known.contains(collection::name(key)))
            draft.notTaken.append(collection::name(key));
    }
    import.add(draft, name);
}
}

Expected<ImportResult> collection::readMcp(const Json &root, const ImportOptions &options)
{
    CollectionImport import(QStringLiteral("MCP"), VariableStyle::Configuration, options);
    for (const auto &[key, server] : serversOf(root).items())
        readServer(name(key), server, import);
    return import.result();
}

} // namespace weir
