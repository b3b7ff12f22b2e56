// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsontree.h"
#include "profilemembers.h"

#include <optional>
#include <span>
#include <vector>

namespace weir {

// Fills a struct from a JSON object, member by member; profilemembers.h asks for them. What is absent keeps
// the value it has.
class MemberReader final
{
public:
    // `fault` gets the first fault by line.
    MemberReader(const JsonNode &object, std::optional<ProfileFault> &fault);
    Q_DISABLE_COPY_MOVE(MemberReader)

    void always(QLatin1String name, QString &value) { text(name, value); }
    template <typename T, size_t N>
    void always(QLatin1String name, T &value, const std::array<NamedValue<T>, N> &names)
    {
        choice(name, value, names, value);
    }
    void text(QLatin1String name, QString &value, const QString &absent = {});
    void colour(QLatin1String name, QString &value);
    void lines(QLatin1String name, QString &value);
    void lines(QLatin1String name, std::optional<QString> &value);
    void texts(QLatin1String name, QStringList &value);
    void names(QLatin1String name, QStringList &value) { texts(name, value); }
    void fingerprints(QLatin1String name, QStringList &value);
    void flag(QLatin1String name, bool &value, bool absent);
    void number(QLatin1String name, qint64 &value, qint64 absent, NumberRange range);
    void rows(QLatin1String name, QList<ProfileRow> &value);
    void templates(QLatin1String name, QList<MessageTemplate> &value);
    void calls(QLatin1String name, QList<SavedCall> &value);
    void answers(QLatin1String name, QList<AnswerRule> &value);
    template <typename T, size_t N>
    void choice(QLatin1String name, T &value, const std::array<NamedValue<T>, N> &names, T)
    {
        const JsonNode *node = take(name, JsonNode::Type::Text, ProfileFault::Reason::NotText);
        if (!node)
            return;
        for (const NamedValue<T> &known : names) {
            if (QByteArrayView(node->text) == QByteArrayView(known.name)) {
                value = known.value;
                return;
            }
        }
        complain(ProfileFault::Reason::UnknownValue, *node, name);
    }
    template <typename T, typename List> void object(QLatin1String name, T &value, List list)
    {
        if (const JsonNode *node = take(name, JsonNode::Type::Object, ProfileFault::Reason::NotAnObject)) {
            MemberReader inner(*node, m_fault);
            list(inner, value);
            value.unknown = inner.unknown();
        }
    }

    const JsonNode *take(QLatin1String name); // also where it is of the wrong type
    void complain(ProfileFault::Reason reason, const JsonNode &node, QLatin1String name);
    // What nobody asked for, as a JSON object; empty where there is nothing.
    QByteArray unknown() const;

private:
    const JsonNode *take(QLatin1String name, JsonNode::Type type, ProfileFault::Reason otherwise);
    template <typename T, typename List> void objects(QLatin1String name, QList<T> &value, List list);

    const JsonNode &m_object;
    std::optional<ProfileFault> &m_fault;
    std::vector<bool> m_taken;
};

} // namespace weir
