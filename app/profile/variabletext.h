// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace weir {

// A place in a text that is more than itself. What stands between two of them means what it says.
//   {{name}}   a variable; blanks around the name do not count
//   \{{        the two braces themselves: nothing is looked up
//   \\{{name}} a backslash and the variable: in front of two braces, and only there, backslashes count in
//   pairs
// Of more than two braces in a row the last two open. A name holds no brace and no line break.
struct VariableToken
{
    enum class Type { Variable, Escape, NoName, Unclosed };
    Type type = Type::Variable;
    qsizetype begin = 0;
    qsizetype length = 0;
    QString text = {}; // the variable's name; what an escape stands for

    bool operator==(const VariableToken &) const = default;
};

// The first one from `from` on, which must not stand inside of one.
std::optional<VariableToken> nextVariableToken(QStringView text, qsizetype from);

// A text that stands for exactly this one.
QString escapedVariables(const QString &text);

} // namespace weir
