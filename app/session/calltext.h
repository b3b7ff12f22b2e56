// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "call.h"

namespace weir {

class CallIndex;

// A call in words, in the language of the program. What comes from a peer is as it came: whoever paints it
// makes it visible.
// 7; a, but "7" where the string looks like a number; 1–4 of a batch; — where there is none
QString callIdText(const CallIndex &index, qsizetype at);
QString callIdText(QByteArrayView id); // raw JSON
QString callMethodText(const Call &call); // subtract; batch of 4; ◂ confirm where the server asks
QString callOutcomeText(const Call &call); // one line
QString callStateText(const Call &call); // Result, Error, No answer: what a colour says
QString callTimeText(qint64 microseconds); // 0.4 ms, 1.8 ms, 24 ms, 1.2 s, 3 min 5 s
// 1.8 ms; while it waits, for how long; “waiting” where the server waits; empty where nobody does.
QString callTimeText(const Call &call, qint64 now);
// -32601 as people write it: −32601
QString errorCodeText(QByteArrayView code);

} // namespace weir
