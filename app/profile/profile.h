// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/event.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace weir {

// A name and a value in a form. What is off stays in the profile and is not sent.
struct ProfileRow
{
    QString name;
    QString value;
    bool on = true;
    QByteArray unknown = {}; // here as below: JSON members we do not know, kept as they are

    bool operator==(const ProfileRow &) const = default;
};

// How the requests of a profile prove who they are. Members that the type does not need stay empty.
struct ProfileAuth
{
    enum class Type { None, Basic, Bearer, ApiKeyHeader, ApiKeyQuery, Custom };
    Type type = Type::None;
    QString user = {}; // Basic
    QString password = {}; // Basic
    QString token = {}; // Bearer
    QString name = {}; // API key: of the header or of the query parameter
    QString value = {}; // API key; Custom: the whole value of Authorization
    QByteArray unknown = {};

    bool operator==(const ProfileAuth &) const = default;
};

struct ProfileTls
{
    enum class Version { Any, Tls12, Tls13 };
    bool insecure = false; // any certificate is good
    QStringList pins = {}; // SHA-256 of certificates (DER) that are trusted, 64 lower-case hex digits
    QString caFile = {}; // PEM
    QString certFile = {}; // PEM or PKCS#12
    QString keyFile = {}; // PEM; empty: in certFile
    QString keyPassword = {};
    Version minimum = Version::Any; // Any: what Qt allows, TLS 1.2
    QByteArray unknown = {};

    bool operator==(const ProfileTls &) const = default;
};

struct ProfileProxy
{
    enum class Mode { System, None, Manual };
    Mode mode = Mode::System;
    QString url = {}; // Manual: http:// or socks5://, host and port
    QString user = {};
    QString password = {};
    QByteArray unknown = {};

    bool operator==(const ProfileProxy &) const = default;
};

// How the text of a message becomes what is sent: as text, or as the bytes that it stands for.
enum class MessageFormat { Text, Json, Hex, Base64 };

// A message that is kept to be sent again. Its variables are filled in when it is sent.
struct MessageTemplate
{
    QString name = {};
    QString folder = {}; // empty: none
    MessageFormat format = MessageFormat::Text;
    QString body = {};
    QByteArray unknown = {};

    bool operator==(const MessageTemplate &) const = default;
};

// A call of JSON-RPC that is kept to be made again. Its variables are filled in when it is sent.
struct SavedCall
{
    enum class Id { Automatic, Number, String, Null, None }; // None: a notification
    QString name = {};
    QString folder = {}; // empty: none
    QString method = {};
    QString params = {}; // JSON once its variables are filled in; empty: none
    Id id = Id::Automatic;
    QString idText = {}; // of a Number or a String
    QByteArray unknown = {};

    bool operator==(const SavedCall &) const = default;
};

// How requests of the server are answered without a hand.
struct AnswerRule
{
    QString method = {}; // "*": any that no rule before it knows
    bool isError = false;
    QString json = {}; // the result, or the error object; JSON once its variables are filled in
    bool on = true;
    QByteArray unknown = {};

    bool operator==(const AnswerRule &) const = default;
};

// A saved description of a connection. All text may hold {{variables}}; secrets stand in it by their names
// only,
// {{secret.NAME}}. Which file it came from is the store's business. Times in milliseconds (0: never), sizes
// in bytes.
struct Profile
{
    QString name = {};
    QString folder = {}; // "Staging/EU"; empty: none
    QString colour = {}; // "#rrggbb"; empty: by the connection's number
    QString notes = {};
    Protocol protocol = Protocol::Sse;
    QString url = {};
    QString method = QStringLiteral("GET");
    std::optional<QString> body = {};
    QList<ProfileRow> headers = {};
    QList<ProfileRow> query = {};
    QStringList subprotocols = {};
    QString lastEventId = {}; // SSE: to start from
    ProfileAuth auth = {};
    ProfileTls tls = {};
    ProfileProxy proxy = {};
    bool http2 = false; // only where it is asked for
    bool reconnect = true;
    bool reconnectAfterClose = true; // WebSocket: also after a close with 1000 or 1001
    bool resilient = false; // also after 408, 425, 429 and 5xx
    qint64 reconnectionTime = 3000;
    qint64 headerTimeout = 30000; // also of an opening handshake
    qint64 readTimeout = 0;
    qint64 lineLimit = 16 * 1024 * 1024;
    qint64 messageLimit = 64 * 1024 * 1024;
    qint64 heartbeat = 0; // between two pings
    qint64 heartbeatTimeout = 10000;
    bool autoConnect = false; // when the program starts
    QList<ProfileRow> variables = {}; // before those of the environment
    QList<MessageTemplate> templates = {};
    qint64 callTimeout = 30000; // JSON-RPC, as below
    QString openRpcFile = {}; // the description of the service; empty: rpc.discover
    QStringList methods = {}; // known without a description
    QList<SavedCall> calls = {};
    QList<AnswerRule> answers = {};
    QByteArray unknown = {};

    bool operator==(const Profile &) const = default;
};

// A named set of variables.
struct Environment
{
    QString name = {};
    QList<ProfileRow> variables = {};
    QByteArray unknown = {};

    bool operator==(const Environment &) const = default;
};

} // namespace weir
