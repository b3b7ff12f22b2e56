// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace weir {

class ConversationView;

// Makes ConversationView a list to screen readers: the rows on screen as items that say who, when and what.
// May be called again.
void installConversationAccessible();
// The child that is this row; -1 where it is not on screen.
int conversationChild(const ConversationView &view, quint64 seq);

} // namespace weir
