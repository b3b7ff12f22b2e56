// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "copytext.h"

#include <optional>

namespace weir {

// A message of JSON-RPC as `weir call` takes it apart. Params and id are raw JSON.
struct CopiedCall
{
    CopyText method = copyLetters(QStringLiteral("rpc.discover"));
    CopyText params = {}; // empty: none
    CopyText id = {};
    bool isNotification = false;
};

// Nothing where it is no single request.
std::optional<CopiedCall> copiedCall(const CopyText &message);
bool isBatch(const CopyText &message);

} // namespace weir
