// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shellwords.h"

namespace weir {

// The first command of the text, as Windows' cmd hands its line to a program and as the program's C runtime
// splits it. A line break inside of quotes, where cmd would end the command, is kept.
ShellWords splitCmdCommand(const QByteArray &text);

} // namespace weir
