// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memberwriter.h"

namespace weir {

namespace {
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

void MemberWriter::names(QLatin1String name, const QStringList &value)
{
    listed(name);
    if (value.isEmpty())
        return;
    QByteArrayList items;
    for (const QString &text : value)
        items.append(quoted(text));
    add(name, onOwnLines(items));
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
    objects(name, value, [](auto &members, auto &row) { listRow(members, row); });
}

void MemberWriter::templates(QLatin1String name, const QList<MessageTemplate> &value)
{
    objects(name, value, [](auto &members, auto &message) { listTemplate(members, message); });
}

void MemberWriter::calls(QLatin1String name, const QList<SavedCall> &value)
{
    objects(name, value, [](auto &members, auto &call) { listCall(members, call); });
}

void MemberWriter::answers(QLatin1String name, const QList<AnswerRule> &value)
{
    objects(name, value, [](auto &members, auto &rule) { listAnswer(members, rule); });
}

template <typename T, typename List>
void MemberWriter::objects(QLatin1String name, const QList<T> &value, List list)
{
    listed(name);
    if (value.isEmpty())
        return;
    QByteArrayList items;
    for (const T &one : value) {
        MemberWriter members(m_depth + 1);
        list(members, one);
        members.unknown(one.unknown);
        items.append(members.onOneLine());
    }
    add(name, onOwnLines(items));
}

// Two spaces for each level: that of the file, that of each list.
QByteArray MemberWriter::onOwnLines(const QByteArrayList &items) const
{
    const QByteArray end = '\n' + QByteArray(2 * m_depth + 2, ' ');
    const QByteArray begin = end + "  ";
    return items.isEmpty() ? QByteArray("[]") : '[' + begin + items.join(',' + begin) + end + ']';
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
