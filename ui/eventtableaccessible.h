// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace weir {

class EventTable;

// Makes EventTable a table to screen readers: visible rows as cells with text, column titles, selection.
// May be called again.
void installEventTableAccessible();
// The child of the table that is this cell, the titles being the first ones; -1 where it is not visible.
int accessibleChild(const EventTable &table, quint64 row, int column);

} // namespace weir
