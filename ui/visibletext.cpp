// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "visibletext.h"

#include "base/utf8.h"

#include <algorithm>

namespace weir {

namespace {
// What moves or hides other text without being seen itself.
bool isInvisible(char16_t c)
{
    return c == 0x00ad || c == 0x061c || c == 0x180e || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff
        || (c >= 0xfff9 && c <= 0xfffb);
}

bool needsCare(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || QChar::isSurrogate(c) || isInvisible(c);
}

void appendMark(QString &out, char32_t c)
{
    out += QStringLiteral("⟪U+%1⟫").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
}

void appendControl(QString &out, char16_t c, Lines lines)
{
    if (lines == Lines::Multi && (c == u'\n' || c == u'\t'))
        out += QChar(c);
    else if (c < 0x20)
        out += QChar(char16_t(0x2400 + c));
    else if (c == 0x7f)
        out += QChar(u'\u2421');
    else
        appendMark(out, c);
}

// U+E0000 tags and U+E0100 variation selectors: text that no font shows.
bool isInvisibleSupplementary(char32_t c)
{
    return (c >= 0xe0000 && c <= 0xe0fff) || (c >= 0x1d173 && c <= 0x1d17a);
}

// Appends the character or pair at `i`; answers how many units it took.
qsizetype appendCareful(QString &out, QStringView text, qsizetype i, Lines lines)
{
    const char16_t c = text[i].unicode();
    if (QChar::isSurrogate(c)) {
        if (!QChar::isHighSurrogate(c) || i + 1 == text.size() || !text[i + 1].isLowSurrogate()) {
            out += QChar(QChar::ReplacementCharacter);
            return 1;
        }
        const char32_t pair = QChar::surrogateToUcs4(c, text[i + 1].unicode());
        if (isInvisibleSupplementary(pair))
            appendMark(out, pair);
        else
            out += text.mid(i, 2);
        return 2;
    }
    if (lines == Lines::Multi && c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n') {
        out += QLatin1Char('\n');
        return 2;
    }
    appendControl(out, c, lines);
    return 1;
}
} // namespace

QString visibleText(QStringView text, Lines lines)
{
    const auto careful = [](QChar c) { return needsCare(c.unicode()); };
    if (std::none_of(text.begin(), text.end(), careful))
        return text.toString();
    QString out;
    out.reserve(text.size() + 16);
    for (qsizetype i = 0; i < text.size();) {
        if (careful(text[i])) {
            i += appendCareful(out, text, i, lines);
        } else {
            out += text[i];
            ++i;
        }
    }
    return out;
}

QString visibleText(QByteArrayView utf8, qsizetype limit, Lines lines)
{
    if (utf8.size() > limit) {
        qsizetype end = limit;
        // Not into the middle of a character; a run of stray continuation bytes is cut anywhere.
        for (int back = 0; back < 4 && end > 0 && (uchar(utf8[end]) & 0xc0) == 0x80; ++back)
            --end;
        utf8 = utf8.first(end);
    }
    return visibleText(textFromUtf8(utf8), lines);
}

} // namespace weir
