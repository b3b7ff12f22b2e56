// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ansiquoting.h"

#include <QString>

#include <algorithm>
#include <cstring>

namespace weir {

namespace {
constexpr char simpleEscapes[] = "abeEfnrtv\\'\"?";
constexpr char simpleBytes[] = "\a\b\x1b\x1b\f\n\r\t\v\\'\"?";

int digitValue(char c, int base)
{
    const int value = c >= '0' && c <= '9' ? c - '0'
        : c >= 'a' && c <= 'f'             ? c - 'a' + 10
        : c >= 'A' && c <= 'F'             ? c - 'A' + 10
                                           : 16;
    return value < base ? value : -1;
}

struct Digits
{
    quint32 value = 0;
    qsizetype count = 0;
};

Digits readDigits(QByteArrayView text, int base, qsizetype most)
{
    Digits digits;
    while (digits.count < std::min(most, text.size()) && digitValue(text[digits.count], base) >= 0)
        digits.value = digits.value * quint32(base) + quint32(digitValue(text[digits.count++], base));
    return digits;
}

// As bash does it, also beyond Unicode and for lone surrogates.
QByteArray utf8(quint32 c)
{
    if (c < 0x80)
        return QByteArray(1, char(c));
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : c < 0x200000 ? 3 : c < 0x4000000 ? 4 : 5;
    QByteArray bytes(1, char((0xff80U >> more) | (c >> (6 * more))));
    while (more-- > 0)
        bytes += char(0x80U | ((c >> (6 * more)) & 0x3fU));
    return bytes;
}

class AnsiReader final
{
public:
    Q_DISABLE_COPY_MOVE(AnsiReader)
    explicit AnsiReader(QByteArrayView text)
        : m_text(text)
    {
    }

    AnsiQuoted read()
    {
        while (m_at < m_text.size() && m_text[m_at] != '\'') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                readEscape();
            else
                m_bytes += m_text[m_at++];
        }
        const bool closed = m_at < m_text.size();
        const qsizetype nul = m_bytes.indexOf('\0');
        return {nul < 0 ? m_bytes : m_bytes.left(nul), m_at + (closed ? 1 : 0), closed};
    }

private:
    QByteArrayView rest() const { return m_text.sliced(m_at); }

    void readEscape()
    {
        const char c = m_text[m_at + 1];
        m_at += 2;
        if (const char *simple = std::strchr(simpleEscapes, c); simple && c != '\0')
            m_bytes += simpleBytes[simple - simpleEscapes];
        else if (digitValue(c, 8) >= 0)
            readOctal();
        else if (c == 'x')
            readHex();
        else if (c == 'u' || c == 'U')
            readCharacter(c, c == 'u' ? 4 : 8);
        else if (c == 'c' && m_at < m_text.size())
            readControl();
        else
            m_bytes += QByteArray("\\") + c;
    }

    void readOctal()
    {
        --m_at;
        const Digits digits = readDigits(rest(), 8, 3);
        m_at += digits.count;
        m_bytes += char(digits.value & 0xffU);
    }

    void readHex()
    {
        const bool braces = m_at < m_text.size() && m_text[m_at] == '{';
        if (braces)
            ++m_at;
        const Digits digits = readDigits(rest(), 16, braces ? m_text.size() : 2);
        m_at += digits.count;
        if (braces && m_at < m_text.size() && m_text[m_at] == '}')
            ++m_at;
        if (digits.count > 0 || braces)
            m_bytes += char(digits.value & 0xffU);
        else
            m_bytes += "\\x";
    }

    void readCharacter(char letter, qsizetype most)
    {
        const Digits digits = readDigits(rest(), 16, most);
        m_at += digits.count;
        if (digits.count == 0) {
            m_bytes += QByteArray("\\") + letter;
            return;
        }
        quint32 c = digits.value;
        if ((c & 0xfffffc00U) == 0xd800U && rest().startsWith("\\u")) {
            const Digits low = readDigits(rest().sliced(2), 16, 4);
            if (low.count == 4 && (low.value & 0xfffffc00U) == 0xdc00U) {
                c = 0x10000U + ((c & 0x3ffU) << 10U) + (low.value & 0x3ffU);
                m_at += 6;
            }
        }
        m_bytes += utf8(c);
    }

    void readControl()
    {
        const char c = m_text[m_at++];
        if (c == '\\' && m_at < m_text.size() && m_text[m_at] == '\\')
            ++m_at;
        const char upper = c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
        m_bytes += c == '?' ? '\x7f' : char(upper & 0x1f);
    }

    const QByteArrayView m_text;
    qsizetype m_at = 0;
    QByteArray m_bytes;
};
}

AnsiQuoted readAnsiQuoted(QByteArrayView text)
{
    return AnsiReader(text).read();
}

QByteArray ansiQuoted(const QByteArray &bytes)
{
    QByteArray result = "$'";
    for (const char c : bytes) {
        if (c == '\'' || c == '\\')
            result += QByteArray("\\") + c;
        else if (c == '\n')
            result += "\\n";
        else if (quint8(c) < 0x20 || c == 0x7f)
            result += '\\' + QByteArray::number(quint8(c), 8).rightJustified(3, '0');
        else
            result += c;
    }
    return result + '\'';
}

} // namespace weir
