// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methodlist.h"

#include "theme.h"
#include "visibletext.h"

#include <QPainter>

#include <algorithm>

namespace weir {

namespace {
// pixels
constexpr int rowHeight = 24;
constexpr int margin = 8;
constexpr int gap = 10;
constexpr int widestName = 240;
constexpr int widestSummary = 320;
constexpr qsizetype longestText = 200; // characters that are laid out

QString shown(const QString &text)
{
    return visibleText(QStringView(text).left(longestText));
}

QFont nameFont(bool isDeprecated)
{
    QFont font = fixedFont();
    font.setStrikeOut(isDeprecated);
    return font;
}
}

void MethodList::setMethods(std::vector<KnownMethod> methods)
{
    if (methods == m_methods)
        return;
    beginResetModel();
    m_methods = std::move(methods);
    endResetModel();
}

int MethodList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_methods.size());
}

QVariant MethodList::data(const QModelIndex &index, int role) const
{
    const KnownMethod &method = m_methods.at(size_t(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return method.name;
    case Qt::AccessibleTextRole:
        return method.isDeprecated ? tr("%1, deprecated").arg(method.name) : method.name;
    case Qt::AccessibleDescriptionRole:
    case SummaryRole:
        return method.summary;
    case IsDeprecatedRole:
        return method.isDeprecated;
    default:
        return {};
    }
}

void MethodDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    painter->save();
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        painter->fillRect(option.rect, option.state & QStyle::State_Selected ? theme.soft : theme.panel);
    QRect rect = option.rect.adjusted(margin, 0, -margin, 0);
    const bool isDeprecated = index.data(MethodList::IsDeprecatedRole).toBool();
    painter->setFont(nameFont(isDeprecated));
    painter->setPen(isDeprecated ? theme.muted : theme.text);
    const QFontMetrics metrics = painter->fontMetrics();
    const QString name = metrics.elidedText(shown(index.data().toString()), Qt::ElideMiddle, widestName);
    painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine, name);
    rect.setLeft(rect.left() + metrics.horizontalAdvance(name) + gap);
    painter->setFont(smallFont());
    painter->setPen(theme.muted);
    const QString summary = shown(index.data(MethodList::SummaryRole).toString());
    painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(summary, Qt::ElideRight, rect.width()));
    painter->restore();
}

QSize MethodDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int name = QFontMetrics(nameFont(false)).horizontalAdvance(shown(index.data().toString()));
    const QString summary = shown(index.data(MethodList::SummaryRole).toString());
    const int about = summary.isEmpty() ? 0 : gap + QFontMetrics(smallFont()).horizontalAdvance(summary);
    return {std::min(name, widestName) + std::min(about, widestSummary) + 2 * margin, rowHeight};
}

} // namespace weir
