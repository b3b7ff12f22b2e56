// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsontree.h"

namespace weir {

namespace {
constexpr int manyMembers = 32;

// Where the string ends that begins there: behind its closing quotation mark.
quint32 stringEnd(const QByteArray &text, quint32 begin)
{
    quint32 at = begin + 1;
    while (text[at] != '"')
        at += text[at] == '\\' ? 2 : 1;
    return at + 1;
}
}

tl::expected<std::shared_ptr<const JsonTree>, JsonFault> JsonTree::read(QByteArrayView json)
{
    if (json.size() > sizeLimit)
        return tl::unexpected(JsonFault{JsonFault::TooLarge, 0});
    return compactJson(json).map(
        [](QByteArray &&text) { return std::shared_ptr<const JsonTree>(new JsonTree(std::move(text))); });
}

JsonTree::JsonTree(QByteArray text)
    : m_text(std::move(text))
{
    struct Open
    {
        quint32 value;
        int members;
    };
    std::vector<Open> open;
    quint32 name = 0;
    const auto size = quint32(m_text.size());
    for (quint32 at = 0; at < size;) {
        const char c = m_text[at];
        if (c == ',') {
            ++at;
        } else if (c == '}' || c == ']') {
            Value &closed = m_values[open.back().value];
            closed.end = ++at;
            closed.next = quint32(m_values.size());
            if (open.back().members > manyMembers)
                indexMembers(int(open.back().value));
            open.pop_back();
        } else if (c == '"' && name == 0 && !open.empty()
                   && m_text[m_values[open.back().value].begin] == '{') {
            name = at;
            ++open.back().members;
            at = stringEnd(m_text, at) + 1;
        } else {
            Value value{at, 0, quint32(m_values.size() + 1), std::exchange(name, 0)};
            if (c == '{' || c == '[') {
                open.push_back({quint32(m_values.size()), 0});
                ++at;
            } else if (c == '"') {
                at = stringEnd(m_text, at);
            } else {
                while (at < size && m_text[at] != ',' && m_text[at] != '}' && m_text[at] != ']')
                    ++at;
            }
            value.end = at;
            m_values.push_back(value);
        }
    }
    m_values.shrink_to_fit();
}

QByteArrayView JsonTree::text(int value) const
{
    const Value &found = m_values[size_t(value)];
    return QByteArrayView(m_text).sliced(found.begin, found.end - found.begin);
}

QString JsonTree::string(int value) const
{
    return jsonString(text(value));
}

QByteArrayView JsonTree::quotedName(int value) const
{
    const quint32 name = m_values[size_t(value)].name;
    if (name == 0)
        return {};
    return QByteArrayView(m_text).sliced(name, m_values[size_t(value)].begin - 1 - name);
}

QByteArray JsonTree::unescapedName(int value) const
{
    return jsonText(quotedName(value));
}

std::vector<JsonTree::Member> JsonTree::members(int object) const
{
    std::vector<Member> found;
    if (type(object) != JsonType::Object)
        return found;
    for (int value = object + 1; value < behind(object); value = behind(value))
        found.push_back({jsonString(quotedName(value)), value});
    return found;
}

std::vector<int> JsonTree::elements(int array) const
{
    std::vector<int> found;
    if (type(array) != JsonType::Array)
        return found;
    for (int value = array + 1; value < behind(array); value = behind(value))
        found.push_back(value);
    return found;
}

int JsonTree::member(int object, QByteArrayView name) const
{
    if (const auto large = m_large.find(object); large != m_large.end())
        return large->second.value(QByteArray::fromRawData(name.data(), name.size()), none);
    int found = none;
    if (type(object) != JsonType::Object)
        return found;
    for (int value = object + 1; value < behind(object); value = behind(value)) {
        const QByteArrayView quoted = quotedName(value);
        const bool isSame =
            quoted.contains('\\') ? jsonText(quoted) == name : quoted.sliced(1, quoted.size() - 2) == name;
        if (isSame)
            found = value;
    }
    return found;
}

int JsonTree::at(QByteArrayView pointer) const
{
    int value = 0;
    while (value != none && !pointer.isEmpty()) {
        if (pointer.front() != '/')
            return none;
        pointer = pointer.sliced(1);
        const qsizetype slash = pointer.indexOf('/');
        QByteArray token = pointer.first(slash < 0 ? pointer.size() : slash).toByteArray();
        pointer = pointer.sliced(token.size());
        token.replace("~1", "/").replace("~0", "~");
        if (type(value) == JsonType::Array) {
            const std::vector<int> all = elements(value);
            bool isNumber = false;
            const uint index = token.toUInt(&isNumber);
            value = isNumber && index < all.size() ? all[index] : none;
        } else {
            value = member(value, token);
        }
    }
    return value;
}

void JsonTree::indexMembers(int object)
{
    QHash<QByteArray, int> &index = m_large[object];
    for (int value = object + 1; value < behind(object); value = behind(value))
        index.insert(unescapedName(value), value);
}

} // namespace weir
