// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawjson.h"

#include "utf8.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstring>

namespace weir {

namespace {
constexpr QByteArrayView blanks(" \t\r\n");

bool isBlank(char c)
{
    return blanks.contains(c);
}

// Walks over a text that is known to be JSON: brackets match and strings end.
class Walker final
{
public:
    explicit Walker(QByteArrayView json)
        : m_in(json.begin())
        , m_end(json.end())
    {
        skipBlanks();
    }

    bool enter(char bracket)
    {
        if (m_in == m_end || *m_in != bracket)
            return false;
        ++m_in;
        skipBlanks();
        return true;
    }
    bool atEnd() const { return m_in == m_end || *m_in == '}' || *m_in == ']'; }
    QByteArrayView value();
    void skip(char separator)
    {
        if (m_in != m_end && *m_in == separator)
            ++m_in;
        skipBlanks();
    }

private:
    void skipBlanks()
    {
        while (m_in != m_end && isBlank(*m_in))
            ++m_in;
    }
    void skipString();

    const char *m_in;
    const char *const m_end;
};

void Walker::skipString()
{
    for (++m_in; m_in != m_end && *m_in != '"'; ++m_in) {
        if (*m_in == '\\' && m_end - m_in > 1)
            ++m_in;
    }
    if (m_in != m_end)
        ++m_in;
}

QByteArrayView Walker::value()
{
    const char *const begin = m_in;
    int depth = 0;
    while (m_in != m_end) {
        const char c = *m_in;
        if (c == '"') {
            skipString();
        } else if (c == '{' || c == '[') {
            ++depth;
            ++m_in;
        } else if (c == '}' || c == ']') {
            if (depth == 0)
                break;
            --depth;
            ++m_in;
        } else if (depth == 0 && (c == ',' || c == ':' || isBlank(c))) {
            break;
        } else {
            ++m_in;
            continue;
        }
        if (depth == 0)
            break;
    }
    const QByteArrayView found(begin, m_in - begin);
    skipBlanks();
    return found;
}
}

QByteArrayView trimmedJson(QByteArrayView json)
{
    while (!json.isEmpty() && isBlank(json.front()))
        json = json.sliced(1);
    while (!json.isEmpty() && isBlank(json.back()))
        json.chop(1);
    return json;
}

JsonType jsonType(QByteArrayView value)
{
    value = trimmedJson(value);
    switch (value.isEmpty() ? '\0' : value.front()) {
    case '{':
        return JsonType::Object;
    case '[':
        return JsonType::Array;
    case '"':
        return JsonType::String;
    case 't':
    case 'f':
        return JsonType::Boolean;
    case 'n':
        return JsonType::Null;
    default:
        return JsonType::Number;
    }
}

std::vector<JsonMember> jsonMembers(QByteArrayView object)
{
    std::vector<JsonMember> members;
    Walker walker(object);
    if (!walker.enter('{'))
        return members;
    while (!walker.atEnd()) {
        QByteArray name = jsonText(walker.value());
        walker.skip(':');
        members.push_back({std::move(name), walker.value()});
        walker.skip(',');
    }
    return members;
}

std::vector<QByteArrayView> jsonElements(QByteArrayView array)
{
    std::vector<QByteArrayView> elements;
    Walker walker(array);
    if (!walker.enter('['))
        return elements;
    while (!walker.atEnd()) {
        elements.push_back(walker.value());
        walker.skip(',');
    }
    return elements;
}

QByteArray jsonText(QByteArrayView string)
{
    string = trimmedJson(string);
    if (string.size() < 2 || string.front() != '"')
        return {};
    const QByteArrayView inside = string.sliced(1, string.size() - 2);
    return inside.contains('\\') ? jsonString(string).toUtf8() : inside.toByteArray();
}

QString jsonString(QByteArrayView string)
{
    string = trimmedJson(string);
    if (string.size() < 2 || string.front() != '"')
        return {};
    if (!string.contains('\\'))
        return textFromUtf8(string.sliced(1, string.size() - 2));
    return QJsonDocument::fromJson('[' + string.toByteArray() + ']').array().at(0).toString();
}

QByteArray quotedJson(QByteArrayView utf8)
{
    QByteArray quoted = "\"";
    quoted.reserve(utf8.size() + 2);
    for (const char c : utf8) {
        constexpr char plain[] = "\"\\\b\f\n\r\t";
        constexpr char escaped[] = "\"\\bfnrt";
        if (const char *found = c == '\0' ? nullptr : std::strchr(plain, c))
            quoted.append('\\').append(escaped[found - plain]);
        else if (uchar(c) < 0x20)
            quoted += "\\u" + QByteArray::number(uchar(c), 16).rightJustified(4, '0');
        else
            quoted += c;
    }
    return quoted += '"';
}

QByteArray quotedJson(QStringView text)
{
    QByteArray json;
    const auto append = [&json](QStringView part) {
        const QByteArray quoted = quotedJson(part.toUtf8());
        json += QByteArrayView(quoted).sliced(1, quoted.size() - 2);
    };
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!text[at].isSurrogate())
            continue;
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            ++at;
            continue;
        }
        append(text.sliced(begin, at - begin));
        json += "\\u" + QByteArray::number(text[at].unicode(), 16);
        begin = at + 1;
    }
    append(text.sliced(begin));
    return '"' + json + '"';
}

} // namespace weir
