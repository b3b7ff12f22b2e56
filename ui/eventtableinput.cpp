// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What hands do to the table: keys, mouse, wheel, scroll bars.
#include "eventheader.h"
#include "eventtable.h"
#include "eventtableaccessible.h"
#include "theme.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace weir {

namespace {
constexpr int wheelNotch = 120; // QWheelEvent: eighths of a degree
constexpr int dragInterval = 40; // ms
}

bool EventTable::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::ApplicationFontChange:
        m_painter.setFonts(smallFont(), fixedFont());
        layoutParts();
        break;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
    case QEvent::PaletteChange:
        viewport()->update();
        break;
    default:
        break;
    }
    return QAbstractScrollArea::event(event);
}

bool EventTable::viewportEvent(QEvent *event)
{
    // The scroll area would hide it behind its own hint.
    if (event->type() == QEvent::ToolTip)
        return true;
    return QAbstractScrollArea::viewportEvent(event);
}

void EventTable::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layoutParts();
}

void EventTable::layoutParts()
{
    const int height = m_header->sizeHint().height();
    if (viewportMargins().top() != height) {
        setViewportMargins(0, height, 0, 0);
        m_corner->setFixedHeight(height);
    }
    const QRect area = viewport()->geometry();
    m_header->setGeometry(area.x(), area.y() - height, area.width(), height);
    const quint64 most = maxTop();
    if (m_follow || m_top >= most) {
        m_top = most;
        m_shift = 0;
    }
    updateScrollBars();
    updateNewRows();
}

void EventTable::keyPressEvent(QKeyEvent *event)
{
    if (handleCommand(*event) || handleMove(*event))
        event->accept();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

bool EventTable::handleCommand(QKeyEvent &event)
{
    const bool control = event.modifiers() & Qt::ControlModifier;
    if (event.matches(QKeySequence::Copy)) {
        copy(CopyJob::Form::Text);
    } else if (control && (event.modifiers() & Qt::ShiftModifier) && event.key() == Qt::Key_C) {
        copy(CopyJob::Form::Ndjson);
    } else if (event.matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (control && event.key() == Qt::Key_G) {
        askWhereToGo();
    } else if (event.key() == Qt::Key_Space && m_current != 0) {
        selectTo(m_current, Qt::ControlModifier);
    } else if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && m_current != 0) {
        Q_EMIT activated(m_current);
    } else if (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right) {
        horizontalScrollBar()->triggerAction(event.key() == Qt::Key_Left ? QScrollBar::SliderSingleStepSub
                                                                         : QScrollBar::SliderSingleStepAdd);
    } else {
        return false;
    }
    return true;
}

// Ctrl with Up and Down moves without selecting; Home and End go to the first and the last row with it too.
bool EventTable::handleMove(const QKeyEvent &event)
{
    const qint64 page = std::max(1, visibleRows() - 1);
    const Qt::KeyboardModifiers modifiers = event.modifiers();
    switch (event.key()) {
    case Qt::Key_Up:
        moveBy(-1, modifiers);
        return true;
    case Qt::Key_Down:
        moveBy(1, modifiers);
        return true;
    case Qt::Key_PageUp:
        moveBy(-page, modifiers & Qt::ShiftModifier);
        return true;
    case Qt::Key_PageDown:
        moveBy(page, modifiers & Qt::ShiftModifier);
        return true;
    case Qt::Key_Home:
        setFollowing(false);
        moveCurrent(0, modifiers & Qt::ShiftModifier);
        return true;
    case Qt::Key_End:
        if (m_lens->rowCount() > 0)
            moveCurrent(m_lens->rowCount() - 1, modifiers & Qt::ShiftModifier);
        setFollowing(true);
        return true;
    default:
        return false;
    }
}

void EventTable::moveBy(qint64 rows, Qt::KeyboardModifiers modifiers)
{
    const quint64 count = m_lens->rowCount();
    if (count == 0)
        return;
    // Whoever moves up wants to read; new rows shall not carry the page away.
    if (rows < 0)
        setFollowing(false);
    const quint64 last = count - 1;
    const quint64 from =
        m_current == 0 ? (rows < 0 ? last : m_top) : std::min(m_lens->rowOf(m_current), last);
    if (m_current == 0)
        moveCurrent(from, modifiers);
    else
        moveCurrent(rows < 0 ? from - std::min(from, quint64(-rows)) : std::min(last, from + quint64(rows)),
                    modifiers);
}

void EventTable::moveCurrent(quint64 row, Qt::KeyboardModifiers modifiers)
{
    if (row >= m_lens->rowCount())
        return;
    const quint64 seq = m_lens->seqAt(row);
    if (!(modifiers & Qt::ControlModifier) || (modifiers & Qt::ShiftModifier))
        selectTo(seq, modifiers & Qt::ShiftModifier);
    setCurrent(seq);
    ensureVisible(row);
}

void EventTable::selectTo(quint64 seq, Qt::KeyboardModifiers modifiers)
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

void EventTable::setCurrent(quint64 seq)
{
    if (seq == m_current)
        return;
    m_current = seq;
    viewport()->update();
    if (QAccessible::isActive() && hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(accessibleChild(*this, m_lens->rowOf(seq), 0));
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT currentChanged(seq);
}

void EventTable::mousePressEvent(QMouseEvent *event)
{
    const quint64 row = rowAt(int(event->position().y()));
    if (row >= m_lens->rowCount())
        return;
    const quint64 seq = m_lens->seqAt(row);
    // A context menu keeps the selection that it is opened on.
    if (event->button() == Qt::LeftButton || !m_selection.contains(seq))
        selectTo(seq, event->modifiers());
    setCurrent(seq);
}

void EventTable::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_lens->rowCount() == 0 || m_anchor == 0)
        return;
    m_dragY = int(event->position().y());
    if (m_dragY >= 0 && m_dragY < viewport()->height()) {
        m_drag.stop();
        dragTo(m_dragY);
    } else if (!m_drag.isActive()) {
        m_drag.start(dragInterval, this);
    }
}

