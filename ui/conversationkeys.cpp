// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The current message, what is selected, and the keys that move both.
#include "conversationaccessible.h"
#include "conversationview.h"

#include <QAccessible>
#include <QKeyEvent>

#include <algorithm>

namespace weir {

void ConversationView::keyPressEvent(QKeyEvent *event)
{
    if (handleCommand(*event) || handleMove(*event))
        event->accept();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

bool ConversationView::handleCommand(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy)) {
        copy();
    } else if (event.matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && m_current != 0) {
        Q_EMIT activated(m_current);
    } else if (event.key() == Qt::Key_Space && m_current != 0) {
        setExpanded(m_current, !m_bubbles->expanded().isExpanded(m_current));
    } else if (event.key() == Qt::Key_Escape && !selectedText().isEmpty()) {
        clearText();
    } else if ((event.key() == Qt::Key_Left || event.key() == Qt::Key_Right)
               && (event.modifiers() & Qt::ShiftModifier)) {
        return extendText(event.key() == Qt::Key_Left ? -1 : 1, event.modifiers() & Qt::ControlModifier);
    } else {
        return false;
    }
    return true;
}

bool ConversationView::handleMove(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & Qt::ShiftModifier;
    switch (event.key()) {
    case Qt::Key_Up:
        moveBy(-1, modifiers);
        return true;
    case Qt::Key_Down:
        moveBy(1, modifiers);
        return true;
    case Qt::Key_PageUp:
        moveByPage(-1, modifiers);
        return true;
    case Qt::Key_PageDown:
        moveByPage(1, modifiers);
        return true;
    case Qt::Key_Home:
        setFollowState(false);
        moveCurrent(0, modifiers);
        return true;
    case Qt::Key_End:
        if (m_lens->rowCount() > 0)
            moveCurrent(m_lens->rowCount() - 1, modifiers);
        setFollowing(true);
        return true;
    default:
        return false;
    }
}

void ConversationView::moveBy(qint64 rows, Qt::KeyboardModifiers modifiers)
{
    const quint64 count = m_lens->rowCount();
    if (count == 0)
        return;
    // Whoever moves up wants to read; new rows shall not carry the page away.
    if (rows < 0)
        setFollowState(false);
    const quint64 last = count - 1;
    if (m_current == 0) {
        moveCurrent(rows < 0 ? last : m_top, modifiers);
        return;
    }
    const quint64 from = std::min(m_lens->rowOf(m_current), last);
    const quint64 to =
        rows < 0 ? from - std::min(from, quint64(-rows)) : std::min(last, from + quint64(rows));
    moveCurrent(to, modifiers);
    if (rows > 0 && to == last)
        setFollowing(isAtEnd());
}

// A screen of pixels; the current message is then the one that has come to the place of the one before.
void ConversationView::moveByPage(int pages, Qt::KeyboardModifiers modifiers)
{
    const quint64 count = m_lens->rowCount();
    if (count == 0 || m_shown.empty())
        return;
    const int height = viewport()->height();
    const Shown *before = m_current == 0 ? nullptr : shownRow(m_lens->rowOf(m_current));
    const int y = before ? std::clamp(before->y + before->height / 2, 0, height - 1) : height / 2;
    const int line = fontMetrics().lineSpacing();
    scrollByPixels(qint64(pages) * std::max(line, height - 2 * line));
    const Shown *shown = shownAt(y);
    quint64 row = shown ? shown->row : m_shown.back().row;
    // At the end of the way there is less than a page to go.
    const quint64 from = m_current == 0 ? row : m_lens->rowOf(m_current);
    if (pages < 0 && m_top == 0 && m_shift == 0 && row >= from)
        row = 0;
    else if (pages > 0 && isAtEnd() && row <= from)
        row = count - 1;
    const quint64 seq = m_lens->seqAt(row);
    clearText();
    selectTo(seq, modifiers);
    setCurrent(seq);
}

void ConversationView::moveCurrent(quint64 row, Qt::KeyboardModifiers modifiers)
{
    if (row >= m_lens->rowCount())
        return;
    const quint64 seq = m_lens->seqAt(row);
    clearText();
    selectTo(seq, modifiers);
    setCurrent(seq);
    ensureVisible(row);
}

// Characters of the current message, from its beginning where none are selected yet.
bool ConversationView::extendText(int by, bool byWord)
{
    const Shown *shown = m_current == 0 ? nullptr : shownRow(m_lens->rowOf(m_current));
    const BubbleLayout *layout = shown ? m_bubbles->at(shown->row) : nullptr;
    if (!layout || layout->content().side == BubbleContent::Side::System)
        return false;
    if (m_text.seq != m_current)
        m_text = {m_current, 0, 0};
    m_text.cursor = layout->steppedFrom(m_text.cursor, by, byWord);
    viewport()->update();
    return true;
}

void ConversationView::selectTo(quint64 seq, Qt::KeyboardModifiers modifiers)
{
    const Intervals before = m_selection;
    if (modifiers & Qt::ControlModifier) {
        if (m_selection.contains(seq))
            m_selection.remove(seq);
        else
            m_selection.add(seq, seq);
        m_anchor = seq;
    } else {
        m_selection.clear();
        if (!(modifiers & Qt::ShiftModifier) || m_anchor == 0)
            m_anchor = seq;
        if (seq != 0)
            m_selection.add(m_anchor, seq);
    }
    if (m_selection == before)
        return;
    viewport()->update();
    Q_EMIT selectionChanged();
}

void ConversationView::setCurrent(quint64 seq)
{
    if (seq == m_current)
        return;
    m_current = seq;
    viewport()->update();
    if (QAccessible::isActive() && hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(conversationChild(*this, seq));
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT currentChanged(seq);
}

void ConversationView::clearText()
{
    if (m_text.seq == 0)
        return;
    m_text = {};
    viewport()->update();
}

} // namespace weir
