// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rpcmessage.h"
#include "rpcsettings.h"

namespace weir {

// JSON-RPC 2.0, 5: the answer to the request with this id; `id` and `json` are raw JSON.
QByteArray rpcAnswer(const QByteArray &id, bool isError, const QByteArray &json);

// What the rules answer to requests that came together: one message, a batch to a batch (6). Empty: no rule
// knows any of them.
QByteArray ruledAnswer(const std::vector<RpcMessage> &asked, bool isBatch,
                       const std::vector<RpcAnswerRule> &rules);

} // namespace weir
