// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/clientsettings.h"

#include "base/error.h"
#include "base/secretmask.h"

#include <QStringList>

#include <variant>
#include <vector>

namespace weir {

// What stands on a line of standard input.
enum class InputForm { None, Lines, Ndjson };

// What `weir listen` is asked to do.
struct ListenOptions
{
    std::vector<ClientSettings> feeds; // one per URL
    QStringList names; // of the feeds
    std::vector<Secrets> secrets; // of the first feeds; the others have none
    bool all = false; // print also http.*, state, error, note
    bool print = false; // print although a capture is written
    QString capturePath; // empty: none
    quint64 count = 0; // stop after so many events; 0: never
    double seconds = 0; // stop after so long; 0: never
    InputForm input = InputForm::None; // what to send; then there is one feed, a WebSocket
};

// The options, or the exit code where there is nothing to do: after --help, or after an error was printed.
// Nothing is started, no file is written.
std::variant<ListenOptions, int> parseListen(const QStringList &arguments);

} // namespace weir
