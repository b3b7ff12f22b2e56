// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "parammodel.h"
#include "paramrow.h"
#include "theme.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>

namespace weir {

namespace {
using LineKind = ParamLine::Kind;
}

bool ParamRow::eventFilter(QObject *watched, QEvent *event)
{
    // The wheel scrolls the form; it turns no box that happens to lie under it.
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isUp = key->key() == Qt::Key_Up;
        if (key->modifiers() == Qt::AltModifier && (isUp || key->key() == Qt::Key_Down)
            && m_line.kind == LineKind::Node) {
            Q_EMIT moveRequested(m_line.path, isUp ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ParamRow::paintEvent(QPaintEvent *)
{
    if (grip().isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(this).muted);
    const QRect spot = QStyle::visualRect(layoutDirection(), rect(), grip());
    for (int dot = 0; dot < 6; ++dot)
        painter.drawEllipse(QPointF(spot.left() + 2.5 + dot % 2 * 4, spot.center().y() + (dot / 2 - 1) * 4),
                            1, 1);
}

void ParamRow::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_line.kind == LineKind::Node && m_line.isMovable)
        m_pressed = event->pos();
}

void ParamRow::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed)
        return;
    if (!m_dragging && (event->pos() - *m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    setCursor(Qt::ClosedHandCursor);
    Q_EMIT dragged(m_line.path, event->globalPosition().toPoint());
}

void ParamRow::mouseReleaseEvent(QMouseEvent *)
{
    endDrag();
}

void ParamRow::hideEvent(QHideEvent *)
{
    endDrag();
}

void ParamRow::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_line.kind != LineKind::Node)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const ParamPath path = m_line.path;
    for (const int by : {-1, 1}) {
        QAction *action = menu->addAction(by < 0 ? tr("Move up") : tr("Move down"), this,
                                          [this, path, by] { Q_EMIT moveRequested(path, by); });
        action->setShortcut(Qt::ALT | (by < 0 ? Qt::Key_Up : Qt::Key_Down));
        action->setEnabled(m_model->canMove(path, by));
    }
    if (m_line.isRemovable)
        menu->addAction(tr("Remove"), m_model, [this, path] { m_model->remove(path); });
    menu->popup(event->globalPos());
}

void ParamRow::endDrag()
{
    m_pressed.reset();
    if (!m_dragging)
        return;
    m_dragging = false;
    setCursor(Qt::OpenHandCursor);
    Q_EMIT dragEnded();
}

} // namespace weir
