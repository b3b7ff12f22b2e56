// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace weir {

// What a bubble shows of a payload: visibleText() with lines parted by LF, and where JSON has its colours.
struct MessageText
{
    enum class Tone : quint8 { Key, String, Number, Word };
    struct Span
    {
        int begin = 0;
        int length = 0;
        Tone tone = Tone::Word;
        bool operator==(const Span &) const = default;
    };
    QString text;
    std::vector<Span> spans; // in order
    bool isJson = false; // an object or an array
    bool isCut = false; // the payload goes on

    // Where the text holds the needle, beginning at from..to-1; ASCII letters are folded as in a filter, and
    // the blanks that were put between the tokens of JSON do not count.
    std::vector<Span> find(QStringView needle, qsizetype from, qsizetype to) const;
};

// JSON on one line, or over several lines with indentation; all other text stays.
enum class JsonForm { Line, Indented };
// `bytes` are all of the payload or its beginning; it has `size` in all.
MessageText messageText(QByteArrayView bytes, quint64 size, JsonForm form);

} // namespace weir
