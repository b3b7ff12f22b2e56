// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What hands do to the conversation with mouse and wheel.
#include "conversationview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace weir {

namespace {
constexpr int wheelNotch = 120; // QWheelEvent: eighths of a degree
constexpr int dragInterval = 40; // ms
}

bool ConversationView::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::ApplicationFontChange:
    case QEvent::PaletteChange:
    case QEvent::LanguageChange:
        restyle();
        break;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        viewport()->update();
        break;
    default:
        break;
    }
    return QAbstractScrollArea::event(event);
}

bool ConversationView::viewportEvent(QEvent *event)
{
    // The scroll area would hide it behind its own hint.
    if (event->type() == QEvent::ToolTip)
        return true;
    return QAbstractScrollArea::viewportEvent(event);
}

const ConversationView::Shown *ConversationView::shownAt(int y) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [y](const Shown &shown) {
        return y >= shown.y && y < shown.y + shown.height;
    });
    return found == m_shown.end() ? nullptr : &*found;
}

const ConversationView::Shown *ConversationView::shownRow(quint64 row) const
{
    const auto found =
        std::find_if(m_shown.begin(), m_shown.end(), [row](const Shown &shown) { return shown.row == row; });
    return found == m_shown.end() ? nullptr : &*found;
}

BubbleLink ConversationView::linkAt(QPoint place) const
{
    const Shown *shown = shownAt(place.y());
    const BubbleLayout *layout = shown ? m_bubbles->at(shown->row) : nullptr;
    return layout ? layout->linkAt(place - QPoint(0, shown->y)) : BubbleLink::None;
}

void ConversationView::openLink(BubbleLink link, quint64 seq)
{
    switch (link) {
    case BubbleLink::None:
        break;
    case BubbleLink::Expand:
    case BubbleLink::Collapse:
        setExpanded(seq, link == BubbleLink::Expand);
        break;
    case BubbleLink::Detail:
        Q_EMIT activated(seq);
        break;
    case BubbleLink::Hex:
        Q_EMIT hexRequested(seq);
        break;
    case BubbleLink::Save:
        Q_EMIT saveRequested(seq);
        break;
    }
}

void ConversationView::mousePressEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    const Shown *found = shownAt(place.y());
    if (!found)
        return;
    const Shown shown = *found;
    // A context menu keeps the selection that it is opened on.
    const bool isLeft = event->button() == Qt::LeftButton;
    if (isLeft || !m_selection.contains(shown.seq))
        selectTo(shown.seq, event->modifiers());
    setCurrent(shown.seq);
    if (!isLeft) {
        if (m_text.seq != shown.seq)
            clearText();
        return;
    }
    m_pressedLink = linkAt(place);
    clearText();
    m_dragging = true;
    if (m_pressedLink == BubbleLink::None && event->modifiers() == Qt::NoModifier)
        pressText(shown, place);
}

// A selection of characters begins anywhere in a message.
void ConversationView::pressText(const Shown &shown, QPoint place)
{
    const BubbleLayout *layout = m_bubbles->at(shown.row);
    const QPoint inRow = place - QPoint(0, shown.y);
    if (!layout || layout->content().side == BubbleContent::Side::System || !layout->bubble().contains(inRow))
        return;
    const int position = layout->positionAt(inRow);
    m_text = {shown.seq, position, position};
}

void ConversationView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    if (!(event->buttons() & Qt::LeftButton) || !m_dragging) {
        updateCursor(place);
        return;
    }
    if (m_pressedLink != BubbleLink::None)
        return;
    m_dragPlace = place;
    if (place.y() >= 0 && place.y() < viewport()->height()) {
        m_drag.stop();
        dragTo(place);
    } else if (!m_drag.isActive()) {
        m_drag.start(dragInterval, this);
    }
}

// The further outside the pointer is, the faster it goes.
void ConversationView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_drag.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const int y = m_dragPlace.y();
    scrollByPixels(y < 0 ? y : y - viewport()->height() + 1);
    dragTo(m_dragPlace);
}

