// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsontree.h"
#include "profilemembers.h"

#include "base/rawjson.h"

#include <QByteArrayList>
#include <QSet>

#include <optional>

namespace weir {

// Writes a struct as a JSON object, member by member; profilemembers.h lists them. Values at their default
// are left out.
class MemberWriter final
{
public:
    // `depth`: how many lists the object stands in.
    explicit MemberWriter(int depth = 0)
        : m_depth(depth)
    {
    }
    Q_DISABLE_COPY_MOVE(MemberWriter)

    void always(QLatin1String name, const QString &value);
    template <typename T, size_t N>
    void always(QLatin1String name, T value, const std::array<NamedValue<T>, N> &names)
    {
        for (const NamedValue<T> &known : names) {
            if (known.value == value)
                add(name, quotedJson(QByteArray(known.name.data(), known.name.size())));
        }
    }
    void text(QLatin1String name, const QString &value, const QString &absent = {});
    void colour(QLatin1String name, const QString &value) { text(name, value); }
    void lines(QLatin1String name, const QString &value);
    void lines(QLatin1String name, const std::optional<QString> &value);
    void texts(QLatin1String name, const QStringList &value);
    void names(QLatin1String name, const QStringList &value); // each on a line of its own
    void fingerprints(QLatin1String name, const QStringList &value) { texts(name, value); }
    void flag(QLatin1String name, bool value, bool absent);
    void number(QLatin1String name, qint64 value, qint64 absent, NumberRange range);
    void rows(QLatin1String name, const QList<ProfileRow> &value);
    void templates(QLatin1String name, const QList<MessageTemplate> &value);
    void calls(QLatin1String name, const QList<SavedCall> &value);
    void answers(QLatin1String name, const QList<AnswerRule> &value);
    template <typename T, size_t N>
    void choice(QLatin1String name, T value, const std::array<NamedValue<T>, N> &names, T absent)
    {
        listed(name);
        if (value != absent)
            always(name, value, names);
    }
    template <typename T, typename List> void object(QLatin1String name, const T &value, List list)
    {
        listed(name);
        if (value == T())
            return;
        MemberWriter inner;
        list(inner, value);
        inner.unknown(value.unknown);
        add(name, inner.onOneLine());
    }

    void add(QLatin1String name, const QByteArray &json);
    // The members of the JSON object `json` which are not listed.
    void unknown(const QByteArray &json);

    QByteArray onOneLine() const;
    QByteArray asFile() const; // each member on a line of its own

private:
    void listed(QLatin1String name) { m_names.insert(QByteArray(name.data(), name.size())); }
    QByteArray onOwnLines(const QByteArrayList &items) const;
    template <typename T, typename List> void objects(QLatin1String name, const QList<T> &value, List list);

    const int m_depth;
    QByteArrayList m_members;
    QSet<QByteArray> m_names; // also of what was left out
};

} // namespace weir
