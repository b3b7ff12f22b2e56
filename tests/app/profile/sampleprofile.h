// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/profile.h"

namespace weir {

// No member is at its default.
inline Profile fullProfile()
{
    Profile profile;
    profile.name = QStringLiteral("Market “ticks” \\ 😀");
    profile.folder = QStringLiteral("Staging/EU");
    profile.colour = QStringLiteral("#0072b2");
    profile.notes = QStringLiteral("first line\n\tsecond\r\n\n");
    profile.protocol = Protocol::JsonRpc;
    profile.url = QStringLiteral("https://{{host}}/feed");
    profile.method = QStringLiteral("POST");
    profile.body = QStringLiteral("{\n  \"a\": 1\n}");
    profile.headers = {
        {QStringLiteral("Accept"), QStringLiteral("x"), true, {}},
        {QStringLiteral("X-Off"), QStringLiteral("y"), false, R"({"why": "too old", "n": 1.0})"}};
    profile.query = {{QStringLiteral("q"), QString(QChar(0xfeff)), true, {}}};
    profile.subprotocols = {QStringLiteral("v2.chat"), QStringLiteral("v1.chat")};
    profile.lastEventId = QStringLiteral("48199");
    profile.auth = {ProfileAuth::Type::ApiKeyHeader,
                    QStringLiteral("u"),
                    QStringLiteral("{{secret.P}}"),
                    QStringLiteral("{{secret.T}}"),
                    QStringLiteral("X-Key"),
                    QStringLiteral("{{secret.V}}"),
                    R"({"realm": null})"};
    profile.tls = {true,
                   {QString(64, QLatin1Char('a')), QString(64, QLatin1Char('0'))},
                   QStringLiteral("ca.pem"),
                   QStringLiteral("cert.p12"),
                   QStringLiteral("key.pem"),
                   QStringLiteral("{{secret.K}}"),
                   ProfileTls::Version::Tls13,
                   R"({"ciphers": ["a", "b"]})"};
    profile.proxy = {ProfileProxy::Mode::Manual, QStringLiteral("socks5://proxy:1080"), QStringLiteral("p"),
                     QStringLiteral("{{secret.Q}}"), R"({"bypass": []})"};
    profile.http2 = true;
    profile.reconnect = false;
    profile.reconnectAfterClose = false;
    profile.resilient = true;
    profile.reconnectionTime = 1;
    profile.headerTimeout = 0;
    profile.readTimeout = 2147483647;
    profile.lineLimit = 1;
    profile.messageLimit = qint64(4) * 1024 * 1024 * 1024;
    profile.heartbeat = 5000;
    profile.heartbeatTimeout = 6000;
    profile.autoConnect = true;
    profile.variables = {{QStringLiteral("host"), QStringLiteral("example.com"), true, {}}};
    profile.templates = {
        {QStringLiteral("Join"), {}, MessageFormat::Text, QStringLiteral("hello {{secret.T}}"), {}},
        {QStringLiteral("Subscribe"), QStringLiteral("Rooms"), MessageFormat::Json,
         QStringLiteral("{\n  \"topic\": 1\n}\n"), R"({"hint": [1]})"},
        {QStringLiteral("Ping"), {}, MessageFormat::Hex, QStringLiteral("00 ff"), {}},
        {QStringLiteral("Empty"), QStringLiteral("Rooms"), MessageFormat::Base64, {}, {}}};
    profile.callTimeout = 1500;
    profile.openRpcFile = QStringLiteral("calculator.json");
    profile.methods = {QStringLiteral("subtract"), QStringLiteral("“get”")};
    profile.calls = {
        {.name = QStringLiteral("Difference"),
         .method = QStringLiteral("subtract"),
         .params = QStringLiteral("[42, 23]")},
        {QStringLiteral("Log in"), QStringLiteral("Users"), QStringLiteral("login"),
         QStringLiteral("{\n  \"token\": \"{{secret.T}}\"\n}"), SavedCall::Id::String, QStringLiteral("7"),
         R"({"hint": [1.0]})"},
        {.name = QStringLiteral("Number"), .id = SavedCall::Id::Number, .idText = QStringLiteral("1e400")},
        {.name = QStringLiteral("Null"), .id = SavedCall::Id::Null},
        {.name = QStringLiteral("Notification"), .id = SavedCall::Id::None}};
    profile.answers = {
        {.method = QStringLiteral("confirm"), .json = QStringLiteral("true")},
        {QStringLiteral("*"), true, QStringLiteral("{\n  \"code\": -32601\n}"), false, R"({"why": "busy"})"}};
    profile.unknown = R"({"z": {"y": [1e2, -0, 123456789012345678901234567890]}, "a": true})";
    return profile;
}

inline Environment fullEnvironment()
{
    return {QStringLiteral("dev"),
            {{QStringLiteral("host"), QStringLiteral("localhost"), true, {}},
             {QStringLiteral("port"), {}, false, R"({"x": 1})"}},
            R"({"owner": "team"})"};
}

} // namespace weir
