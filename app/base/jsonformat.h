// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <tl/expected.hpp>

namespace weir {

// Why a text is not JSON, and the byte where that shows.
struct JsonFault
{
    enum Reason {
        Truncated, // the text ends too early
        Unexpected, // a character that cannot stand here
        BadNumber,
        BadEscape,
        ControlCharacter, // unescaped in a string
        NotUtf8,
        TooDeep,
        TooLarge, // written with indentation it would exceed the limit
        TrailingText, // something follows the value
    };
    Reason reason = Unexpected;
    qsizetype offset = 0;

    bool operator==(const JsonFault &) const = default;
};

constexpr int jsonDepthLimit = 1024;

// One JSON value (RFC 8259) over several lines, indented by two spaces a level, at most by 64. Every token
// stays as it came: 1.0, 1e400, escapes, the order of members and duplicates.
tl::expected<QByteArray, JsonFault> formatJson(QByteArrayView json,
                                               qsizetype outputLimit = qsizetype(256) * 1024 * 1024);
// The same value on one line, without a blank between its tokens.
tl::expected<QByteArray, JsonFault> compactJson(QByteArrayView json);
// Whether it is one JSON value.
tl::expected<void, JsonFault> checkJson(QByteArrayView json);

} // namespace weir
