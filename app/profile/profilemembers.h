// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile.h"

#include <QLatin1String>

#include <array>
#include <limits>

namespace weir {

// The members of a profile file in the order in which they are written: one list for the reader and the
// writer, which both have the functions that are called here. What equals the value given last is left out.
// `url` is always there and comes last, so that nothing that is added before needs a comma on another line.

template <typename T> struct NamedValue
{
    T value;
    QLatin1String name;
};

inline constexpr int profileFormat = 1;

inline constexpr std::array<NamedValue<Protocol>, 3> protocolNames = {{
    {Protocol::Sse, QLatin1String("sse")},
    {Protocol::WebSocket, QLatin1String("websocket")},
    {Protocol::JsonRpc, QLatin1String("json-rpc")},
}};
inline constexpr std::array<NamedValue<ProfileAuth::Type>, 6> authTypeNames = {{
    {ProfileAuth::Type::None, QLatin1String("none")},
    {ProfileAuth::Type::Basic, QLatin1String("basic")},
    {ProfileAuth::Type::Bearer, QLatin1String("bearer")},
    {ProfileAuth::Type::ApiKeyHeader, QLatin1String("api-key-header")},
    {ProfileAuth::Type::ApiKeyQuery, QLatin1String("api-key-query")},
    {ProfileAuth::Type::Custom, QLatin1String("custom")},
}};
inline constexpr std::array<NamedValue<ProfileTls::Version>, 3> tlsVersionNames = {{
    {ProfileTls::Version::Any, QLatin1String("any")},
    {ProfileTls::Version::Tls12, QLatin1String("1.2")},
    {ProfileTls::Version::Tls13, QLatin1String("1.3")},
}};
inline constexpr std::array<NamedValue<ProfileProxy::Mode>, 3> proxyModeNames = {{
    {ProfileProxy::Mode::System, QLatin1String("system")},
    {ProfileProxy::Mode::None, QLatin1String("none")},
    {ProfileProxy::Mode::Manual, QLatin1String("manual")},
}};

inline constexpr std::array<NamedValue<MessageFormat>, 4> messageFormatNames = {{
    {MessageFormat::Text, QLatin1String("text")},
    {MessageFormat::Json, QLatin1String("json")},
    {MessageFormat::Hex, QLatin1String("hex")},
    {MessageFormat::Base64, QLatin1String("base64")},
}};

inline constexpr std::array<NamedValue<SavedCall::Id>, 5> callIdNames = {{
    {SavedCall::Id::Automatic, QLatin1String("automatic")},
    {SavedCall::Id::Number, QLatin1String("number")},
    {SavedCall::Id::String, QLatin1String("string")},
    {SavedCall::Id::Null, QLatin1String("null")},
    {SavedCall::Id::None, QLatin1String("none")},
}};

struct NumberRange
{
    qint64 least;
    qint64 most;
};
inline constexpr NumberRange timeRange = {0, std::numeric_limits<int>::max()}; // what a timer takes
inline constexpr NumberRange sizeRange = {1, qint64(4) * 1024 * 1024 * 1024};

template <typename Members, typename Row> void listRow(Members &members, Row &row)
{
    members.always(QLatin1String("name"), row.name);
    members.always(QLatin1String("value"), row.value);
    members.flag(QLatin1String("on"), row.on, true);
}

template <typename Members, typename Template> void listTemplate(Members &members, Template &message)
{
    members.always(QLatin1String("name"), message.name);
    members.text(QLatin1String("folder"), message.folder);
    members.choice(QLatin1String("format"), message.format, messageFormatNames, MessageFormat::Text);
    members.lines(QLatin1String("body"), message.body);
}

template <typename Members, typename Call> void listCall(Members &members, Call &call)
{
    members.always(QLatin1String("name"), call.name);
    members.text(QLatin1String("folder"), call.folder);
    members.text(QLatin1String("method"), call.method);
    members.choice(QLatin1String("id"), call.id, callIdNames, SavedCall::Id::Automatic);
    members.text(QLatin1String("idText"), call.idText);
    members.lines(QLatin1String("params"), call.params);
}

template <typename Members, typename Rule> void listAnswer(Members &members, Rule &rule)
{
    members.always(QLatin1String("method"), rule.method);
    members.flag(QLatin1String("on"), rule.on, true);
    members.flag(QLatin1String("error"), rule.isError, false);
    members.lines(QLatin1String("json"), rule.json);
}

template <typename Members, typename Auth> void listAuth(Members &members, Auth &auth)
{
    members.choice(QLatin1String("type"), auth.type, authTypeNames, ProfileAuth::Type::None);
    members.text(QLatin1String("user"), auth.user);
    members.text(QLatin1String("password"), auth.password);
    members.text(QLatin1String("token"), auth.token);
    members.text(QLatin1String("name"), auth.name);
    members.text(QLatin1String("value"), auth.value);
}

template <typename Members, typename Tls> void listTls(Members &members, Tls &tls)
{
    members.flag(QLatin1String("insecure"), tls.insecure, false);
    members.fingerprints(QLatin1String("pins"), tls.pins);
    members.text(QLatin1String("caFile"), tls.caFile);
    members.text(QLatin1String("certFile"), tls.certFile);
    members.text(QLatin1String("keyFile"), tls.keyFile);
    members.text(QLatin1String("keyPassword"), tls.keyPassword);
    members.choice(QLatin1String("minimum"), tls.minimum, tlsVersionNames, ProfileTls::Version::Any);
}

template <typename Members, typename Proxy> void listProxy(Members &members, Proxy &proxy)
{
    members.choice(QLatin1String("mode"), proxy.mode, proxyModeNames, ProfileProxy::Mode::System);
    members.text(QLatin1String("url"), proxy.url);
    members.text(QLatin1String("user"), proxy.user);
    members.text(QLatin1String("password"), proxy.password);
}

template <typename Members, typename P> void listProfile(Members &members, P &profile)
{
    static const Profile plain;
    const auto time = [&](const char *name, auto &value, qint64 absent) {
        members.number(QLatin1String(name), value, absent, timeRange);
    };
    members.always(QLatin1String("name"), profile.name);
    members.text(QLatin1String("folder"), profile.folder);
    members.colour(QLatin1String("colour"), profile.colour);
    members.lines(QLatin1String("notes"), profile.notes);
    members.flag(QLatin1String("autoConnect"), profile.autoConnect, plain.autoConnect);
    members.rows(QLatin1String("variables"), profile.variables);
    members.text(QLatin1String("method"), profile.method, plain.method);
    members.rows(QLatin1String("query"), profile.query);
    members.rows(QLatin1String("headers"), profile.headers);
    members.lines(QLatin1String("body"), profile.body);
    members.texts(QLatin1String("subprotocols"), profile.subprotocols);
    members.templates(QLatin1String("templates"), profile.templates);
    members.text(QLatin1String("openRpc"), profile.openRpcFile);
    members.names(QLatin1String("methods"), profile.methods);
    members.calls(QLatin1String("calls"), profile.calls);
    members.answers(QLatin1String("answers"), profile.answers);
    members.text(QLatin1String("lastEventId"), profile.lastEventId);
    members.object(QLatin1String("auth"), profile.auth,
                   [](auto &inner, auto &value) { listAuth(inner, value); });
    members.object(QLatin1String("tls"), profile.tls,
                   [](auto &inner, auto &value) { listTls(inner, value); });
    members.object(QLatin1String("proxy"), profile.proxy,
                   [](auto &inner, auto &value) { listProxy(inner, value); });
    members.flag(QLatin1String("http2"), profile.http2, plain.http2);
    members.flag(QLatin1String("reconnect"), profile.reconnect, plain.reconnect);
    members.flag(QLatin1String("reconnectAfterClose"), profile.reconnectAfterClose,
                 plain.reconnectAfterClose);
    members.flag(QLatin1String("resilient"), profile.resilient, plain.resilient);
    time("reconnectionTime", profile.reconnectionTime, plain.reconnectionTime);
    time("headerTimeout", profile.headerTimeout, plain.headerTimeout);
    time("readTimeout", profile.readTimeout, plain.readTimeout);
    time("callTimeout", profile.callTimeout, plain.callTimeout);
    members.number(QLatin1String("lineLimit"), profile.lineLimit, plain.lineLimit, sizeRange);
    members.number(QLatin1String("messageLimit"), profile.messageLimit, plain.messageLimit, sizeRange);
    time("heartbeat", profile.heartbeat, plain.heartbeat);
    time("heartbeatTimeout", profile.heartbeatTimeout, plain.heartbeatTimeout);
    members.always(QLatin1String("protocol"), profile.protocol, protocolNames);
    members.always(QLatin1String("url"), profile.url);
}

template <typename Members, typename E> void listEnvironment(Members &members, E &environment)
{
    members.rows(QLatin1String("variables"), environment.variables);
    members.always(QLatin1String("name"), environment.name);
}

} // namespace weir
