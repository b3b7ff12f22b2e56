// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QStringList>

namespace weir {

// A command line of one of the programs: its arguments as marked text (importtext.h).
struct CommandWords
{
    QString program; // without folder and ".exe"
    QStringList arguments;
    QStringList warnings;
};

// A prompt, assignments and words like `sudo` in front are passed over; any other program is an Error.
Expected<CommandWords> readCommand(const QString &command, const QStringList &programs);

} // namespace weir
