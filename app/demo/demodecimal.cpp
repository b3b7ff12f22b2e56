// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demodecimal.h"

#include <QStringBuilder>

#include <algorithm>
#include <compare>

namespace weir {

namespace {
// Whole numbers as their digits.
QByteArray withoutLeadingZeros(QByteArray digits)
{
    qsizetype zeros = 0;
    while (zeros < digits.size() - 1 && digits[zeros] == '0')
        ++zeros;
    return zeros == 0 ? digits : digits.sliced(zeros);
}

std::strong_ordering compared(const QByteArray &a, const QByteArray &b)
{
    return a.size() != b.size() ? a.size() <=> b.size() : a.compare(b) <=> 0;
}

QByteArray sum(const QByteArray &a, const QByteArray &b)
{
    QByteArray digits(std::max(a.size(), b.size()) + 1, '0');
    int carry = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int column = carry + (i < a.size() ? a[a.size() - 1 - i] - '0' : 0)
            + (i < b.size() ? b[b.size() - 1 - i] - '0' : 0);
        digits[digits.size() - 1 - i] = char('0' + column % 10);
        carry = column / 10;
    }
    return withoutLeadingZeros(digits);
}

// `a` is not less than `b`.
QByteArray difference(QByteArray a, const QByteArray &b)
{
    int borrow = 0;
    for (qsizetype i = 0; i < a.size() && (i < b.size() || borrow); ++i) {
        const int column =
            a[a.size() - 1 - i] - '0' - borrow - (i < b.size() ? b[b.size() - 1 - i] - '0' : 0);
        borrow = column < 0;
        a[a.size() - 1 - i] = char('0' + column + 10 * borrow);
    }
    return withoutLeadingZeros(a);
}

struct Quotient
{
    QByteArray digits;
    bool isExact;
};
Quotient quotient(const QByteArray &dividend, const QByteArray &divisor)
{
    QByteArray digits;
    QByteArray rest = "0";
    for (const char digit : dividend) {
        rest = withoutLeadingZeros(rest + digit);
        char times = '0';
        for (; compared(rest, divisor) >= 0; ++times)
            rest = difference(rest, divisor);
        digits += times;
    }
    return {withoutLeadingZeros(digits), rest == "0"};
}
}

DemoDecimal::DemoDecimal(bool negative, QByteArray digits, int scale)
    : m_digits(withoutLeadingZeros(std::move(digits)))
    , m_scale(scale)
    , m_negative(negative && m_digits != "0")
{
}

std::optional<DemoDecimal> DemoDecimal::fromJson(QByteArrayView number)
{
    const bool negative = number.startsWith('-');
    QByteArray digits;
    qint64 scale = 0;
    qsizetype at = negative ? 1 : 0;
    for (bool behind = false; at < number.size() && number[at] != 'e' && number[at] != 'E'; ++at) {
        if (number[at] == '.') {
            behind = true;
        } else if (number[at] >= '0' && number[at] <= '9') {
            digits += number[at];
            scale += behind;
        } else {
            return {};
        }
    }
    if (digits.isEmpty())
        return {};
    if (at < number.size()) {
        bool ok = false;
        const qint64 exponent = number.sliced(at + 1).toByteArray().toLongLong(&ok);
        if (!ok || exponent < -2 * limit || exponent > 2 * limit)
            return {};
        scale -= exponent;
    }
    if (scale < 0) {
        digits.append(qsizetype(-scale), '0');
        scale = 0;
    }
    const DemoDecimal read(negative, digits, int(std::min<qint64>(scale, 2 * limit)));
    if (scale > limit || read.m_digits.size() - read.m_scale > limit)
        return {};
    return read;
}

DemoDecimal DemoDecimal::negated() const
{
    return {!m_negative, m_digits, m_scale};
}

DemoDecimal DemoDecimal::plus(const DemoDecimal &other) const
{
    const int scale = std::max(m_scale, other.m_scale);
    const QByteArray a = withoutLeadingZeros(m_digits + QByteArray(scale - m_scale, '0'));
    const QByteArray b = withoutLeadingZeros(other.m_digits + QByteArray(scale - other.m_scale, '0'));
    if (m_negative == other.m_negative)
        return {m_negative, sum(a, b), scale};
    return compared(a, b) >= 0 ? DemoDecimal(m_negative, difference(a, b), scale)
                               : DemoDecimal(other.m_negative, difference(b, a), scale);
}

DemoDecimal DemoDecimal::over(const DemoDecimal &divisor, int places, Rounding rounding) const
{
    Q_ASSERT(!divisor.isZero());
    const int shift = places + 1 + divisor.m_scale - m_scale;
    const auto [digits, isExact] =
        quotient(m_digits + QByteArray(std::max(shift, 0), '0'),
                 withoutLeadingZeros(divisor.m_digits + QByteArray(std::max(-shift, 0), '0')));
    // a digit for the rest, so that what is no tie is not rounded as one
    const DemoDecimal longer(m_negative != divisor.m_negative, digits + (isExact ? '0' : '1'), places + 2);
    return longer.rounded(places, rounding);
}

DemoDecimal DemoDecimal::rounded(int places, Rounding rounding) const
{
    const qsizetype cut = m_scale - places;
    if (cut <= 0)
        return {m_negative, m_digits + QByteArray(-cut, '0'), places};
    const QByteArray padded = m_digits.rightJustified(cut + 1, '0');
    QByteArray kept = padded.chopped(cut);
    const auto toHalf = padded.last(cut).compare(QByteArray(1, '5').leftJustified(cut, '0')) <=> 0;
    const bool isOdd = (kept.back() - '0') % 2 != 0;
    if (rounding != Rounding::Down
        && (toHalf > 0 || (toHalf == 0 && (rounding == Rounding::HalfUp || isOdd))))
        kept = sum(kept, "1");
    return {m_negative, kept, places};
}

DemoDecimal DemoDecimal::shortest() const
{
    DemoDecimal shorter = *this;
    while (shorter.m_scale > 0 && shorter.m_digits.endsWith('0')) {
        --shorter.m_scale;
        if (shorter.m_digits.size() > 1)
            shorter.m_digits.chop(1);
    }
    return shorter;
}

QByteArray DemoDecimal::toJson() const
{
    QByteArray text = m_digits.rightJustified(m_scale + 1, '0');
    if (m_scale > 0)
        text.insert(text.size() - m_scale, '.');
    return m_negative ? '-' + text : text;
}

} // namespace weir
