// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonrpc/rpcsettings.h"
#include "sse/ssesettings.h"
#include "websocket/websocketsettings.h"

#include "base/error.h"
#include "base/event.h"

#include <memory>
#include <variant>

namespace weir {

class EventSink;
class LineClient;
class Outbox;

// What a client of any protocol is asked.
using ClientSettings = std::variant<SseSettings, WebSocketSettings, RpcSettings>;

LineSettings &lineOf(ClientSettings &settings);
const LineSettings &lineOf(const ClientSettings &settings);
Protocol protocolOf(const ClientSettings &settings);
// A sentence's worth of error where a client could not use them.
Expected<void> validate(const ClientSettings &settings);
// `outbox`: of what sends messages; a feed does not look at it.
std::unique_ptr<LineClient> makeClient(const ClientSettings &settings, quint32 connection, EventSink &sink,
                                       const std::shared_ptr<Outbox> &outbox);

} // namespace weir
