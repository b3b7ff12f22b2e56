// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/linestatus.h"

#include <QString>

namespace weir {

// Numbers as a person reads them, in the language of the window.
QString countText(quint64 count); // 48,205
QString rateText(double perSecond); // 1,204/s
QString shortRateText(double perSecond); // 1.2k/s, empty where nothing comes
QString shortCountText(quint64 count); // 999, 1.2k
QString sizeText(qint64 bytes); // 14.2 MB
QString durationText(qint64 milliseconds); // 3 s, 250 ms, 2 min

QString copiedText(quint64 rows, bool cut);

// What a person can try; empty where the sentence of the error says it all.
QString adviceText(const Error &error);

// Until the next attempt, in whole seconds: 4 s.
QString waitText(const LineStatus &status);
// A word or two where there is room for no more: TLS, HTTP 404, DNS.
QString shortReason(const Error &error);

// One word for the state of a line: Live, Waiting, Failed ...
QString stateText(const LineStatus &status);

} // namespace weir
