// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonrpc/rpcsettings.h"

#include <QStringList>

#include <variant>

namespace weir {

// What `weir call` was asked for.
struct CallOptions
{
    RpcSettings settings;
    QByteArray text; // a request, a notification or a batch, as it is sent
    bool raw = false; // print the whole answer as it came
};

// The exit code where there is nothing to do: help, or wrong usage, which has been said.
std::variant<CallOptions, int> parseCall(const QStringList &arguments);

} // namespace weir
