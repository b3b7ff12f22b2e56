// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiledraft.h"

#include "draftsecrets.h"
#include "importtext.h"
#include "jsontree.h"

#include "base/jsonformat.h"
#include "base/rawjson.h"

#include <QRegularExpression>
#include <QUrl>

#include <nlohmann/json.hpp>

namespace weir {

namespace {
constexpr qsizetype profileNameLimit = 120;

QString percentDecoded(const QString &text)
{
    return marked::mapLetters(text, [](const QString &letters) {
        return marked::unmarked(QUrl::fromPercentEncoding(letters.toUtf8()));
    });
}

// `Basic` and its user and password, RFC 7617.
std::optional<ProfileAuth> basicLogin(const QString &credentials)
{
    const auto bytes =
        QByteArray::fromBase64Encoding(credentials.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const QString text = bytes ? QString::fromUtf8(*bytes) : QString();
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    if (!bytes || colon < 0 || text.toUtf8() != *bytes || marked::unmarked(text) != text)
        return std::nullopt;
    return ProfileAuth{
        .type = ProfileAuth::Type::Basic, .user = text.left(colon), .password = text.mid(colon + 1)};
}

ProfileAuth authFromHeader(const QString &value)
{
    static const QRegularExpression scheme(QStringLiteral("^(Bearer|Basic) +(\\S.*)$"),
                                           QRegularExpression::CaseInsensitiveOption);
    const auto match = scheme.match(value);
    if (match.hasMatch() && match.captured(1).compare(QLatin1String("bearer"), Qt::CaseInsensitive) == 0)
        return {.type = ProfileAuth::Type::Bearer, .token = match.captured(2)};
    if (match.hasMatch()) {
        if (const auto login = basicLogin(match.captured(2)))
            return *login;
    }
    return {.type = ProfileAuth::Type::Custom, .value = value};
}

class DraftFinisher final
{
public:
    Q_DISABLE_COPY_MOVE(DraftFinisher)
    DraftFinisher(ProfileDraft draft, ImportedSecrets &secrets)
        : m_draft(std::move(draft))
        , m_profile(m_draft.profile)
        , m_secrets(secrets)
    {
    }

    Expected<ImportedProfile> finish()
    {
        if (auto taken = takeUrl(); !taken)
            return tl::unexpected(taken.error());
        takeHeaders();
        decideProtocol();
        dropWhatWeirSends();
        if (m_profile.name.isEmpty())
            m_profile.name = m_host + m_path;
        m_profile.name = marked::toPlainText(m_profile.name).simplified().left(profileNameLimit);
        m_secrets.setPlace(m_host.isEmpty() || marked::hasVariable(m_host) ? m_profile.name : m_host);
        takeSecrets(m_profile, m_secrets);
        forEachText(m_profile, [](QString &text) { text = marked::toProfileText(text); });
        keepCall();
        for (QString &line : m_draft.notTaken)
            line = marked::toPlainText(line);
        return ImportedProfile{m_profile, m_draft.notTaken, m_secrets.take()};
    }

private:
    Expected<void> takeUrl()
    {
        QString &url = m_profile.url;
        url = url.trimmed();
        if (const qsizetype hash = url.indexOf(QLatin1Char('#')); hash >= 0)
            url.truncate(hash); // never sent
        static const QRegularExpression parts(QStringLiteral("^([A-Za-z][A-Za-z0-9+.-]*)://([^/?]*)([^?]*)"));
        const auto match = parts.match(url);
        if (!match.hasMatch()) {
            if (!marked::hasVariable(url))
                return failure(ErrorCode::InvalidUrl, url);
            return {};
        }
        m_scheme = match.captured(1).toLower();
        if (!QStringList{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("ws"),
                         QStringLiteral("wss")}
                 .contains(m_scheme))
            return failure(ErrorCode::UnsupportedScheme, m_scheme);
        QString authority = match.captured(2);
        if (const qsizetype at = authority.lastIndexOf(QLatin1Char('@')); at >= 0) {
            takeUserInfo(authority.left(at));
            authority = authority.mid(at + 1);
        }
        if (authority.isEmpty())
            return failure(ErrorCode::InvalidUrl, marked::toPlainText(url));
        m_authority = authority;
        static const QRegularExpression port(QStringLiteral(":\\d*$"));
        m_host = QString(authority).remove(port);
        m_path = match.captured(3) == QLatin1String("/") ? QString() : match.captured(3);
        url = m_scheme + QLatin1String("://") + authority + url.mid(match.capturedEnd(2));
        return {};
    }

    void takeUserInfo(const QString &info)
    {
        if (m_profile.auth.type != ProfileAuth::Type::None)
            return;
        const qsizetype colon = info.indexOf(QLatin1Char(':'));
        m_profile.auth = {.type = ProfileAuth::Type::Basic,
                          .user = percentDecoded(colon < 0 ? info : info.left(colon)),
                          .password = colon < 0 ? QString() : percentDecoded(info.mid(colon + 1))};
    }

    void takeHeaders()
    {
        QList<ProfileRow> kept;
        for (const ProfileRow &row : std::as_const(m_profile.headers)) {
            if (!row.on || !takeHeader(row.name.toLower(), row.value))
                kept.append(row);
        }
        m_profile.headers = kept;
        const auto isKey = [](const ProfileRow &row) {
            return row.on && row.name.toLower().remove(QLatin1Char('-')).contains(QLatin1String("apikey"));
        };
        const auto key = std::find_if(kept.cbegin(), kept.cend(), isKey);
        if (m_profile.auth.type == ProfileAuth::Type::None && key != kept.cend()) {
            m_profile.auth = {
                .type = ProfileAuth::Type::ApiKeyHeader, .name = key->name, .value = key->value};
            m_profile.headers.removeAt(key - kept.cbegin());
        }
    }

    // Whether nothing of the header stays in the list.
    bool takeHeader(const QString &name, const QString &value)
    {
        static const QStringList ours = {
            QStringLiteral("connection"),        QStringLiteral("content-length"),
            QStringLiteral("sec-websocket-key"), QStringLiteral("sec-websocket-version"),
            QStringLiteral("http2-settings"),    QStringLiteral("keep-alive")};
        if (name.isEmpty() || name.startsWith(QLatin1Char(':')) || ours.contains(name))
            return true;
        if (name == QLatin1String("upgrade")) {
            if (value.compare(QLatin1String("websocket"), Qt::CaseInsensitive) == 0)
                m_draft.protocol = Protocol::WebSocket;
            return true;
        }
        if (name == QLatin1String("host"))
            return value == m_authority;
        if (name == QLatin1String("accept-encoding") && value.contains(QLatin1String("gzip")))
            return true;
        if (name == QLatin1String("accept-encoding") || name == QLatin1String("transfer-encoding")
            || name == QLatin1String("te") || name == QLatin1String("sec-websocket-extensions")) {
            m_draft.notTaken.append(
                Import::tr("The header “%1: %2”: Weir decides on that itself.").arg(name, value));
            return true;
        }
        if (name == QLatin1String("sec-websocket-protocol")) {
            for (const QString &protocol : value.split(QLatin1Char(','), Qt::SkipEmptyParts))
                m_profile.subprotocols.append(protocol.trimmed());
            return true;
        }
        if (name == QLatin1String("last-event-id")) {
            m_profile.lastEventId = value;
            return true;
        }
        if (name == QLatin1String("authorization") && m_profile.auth.type == ProfileAuth::Type::None) {
            m_profile.auth = authFromHeader(value);
            return true;
        }
        return false;
    }

    QString header(QLatin1String name) const
    {
        for (const ProfileRow &row : m_profile.headers) {
            if (row.on && row.name.compare(name, Qt::CaseInsensitive) == 0)
                return row.value;
        }
        return {};
    }

    void decideProtocol()
    {
        const QString accept = header(QLatin1String("accept"));
        const bool stream = m_draft.wantsStream
            || accept.compare(QLatin1String("text/event-stream"), Qt::CaseInsensitive) == 0;
        const bool socket = m_scheme.startsWith(QLatin1String("ws"));
        m_profile.protocol = m_draft.protocol              ? *m_draft.protocol
            : socket                                       ? Protocol::WebSocket
            : stream                                       ? Protocol::Sse
            : m_profile.body && isJsonRpc(*m_profile.body) ? Protocol::JsonRpc
                                                           : Protocol::Sse;
        const bool wasEmpty = m_profile.method.isEmpty();
        if (m_profile.protocol == Protocol::WebSocket) {
            if (m_scheme.startsWith(QLatin1String("http")))
                m_profile.url.replace(0, 4, QLatin1String("ws"));
            if (m_profile.body)
                m_draft.notTaken.append(
                    Import::tr("The body of the request: an opening handshake has none."));
            m_profile.body = std::nullopt;
            if (!wasEmpty && m_profile.method != QLatin1String("GET"))
                m_draft.notTaken.append(
                    Import::tr("The method %1: an opening handshake is always a GET.").arg(m_profile.method));
            m_profile.method = QStringLiteral("GET");
        } else if (wasEmpty) {
            const bool post = m_profile.body || m_profile.protocol == Protocol::JsonRpc;
            m_profile.method = post ? QStringLiteral("POST") : QStringLiteral("GET");
        }
    }

    // Headers that say what is sent without them too.
    void dropWhatWeirSends()
    {
        if (m_profile.protocol != Protocol::Sse)
            return;
        m_profile.headers.removeIf([](const ProfileRow &row) {
            const QString name = row.name.toLower();
            return row.on
                && ((name == QLatin1String("accept") && row.value == QLatin1String("text/event-stream"))
                    || (name == QLatin1String("cache-control") && row.value == QLatin1String("no-cache")));
        });
    }

    // A connection of JSON-RPC sends its calls, not a body.
    void keepCall()
    {
        const QByteArray json = m_profile.body.value_or(QString()).toUtf8();
        if (m_profile.protocol != Protocol::JsonRpc || !checkJson(json))
            return;
        SavedCall call{.id = SavedCall::Id::None};
        for (const auto &[name, value] : jsonMembers(json)) {
            const bool isText = jsonType(value) == JsonType::String;
            if (name == "method" && isText) {
                call.method = textFromUtf8(jsonText(value));
            } else if (name == "params") {
                call.params = textFromUtf8(value.toByteArray());
            } else if (name == "id") {
                const bool isNull = jsonType(value) == JsonType::Null;
                call.id = isText ? SavedCall::Id::String
                    : isNull     ? SavedCall::Id::Null
                                 : SavedCall::Id::Automatic;
                call.idText = isText ? textFromUtf8(jsonText(value)) : QString();
            }
        }
        call.name = call.method;
        if (!call.method.isEmpty())
            m_profile.calls.append(call);
    }

    ProfileDraft m_draft;
    Profile &m_profile;
    ImportedSecrets &m_secrets;
    QString m_scheme;
    QString m_authority;
    QString m_host;
    QString m_path;
};
}

Expected<ImportedProfile> finishDraft(ProfileDraft draft, ImportedSecrets &secrets)
{
    return DraftFinisher(std::move(draft), secrets).finish();
}

bool isJsonRpc(const QString &markedBody)
{
    if (!markedBody.contains(QLatin1String("jsonrpc")))
        return false;
    // A variable may stand where a number does.
    const QString text = marked::replaceVariables(markedBody, QStringLiteral("0"));
    const QByteArray bytes = text.toUtf8();
    const auto json = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
    const auto isCall = [](const nlohmann::json &value) {
        return value.is_object() && value.contains("jsonrpc");
    };
    return isCall(json) || (json.is_array() && !json.empty() && isCall(json.front()));
}

QString percentEncoded(const QString &text)
{
    return marked::mapLetters(
        text, [](const QString &letters) { return QString::fromLatin1(QUrl::toPercentEncoding(letters)); });
}

} // namespace weir
