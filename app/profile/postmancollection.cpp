// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collectionimport.h"
#include "importtext.h"

#include <QRegularExpression>

namespace weir {

namespace {
using namespace collection;

constexpr CollectionImport::RowMembers postmanRow = {"key", "value", nullptr, "disabled"};

// Postman collection format v2.0.0 and v2.1.0
class PostmanReader final
{
public:
    Q_DISABLE_COPY_MOVE(PostmanReader)
    explicit PostmanReader(const ImportOptions &options)
        : m_import(QStringLiteral("Postman"), VariableStyle::Postman, options)
    {
    }

    ImportResult read(const Json &root)
    {
        const QString name = text(member(root, "info"), "name");
        m_import.addEnvironment(name, m_import.rows(list(root, "variable"), postmanRow));
        listScripts(root, name);
        readItems(root, subfolder({}, name), member(root, "auth"));
        return m_import.result();
    }

private:
    void listScripts(const Json &item, const QString &where)
    {
        for (const Json &event : list(item, "event")) {
            const Json &lines = member(member(event, "script"), "exec");
            const bool has = lines.is_array()
                ? std::any_of(lines.begin(), lines.end(),
                              [](const Json &line) { return !text(line).trimmed().isEmpty(); })
                : !text(lines).trimmed().isEmpty();
            if (has)
                m_import.notTaken(where, Import::tr("a script (%1)").arg(text(event, "listen")));
        }
    }

    void readItems(const Json &parent, const QString &folder, const Json &auth)
    {
        for (const Json &item : list(parent, "item")) {
            const QString name = text(item, "name");
            const QString where = folder + QLatin1Char('/') + name;
            const Json &own = has(item, "auth") ? member(item, "auth") : auth;
            listScripts(item, where);
            if (member(item, "item").is_array())
                readItems(item, subfolder(folder, name), own);
            else
                readRequest(item, folder, own, where);
        }
    }

    void readRequest(const Json &item, const QString &folder, const Json &inherited, const QString &where)
    {
        const Json &request = member(item, "request");
        ProfileDraft draft;
        Profile &profile = draft.profile;
        profile.name = text(item, "name");
        profile.folder = folder;
        if (request.is_string()) {
            profile.url = m_import.text(item, "request");
        } else if (request.is_object()) {
            const Json &description = member(request, "description");
            profile.notes = description.is_object() ? text(description, "content") : text(description);
            profile.method = text(request, "method");
            profile.headers = m_import.rows(list(request, "header"), postmanRow);
            readUrl(request, profile);
            readBody(member(request, "body"), draft);
            readAuth(member(request, "auth").is_object() ? member(request, "auth") : inherited, draft);
        } else {
            m_import.notTaken(where, Import::tr("it has no request"));
            return;
        }
        if (const size_t count = list(item, "response").size(); count > 0)
            draft.notTaken.append(Import::tr("%n saved response(s)", nullptr, int(count)));
        m_import.add(draft, where);
    }

    void readUrl(const Json &request, Profile &profile)
    {
        const Json &url = member(request, "url");
        profile.url = url.is_object() ? m_import.text(url, "raw") : m_import.text(request, "url");
        if (profile.url.isEmpty())
            profile.url = assembledUrl(url);
        if (!list(url, "query").empty()) {
            profile.query = m_import.rows(list(url, "query"), postmanRow);
            profile.url = profile.url.section(QLatin1Char('?'), 0, 0);
        }
        // "/users/:id": the segment becomes a variable of the profile
        for (const ProfileRow &row : m_import.rows(list(url, "variable"), postmanRow)) {
            const QRegularExpression segment(
                QStringLiteral("/:%1(?=[/?#]|$)").arg(QRegularExpression::escape(row.name)));
            const QString name = variableName(row.name);
            if (!profile.url.contains(segment))
                continue;
            profile.url.replace(segment, QLatin1Char('/') + marked::variable(name));
            profile.variables.append({name, row.value, row.on});
        }
        static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*://"));
        if (!profile.url.isEmpty() && !scheme.match(profile.url).hasMatch()
            && !marked::hasVariable(profile.url.first(1)))
            profile.url.prepend(QLatin1String("http://"));
    }

