// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ndjson.h"

#include <QStringDecoder>

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace weir {

namespace {
constexpr qint64 microsecondsPerDay = 86'400'000'000;
// 0000-01-01 and the last microsecond of 9999: what the four digits of ISO 8601 can say.
constexpr qint64 firstTime = -719'528 * microsecondsPerDay;
constexpr qint64 lastTime = 2'932'897 * microsecondsPerDay - 1;
constexpr qsizetype longestEscape = 6; // \u001f

constexpr std::array<char, 256> makeEscapes()
{
    std::array<char, 256> escapes{};
    for (size_t i = 0; i < 0x20; ++i)
        escapes[i] = 'u';
    escapes['\b'] = 'b';
    escapes['\f'] = 'f';
    escapes['\n'] = 'n';
    escapes['\r'] = 'r';
    escapes['\t'] = 't';
    escapes['"'] = '"';
    escapes['\\'] = '\\';
    return escapes;
}
constexpr std::array<char, 256> escapes = makeEscapes();

// True where none of the eight bytes is a control character, a quotation mark or a backslash.
bool isPlain(const char *in)
{
    constexpr quint64 ones = 0x0101010101010101;
    constexpr quint64 highs = 0x8080808080808080;
    quint64 word;
    memcpy(&word, in, sizeof word);
    const auto zeroes = [](quint64 value) { return (value - ones) & ~value; };
    const quint64 controls = (word - ones * 0x20) & ~word;
    return ((controls | zeroes(word ^ (ones * '"')) | zeroes(word ^ (ones * '\\'))) & highs) == 0;
}

char *putText(char *out, QByteArrayView text)
{
    return std::copy_n(text.data(), text.size(), out);
}

char *putNumber(char *out, quint64 number)
{
    char digits[20];
    char *begin = std::end(digits);
    do {
        *--begin = char('0' + number % 10);
        number /= 10;
    } while (number);
    return putText(out, {begin, std::end(digits)});
}

char *putDigits(char *out, quint64 number, int width)
{
    for (int i = width - 1; i >= 0; --i) {
        out[i] = char('0' + number % 10);
        number /= 10;
    }
    return out + width;
}

char *putTime(char *out, qint64 time)
{
    const qint64 sinceYearZero = std::clamp(time, firstTime, lastTime) - firstTime;
    const auto inDay = quint64(sinceYearZero % microsecondsPerDay);
    // Howard Hinnant's days_from_civil turned round, years that begin in March; day 60 is 0000-03-01. One
    // era of 400 years is added so that the first two months do not go below zero.
    const auto days = quint64(sinceYearZero / microsecondsPerDay) + 146'097 - 60;
    const quint64 era = days / 146'097;
    const quint64 dayOfEra = days % 146'097;
    const quint64 yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const quint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const quint64 month = (5 * dayOfYear + 2) / 153;
    out = putDigits(out, yearOfEra + era * 400 - 400 + (month >= 10 ? 1 : 0), 4);
    *out++ = '-';
    out = putDigits(out, month < 10 ? month + 3 : month - 9, 2);
    *out++ = '-';
    out = putDigits(out, dayOfYear - (153 * month + 2) / 5 + 1, 2);
    *out++ = 'T';
    out = putDigits(out, inDay / 3'600'000'000, 2);
    *out++ = ':';
    out = putDigits(out, inDay / 60'000'000 % 60, 2);
    *out++ = ':';
    out = putDigits(out, inDay / 1'000'000 % 60, 2);
    *out++ = '.';
    out = putDigits(out, inDay % 1'000'000, 6);
    *out++ = 'Z';
    return out;
}

char *putEscaped(char *out, QByteArrayView text)
{
    const char *in = text.begin();
    while (in != text.end()) {
        while (text.end() - in >= 8 && isPlain(in)) {
            memcpy(out, in, 8);
            in += 8;
            out += 8;
        }
        const char *stop = std::min(in + 8, text.end());
        for (; in != stop; ++in) {
            const char escape = escapes[uchar(*in)];
            if (!escape) {
                *out++ = *in;
                continue;
            }
            *out++ = '\\';
            *out++ = escape;
            if (escape == 'u') {
                out = putText(out, "00");
                *out++ = "0123456789abcdef"[uchar(*in) >> 4];
                *out++ = "0123456789abcdef"[uchar(*in) & 15];
            }
        }
    }
    return out;
}

bool isUtf8(QByteArrayView text)
{
    return simdjson::validate_utf8(text.data(), size_t(text.size()));
}

// What is not UTF-8 becomes U+FFFD; a BOM stays.
QByteArray mended(QByteArrayView text)
{
    using Flag = QStringDecoder::Flag;
    QStringDecoder decoder(QStringDecoder::Utf8, Flag::ConvertInitialBom | Flag::Stateless);
    return QString(decoder(text)).toUtf8();
}

char *putMember(char *out, QByteArrayView key, QByteArrayView text)
{
    out = putText(out, key);
    *out++ = '"';
    out = putEscaped(out, text);
    *out++ = '"';
    return out;
}

char *putHead(char *out, const EventView &event, QByteArrayView connection, QByteArrayView name,
              QByteArrayView id)
{
    out = putNumber(putText(out, R"({"seq":)"), event.seq);
    out = putTime(putText(out, R"(,"time":")"), event.time);
    *out++ = '"';
    if (!connection.isEmpty())
        out = putMember(out, R"(,"connection":)", connection);
    out = putMember(out, R"(,"direction":)", directionName(event.direction));
    out = putMember(out, R"(,"kind":)", kindName(event.kind));
    if (!name.isEmpty())
        out = putMember(out, R"(,"name":)", name);
    if (!id.isEmpty())
        out = putMember(out, R"(,"id":)", id);
    if (event.ref)
        out = putNumber(putText(out, R"(,"ref":)"), event.ref);
    return putNumber(putText(out, R"(,"size":)"), quint64(event.payload.size()));
}
}

void appendNdjson(QByteArray &out, const EventView &event, QByteArrayView connectionName)
{
    constexpr qsizetype fixedPart = 256; // all keys, numbers and words together, and the end of the line
    QByteArray mendedText[3];
    QByteArrayView texts[3] = {connectionName, event.name, event.id};
    qsizetype room = fixedPart;
    for (size_t i = 0; i < 3; ++i) {
        if (!isUtf8(texts[i]))
            texts[i] = mendedText[i] = mended(texts[i]);
        room += texts[i].size() * longestEscape;
    }
    const bool isText = isUtf8(event.payload);
    room += isText ? event.payload.size() * longestEscape : event.payload.size() / 3 * 4 + 4;

    const qsizetype begin = out.size();
    out.resize(begin + room);
    char *end = putHead(out.data() + begin, event, texts[0], texts[1], texts[2]);
    if (isText) {
        end = putMember(end, R"(,"payload":)", event.payload);
    } else {
        const QByteArray raw = QByteArray::fromRawData(event.payload.data(), event.payload.size());
        end = putMember(end, R"(,"encoding":"base64","payload":)", raw.toBase64());
    }
    end = putText(end, "}\n");
    out.truncate(end - out.data());
}

} // namespace weir
