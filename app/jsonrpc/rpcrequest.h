// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rpcsettings.h"

namespace weir {

// What a POST needs to be right before it is sent: URL, headers, files, proxy.
Expected<void> validatePost(const RpcSettings &settings);
// The POST of one message or batch, every header filled in. What a server may answer with: JSON, or a stream
// of events.
HttpRequest postOf(const RpcSettings &settings, const QByteArray &text);
HttpTransport transportOf(const RpcSettings &settings);

} // namespace weir
