// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diffdelegate.h"

#include "diffmodel.h"
#include "theme.h"

#include <QPainter>

namespace weir {

namespace {
using Side = DiffModel::Side;

constexpr qreal tint = 0.14;
constexpr qreal tintOfDark = 0.2;

QColor mixed(const QColor &over, const QColor &under, qreal part)
{
    const auto mix = [part](float a, float b) { return float(part) * a + (1 - float(part)) * b; };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

QColor background(Side side, bool isSelected, const Theme &theme)
{
    if (isSelected)
        return theme.soft;
    const qreal part = theme.isDark ? tintOfDark : tint;
    switch (side) {
    case Side::Removed:
        return mixed(theme.error, theme.window, part);
    case Side::Added:
        return mixed(theme.ok, theme.window, part);
    case Side::Nothing:
        return theme.panel;
    case Side::Same:
        break;
    }
    return theme.window;
}
}

int DiffDelegate::rowHeight()
{
    return QFontMetrics(fixedFont()).height() + 3;
}

void DiffDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const auto side = index.data(DiffModel::SideRole).value<Side>();
    painter->save();
    painter->fillRect(option.rect, background(side, option.state & QStyle::State_Selected, theme));
    painter->setFont(fixedFont());
    const QRect mark(option.rect.left(), option.rect.top(), gutter, option.rect.height());
    if (side == Side::Removed || side == Side::Added) {
        painter->setPen(side == Side::Removed ? theme.error : theme.ok);
        painter->drawText(mark, Qt::AlignCenter,
                          side == Side::Removed ? QStringLiteral("−") : QStringLiteral("+"));
    }
    painter->setPen(theme.text);
    const QRect rect = option.rect.adjusted(gutter, 0, -4, 0);
    painter->drawText(
        rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    if (index.column() == 1) {
        painter->setPen(theme.line);
        painter->drawLine(option.rect.topLeft(), option.rect.bottomLeft());
    }
    painter->restore();
}

} // namespace weir
