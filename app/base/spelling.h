// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QVarLengthArray>

#include <array>
#include <optional>

namespace weir {

// Bytes that a piece of text may stand for.
struct Spelling
{
    std::array<char, 4> bytes{}; // one, or a character of UTF-8
    qsizetype size = 0; // how many of them
    qsizetype length = 0; // of the text

    bool operator==(const Spelling &) const = default;
    QByteArrayView view() const { return {bytes.data(), size}; }
};
using Spellings = QVarLengthArray<Spelling, 8>;

// Escapes in escapes: a JSON string in a JSON string in a URL.
constexpr int spellingDepth = 3;

// What the text at `at`, which is inside of it, may stand for: itself, what it is as an escape of a JSON
// string (RFC 8259 7) or of a URL (RFC 3986 2.1), a space where it is `+`, and one in the other.
void appendSpellings(QByteArrayView text, qsizetype at, Spellings &out, int depth = spellingDepth);

// The first bytes of what an escape may stand for, itself left out.
struct Glance
{
    std::array<quint8, 2> bytes{};
    int size = 0;
};
// Of the escape at `at`, where a glance tells; otherwise appendSpellings() has to look.
std::optional<Glance> glanceAt(QByteArrayView text, qsizetype at);

} // namespace weir
