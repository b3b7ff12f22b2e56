// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <compare>
#include <optional>

namespace weir {

// A number as JSON writes it, exactly: 9007199254740993, 0.1 and 1e400 are what no double holds.
class JsonNumber final
{
public:
    static std::optional<JsonNumber> read(QByteArrayView text); // RFC 8259 6; blanks around it do no harm

    bool isInteger() const { return m_exponent >= 0; } // 1.0 and 1e3 are
    bool isZero() const { return m_digits.isEmpty(); }
    // Nothing where the divisor has more than 17 digits, or the two are too far from each other.
    std::optional<bool> isMultipleOf(const JsonNumber &divisor) const;
    std::optional<qint64> toInteger() const;
    QByteArray canonical() const; // the same for the same number: -15e-1

    std::strong_ordering operator<=>(const JsonNumber &other) const;
    bool operator==(const JsonNumber &) const = default;

private:
    bool m_isNegative = false;
    QByteArray m_digits; // without zeros at its ends; empty is 0
    qint64 m_exponent = 0; // the number is digits * 10 ^ exponent
};

} // namespace weir
