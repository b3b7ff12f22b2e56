// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The menu of a message.
#include "conversationview.h"
#include "icons.h"

#include "log/lens.h"

#include <QMenu>

namespace weir {

void ConversationView::popUpMenu(const Shown &shown, const QPoint &place)
{
    const Lens::Row *row = m_lens->row(shown.row);
    const BubbleLayout *layout = row ? m_bubbles->at(shown.row) : nullptr;
    if (!layout)
        return;
    const quint64 seq = shown.seq;
    const BubbleContent &content = layout->content();
    const bool isMessage = content.side != BubbleContent::Side::System;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &label, const char *iconName, auto run,
                         const QKeySequence &keys = {}) {
        QAction *action = menu->addAction(label);
        if (*iconName)
            action->setIcon(icon(QLatin1String(iconName)));
        action->setShortcut(keys); // shown; the view itself listens
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, run);
    };
    add(tr("Copy"), "copy", &ConversationView::copy, QKeySequence::Copy);
    add(tr("Copy with time"), "", &ConversationView::copyWithTime);
    menu->addSeparator();
    if (isMessage && content.side == BubbleContent::Side::Sent) {
        add(tr("Send again"), "", [this, seq] { Q_EMIT resendRequested(seq); });
        add(tr("Edit and send again…"), "", [this, seq] { Q_EMIT editRequested(seq); });
    }
    if (isMessage && !content.isBinary)
        add(m_text.seq == seq && m_text.begin() < m_text.end() ? tr("Reply with the selected text")
                                                               : tr("Reply"),
            "", [this, seq] { reply(seq); });
    menu->addSeparator();
    if (content.isExpandable()) {
        const bool isExpanded = m_bubbles->expanded().isExpanded(seq);
        add(
            isExpanded ? tr("Collapse") : tr("Expand"), "",
            [this, seq, isExpanded] { setExpanded(seq, !isExpanded); }, QKeySequence(Qt::Key_Space));
    }
    add(
        tr("Open in detail"), "", [this, seq] { Q_EMIT activated(seq); }, QKeySequence(Qt::Key_Return));
    if (isMessage) {
        add(tr("Show as hex"), "", [this, seq] { Q_EMIT hexRequested(seq); });
        add(tr("Save as…"), "", [this, seq] { Q_EMIT saveRequested(seq); });
    }
    add(tr("Show in the event log"), "log", [this, seq] { Q_EMIT showInLogRequested(seq); });
    menu->addSeparator();
    add(tr("Select all"), "", &ConversationView::selectAll, QKeySequence::SelectAll);
    menu->popup(place);
}

} // namespace weir