void EventTable::mouseReleaseEvent(QMouseEvent *event)
{
    m_drag.stop();
    event->accept();
}

// The further outside the pointer is, the faster it goes.
void EventTable::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_drag.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const int outside = m_dragY < 0 ? m_dragY : m_dragY - viewport()->height() + 1;
    scrollByUser(outside / rowHeight() + (outside < 0 ? -1 : 1));
    dragTo(m_dragY);
}

void EventTable::dragTo(int y)
{
    const quint64 rows = m_lens->rowCount();
    if (rows == 0)
        return;
    const quint64 row = std::min(rowAt(std::clamp(y, 0, viewport()->height() - 1)), rows - 1);
    selectTo(m_lens->seqAt(row), Qt::ShiftModifier);
    setCurrent(m_lens->seqAt(row));
}

void EventTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const quint64 row = rowAt(int(event->position().y()));
    if (event->button() == Qt::LeftButton && row < m_lens->rowCount())
        Q_EMIT activated(m_lens->seqAt(row));
}

void EventTable::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    if (std::abs(angle.x()) > std::abs(angle.y()) || (event->modifiers() & Qt::ShiftModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    // A touchpad that knows pixels is followed by the pixel; a notch of a wheel is so many rows.
    if (!event->pixelDelta().isNull())
        m_wheel -= event->pixelDelta().y();
    else
        m_wheel -= double(angle.y()) / wheelNotch * QApplication::wheelScrollLines() * rowHeight();
    const double pixels = std::trunc(m_wheel);
    m_wheel -= pixels;
    if (pixels != 0)
        scrollByPixels(qint64(pixels));
    event->accept();
}

void EventTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const quint64 row =
        byKey ? (m_current == 0 ? m_lens->rowCount() : m_lens->rowOf(m_current)) : rowAt(event->pos().y());
    if (row >= m_lens->rowCount())
        return;
    if (byKey)
        ensureVisible(row);
    const int column = byKey ? 0 : m_header->logicalIndexAt(event->pos().x());
    const QPoint place = byKey ? viewport()->mapToGlobal(cellRect(row, column).center()) : event->globalPos();
    if (column >= 0)
        popUpMenu(row, column, place);
    event->accept();
}

} // namespace weir
