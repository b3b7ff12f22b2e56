// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonrpc/calldraft.h"
#include "profile/profile.h"

namespace weir {

// A call of the form as a profile keeps it, and back. The form of params is that of their text: an object is
// by name, an array by position, what is neither stays raw.
SavedCall savedCall(const CallDraft &draft, const QString &name);
CallDraft draftOf(const SavedCall &call);

} // namespace weir
