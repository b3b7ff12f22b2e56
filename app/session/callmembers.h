// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "call.h"

#include <vector>

namespace weir {

class CallIndex;

// Places in the index of the members of the batch at `at`, in order; none where it is no batch.
std::vector<qsizetype> callMembers(const CallIndex &index, qsizetype at);
// The calls that can be given up where this one is: itself, or the members of a batch; those that wait.
std::vector<Call> waitingCalls(const CallIndex &index, const Call &call);

} // namespace weir
