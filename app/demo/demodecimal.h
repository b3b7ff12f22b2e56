// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace weir {

// A decimal number of any length, exact. JSON's numbers are decimal: neither 2^53 + 1 nor 0.1 is a double.
class DemoDecimal final
{
public:
    enum class Rounding { HalfEven, HalfUp, Down };
    static constexpr int limit = 1000; // digits before the point, and as many behind it

    DemoDecimal() = default; // 0
    static std::optional<DemoDecimal>
    fromJson(QByteArrayView number); // nothing: no number, or beyond the limit

    bool isZero() const { return m_digits == "0"; }
    DemoDecimal negated() const;
    DemoDecimal plus(const DemoDecimal &other) const;
    // The divisor must not be 0; to `places` digits behind the point.
    DemoDecimal over(const DemoDecimal &divisor, int places, Rounding rounding) const;
    // To `places` digits behind the point, and as many in its text: 19.00.
    DemoDecimal rounded(int places, Rounding rounding) const;
    DemoDecimal shortest() const; // without zeros at the end behind the point
    QByteArray toJson() const;

private:
    DemoDecimal(bool negative, QByteArray digits, int scale);

    QByteArray m_digits = "0"; // without zeros before them
    int m_scale = 0; // so many of them are behind the point
    bool m_negative = false;
};

} // namespace weir
