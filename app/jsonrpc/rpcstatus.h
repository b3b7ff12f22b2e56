// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/linestatus.h"

namespace weir {

// What is told about calls.
struct RpcCounts
{
    quint64 calls = 0; // sent, members of batches each
    quint64 answers = 0; // results and errors that came to them
    quint64 errors = 0; // of these
    qsizetype pending = 0;
};

struct RpcStatus : LineStatus
{
    RpcCounts counts;
    qsizetype queuedMessages = 0; // that no line has taken yet
};

} // namespace weir
