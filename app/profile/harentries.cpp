// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collectionimport.h"

#include <QMap>

namespace weir {

namespace {
using namespace collection;

constexpr CollectionImport::RowMembers rowMembers = {"name", "value"};

// The entries that are worth a profile: streams, sockets, and requests for data; not what a page is made of.
bool isPartOfAPage(const QString &type)
{
    static const QStringList types = {
        QStringLiteral("document"),  QStringLiteral("stylesheet"),     QStringLiteral("image"),
        QStringLiteral("media"),     QStringLiteral("font"),           QStringLiteral("script"),
        QStringLiteral("texttrack"), QStringLiteral("manifest"),       QStringLiteral("preflight"),
        QStringLiteral("ping"),      QStringLiteral("signed-exchange")};
    return types.contains(type);
}

ProfileDraft draftOf(const Json &entry, const QString &type, const CollectionImport &import)
{
    const Json &request = member(entry, "request");
    const QString answer = text(member(member(entry, "response"), "content"), "mimeType");
    ProfileDraft draft;
    draft.profile.url = text(request, "url");
    draft.profile.method = text(request, "method");
    draft.profile.headers = import.rows(list(request, "headers"), rowMembers);
    if (type == QLatin1String("websocket") || draft.profile.url.startsWith(QLatin1String("ws")))
        draft.protocol = Protocol::WebSocket;
    draft.wantsStream =
        type == QLatin1String("eventsource") || answer.startsWith(QLatin1String("text/event-stream"));
    const Json &data = member(request, "postData");
    if (const QString body = text(data, "text"); !body.isEmpty())
        draft.profile.body = body;
    else if (const auto fields = import.rows(list(data, "params"), rowMembers); !fields.isEmpty())
        setForm(draft, fields);
    if (draft.profile.body)
        setContentType(draft.profile, text(data, "mimeType"));
    return draft;
}
}

Expected<ImportResult> collection::readHar(const Json &root, const ImportOptions &options)
{
    CollectionImport import(QStringLiteral("HAR"), VariableStyle::None, options);
    QMap<QString, int> left; // how many of which type
    QSet<QString> seen;
    int repeated = 0;
    for (const Json &entry : list(member(root, "log"), "entries")) {
        const QString type = text(entry, "_resourceType").toLower();
        if (isPartOfAPage(type)) {
            ++left[type];
            continue;
        }
        const ProfileDraft draft = draftOf(entry, type, import);
        const Profile &profile = draft.profile;
        const QString same = profile.method + QLatin1Char(' ') + profile.url + QLatin1Char('\n')
            + profile.body.value_or(QString());
        if (seen.contains(same)) {
            ++repeated;
            continue;
        }
        seen.insert(same);
        import.add(draft, profile.url);
    }
    for (auto it = left.cbegin(); it != left.cend(); ++it)
        import.notTaken({}, Import::tr("%n request(s) of type “%1”", nullptr, it.value()).arg(it.key()));
    if (repeated > 0)
        import.notTaken({},
                        Import::tr("%n request(s) that say the same as an earlier one", nullptr, repeated));
    return import.result();
}

} // namespace weir
