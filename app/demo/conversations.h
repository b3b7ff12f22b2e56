// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "handshake.h"

namespace weir {

// Sends back every message as it came.
void echoMessages(const DemoRequest &request, WebSocketLine &line);

void addConversations(DemoRouter &router);
void addBadWebSockets(DemoRouter &router);

} // namespace weir
