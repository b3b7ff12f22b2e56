// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsontree.h"

#include "base/rawjson.h"

#include <QSet>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <utility>

namespace weir {

namespace {
using Reason = ProfileFault::Reason;
constexpr size_t maximumDepth = 64;
constexpr qsizetype maximumExcerpt = 40;

int lineOf(QByteArrayView text, qsizetype at)
{
    return 1 + int(text.first(at).count('\n'));
}

// How far the parser has come, since its events have no place.
struct Progress
{
    const char *at;
    const char *end;
    bool atEnd = false; // and more was asked for
};

class WatchedIterator final
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    WatchedIterator() = default; // the end
    explicit WatchedIterator(Progress *progress)
        : m_progress(progress)
    {
    }
    reference operator*() const { return *m_progress->at; }
    WatchedIterator &operator++()
    {
        ++m_progress->at;
        return *this;
    }
    bool operator==(const WatchedIterator &) const
    {
        m_progress->atEnd = m_progress->at == m_progress->end;
        return m_progress->atEnd;
    }
    bool operator!=(const WatchedIterator &end) const { return !(*this == end); }

private:
    Progress *m_progress = nullptr;
};

// Builds the tree from the parser's events.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::ordered_json>
{
public:
    explicit TreeBuilder(QByteArrayView text)
        : m_text(text)
        , m_counted(text.begin())
        , m_progress{text.begin(), text.end()}
    {
    }

    tl::expected<JsonNode, ProfileFault> build()
    {
        if (!nlohmann::ordered_json::sax_parse(WatchedIterator(&m_progress), WatchedIterator(), this))
            return tl::unexpected(m_fault);
        return std::move(m_root);
    }

    bool null() override { return value(JsonNode::Type::Word, "null"); }
    bool boolean(bool isTrue) override { return value(JsonNode::Type::Word, isTrue ? "true" : "false"); }
    bool number_integer(number_integer_t) override { return number(); }
    bool number_unsigned(number_unsigned_t) override { return number(); }
    bool number_float(number_float_t, const string_t &) override { return number(); }
    bool string(string_t &text) override
    {
        return value(JsonNode::Type::Text, QByteArray(text.data(), qsizetype(text.size())));
    }
    bool binary(binary_t &) override { return false; } // not in JSON
    bool start_object(size_t) override { return open(JsonNode::Type::Object); }
    bool start_array(size_t) override { return open(JsonNode::Type::List); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t &text) override
    {
        m_name = QByteArray(text.data(), qsizetype(text.size()));
        const qsizetype before = m_open.back().names.size();
        m_open.back().names.insert(m_name);
        if (m_open.back().names.size() > before)
            return true;
        return fail(Reason::DuplicateMember, lineUntil(m_progress.at), textFromUtf8(m_name));
    }
    bool parse_error(size_t, const std::string &, const nlohmann::detail::exception &) override
    {
        // what was read last may be the line break behind the fault
        const char *last = m_progress.at > m_counted ? m_progress.at - 1 : m_counted;
        const int line = lineUntil(last);
        if (m_progress.atEnd)
            return fail(Reason::EndsEarly, line, {});
        const char *begin = last;
        while (begin > m_text.begin() && begin[-1] != '\n')
            --begin;
        const QString read = QString::fromUtf8(begin, last + 1 - begin).trimmed();
        return fail(Reason::NotJson, line, read.right(maximumExcerpt));
    }

private:
    struct Level
    {
        JsonNode node;
        QSet<QByteArray> names;
    };

    int lineUntil(const char *place)
    {
        m_line += int(std::count(m_counted, place, '\n'));
        m_counted = place;
        return m_line;
    }
    bool fail(Reason reason, int line, const QString &detail)
    {
        m_fault = {reason, line, detail};
        return false;
    }
    bool open(JsonNode::Type type)
    {
        if (m_open.size() == maximumDepth)
            return fail(Reason::TooDeep, lineUntil(m_progress.at), {});
        m_open.push_back(
            {.node = {.type = type, .line = lineUntil(m_progress.at), .name = std::exchange(m_name, {})},
             .names = {}});
        return true;
    }
    bool close()
    {
        JsonNode node = std::move(m_open.back().node);
        m_open.pop_back();
        return take(std::move(node));
    }
    bool value(JsonNode::Type type, const QByteArray &text)
    {
        return take({.type = type,
                     .line = lineUntil(m_progress.at),
                     .name = std::exchange(m_name, {}),
                     .text = text});
    }
    // The parser sees the end of a number by the character behind it, unless the file ends there.
    bool number()
    {
        const auto isPart = [](char c) { return c != '\0' && std::strchr("0123456789+-.eE", c); };
        const char *end = m_progress.at;
        while (end > m_text.begin() && !isPart(end[-1]))
            --end;
        const char *begin = end;
        while (begin > m_text.begin() && isPart(begin[-1]))
            --begin;
        return take({.type = JsonNode::Type::Number,
                     .line = lineUntil(std::max(m_counted, end)),
                     .name = std::exchange(m_name, {}),
                     .text = QByteArray(begin, end - begin)});
    }
    bool take(JsonNode node)
    {
        if (m_open.empty())
            m_root = std::move(node);
        else
            m_open.back().node.children.push_back(std::move(node));
        return true;
    }

    QByteArrayView m_text;
    const char *m_counted; // the line breaks before are in m_line
    Progress m_progress;
    int m_line = 1;
    std::vector<Level> m_open;
    QByteArray m_name;
    JsonNode m_root;
    ProfileFault m_fault;
};

int firstLineThatIsNotUtf8(QByteArrayView text)
{
    int line = 1;
    while (true) {
        const qsizetype end = text.indexOf('\n');
        if (end < 0 || !text.first(end).isValidUtf8())
            return line;
        text = text.sliced(end + 1);
        ++line;
    }
}
}

tl::expected<JsonNode, ProfileFault> readJson(QByteArrayView json)
{
    if (json.startsWith("\xef\xbb\xbf"))
        return tl::unexpected(ProfileFault{Reason::ByteOrderMark, 1});
    if (!json.isValidUtf8())
        return tl::unexpected(ProfileFault{Reason::NotUtf8, firstLineThatIsNotUtf8(json)});
    // the parser would take it for the end
    if (const qsizetype zero = json.indexOf('\0'); zero >= 0)
        return tl::unexpected(ProfileFault{Reason::NotJson, lineOf(json, zero), QStringLiteral("\\0")});
    return TreeBuilder(json).build();
}

QByteArray writeJson(const JsonNode &node)
{
    if (node.type == JsonNode::Type::Text)
        return quotedJson(node.text);
    if (node.type != JsonNode::Type::List && node.type != JsonNode::Type::Object)
        return node.text;
    const bool isObject = node.type == JsonNode::Type::Object;
    QByteArray json(1, isObject ? '{' : '[');
    for (const JsonNode &child : node.children) {
        if (json.size() > 1)
            json += ", ";
        if (isObject)
            json += quotedJson(child.name) + ": ";
        json += writeJson(child);
    }
    return json + (isObject ? '}' : ']');
}

} // namespace weir
