// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonformat.h"

#include <QtEndian>

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <cstring>
#include <limits>

namespace weir {

namespace {
constexpr qsizetype deepestIndent = 64; // columns
constexpr qsizetype lineRoom = 128; // beyond the rest of the text: a line break, its indentation, a bracket

// One high bit for each of eight bytes that is a control character, a quotation mark or a backslash; those
// above the lowest one may be wrong.
quint64 specials(const char *in)
{
    constexpr quint64 ones = 0x0101010101010101;
    constexpr quint64 highs = 0x8080808080808080;
    const auto word = qFromLittleEndian<quint64>(in);
    const auto zeroes = [](quint64 value) { return (value - ones) & ~value; };
    const quint64 controls = (word - ones * 0x20) & ~word;
    return (controls | zeroes(word ^ (ones * '"')) | zeroes(word ^ (ones * '\\'))) & highs;
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Copies token by token and checks them on the way. There is always room in the output for the rest of the
// text and one line break more: only a line break has to look whether it must grow.
class Formatter final
{
public:
    enum class Layout { Lines, OneLine };
    Formatter(QByteArrayView json, Layout layout, qsizetype limit)
        : m_layout(layout)
        , m_begin(json.begin())
        , m_in(json.begin())
        , m_end(json.end())
        , m_limit(limit)
    {
        m_line.fill(' ');
        m_line[0] = '\n';
        makeRoom();
    }

    tl::expected<QByteArray, JsonFault> run()
    {
        if (!copyAll())
            return tl::unexpected(m_fault);
        m_out.truncate(m_write - m_out.constData());
        return std::move(m_out);
    }

private:
    bool copyAll();
    bool open(char bracket);
    bool copyScalar();
    bool copyString();
    bool copyEscape();
    bool copyNumber();
    bool copyWord(QByteArrayView word);
    bool copyDigits();
    bool copyMember();
    bool afterValue();
    bool breakLine();
    bool makeRoom();

    bool fail(JsonFault::Reason reason)
    {
        m_fault = {m_in == m_end && reason != JsonFault::TooLarge ? JsonFault::Truncated : reason,
                   m_in - m_begin};
        return false;
    }
    void skipSpace()
    {
        while (m_in != m_end && (*m_in == ' ' || *m_in == '\n' || *m_in == '\r' || *m_in == '\t'))
            ++m_in;
    }
    char peek() const { return m_in == m_end ? '\0' : *m_in; }
    void copy() { *m_write++ = *m_in++; }
    bool isInObject() const { return m_objects[size_t(m_depth) - 1]; }

    const Layout m_layout;
    const char *const m_begin;
    const char *m_in;
    const char *const m_end;
    const qsizetype m_limit;
    QByteArray m_out;
    char *m_write = nullptr;
    char *m_outEnd = nullptr;
    std::array<char, deepestIndent + 1> m_line;
    std::bitset<jsonDepthLimit> m_objects; // by depth: an object, or an array
    int m_depth = 0;
    JsonFault m_fault;
};

bool Formatter::copyAll()
{
    skipSpace();
    bool isComplete = false; // a value has just ended
    do {
        const char c = peek();
        if (c == '{' || c == '[') {
            if (!open(c))
                return false;
            // An empty one stays on its line.
            skipSpace();
            isComplete = peek() == (c == '{' ? '}' : ']');
            if (isComplete) {
                --m_depth;
                copy();
            } else if (!breakLine() || (c == '{' && !copyMember())) {
                return false;
            }
        } else {
            if (!copyScalar())
                return false;
            isComplete = true;
        }
        if (isComplete && !afterValue())
            return false;
    } while (m_depth > 0);
    skipSpace();
    return m_in == m_end || fail(JsonFault::TrailingText);
}

bool Formatter::open(char bracket)
{
    if (m_depth == jsonDepthLimit)
        return fail(JsonFault::TooDeep);
    m_objects[size_t(m_depth++)] = bracket == '{';
    copy();
    return true;
}

// Up to the next value: closes what ends here, copies the comma and the name of a member.
bool Formatter::afterValue()
{
    while (m_depth > 0) {
        skipSpace();
        const bool inObject = isInObject();
        const char c = peek();
        if (c == ',') {
            copy();
            skipSpace();
            return breakLine() && (!inObject || copyMember());
        }
        if (m_in == m_end || c != (inObject ? '}' : ']'))
            return fail(JsonFault::Unexpected);
        --m_depth;
        if (!breakLine())
            return false;
        copy();
    }
    return true;
}

bool Formatter::copyMember()
{
    if (peek() != '"')
        return fail(JsonFault::Unexpected);
    if (!copyString())
        return false;
    skipSpace();
    if (peek() != ':')
        return fail(JsonFault::Unexpected);
    copy();
    skipSpace();
    if (m_layout == Layout::OneLine)
        return true;
    if (m_outEnd - m_write < m_end - m_in + lineRoom && !makeRoom())
        return false;
    *m_write++ = ' ';
    return true;
}

bool Formatter::copyScalar()
{
    switch (peek()) {
    case '"':
        return copyString();
    case 't':
        return copyWord("true");
    case 'f':
        return copyWord("false");
    case 'n':
        return copyWord("null");
    default:
        return copyNumber();
    }
}

bool Formatter::copyString()
{
    copy();
    while (true) {
        if (m_end - m_in >= 8) {
            const quint64 found = specials(m_in);
            memcpy(m_write, m_in, 8);
            const int plain = found ? std::countr_zero(found) / 8 : 8;
            m_write += plain;
            m_in += plain;
            if (!found)
                continue;
        } else if (m_in == m_end) {
            return fail(JsonFault::Truncated);
        }
        const char c = *m_in;
        if (c == '"') {
            copy();
            return true;
        }
        if (c == '\\') {
            if (!copyEscape())
                return false;
        } else if (uchar(c) < 0x20) {
            return fail(JsonFault::ControlCharacter);
        } else {
            copy();
        }
    }
}

bool Formatter::copyEscape()
{
    copy();
    const char c = peek();
    if (c == 'u') {
        copy();
        for (int i = 0; i < 4; ++i) {
            if (!isHexDigit(peek()))
                return fail(JsonFault::BadEscape);
            copy();
        }
        return true;
    }
    if (m_in == m_end || !memchr("\"\\/bfnrt", c, 8))
        return fail(JsonFault::BadEscape);
    copy();
    return true;
}

bool Formatter::copyDigits()
{
    if (!isDigit(peek()))
        return fail(JsonFault::BadNumber);
    while (isDigit(peek()))
        copy();
    return true;
}

bool Formatter::copyNumber()
{
    if (peek() != '-' && !isDigit(peek()))
        return fail(JsonFault::Unexpected);
    if (peek() == '-')
        copy();
    // RFC 8259 6: leading zeros are not allowed.
    if (peek() == '0')
        copy();
    else if (!copyDigits())
        return false;
    if (peek() == '.') {
        copy();
        if (!copyDigits())
            return false;
    }
    if (peek() == 'e' || peek() == 'E') {
        copy();
        if (peek() == '+' || peek() == '-')
            copy();
        if (!copyDigits())
            return false;
    }
    return true;
}

bool Formatter::copyWord(QByteArrayView word)
{
    for (const char c : word) {
        if (peek() != c)
            return fail(JsonFault::Unexpected);
        copy();
    }
    return true;
}

bool Formatter::breakLine()
{
    if (m_layout == Layout::OneLine)
        return true;
    if (m_outEnd - m_write < m_end - m_in + lineRoom && !makeRoom())
        return false;
    memcpy(m_write, m_line.data(), m_line.size());
    m_write += 1 + std::min<qsizetype>(2 * m_depth, deepestIndent);
    return true;
}

bool Formatter::makeRoom()
{
    const qsizetype used = m_write ? m_write - m_out.constData() : 0;
    const qsizetype rest = m_end - m_in;
    if (used > m_limit)
        return fail(JsonFault::TooLarge);
    m_out.resize(used + used / 2 + rest * 2 + 4 * lineRoom);
    m_write = m_out.data() + used;
    m_outEnd = m_out.data() + m_out.size();
    return true;
}

// The first byte that does not belong to valid UTF-8.
qsizetype firstBadByte(QByteArrayView text)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const auto lead = uchar(text[at]);
        const qsizetype size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (lead < 0x80)
            ++at;
        else if (at + size <= text.size() && simdjson::validate_utf8(text.data() + at, size_t(size)))
            at += size;
        else
            break;
    }
    return at;
}

tl::expected<QByteArray, JsonFault> laidOut(QByteArrayView json, Formatter::Layout layout, qsizetype limit)
{
    auto text = Formatter(json, layout, limit).run();
    // What is no JSON anyway is told as that.
    if (text && !simdjson::validate_utf8(json.data(), size_t(json.size())))
        return tl::unexpected(JsonFault{JsonFault::NotUtf8, firstBadByte(json)});
    return text;
}
}

tl::expected<QByteArray, JsonFault> formatJson(QByteArrayView json, qsizetype outputLimit)
{
    return laidOut(json, Formatter::Layout::Lines, outputLimit);
}

tl::expected<QByteArray, JsonFault> compactJson(QByteArrayView json)
{
    return laidOut(json, Formatter::Layout::OneLine, std::numeric_limits<qsizetype>::max());
}

tl::expected<void, JsonFault> checkJson(QByteArrayView json)
{
    return compactJson(json).map([](const QByteArray &) {});
}

} // namespace weir