// Of the text of one message, or messages as a whole where the drag began beside them.
void ConversationView::dragTo(QPoint place)
{
    if (m_shown.empty())
        return;
    if (m_text.seq == 0) {
        const int y = std::clamp(place.y(), 0, viewport()->height() - 1);
        const Shown *shown = shownAt(y);
        const quint64 seq = shown ? shown->seq : m_shown.back().seq;
        selectTo(seq, Qt::ShiftModifier);
        setCurrent(seq);
        return;
    }
    const auto shown = std::find_if(m_shown.begin(), m_shown.end(),
                                    [this](const Shown &row) { return row.seq == m_text.seq; });
    const BubbleLayout *layout = shown == m_shown.end() ? nullptr : m_bubbles->at(shown->row);
    if (!layout)
        return;
    m_text.cursor = layout->positionAt(place - QPoint(0, shown->y));
    viewport()->update();
}

void ConversationView::mouseReleaseEvent(QMouseEvent *event)
{
    m_drag.stop();
    m_dragging = false;
    const BubbleLink pressed = std::exchange(m_pressedLink, BubbleLink::None);
    const QPoint place = event->position().toPoint();
    if (event->button() == Qt::LeftButton && pressed != BubbleLink::None && linkAt(place) == pressed)
        openLink(pressed, m_current);
    event->accept();
    updateCursor(place);
}

// Of a word it is selected, elsewhere the message is opened.
void ConversationView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    const Shown *shown = shownAt(place.y());
    if (event->button() != Qt::LeftButton || !shown || linkAt(place) != BubbleLink::None) {
        mousePressEvent(event); // the second of two quick clicks
        return;
    }
    const BubbleLayout *layout = m_bubbles->at(shown->row);
    const QPoint inRow = place - QPoint(0, shown->y);
    if (!layout || !layout->isOnText(inRow)) {
        Q_EMIT activated(shown->seq);
        return;
    }
    m_text.seq = shown->seq;
    layout->wordAt(inRow, m_text.anchor, m_text.cursor);
    viewport()->update();
}

void ConversationView::updateCursor(QPoint place)
{
    const Shown *shown = shownAt(place.y());
    const BubbleLayout *layout = shown ? m_bubbles->at(shown->row) : nullptr;
    const QPoint inRow = shown ? place - QPoint(0, shown->y) : QPoint();
    const Qt::CursorShape shape = !layout           ? Qt::ArrowCursor
        : layout->linkAt(inRow) != BubbleLink::None ? Qt::PointingHandCursor
        : layout->isOnText(inRow)                   ? Qt::IBeamCursor
                                                    : Qt::ArrowCursor;
    if (viewport()->cursor().shape() != shape)
        viewport()->setCursor(shape);
}

void ConversationView::wheelEvent(QWheelEvent *event)
{
    // A touchpad that knows pixels is followed by the pixel; a notch of a wheel is so many lines of text.
    if (!event->pixelDelta().isNull())
        m_wheel -= event->pixelDelta().y();
    else
        m_wheel -= double(event->angleDelta().y()) / wheelNotch * QApplication::wheelScrollLines()
            * fontMetrics().lineSpacing();
    const double pixels = std::trunc(m_wheel);
    m_wheel -= pixels;
    if (pixels != 0)
        scrollByPixels(qint64(pixels));
    event->accept();
}

void ConversationView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    if (byKey && m_current != 0 && m_lens->rowCount() > 0)
        ensureVisible(std::min(m_lens->rowOf(m_current), m_lens->rowCount() - 1));
    const Shown *shown =
        byKey ? (m_current == 0 ? nullptr : shownRow(m_lens->rowOf(m_current))) : shownAt(event->pos().y());
    event->accept();
    const BubbleLayout *layout = shown ? m_bubbles->at(shown->row) : nullptr;
    if (!layout)
        return;
    const QPoint middle = layout->bubble().center() + QPoint(0, shown->y);
    popUpMenu(*shown, byKey ? viewport()->mapToGlobal(middle) : event->globalPos());
}

} // namespace weir
