// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chips.h"

#include "theme.h"
#include "visibletext.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace weir {

namespace {
constexpr int sidePadding = 9;
constexpr int longestLabel = 40; // characters
constexpr int widest = 260; // pixels
}

Chip::Chip(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setFont(smallFont());
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Chip::setLabel(const QString &label, std::optional<quint64> count)
{
    QString shown = visibleText(QStringView(label).left(longestLabel));
    if (label.size() > longestLabel)
        shown += u'…';
    if (count)
        shown += u' ' + QLocale().toString(*count);
    if (shown == m_shown)
        return;
    m_shown = shown;
    m_width = 0;
    setAccessibleName(m_shown);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(font());
    if (m_width == 0)
        m_width = metrics.horizontalAdvance(m_shown);
    return {std::min(widest, m_width + 2 * sidePadding + 2), metrics.height() + 5};
}

QSize Chip::minimumSizeHint() const
{
    return {3 * sidePadding, sizeHint().height()};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool marked = isChecked() || hasFocus();
    painter.setPen(QPen(marked             ? theme.accent
                            : underMouse() ? theme.muted
                                           : theme.line,
                        hasFocus() ? 1.6 : 1));
    painter.setBrush(isChecked() ? theme.soft : theme.window);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(isEnabled() ? theme.text : theme.muted);
    const QRect inside = rect().adjusted(sidePadding, 0, -sidePadding, 0);
    painter.drawText(inside, Qt::AlignCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_shown, Qt::ElideMiddle, inside.width() + 1));
}

void Chip::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_width = 0;
        updateGeometry();
    }
}

} // namespace weir
