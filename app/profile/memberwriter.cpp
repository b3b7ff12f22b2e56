// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memberwriter.h"

namespace weir {

namespace {
// Rows and lines stand only in members of the file itself, so the indentation is always the same.
QByteArray onOwnLines(const QByteArrayList &items)
{
    return items.isEmpty() ? QByteArray("[]") : QByteArray("[\n    " + items.join(",\n    ") + "\n  ]");
}

QByteArray quoted(const QString &text)
{
    return quotedJson(text.toUtf8());
}
}

void MemberWriter::always(QLatin1String name, const QString &value)
{
    add(name, quoted(value));
}

void MemberWriter::text(QLatin1String name, const QString &value, const QString &absent)
{
    listed(name);
    if (value != absent)
        add(name, quoted(value));
}

void MemberWriter::lines(QLatin1String name, const QString &value)
{
    lines(name, value.isEmpty() ? std::nullopt : std::optional(value));
}

void MemberWriter::lines(QLatin1String name, const std::optional<QString> &value)
{
    listed(name);
    if (!value)
        return;
    if (!value->contains(QLatin1Char('\n')))
        return add(name, quoted(*value));
    QByteArrayList items;
    for (const QString &line : value->split(QLatin1Char('\n')))
        items.append(quoted(line));
    add(name, onOwnLines(items));
}

void MemberWriter::texts(QLatin1String name, const QStringList &value)
{
    listed(name);
    if (value.isEmpty())
        return;
    QByteArrayList items;
    for (const QString &text : value)
        items.append(quoted(text));
    add(name, '[' + items.join(", ") + ']');
}

void MemberWriter::flag(QLatin1String name, bool value, bool absent)
{
    listed(name);
    if (value != absent)
        add(name, value ? "true" : "false");
}

void MemberWriter::number(QLatin1String name, qint64 value, qint64 absent, NumberRange)
{
    listed(name);
    if (value != absent)
        add(name, QByteArray::number(value));
}

void MemberWriter::rows(QLatin1String name, const QList<ProfileRow> &value)
{
    listed(name);
    if (value.isEmpty())
        return;
    QByteArrayList items;
    for (const ProfileRow &row : value) {
        MemberWriter members;
        listRow(members, row);
        members.unknown(row.unknown);
        items.append(members.onOneLine());
    }
    add(name, onOwnLines(items));
}

void MemberWriter::add(QLatin1String name, const QByteArray &json)
{
    listed(name);
    m_members.append(quotedJson(QByteArray(name.data(), name.size())) + ": " + json);
}

void MemberWriter::unknown(const QByteArray &json)
{
    if (json.isEmpty())
        return;
    const auto object = readJson(json);
    if (!object || object->type != JsonNode::Type::Object)
        return;
    for (const JsonNode &member : object->children) {
        if (!m_names.contains(member.name))
            m_members.append(quotedJson(member.name) + ": " + writeJson(member));
    }
}

QByteArray MemberWriter::onOneLine() const
{
    return '{' + m_members.join(", ") + '}';
}

QByteArray MemberWriter::asFile() const
{
    return "{\n  " + m_members.join(",\n  ") + "\n}\n";
}

} // namespace weir
