// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "copyas.h"
#include "copyrequest.h"

namespace weir {

// A module for Node: EventSource where nothing but the URL matters, else fetch, or WebSocket.
CopiedText copyAsJavaScript(const Profile &profile);
// A program for Python 3 with httpx, or websockets.
CopiedText copyAsPython(const Profile &profile);

} // namespace weir
