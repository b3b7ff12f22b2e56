// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profilefault.h"

#include "base/utf8.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <tl/expected.hpp>

#include <vector>

namespace weir {

// A JSON value that knows its line. Numbers stay the characters they were.
struct JsonNode
{
    enum class Type { Word, Number, Text, List, Object }; // Word: true, false, null
    Type type = Type::Word;
    int line = 1;
    QByteArray name = {}; // of a member, UTF-8
    QByteArray text = {}; // Word, Number: as it came; Text: the characters, UTF-8
    std::vector<JsonNode> children = {};
};

// Valid UTF-8, at most 64 levels, no member twice.
tl::expected<JsonNode, ProfileFault> readJson(QByteArrayView json);
// On one line, with a space after each comma and colon.
QByteArray writeJson(const JsonNode &node);

} // namespace weir
