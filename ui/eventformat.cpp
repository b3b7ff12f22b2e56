// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventformat.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace weir {

namespace {
// How the default locale writes numbers; looked up again only when that changes.
struct NumberStyle
{
    QLocale locale = QLocale::c();
    QString group;
    QString point = QStringLiteral(".");
    bool isPlain = false; // 0 to 9, and a separator after every three digits
};

void appendDigits(Chars &out, quint64 value, int width = 1)
{
    char16_t digits[20];
    int used = 0;
    for (; value > 0 || used < width; value /= 10)
        digits[used++] = char16_t(u'0' + value % 10);
    while (used > 0)
        out.append(digits[--used]);
}

void appendGrouped(Chars &out, quint64 count, const QString &group)
{
    Chars digits;
    appendDigits(digits, count);
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            appendText(out, group);
        out.append(digits[i]);
    }
}

const NumberStyle &numberStyle()
{
    thread_local NumberStyle style;
    const QLocale locale;
    if (style.locale == locale && !style.group.isEmpty())
        return style;
    style = {locale, locale.groupSeparator(), locale.decimalPoint(), true};
    for (const quint64 probe : {quint64(7), quint64(1234), quint64(1'234'567'890)}) {
        Chars ours;
        appendGrouped(ours, probe, style.group);
        style.isPlain &= QStringView(ours) == locale.toString(qulonglong(probe));
    }
    return style;
}

// As QString::number() does: the C locale's point.
void appendFixed(Chars &out, double value, int decimals, QStringView point = u".")
{
    char text[40];
    const auto end = std::to_chars(text, std::end(text), value, std::chars_format::fixed, decimals);
    for (const char *c = text; c != end.ptr; ++c) {
        if (*c == '.')
            appendText(out, point);
        else
            out.append(char16_t(*c));
    }
}

// Seconds the local time is ahead; asked once a minute of events.
int offsetFromUtc(qint64 milliseconds)
{
    constexpr qint64 minute = 60'000;
    thread_local qint64 lastMinute = std::numeric_limits<qint64>::min();
    thread_local int offset = 0;
    const qint64 now = milliseconds / minute;
    if (now != lastMinute) {
        lastMinute = now;
        offset = QDateTime::fromMSecsSinceEpoch(milliseconds).offsetFromUtc();
    }
    return offset;
}

template <typename Append, typename Value> QString toString(Append append, Value value)
{
    Chars text;
    append(text, value);
    return QStringView(text).toString();
}
} // namespace

void appendText(Chars &out, QStringView text)
{
    out.append(text.utf16(), text.size());
}

void appendCount(Chars &out, quint64 count)
{
    const NumberStyle &style = numberStyle();
    if (style.isPlain)
        appendGrouped(out, count, style.group);
    else
        appendText(out, style.locale.toString(qulonglong(count)));
}

void appendBytes(Chars &out, quint64 bytes)
{
    if (bytes < 1000) {
        appendDigits(out, bytes);
        appendText(out, u" B");
        return;
    }
    constexpr const char16_t *units[] = {u" kB", u" MB", u" GB", u" TB"};
    double value = double(bytes) / 1000;
    size_t unit = 0;
    // What would be rounded to 1000.0 is one of the next.
    for (; value >= 999.95 && unit + 1 < std::size(units); ++unit)
        value /= 1000;
    appendFixed(out, value, 1, numberStyle().point);
    appendText(out, units[unit]);
}

void appendTime(Chars &out, qint64 microseconds)
{
    // Rounded towards the past, also before 1970.
    const qint64 milliseconds = microseconds / 1000 - (microseconds % 1000 < 0 ? 1 : 0);
    constexpr qint64 day = 86'400'000;
    const qint64 local = milliseconds + qint64(offsetFromUtc(milliseconds)) * 1000;
    const auto inDay = quint64((local % day + day) % day);
    appendDigits(out, inDay / 3'600'000, 2);
    out.append(u':');
    appendDigits(out, inDay / 60'000 % 60, 2);
    out.append(u':');
    appendDigits(out, inDay / 1000 % 60, 2);
    out.append(u'.');
    appendDigits(out, inDay % 1000, 3);
}

void appendDelta(Chars &out, qint64 microseconds)
{
    out.append(microseconds < 0 ? u'−' : u'+');
    const double milliseconds = std::abs(double(microseconds)) / 1000;
    const auto seconds = quint64(std::llround(milliseconds / 1000));
    if (milliseconds < 999.95) {
        appendFixed(out, milliseconds, 1);
        appendText(out, u" ms");
    } else if (milliseconds < 59'995) {
        appendFixed(out, milliseconds / 1000, 2);
        appendText(out, u" s");
    } else if (seconds < 3600) {
        appendDigits(out, seconds / 60);
        appendText(out, u" min ");
        appendDigits(out, seconds % 60);
        appendText(out, u" s");
    } else {
        appendDigits(out, seconds / 3600);
        appendText(out, u" h ");
        appendDigits(out, seconds / 60 % 60);
        appendText(out, u" min");
    }
}

QString formatCount(quint64 count)
{
    return toString(appendCount, count);
}

QString formatBytes(quint64 bytes)
{
    return toString(appendBytes, bytes);
}

QString formatTime(qint64 microseconds)
{
    return toString(appendTime, microseconds);
}

QString formatDelta(qint64 microseconds)
{
    return toString(appendDelta, microseconds);
}

} // namespace weir
