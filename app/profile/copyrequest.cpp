// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "copyrequest.h"

#include <algorithm>

namespace weir {

namespace {
void addHeader(CopyRequest &request, const QString &name, const CopyText &value)
{
    request.headers.append({copyLetters(name), value});
}

CopyText withQuery(const Profile &profile)
{
    CopyText url = copyText(profile.url);
    QList<ProfileRow> rows = profile.query;
    if (profile.auth.type == ProfileAuth::Type::ApiKeyQuery)
        rows.append({profile.auth.name, profile.auth.value});
    bool first = !profile.url.contains(QLatin1Char('?'));
    for (const ProfileRow &row : std::as_const(rows)) {
        if (!row.on)
            continue;
        url += copyLetters(first ? QStringLiteral("?") : QStringLiteral("&"));
        first = false;
        url += percentEncodedLetters(copyText(row.name)) + copyLetters(QStringLiteral("="))
            + percentEncodedLetters(copyText(row.value));
    }
    return url;
}

void addLogin(const ProfileAuth &auth, CopyRequest &request)
{
    const QString authorization = QStringLiteral("Authorization");
    switch (auth.type) {
    case ProfileAuth::Type::None:
    case ProfileAuth::Type::ApiKeyQuery:
        break;
    case ProfileAuth::Type::Basic:
        request.login = {copyText(auth.user), copyText(auth.password)};
        break;
    case ProfileAuth::Type::Bearer:
        addHeader(request, authorization, copyLetters(QStringLiteral("Bearer ")) + copyText(auth.token));
        break;
    case ProfileAuth::Type::ApiKeyHeader:
        request.headers.append({copyText(auth.name), copyText(auth.value)});
        break;
    case ProfileAuth::Type::Custom:
        addHeader(request, authorization, copyText(auth.value));
        break;
    }
}

QString contentTypeOf(const QString &body)
{
    const QString start = body.left(256).trimmed();
    return start.startsWith(QLatin1Char('{')) || start.startsWith(QLatin1Char('['))
        ? QStringLiteral("application/json")
        : QStringLiteral("text/plain");
}
}

bool CopyRequest::has(QLatin1String header) const
{
    return std::any_of(headers.cbegin(), headers.cend(), [header](const Header &known) {
        return lettersOf(known.first).compare(header, Qt::CaseInsensitive) == 0;
    });
}

CopyRequest copyRequest(const Profile &profile)
{
    CopyRequest request;
    request.url = withQuery(profile);
    request.method = profile.method.isEmpty() ? QStringLiteral("GET") : profile.method;
    request.isSocket = profile.protocol == Protocol::WebSocket || profile.url.startsWith(QLatin1String("ws"));
    request.isRpc = profile.protocol == Protocol::JsonRpc;
    for (const ProfileRow &row : profile.headers) {
        if (row.on)
            request.headers.append({copyText(row.name), copyText(row.value)});
    }
    addLogin(profile.auth, request);
    // JSON-RPC has nothing to say without a call; this one asks a server for what it can do.
    const QString discover = QStringLiteral("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"rpc.discover\"}");
    if (profile.body && (request.isRpc || !request.isSocket))
        request.body = copyText(*profile.body);
    else if (request.isRpc)
        request.body = copyLetters(discover);
    if (request.isSocket)
        return request;
    if (request.isRpc)
        request.method = QStringLiteral("POST");
    if (!profile.lastEventId.isEmpty())
        addHeader(request, QStringLiteral("Last-Event-ID"), copyText(profile.lastEventId));
    if (profile.protocol == Protocol::Sse && !request.has(QLatin1String("accept")))
        addHeader(request, QStringLiteral("Accept"), copyLetters(QStringLiteral("text/event-stream")));
    if (request.body && !request.has(QLatin1String("content-type")))
        addHeader(request, QStringLiteral("Content-Type"),
                  copyLetters(request.isRpc ? QStringLiteral("application/json")
                                            : contentTypeOf(lettersOf(*request.body))));
    return request;
}

} // namespace weir
