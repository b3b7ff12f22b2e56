// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memberreader.h"

#include <algorithm>
#include <cmath>

namespace weir {

namespace {
using Reason = ProfileFault::Reason;
using Type = JsonNode::Type;

bool isHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

bool isFingerprint(const QByteArray &text)
{
    return text.size() == 64 && isHex(text) && text == text.toLower();
}

bool isTextOrLines(const JsonNode &node)
{
    return node.type == Type::Text
        || (node.type == Type::List
            && std::all_of(node.children.begin(), node.children.end(),
                           [](const JsonNode &line) { return line.type == Type::Text; }));
}
}

MemberReader::MemberReader(const JsonNode &object, std::optional<ProfileFault> &fault)
    : m_object(object)
    , m_fault(fault)
    , m_taken(object.children.size())
{
}

void MemberReader::text(QLatin1String name, QString &value, const QString &)
{
    if (const JsonNode *node = take(name, Type::Text, Reason::NotText))
        value = textFromUtf8(node->text);
}

void MemberReader::colour(QLatin1String name, QString &value)
{
    const JsonNode *node = take(name, Type::Text, Reason::NotText);
    if (!node)
        return;
    if (node->text.size() != 7 || node->text[0] != '#' || !isHex(QByteArrayView(node->text).sliced(1)))
        return complain(Reason::UnknownValue, *node, name);
    value = QString::fromLatin1(node->text);
}

void MemberReader::lines(QLatin1String name, QString &value)
{
    std::optional<QString> found;
    lines(name, found);
    if (found)
        value = *found;
}

void MemberReader::lines(QLatin1String name, std::optional<QString> &value)
{
    const JsonNode *node = take(name);
    if (!node)
        return;
    if (!isTextOrLines(*node))
        return complain(Reason::NotLines, *node, name);
    QByteArray text = node->text;
    for (size_t i = 0; i < node->children.size(); ++i)
        text += QByteArray(i > 0 ? 1 : 0, '\n') + node->children[i].text;
    value = textFromUtf8(text);
}

void MemberReader::texts(QLatin1String name, QStringList &value)
{
    const JsonNode *node = take(name, Type::List, Reason::NotAList);
    if (!node)
        return;
    value.clear();
    for (const JsonNode &text : node->children) {
        if (text.type != Type::Text)
            return complain(Reason::NotText, text, name);
        value.append(textFromUtf8(text.text));
    }
}

void MemberReader::fingerprints(QLatin1String name, QStringList &value)
{
    const JsonNode *node = take(name, Type::List, Reason::NotAList);
    if (!node)
        return;
    value.clear();
    for (const JsonNode &text : node->children) {
        if (text.type != Type::Text || !isFingerprint(text.text))
            return complain(text.type == Type::Text ? Reason::UnknownValue : Reason::NotText, text, name);
        value.append(QString::fromLatin1(text.text));
    }
}

void MemberReader::flag(QLatin1String name, bool &value, bool)
{
    const JsonNode *node = take(name);
    if (!node)
        return;
    if (node->type != Type::Word || node->text == "null")
        return complain(Reason::NotTrueOrFalse, *node, name);
    value = node->text == "true";
}

void MemberReader::number(QLatin1String name, qint64 &value, qint64, NumberRange range)
{
    const JsonNode *node = take(name, Type::Number, Reason::NotANumber);
    if (!node)
        return;
    const double number = node->text.toDouble(); // exact within both ranges; 5e3 is a whole number too
    if (std::isfinite(number) && number != std::floor(number))
        return complain(Reason::NotANumber, *node, name);
    if (!(number >= double(range.least) && number <= double(range.most)))
        return complain(Reason::OutOfRange, *node, name);
    value = qint64(number);
}

void MemberReader::rows(QLatin1String name, QList<ProfileRow> &value)
{
    objects(name, value, [](auto &members, auto &row) { listRow(members, row); });
}

void MemberReader::templates(QLatin1String name, QList<MessageTemplate> &value)
{
    objects(name, value, [](auto &members, auto &message) { listTemplate(members, message); });
}

void MemberReader::calls(QLatin1String name, QList<SavedCall> &value)
{
    objects(name, value, [](auto &members, auto &call) { listCall(members, call); });
}

void MemberReader::answers(QLatin1String name, QList<AnswerRule> &value)
{
    objects(name, value, [](auto &members, auto &rule) { listAnswer(members, rule); });
}

template <typename T, typename List>
void MemberReader::objects(QLatin1String name, QList<T> &value, List list)
{
    const JsonNode *node = take(name, Type::List, Reason::NotAList);
    if (!node)
        return;
    value.clear();
    for (const JsonNode &item : node->children) {
        if (item.type != Type::Object)
            return complain(Reason::NotAnObject, item, name);
        T one;
        MemberReader members(item, m_fault);
        list(members, one);
        one.unknown = members.unknown();
        value.append(one);
    }
}

const JsonNode *MemberReader::take(QLatin1String name)
{
    for (size_t i = 0; i < m_taken.size(); ++i) {
        if (QByteArrayView(m_object.children[i].name) == QByteArrayView(name)) {
            m_taken[i] = true;
            return &m_object.children[i];
        }
    }
    return nullptr;
}

const JsonNode *MemberReader::take(QLatin1String name, Type type, Reason otherwise)
{
    const JsonNode *node = take(name);
    if (!node || node->type == type)
        return node;
    complain(otherwise, *node, name);
    return nullptr;
}

void MemberReader::complain(Reason reason, const JsonNode &node, QLatin1String name)
{
    if (!m_fault || node.line < m_fault->line)
        m_fault = ProfileFault{reason, node.line, name};
}

QByteArray MemberReader::unknown() const
{
    JsonNode rest{.type = Type::Object};
    for (size_t i = 0; i < m_taken.size(); ++i) {
        if (!m_taken[i])
            rest.children.push_back(m_object.children[i]);
    }
    return rest.children.empty() ? QByteArray() : writeJson(rest);
}

} // namespace weir
