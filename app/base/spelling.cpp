// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "spelling.h"

#include <QChar>

#include <algorithm>
#include <optional>
#include <utility>

namespace weir {

namespace {
constexpr QByteArrayView escapeLetters("\"\\/bfnrt"); // RFC 8259 7, behind a backslash
constexpr QByteArrayView escapeMeanings("\"\\/\b\f\n\r\t");

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// A number that is part of an escape, whose digits may be escaped themselves.
struct Number
{
    char32_t value = 0;
    qsizetype end = 0;
};
std::optional<Number> hexNumber(QByteArrayView text, qsizetype at, int digits, int depth)
{
    Number number{0, at};
    for (int i = 0; i < digits; ++i) {
        if (number.end >= text.size())
            return std::nullopt;
        Spellings spellings;
        appendSpellings(text, number.end, spellings, depth);
        const auto digit = std::find_if(spellings.cbegin(), spellings.cend(), [](const Spelling &spelling) {
            return spelling.size == 1 && hexDigit(spelling.bytes[0]) >= 0;
        });
        if (digit == spellings.cend())
            return std::nullopt;
        number = {number.value * 16 + char32_t(hexDigit(digit->bytes[0])), number.end + digit->length};
    }
    return number;
}

Spelling byteSpelling(char byte, qsizetype length)
{
    return {{byte}, 1, length};
}

Spelling characterSpelling(char32_t c, qsizetype length)
{
    const auto tail = [c](int shift) { return char(0x80 | (c >> shift & 0x3f)); };
    if (c < 0x80)
        return byteSpelling(char(c), length);
    if (c < 0x800)
        return {{char(0xc0 | c >> 6), tail(0)}, 2, length};
    if (c < 0x10000)
        return {{char(0xe0 | c >> 12), tail(6), tail(0)}, 3, length};
    return {{char(0xf0 | c >> 18), tail(12), tail(6), tail(0)}, 4, length};
}

// One way of reading is enough.
void append(const Spelling &spelling, Spellings &out)
{
    if (std::find(out.cbegin(), out.cend(), spelling) == out.cend())
        out.append(spelling);
}

bool beginsEscape(char c)
{
    return c == '\\' || c == '%' || c == '+';
}

bool isByte(const Spelling &spelling, char byte)
{
    return spelling.size == 1 && spelling.bytes[0] == byte;
}

// The second half of a pair: what follows the first one.
void appendPair(QByteArrayView text, qsizetype start, const Number &high, int depth, Spellings &out)
{
    if (high.end >= text.size())
        return;
    Spellings leads;
    appendSpellings(text, high.end, leads, depth);
    for (const Spelling &lead : std::as_const(leads)) {
        const qsizetype letter = high.end + lead.length;
        if (!isByte(lead, '\\') || letter >= text.size())
            continue;
        Spellings letters;
        appendSpellings(text, letter, letters, depth);
        for (const Spelling &u : std::as_const(letters)) {
            const auto low = isByte(u, 'u') ? hexNumber(text, letter + u.length, 4, depth) : std::nullopt;
            if (low && QChar::isLowSurrogate(low->value))
                append(characterSpelling(QChar::surrogateToUcs4(char16_t(high.value), char16_t(low->value)),
                                         low->end - start),
                       out);
        }
    }
}

// What follows the backslash of an escape that began at `start`.
void appendJson(QByteArrayView text, qsizetype start, qsizetype at, int depth, Spellings &out)
{
    if (at >= text.size())
        return;
    Spellings escaped;
    appendSpellings(text, at, escaped, depth);
    for (const Spelling &letter : std::as_const(escaped)) {
        const qsizetype end = at + letter.length;
        const qsizetype which = letter.size == 1 ? escapeLetters.indexOf(letter.bytes[0]) : -1;
        if (which >= 0)
            append(byteSpelling(escapeMeanings[which], end - start), out);
        const auto unit = isByte(letter, 'u') ? hexNumber(text, end, 4, depth) : std::nullopt;
        if (unit && QChar::isHighSurrogate(unit->value))
            appendPair(text, start, *unit, depth, out);
        else if (unit)
            append(characterSpelling(unit->value, unit->end - start), out);
    }
}

constexpr qsizetype longestGlance = 8;

std::optional<Glance> glanceAtHex(QByteArrayView text, qsizetype at, qsizetype digits)
{
    if (at + digits > text.size())
        return std::nullopt;
    char32_t value = 0;
    for (const char c : text.sliced(at, digits)) {
        if (beginsEscape(c))
            return std::nullopt;
        const int digit = hexDigit(c);
        if (digit < 0)
            return Glance{};
        value = value * 16 + char32_t(digit);
    }
    if (digits == 2)
        return beginsEscape(char(value)) ? std::nullopt : std::optional(Glance{{quint8(value)}, 1});
    if (QChar::isSurrogate(value) || (value < 0x80 && beginsEscape(char(value))))
        return std::nullopt;
    return Glance{{quint8(characterSpelling(value, digits).bytes[0])}, 1};
}
}

std::optional<Glance> glanceAt(QByteArrayView text, qsizetype at)
{
    if (text[at] == '+')
        return Glance{{' '}, 1};
    if (text[at] == '%')
        return glanceAtHex(text, at + 1, 2);
    qsizetype letter = at + 1;
    while (letter < text.size() && text[letter] == '\\' && letter - at < longestGlance)
        ++letter;
    if (letter == text.size() || beginsEscape(text[letter]))
        return std::nullopt;
    const bool isEscaped = letter - at > 1; // the backslash itself
    if (text[letter] == 'u')
        return isEscaped ? std::nullopt : glanceAtHex(text, letter + 1, 4);
    Glance glance;
    if (isEscaped)
        glance.bytes[size_t(glance.size++)] = '\\';
    if (const qsizetype which = escapeLetters.indexOf(text[letter]); which >= 0)
        glance.bytes[size_t(glance.size++)] = quint8(escapeMeanings[which]);
    return glance;
}

void appendSpellings(QByteArrayView text, qsizetype at, Spellings &out, int depth)
{
    const char c = text[at];
    append(byteSpelling(c, 1), out);
    if (depth == 0 || !beginsEscape(c))
        return;
    Spellings inner;
    appendSpellings(text, at, inner, depth - 1);
    for (const Spelling &lead : std::as_const(inner)) {
        append(lead, out);
        if (isByte(lead, '+')) {
            append(byteSpelling(' ', lead.length), out);
        } else if (isByte(lead, '\\')) {
            appendJson(text, at, at + lead.length, depth - 1, out);
        } else if (isByte(lead, '%')) {
            if (const auto byte = hexNumber(text, at + lead.length, 2, depth - 1))
                append(byteSpelling(char(byte->value), byte->end - at), out);
        }
    }
}

} // namespace weir
