// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace weir {

// Parts of a JSON text as they stand in it, for whom 1.0, 1e400, 2^53 + 1 and a member that comes twice are
// to stay what they are. All of these take a text that checkJson() has found good, and views live as long as
// that text.
enum class JsonType { Null, Boolean, Number, String, Object, Array };

struct JsonMember
{
    QByteArray name; // unescaped, UTF-8
    QByteArrayView value; // without blanks around it
};

QByteArrayView trimmedJson(QByteArrayView json); // without the blanks of RFC 8259 2 around it
JsonType jsonType(QByteArrayView value);
// In the order of the text, those that come twice twice; empty where it is no object.
std::vector<JsonMember> jsonMembers(QByteArrayView object);
std::vector<QByteArrayView> jsonElements(QByteArrayView array); // empty where it is no array
// The characters of a string, UTF-8; half a surrogate pair becomes what Qt puts in its place. Empty where it
// is no string.
QByteArray jsonText(QByteArrayView string);
QString jsonString(QByteArrayView string); // the same, half surrogates too
QByteArray quotedJson(QByteArrayView utf8);
QByteArray quotedJson(QStringView text); // half a surrogate pair is escaped: there is no UTF-8 for it

} // namespace weir
