// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "call.h"

namespace weir {

class CallIndex;

// A call in words, in the language of the program. What comes from a peer is as it came: whoever paints it
// makes it visible.
QString callIdText(const CallIndex &index, qsizetype at); // 7, "a", 1–4 of a batch, — where there is none
QString callMethodText(const Call &call); // subtract; batch of 4; ◂ confirm where the server asks
QString callOutcomeText(const Call &call); // one line
QString callTimeText(qint64 microseconds); // 0.4 ms, 1.8 ms, 24 ms, 1.2 s, 3 min 5 s
// 1.8 ms; waiting 1.2 s; empty where nothing is waited for.
QString callTimeText(const Call &call, qint64 now);
// -32601 as people write it: −32601
QString errorCodeText(QByteArrayView code);

} // namespace weir
