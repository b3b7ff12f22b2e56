// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <span>

namespace weir {

// An option of a command line tool.
struct CommandOption
{
    const char *name; // the long one
    char letter; // 0: none
    bool takesValue;
    int effect; // an enumerator of the one who reads it
};

// How a tool writes them.
enum class OptionStyle {
    Curl, // long options may be cut as far as they are unique, --no-NAME switches off, "=" means nothing
    Common, // --name=value, -n=value
};

// An option as it was given, or a word that is none.
struct GivenOption
{
    const CommandOption *option = nullptr;
    QString spelled; // "--header", "-H"; of a plain word the word
    QString value;
    bool negated = false;
};

struct GivenOptions
{
    QList<GivenOption> given; // in order
    QStringList unknown; // as they are spelled
    QStringList withoutValue; // the last one, if it lacks what it takes
};

GivenOptions readOptions(const QStringList &words, std::span<const CommandOption> table, OptionStyle style);

// An option for people: without the value where that may be a secret, and a long one cut.
QString describeOption(const GivenOption &given);

} // namespace weir
