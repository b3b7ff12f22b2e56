// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timingview.h"

#include "session/call.h"

#include "base/event.h"

#include <QStringList>

namespace weir {

// What a result panel says of a call beside the payload itself. Rows that are not there have the seq 0.

// In the middle, where there is no payload to show: why, or what to do; empty where there is one.
QString resultHint(const Call &call);
// Above the payload, where there is more to say of it.
struct ResultNote
{
    QString text; // empty: nothing
    bool isWarning = false;
};
ResultNote resultNote(const Call &call, const QStringList &schemaFaults);
QString headersText(const Event &httpRequest, const Event &httpResponse);
std::vector<TimingView::Part> timingParts(const Call &call, const Event &httpRequest,
                                          const Event &httpResponse);

bool hasAnswer(const Call &call); // from the peer; or of us to it
// The row with the payload to show: the answer, or what the server asks; 0: there is none.
quint64 shownRow(const Call &call);

} // namespace weir
