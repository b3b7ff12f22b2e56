// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collectionimport.h"
#include "importtext.h"

#include <QHash>

namespace weir {

namespace {
using namespace collection;

constexpr CollectionImport::RowMembers insomniaRow = {"name", "value", nullptr, "disabled"};
constexpr int depthLimit = 100; // of groups in each other

// Insomnia's JSON export, versions 3 and 4: a flat list whose members name their parents.
class InsomniaReader final
{
public:
    Q_DISABLE_COPY_MOVE(InsomniaReader)
    explicit InsomniaReader(const ImportOptions &options)
        : m_import(QStringLiteral("Insomnia"), VariableStyle::Insomnia, options)
    {
    }

    ImportResult read(const Json &root)
    {
        const Json &resources = list(root, "resources");
        for (const Json &resource : resources)
            m_byId.insert(text(resource, "_id"), &resource);
        for (const Json &resource : resources) {
            const QString type = text(resource, "_type");
            if (type == QLatin1String("request") || type == QLatin1String("websocket_request"))
                readRequest(resource, type.startsWith(QLatin1String("web")));
            else if (type == QLatin1String("environment"))
                readEnvironment(resource);
            else if (type == QLatin1String("cookie_jar"))
                readCookies(resource);
            else if (type != QLatin1String("workspace") && type != QLatin1String("request_group")
                     && !(type == QLatin1String("api_spec") && text(resource, "contents").isEmpty()))
                m_import.notTaken(text(resource, "name"), type);
        }
        return m_import.result();
    }

private:
    // From the outermost to the resource's own parent.
    QList<const Json *> parentsOf(const Json &resource) const
    {
        QList<const Json *> parents;
        const Json *at = m_byId.value(text(resource, "parentId"));
        for (; at && parents.size() < depthLimit && !parents.contains(at);
             at = m_byId.value(text(*at, "parentId")))
            parents.prepend(at);
        return parents;
    }

    // {"a": {"b": 1}} is a.b
    void flatten(const Json &data, const QString &prefix, QList<ProfileRow> &rows) const
    {
        if (!data.is_object())
            return;
        for (const auto &[key, value] : data.items()) {
            const QString path = prefix + name(key);
            if (value.is_object())
                flatten(value, path + QLatin1Char('.'), rows);
            else
                rows.append({path,
                             markVariables(value.is_array() ? name(value.dump()) : text(value),
                                           VariableStyle::Insomnia)});
        }
    }

    void readEnvironment(const Json &resource)
    {
        QList<ProfileRow> rows;
        for (const Json *parent : parentsOf(resource)) {
            if (text(*parent, "_type") == QLatin1String("environment"))
                flatten(member(*parent, "data"), {}, rows);
        }
        flatten(member(resource, "data"), {}, rows);
        m_import.addEnvironment(text(resource, "name"), rows);
    }

    void readCookies(const Json &resource)
    {
        if (const size_t count = list(resource, "cookies").size(); count > 0)
            m_import.notTaken(text(resource, "name"), Import::tr("%n cookie(s)", nullptr, int(count)));
    }

    void readRequest(const Json &resource, bool isSocket)
    {
        ProfileDraft draft;
        Profile &profile = draft.profile;
        profile.name = text(resource, "name");
        profile.notes = text(resource, "description");
        for (const Json *parent : parentsOf(resource)) {
            profile.folder = subfolder(profile.folder, text(*parent, "name"));
            flatten(member(*parent, "environment"), {}, profile.variables);
        }
        for (ProfileRow &row : profile.variables)
            row.name = variableName(row.name);
        profile.url = m_import.text(resource, "url");
        if (!profile.url.contains(QLatin1String("://")) && !marked::hasVariable(profile.url.left(1)))
            profile.url.prepend(QLatin1String("http://"));
        profile.method = isSocket ? QString() : text(resource, "method");
        profile.headers = m_import.rows(list(resource, "headers"), insomniaRow);
        profile.query = m_import.rows(list(resource, "parameters"), insomniaRow);
        if (isSocket)
            draft.protocol = Protocol::WebSocket;
        readBody(member(resource, "body"), draft);
        readLogin(member(resource, "authentication"), draft);
        listTags(resource, draft);
        m_import.add(draft, QString(profile.folder + QLatin1Char('/') + profile.name));
    }

    void readBody(const Json &body, ProfileDraft &draft)
    {
        const QString type = text(body, "mimeType");
        if (type == QLatin1String("application/x-www-form-urlencoded")) {
            setForm(draft, m_import.rows(list(body, "params"), insomniaRow));
        } else if (!list(body, "params").empty() || !text(body, "fileName").isEmpty()) {
            draft.notTaken.append(Import::tr("The body (%1).").arg(type));
        } else if (const QString raw = m_import.text(body, "text"); !raw.isEmpty()) {
            draft.profile.body = raw;
            setContentType(draft.profile, type);
        }
    }

    void readLogin(const Json &login, ProfileDraft &draft)
    {
        const QString type = text(login, "type");
        if (type.isEmpty() || type == QLatin1String("none") || flag(login, "disabled", false))
            return;
        ProfileAuth &auth = draft.profile.auth;
        const QString prefix = text(login, "prefix");
        if (type == QLatin1String("basic")) {
            auth = {.type = ProfileAuth::Type::Basic,
                    .user = m_import.text(login, "username"),
                    .password = m_import.text(login, "password")};
        } else if (type == QLatin1String("bearer")
                   && (prefix.isEmpty() || prefix == QLatin1String("Bearer"))) {
            auth = {.type = ProfileAuth::Type::Bearer, .token = m_import.text(login, "token")};
        } else if (type == QLatin1String("bearer")) {
            auth = {.type = ProfileAuth::Type::Custom,
                    .value = prefix + QLatin1Char(' ') + m_import.text(login, "token")};
        } else if (type == QLatin1String("apikey") && text(login, "addTo") == QLatin1String("cookie")) {
            draft.profile.headers.append(
                {QStringLiteral("Cookie"),
                 m_import.text(login, "key") + QLatin1Char('=') + m_import.text(login, "value")});
        } else if (type == QLatin1String("apikey")) {
            auth = {.type = text(login, "addTo") == QLatin1String("queryParams")
                        ? ProfileAuth::Type::ApiKeyQuery
                        : ProfileAuth::Type::ApiKeyHeader,
                    .name = m_import.text(login, "key"),
                    .value = m_import.text(login, "value")};
        } else {
            draft.notTaken.append(Import::tr("The login (%1).").arg(type));
        }
    }

    // What Insomnia computes: {% uuid %}, {{ _.a | upper }}
    static void listTags(const Json &resource, ProfileDraft &draft)
    {
        bool computed = false;
        forEachText(draft.profile, [&computed](QString &value) {
            computed = computed || value.contains(QLatin1String("{%")) || value.contains(QLatin1String("{{"));
        });
        if (computed)
            draft.notTaken.append(Import::tr("Values that Insomnia computes; their text is kept."));
        for (const char *script : {"preRequestScript", "afterResponseScript"}) {
            if (!text(resource, script).trimmed().isEmpty())
                draft.notTaken.append(Import::tr("a script (%1)").arg(QLatin1String(script)));
        }
    }

    CollectionImport m_import;
    QHash<QString, const Json *> m_byId;
};
}

Expected<ImportResult> collection::readInsomnia(const Json &root, const ImportOptions &options)
{
    return InsomniaReader(options).read(root);
}

} // namespace weir
