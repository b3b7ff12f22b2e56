// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonnumber.h"

#include "base/rawjson.h"

#include <QString>

#include <algorithm>
#include <limits>

namespace weir {

namespace {
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

QByteArrayView takeDigits(QByteArrayView &text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    const QByteArrayView digits = text.first(end - text.begin());
    text = text.sliced(digits.size());
    return digits;
}

bool take(QByteArrayView &text, QByteArrayView any)
{
    if (text.isEmpty() || !any.contains(text.front()))
        return false;
    text = text.sliced(1);
    return true;
}

// Far beyond what a comparison can reach with other digits.
constexpr qint64 exponentLimit = std::numeric_limits<qint64>::max() / 4;

std::optional<qint64> takeExponent(QByteArrayView &text)
{
    const bool isNegative = text.startsWith('-');
    take(text, "+-");
    const QByteArrayView digits = takeDigits(text);
    if (digits.isEmpty())
        return std::nullopt;
    bool fits = false;
    const qlonglong value = digits.toByteArray().toLongLong(&fits);
    const qint64 exponent = fits ? std::min<qint64>(value, exponentLimit) : exponentLimit;
    return isNegative ? -exponent : exponent;
}
}

std::optional<JsonNumber> JsonNumber::read(QByteArrayView text)
{
    text = trimmedJson(text);
    JsonNumber number;
    number.m_isNegative = take(text, "-");
    const QByteArrayView whole = takeDigits(text);
    if (whole.isEmpty() || (whole.size() > 1 && whole.front() == '0'))
        return std::nullopt;
    number.m_digits = whole.toByteArray();
    if (take(text, ".")) {
        const QByteArrayView fraction = takeDigits(text);
        if (fraction.isEmpty())
            return std::nullopt;
        number.m_digits += fraction;
        number.m_exponent = -fraction.size();
    }
    if (take(text, "eE")) {
        const auto exponent = takeExponent(text);
        if (!exponent)
            return std::nullopt;
        number.m_exponent += *exponent;
    }
    if (!text.isEmpty())
        return std::nullopt;
    const auto isZeroDigit = [](char c) { return c == '0'; };
    const auto first = std::find_if_not(number.m_digits.cbegin(), number.m_digits.cend(), isZeroDigit);
    number.m_digits.remove(0, first - number.m_digits.cbegin());
    const auto last = std::find_if_not(number.m_digits.crbegin(), number.m_digits.crend(), isZeroDigit);
    const qsizetype zeros = last - number.m_digits.crbegin();
    number.m_digits.chop(zeros);
    number.m_exponent += zeros;
    if (number.m_digits.isEmpty())
        return JsonNumber();
    return number;
}

std::optional<bool> JsonNumber::isMultipleOf(const JsonNumber &divisor) const
{
    constexpr qsizetype mostDigits = 17; // ten times the remainder still fits
    constexpr qint64 mostZeros = 10'000;
    if (isZero())
        return true;
    if (divisor.isZero() || divisor.m_digits.size() > mostDigits)
        return std::nullopt;
    const qint64 zeros = m_exponent - divisor.m_exponent;
    if (zeros > mostZeros)
        return std::nullopt;
    // A multiple would end in zeros, and no digits do.
    if (zeros < 0)
        return false;
    const qint64 modulus = divisor.m_digits.toLongLong();
    qint64 rest = 0;
    for (const char digit : m_digits)
        rest = (rest * 10 + (digit - '0')) % modulus;
    for (qint64 i = 0; i < zeros && rest != 0; ++i)
        rest = rest * 10 % modulus;
    return rest == 0;
}

QByteArray JsonNumber::canonical() const
{
    return isZero() ? QByteArray("0")
                    : QByteArray(m_isNegative ? "-" : "") + m_digits + 'e' + QByteArray::number(m_exponent);
}

std::optional<qint64> JsonNumber::toInteger() const
{
    constexpr qint64 mostDigits = 19;
    if (!isInteger() || m_exponent > mostDigits)
        return std::nullopt;
    if (isZero())
        return 0;
    bool fits = false;
    QByteArray written = m_isNegative ? "-" : "";
    written.append(m_digits).append(m_exponent, '0');
    const qint64 value = written.toLongLong(&fits);
    return fits ? std::optional(value) : std::nullopt;
}

std::strong_ordering JsonNumber::operator<=>(const JsonNumber &other) const
{
    const auto sign = [](const JsonNumber &number) {
        return number.isZero() ? 0 : number.m_isNegative ? -1 : 1;
    };
    if (sign(*this) != sign(other) || isZero())
        return sign(*this) <=> sign(other);
    // Where the first digit stands decides, then the digits.
    const qint64 place = m_digits.size() + m_exponent;
    const qint64 otherPlace = other.m_digits.size() + other.m_exponent;
    const auto magnitude =
        place != otherPlace ? place <=> otherPlace : QByteArrayView(m_digits).compare(other.m_digits) <=> 0;
    return m_isNegative ? 0 <=> magnitude : magnitude;
}

} // namespace weir
