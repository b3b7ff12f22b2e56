// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collectionimport.h"
#include "importtext.h"

namespace weir {

namespace {
using namespace collection;

constexpr CollectionImport::RowMembers hoppscotchRow = {"key", "value", "active", nullptr};

// Hoppscotch's collections of REST requests; those for GraphQL have another shape and are listed.
class HoppscotchReader final
{
public:
    Q_DISABLE_COPY_MOVE(HoppscotchReader)
    explicit HoppscotchReader(const ImportOptions &options)
        : m_import(QStringLiteral("Hoppscotch"), VariableStyle::Hoppscotch, options)
    {
    }

    ImportResult read(const Json &root)
    {
        if (root.is_array()) {
            for (const Json &one : root)
                readFolder(one, {}, {});
        } else {
            readFolder(root, {}, {});
        }
        return m_import.result();
    }

private:
    struct Inherited
    {
        const Json *auth = nullptr;
        QList<ProfileRow> headers = {};
        QList<ProfileRow> variables = {};
    };

    void readFolder(const Json &folder, const QString &parent, Inherited inherited)
    {
        const QString path = subfolder(parent, text(folder, "name"));
        const Json &auth = member(folder, "auth");
        if (auth.is_object() && text(auth, "authType") != QLatin1String("inherit"))
            inherited.auth = &auth;
        inherited.headers += m_import.rows(list(folder, "headers"), hoppscotchRow);
        inherited.variables += variablesOf(list(folder, "variables"));
        for (const Json &request : list(folder, "requests"))
            readRequest(request, path, inherited);
        for (const Json &inner : list(folder, "folders"))
            readFolder(inner, path, inherited);
    }

    QList<ProfileRow> variablesOf(const Json &variables) const
    {
        QList<ProfileRow> rows = m_import.rows(variables, hoppscotchRow);
        if (rows.isEmpty())
            rows = m_import.rows(variables, {"key", "initialValue", nullptr, nullptr});
        for (ProfileRow &row : rows)
            row.name = variableName(row.name);
        return rows;
    }

    void readRequest(const Json &request, const QString &folder, const Inherited &inherited)
    {
        const QString name = text(request, "name");
        const QString where = folder + QLatin1Char('/') + name;
        if (!has(request, "endpoint")) {
            m_import.notTaken(where, Import::tr("it has no request"));
            return;
        }
        ProfileDraft draft;
        Profile &profile = draft.profile;
        profile.name = name;
        profile.folder = folder;
        profile.notes = text(request, "description");
        profile.url = m_import.text(request, "endpoint");
        if (!profile.url.contains(QLatin1String("://")) && !marked::hasVariable(profile.url.left(1)))
            profile.url.prepend(QLatin1String("http://"));
        profile.method = text(request, "method");
        profile.headers = inherited.headers + m_import.rows(list(request, "headers"), hoppscotchRow);
        profile.query = m_import.rows(list(request, "params"), hoppscotchRow);
        profile.variables = inherited.variables + variablesOf(list(request, "requestVariables"));
        readBody(member(request, "body"), draft);
        const Json &own = member(request, "auth");
        const bool inherits = !own.is_object() || text(own, "authType") == QLatin1String("inherit");
        if (const Json *auth = inherits ? inherited.auth : &own)
            readAuth(*auth, draft);
        for (const char *script : {"preRequestScript", "testScript"}) {
            if (!text(request, script).trimmed().isEmpty())
                draft.notTaken.append(Import::tr("a script (%1)").arg(QLatin1String(script)));
        }
        m_import.add(draft, where);
    }

    void readBody(const Json &body, ProfileDraft &draft)
    {
        const QString type = text(body, "contentType");
        const QString raw = m_import.text(body, "body");
        if (!raw.isEmpty()) {
            draft.profile.body = raw;
            setContentType(draft.profile, type);
        } else if (!list(body, "body").empty()) {
            draft.notTaken.append(Import::tr("The body (%1).").arg(type));
        }
    }

    void readAuth(const Json &auth, ProfileDraft &draft)
    {
        const QString type = text(auth, "authType");
        if (!flag(auth, "authActive", true) || type.isEmpty() || type == QLatin1String("none"))
            return;
        ProfileAuth &login = draft.profile.auth;
        if (type == QLatin1String("basic")) {
            login = {.type = ProfileAuth::Type::Basic,
                     .user = m_import.text(auth, "username"),
                     .password = m_import.text(auth, "password")};
        } else if (type == QLatin1String("bearer")) {
            login = {.type = ProfileAuth::Type::Bearer, .token = m_import.text(auth, "token")};
        } else if (type == QLatin1String("api-key")) {
            const QString place = text(auth, "addTo").toLower();
            login = {.type = place.startsWith(QLatin1String("query")) ? ProfileAuth::Type::ApiKeyQuery
                                                                      : ProfileAuth::Type::ApiKeyHeader,
                     .name = m_import.text(auth, "key"),
                     .value = m_import.text(auth, "value")};
        } else {
            draft.notTaken.append(Import::tr("The login (%1).").arg(type));
        }
    }

    CollectionImport m_import;
};

void readEnvironment(const Json &environment, CollectionImport &import)
{
    QSet<QString> secrets;
    QList<ProfileRow> rows;
    for (const Json &variable : list(environment, "variables")) {
        const QString name = variableName(text(variable, "key"));
        if (flag(variable, "secret", false))
            secrets.insert(name);
        QString value = import.text(variable, "value");
        for (const char *other : {"currentValue", "initialValue"})
            value = value.isEmpty() ? import.text(variable, other) : value;
        if (!name.isEmpty())
            rows.append({name, value});
    }
    import.addEnvironment(text(environment, "name"), rows, secrets);
}
}

Expected<ImportResult> collection::readHoppscotch(const Json &root, const ImportOptions &options)
{
    return HoppscotchReader(options).read(root);
}

Expected<ImportResult> collection::readHoppscotchEnvironments(const Json &root, const ImportOptions &options)
{
    CollectionImport import(QStringLiteral("Hoppscotch"), VariableStyle::Hoppscotch, options);
    if (root.is_array()) {
        for (const Json &environment : root)
            readEnvironment(environment, import);
    } else {
        readEnvironment(root, import);
    }
    return import.result();
}

} // namespace weir
