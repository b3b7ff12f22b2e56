// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QStringList>

#include <functional>
#include <optional>

namespace weir {

enum class Shell {
    Posix, // bash, zsh, sh
    Cmd, // Windows
};

// The words of one command, as its shell hands them to the program.
struct ShellWords
{
    QByteArrayList words; // UTF-8, or whatever bytes the quoting spelled
    QStringList warnings; // sentences: what only a shell can do, and where the command ended

    bool operator==(const ShellWords &) const = default;
};

// What a variable of the shell is to be replaced with. Nothing: it stays as it was written, with a warning.
using ShellVariables = std::function<std::optional<QByteArray>(const QByteArray &name)>;

// By the way it is quoted and continued; Posix where both read it alike.
Shell detectShell(const QString &command);

// The first command of the text. Nothing is executed, expanded or looked up: commands in parentheses and
// patterns stay as they stand. Two things differ from bash, both for the sake of what browsers copy: a pair
// of surrogates in
// $'\ud83d\ude00' is one character, and a line may also go on after a backslash with CR LF.
ShellWords splitCommand(const QString &command, Shell shell, const ShellVariables &variables = {});

// The word as bash reads it back, quoted only where it has to be.
QByteArray quotedForPosix(const QByteArray &word);

} // namespace weir
