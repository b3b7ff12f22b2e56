// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collectionimport.h"

#include "draftsecrets.h"
#include "importtext.h"

#include <QRegularExpression>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype variableLimit = 100'000; // in one text

QRegularExpression patternOf(VariableStyle style)
{
    switch (style) {
    case VariableStyle::None:
        break;
    case VariableStyle::Postman:
        return QRegularExpression(QStringLiteral("\\{\\{([^{}\\r\\n]+)\\}\\}"));
    case VariableStyle::Insomnia:
        return QRegularExpression(
            QStringLiteral("\\{\\{\\s*(?:_\\.|_\\[['\"])?([^{}|\\[\\]'\"\\s]+)(?:['\"]\\])?\\s*\\}\\}"));
    case VariableStyle::Hoppscotch:
        return QRegularExpression(QStringLiteral("<<([^<>\\r\\n]+)>>"));
    case VariableStyle::Configuration:
        return QRegularExpression(QStringLiteral("\\$\\{((?:env:|input:)?[\\w.-]+)(?::-[^{}]*)?\\}"));
    }
    return {};
}

QString weirName(const QString &name, VariableStyle style)
{
    if (style == VariableStyle::Configuration) {
        if (name.startsWith(QLatin1String("input:")))
            return QLatin1String("secret.")
                + variableName(name.mid(6)).replace(QLatin1Char('-'), QLatin1Char('_'));
        return QLatin1String("$env.") + (name.startsWith(QLatin1String("env:")) ? name.mid(4) : name);
    }
    const QString known = variableName(name);
    return known == QLatin1String("$randomUUID") ? QStringLiteral("$uuid") : known;
}
}

QString markVariables(const QString &text, VariableStyle style)
{
    if (style == VariableStyle::None)
        return text;
    static const QRegularExpression patterns[] = {
        patternOf(VariableStyle::None), patternOf(VariableStyle::Postman), patternOf(VariableStyle::Insomnia),
        patternOf(VariableStyle::Hoppscotch), patternOf(VariableStyle::Configuration)};
    QString result;
    qsizetype done = 0;
    auto matches = patterns[int(style)].globalMatch(text);
    for (qsizetype count = 0; matches.hasNext() && count < variableLimit; ++count) {
        const auto match = matches.next();
        result += text.mid(done, match.capturedStart() - done)
            + marked::variable(weirName(match.captured(1), style));
        done = match.capturedEnd();
    }
    return result + text.mid(done);
}

CollectionImport::CollectionImport(const QString &format, VariableStyle style, const ImportOptions &options)
    : m_style(style)
    , m_secrets(options.secretNames)
{
    m_result.format = format;
}

QString CollectionImport::text(const collection::Json &object, const char *name) const
{
    return markVariables(collection::text(object, name), m_style);
}

QList<ProfileRow> CollectionImport::rows(const collection::Json &list, const RowMembers &members) const
{
    QList<ProfileRow> result;
    if (!list.is_array())
        return result;
    for (const collection::Json &row : list) {
        const bool on = (!members.on || collection::flag(row, members.on, true))
            && (!members.off || !collection::flag(row, members.off, false));
        ProfileRow read{text(row, members.name), text(row, members.value), on};
        if (!read.name.isEmpty() || !read.value.isEmpty())
            result.append(read);
    }
    return result;
}

void CollectionImport::add(const ProfileDraft &draft, const QString &where)
{
    auto profile = finishDraft(draft, m_secrets);
    if (profile)
        m_result.profiles.append(*profile);
    else
        notTaken(where, errorText(profile.error()));
}

void CollectionImport::addEnvironment(const QString &name, QList<ProfileRow> rows,
                                      const QSet<QString> &secretNames)
{
    m_secrets.setPlace(name);
    for (ProfileRow &row : rows) {
        row.name = variableName(row.name);
        if (secretNames.contains(row.name))
            row.value = m_secrets.keep(row.name, row.value);
    }
    takeSecrets(rows, m_secrets);
    for (ProfileRow &row : rows)
        row.value = marked::toProfileText(row.value);
    m_result.secrets += m_secrets.take();
    if (!rows.isEmpty())
        m_result.environments.append({.name = name, .variables = rows});
}

void CollectionImport::notTaken(const QString &where, const QString &what)
{
    m_result.notTaken.append(where.isEmpty() ? what : QString(where + QLatin1String(": ") + what));
}

QString subfolder(const QString &folder, const QString &name)
{
    const QString plain = QString(name).replace(QLatin1Char('/'), QLatin1Char('-')).simplified();
    return folder.isEmpty() || plain.isEmpty() ? QString(folder + plain)
                                               : QString(folder + QLatin1Char('/') + plain);
}

void setForm(ProfileDraft &draft, const QList<ProfileRow> &rows)
{
    QStringList fields;
    for (const ProfileRow &row : rows) {
        const QString field = percentEncoded(row.name) + QLatin1Char('=') + percentEncoded(row.value);
        if (row.on)
            fields.append(field);
        else
            draft.notTaken.append(
                Import::tr("The field “%1” of the form, which is switched off.").arg(row.name));
    }
    draft.profile.body = fields.join(QLatin1Char('&'));
    setContentType(draft.profile, QStringLiteral("application/x-www-form-urlencoded"));
}

void setContentType(Profile &profile, const QString &type)
{
    const bool known =
        std::any_of(profile.headers.cbegin(), profile.headers.cend(), [](const ProfileRow &row) {
            return row.on && row.name.compare(QLatin1String("content-type"), Qt::CaseInsensitive) == 0;
        });
    if (!known && !type.isEmpty())
        profile.headers.append({QStringLiteral("Content-Type"), type});
}

} // namespace weir