    QString assembledUrl(const Json &url) const
    {
        const auto joined = [&url](const char *name, QLatin1Char separator) {
            const Json &parts = member(url, name);
            QStringList texts;
            for (const Json &part : list(url, name))
                texts.append(part.is_object() ? text(part, "value") : text(part));
            return parts.is_array() ? texts.join(separator) : text(parts);
        };
        const QString host = joined("host", QLatin1Char('.'));
        if (host.isEmpty())
            return {};
        QString result = host;
        if (const QString protocol = text(url, "protocol"); !protocol.isEmpty())
            result.prepend(QString(protocol + QLatin1String("://")));
        if (const QString port = text(url, "port"); !port.isEmpty())
            result += QLatin1Char(':') + port;
        const QString path = joined("path", QLatin1Char('/'));
        return markVariables(path.isEmpty() ? result : QString(result + QLatin1Char('/') + path),
                             VariableStyle::Postman);
    }

    void readBody(const Json &body, ProfileDraft &draft)
    {
        if (!body.is_object() || flag(body, "disabled", false))
            return;
        const QString mode = text(body, "mode");
        if (mode == QLatin1String("raw")) {
            const QString raw = m_import.text(body, "raw");
            if (raw.isEmpty())
                return;
            draft.profile.body = raw;
            if (text(member(member(body, "options"), "raw"), "language") == QLatin1String("json"))
                setContentType(draft.profile, QStringLiteral("application/json"));
        } else if (mode == QLatin1String("urlencoded")) {
            setForm(draft, m_import.rows(list(body, "urlencoded"), postmanRow));
        } else if (!mode.isEmpty()) {
            draft.notTaken.append(Import::tr("The body (%1).").arg(mode));
        }
    }

    // v2.1: [{"key": "token", "value": ...}], v2.0: {"token": ...}
    QString authText(const Json &auth, const QString &type, const char *name) const
    {
        const Json &members = member(auth, type.toUtf8().constData());
        if (members.is_object())
            return m_import.text(members, name);
        if (members.is_array()) {
            for (const Json &row : members) {
                if (text(row, "key") == QLatin1String(name))
                    return m_import.text(row, "value");
            }
        }
        return {};
    }

    void readAuth(const Json &auth, ProfileDraft &draft)
    {
        const QString type = text(auth, "type");
        const auto value = [&](const char *name) { return authText(auth, type, name); };
        ProfileAuth &login = draft.profile.auth;
        if (type == QLatin1String("basic")) {
            login = {
                .type = ProfileAuth::Type::Basic, .user = value("username"), .password = value("password")};
        } else if (type == QLatin1String("bearer")) {
            login = {.type = ProfileAuth::Type::Bearer, .token = value("token")};
        } else if (type == QLatin1String("apikey")) {
            login = {.type = value("in") == QLatin1String("query") ? ProfileAuth::Type::ApiKeyQuery
                                                                   : ProfileAuth::Type::ApiKeyHeader,
                     .name = value("key"),
                     .value = value("value")};
        } else if (type == QLatin1String("oauth2") && !value("accessToken").isEmpty()) {
            login = {.type = ProfileAuth::Type::Bearer, .token = value("accessToken")};
            draft.notTaken.append(Import::tr("How the OAuth 2 token is renewed; the token is taken."));
        } else if (!type.isEmpty() && type != QLatin1String("noauth")) {
            draft.notTaken.append(Import::tr("The login (%1).").arg(type));
        }
    }

    CollectionImport m_import;
};
}

Expected<ImportResult> collection::readPostman(const Json &root, const ImportOptions &options)
{
    return PostmanReader(options).read(root);
}

Expected<ImportResult> collection::readPostmanEnvironment(const Json &root, const ImportOptions &options)
{
    CollectionImport import(QStringLiteral("Postman"), VariableStyle::Postman, options);
    QSet<QString> secrets;
    for (const Json &value : list(root, "values")) {
        if (text(value, "type") == QLatin1String("secret"))
            secrets.insert(variableName(text(value, "key")));
    }
    import.addEnvironment(text(root, "name"),
                          import.rows(list(root, "values"), {"key", "value", "enabled", nullptr}), secrets);
    return import.result();
}

} // namespace weir
