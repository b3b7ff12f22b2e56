// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chipchoice.h"

#include "chips.h"

#include <QKeyEvent>
#include <QStyle>

#include <algorithm>

namespace weir {

namespace {
constexpr int gap = 5;
constexpr int lineGap = 5;
constexpr int lineHeight = 26; // of every control in a row
}

ChipChoice::ChipChoice(const QStringList &labels, QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    for (const QString &label : labels) {
        auto *chip = new Chip(this);
        const auto index = int(m_chips.size());
        chip->setLabel(label);
        chip->installEventFilter(this);
        // A click on the one that is checked would let it go.
        connect(chip, &Chip::clicked, this, [this, index] { choose(index); });
        m_chips.push_back(chip);
    }
    setCurrent(0);
}

void ChipChoice::setCurrent(int index)
{
    m_current = index;
    for (size_t i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setChecked(int(i) == index);
        // One stop for Tab, as with radio buttons.
        m_chips[i]->setFocusPolicy(int(i) == index ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void ChipChoice::setLabel(int index, const QString &label)
{
    m_chips.at(size_t(index))->setLabel(label);
    place(width(), true);
    updateGeometry();
}

void ChipChoice::setToolTips(const QStringList &toolTips)
{
    for (qsizetype i = 0; i < toolTips.size(); ++i)
        m_chips.at(size_t(i))->setToolTip(toolTips[i]);
}

QSize ChipChoice::sizeHint() const
{
    int width = -gap;
    for (const Chip *chip : m_chips)
        width += chip->sizeHint().width() + gap;
    return {width, lineHeight};
}

QSize ChipChoice::minimumSizeHint() const
{
    int width = 0;
    for (const Chip *chip : m_chips)
        width = std::max(width, chip->sizeHint().width());
    return {width, lineHeight};
}

int ChipChoice::heightForWidth(int width) const
{
    return place(width, false);
}

bool ChipChoice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto last = int(m_chips.size()) - 1;
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool forward = key == Qt::Key_Down || key == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    const bool back = key == Qt::Key_Up || key == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    if ((!forward && !back) || static_cast<QKeyEvent *>(event)->modifiers() & Qt::AltModifier)
        return QWidget::eventFilter(watched, event);
    const int next = std::clamp(m_current + (forward ? 1 : -1), 0, last);
    m_chips.at(size_t(next))->setFocus(Qt::TabFocusReason);
    choose(next);
    return true;
}

void ChipChoice::resizeEvent(QResizeEvent *)
{
    place(width(), true);
}

void ChipChoice::choose(int index)
{
    const bool isNew = index != m_current;
    setCurrent(index);
    if (isNew)
        Q_EMIT chosen(index);
}

int ChipChoice::place(int width, bool move) const
{
    int x = 0;
    int y = 0;
    for (Chip *chip : m_chips) {
        const QSize size = chip->sizeHint().boundedTo({width, lineHeight});
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += size.height() + lineGap;
        }
        if (move) {
            const QRect spot(x, y + (lineHeight - size.height()) / 2, size.width(), size.height());
            chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), spot));
        }
        x += size.width() + gap;
    }
    return y + lineHeight;
}

} // namespace weir
