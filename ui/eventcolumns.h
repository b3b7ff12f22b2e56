// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "eventformat.h"

#include "log/lens.h"

#include <QString>

#include <vector>

namespace weir {

enum class EventColumn : quint8 { Seq, Time, Delta, Connection, Direction, Kind, EventName, Id, Size, Data };

// The columns of the tables of a feed, of a WebSocket, and of the log of all connections.
std::vector<EventColumn> feedColumns();
std::vector<EventColumn> messageColumns();
std::vector<EventColumn> logColumns();

// "Event" and "Data" in a feed's table, "Name" and "Preview" beside a column of kinds.
QString columnTitle(EventColumn column, bool besideKinds);
QString columnWords(EventColumn column, bool besideKinds); // the title in words
QString columnHint(EventColumn column); // a sentence
QByteArray columnKey(EventColumn column); // stable, for settings
int columnWidth(EventColumn column); // to begin with, in pixels at 96 dpi
bool isRightAligned(EventColumn column);
bool isFixedFont(EventColumn column);

// What a cell shows, control characters made visible; at most `limit` bytes of the payload are looked at.
void appendCell(Chars &out, EventColumn column, const Lens::Row &row, const QString &connection,
                qsizetype limit);
QString cellText(EventColumn column, const Lens::Row &row, const QString &connection, qsizetype limit);

} // namespace weir
