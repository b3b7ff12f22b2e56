// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/jsonformat.h"
#include "base/rawjson.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>
#include <unordered_map>
#include <vector>

namespace weir {

// A JSON text and where each of its values stands in it: read in one pass, 16 bytes a value, and nothing is
// copied or converted, so that every number stays what it is. Values are told by number, the root's is 0.
// Immutable; any thread.
class JsonTree final
{
public:
    static constexpr int none = -1;
    static constexpr qsizetype sizeLimit = 1024 * 1024 * 1024; // bytes

    // Blanks between the tokens are left out. At most sizeLimit.
    static tl::expected<std::shared_ptr<const JsonTree>, JsonFault> read(QByteArrayView json);

    JsonType type(int value) const { return jsonType(text(value)); }
    QByteArrayView text(int value) const; // compact
    QString string(int value) const; // its characters; empty where it is none

    struct Member
    {
        QString name;
        int value = none;
    };
    std::vector<Member> members(int object) const; // in their order; empty where it is no object
    std::vector<int> elements(int array) const; // empty where it is no array
    int member(int object, QByteArrayView name) const; // the last of that name; none
    int at(QByteArrayView pointer) const; // RFC 6901; none
    int behind(int value) const { return int(m_values[size_t(value)].next); } // what is below it
    QByteArrayView quotedName(int value) const; // of a member, as it stands; else empty

private:
    struct Value
    {
        quint32 begin = 0;
        quint32 end = 0;
        quint32 next = 0; // the value that follows all of this one
        quint32 name = 0; // where its name begins, 0 where it has none
    };
    explicit JsonTree(QByteArray text);
    QByteArray unescapedName(int value) const;
    void indexMembers(int object);

    QByteArray m_text;
    std::vector<Value> m_values; // as they begin in the text
    std::unordered_map<int, QHash<QByteArray, int>> m_large; // objects with many members
};

} // namespace weir
