// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profilename.h"

#include "profile.h"

#include <QCoreApplication>

namespace weir {

namespace {
struct ProfileName
{
    Q_DECLARE_TR_FUNCTIONS(ProfileName)
};
}

// By hand and not by QUrl: variables may stand in every part.
QString shownName(const Profile &profile)
{
    if (!profile.name.isEmpty())
        return profile.name;
    QString name = profile.url.trimmed();
    if (const qsizetype scheme = name.indexOf(QLatin1String("://")); scheme >= 0)
        name = name.mid(scheme + 3);
    name = name.section(QLatin1Char('?'), 0, 0).section(QLatin1Char('#'), 0, 0);
    const QString authority = name.section(QLatin1Char('/'), 0, 0);
    name = name.mid(authority.lastIndexOf(QLatin1Char('@')) + 1);
    if (name.endsWith(QLatin1Char('/')))
        name.chop(1);
    return name.isEmpty() ? ProfileName::tr("New connection") : name;
}

QString urlWithScheme(const QString &text, Protocol protocol)
{
    const QString trimmed = text.trimmed();
    const bool isSocket = protocol == Protocol::WebSocket;
    if (isSocket && trimmed.startsWith(QLatin1String("http"), Qt::CaseInsensitive)
        && trimmed.contains(QLatin1String("://")))
        return QLatin1String("ws") + trimmed.mid(4);
    if (trimmed.isEmpty() || trimmed.contains(QLatin1String("://")))
        return trimmed;
    return (isSocket ? QLatin1String("ws://") : QLatin1String("http://")) + trimmed;
}

Protocol protocolOfUrl(const QString &url)
{
    const QString scheme = url.trimmed().section(QLatin1String("://"), 0, 0).toLower();
    const bool isSocket = url.contains(QLatin1String("://"))
        && (scheme == QLatin1String("ws") || scheme == QLatin1String("wss"));
    return isSocket ? Protocol::WebSocket : Protocol::Sse;
}

} // namespace weir
