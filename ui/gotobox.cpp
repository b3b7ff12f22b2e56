// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gotobox.h"

#include "theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

namespace weir {

namespace {
constexpr int longestNumber = 26; // digits of the largest row, with separators
constexpr int gap = 8; // pixels to the edges

// Digits of any script; separators and spaces are for the eye.
quint64 numberFrom(const QString &text)
{
    quint64 number = 0;
    for (const QChar c : text) {
        if (c.digitValue() >= 0)
            number = number * 10 + quint64(c.digitValue());
    }
    return number;
}
} // namespace

GoToBox::GoToBox(QWidget *over)
    : QWidget(over)
    , m_number(new QLineEdit(this))
{
    auto *label = new QLabel(tr("Go to row"), this);
    label->setBuddy(m_number);
    m_number->setAccessibleName(tr("Number of the row"));
    m_number->setMaxLength(longestNumber);
    m_number->setFixedWidth(m_number->fontMetrics().horizontalAdvance(QStringLiteral("000,000,000,000")));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap, 4, gap, 4);
    row->addWidget(label);
    row->addWidget(m_number);
    over->installEventFilter(this);
    m_number->installEventFilter(this);
    connect(m_number, &QLineEdit::returnPressed, this, &GoToBox::choose);
    hide();
}

void GoToBox::ask(quint64 current)
{
    m_number->setText(current ? QString::number(current) : QString());
    place();
    show();
    raise();
    m_number->setFocus(Qt::PopupFocusReason);
    m_number->selectAll();
}

void GoToBox::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setPen(theme.line);
    painter.setBrush(theme.panel);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool GoToBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_number && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        hide();
    } else if (watched == m_number && event->type() == QEvent::KeyPress
               && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        leave();
        return true;
    } else if (watched == parentWidget() && event->type() == QEvent::Resize) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void GoToBox::choose()
{
    const quint64 number = numberFrom(m_number->text());
    leave();
    if (number > 0)
        Q_EMIT chosen(number);
}

void GoToBox::leave()
{
    hide();
    Q_EMIT closed();
}

void GoToBox::place()
{
    adjustSize();
    move(parentWidget()->width() - width() - gap, gap);
}

} // namespace weir
