// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "closebutton.h"

#include "theme.h"

#include <QPainter>

namespace weir {

CloseButton::CloseButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::ArrowCursor);
    // Ctrl+W is the keyboard's way; a stop for Tab at every tab would be in the way.
    setFocusPolicy(Qt::NoFocus);
    resize(sizeHint());
}

void CloseButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? theme.line : theme.soft);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
    painter.setPen(QPen(underMouse() ? theme.text : theme.muted, 1.4, Qt::SolidLine, Qt::RoundCap));
    const QPointF middle = QRectF(rect()).center();
    constexpr qreal arm = 3.2;
    painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm));
    painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm));
}

} // namespace weir
