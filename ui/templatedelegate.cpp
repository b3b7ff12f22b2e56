// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "templatedelegate.h"

#include "templatemodel.h"
#include "theme.h"
#include "visibletext.h"

#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace weir {

namespace {
// pixels
constexpr int templateHeight = 24;
constexpr int templateMargin = 12;
constexpr int folderStep = 14; // to the right, in a folder
constexpr int lineMarkWidth = 3;
constexpr int templateGap = 10;
constexpr qsizetype longestTemplateName = 300; // characters that are laid out

using Role = TemplateModel::Role;

int nameX(const QModelIndex &index)
{
    return TemplateModel::isFolder(index) || index.parent().isValid() ? templateMargin + folderStep
                                                                      : templateMargin;
}
}

void TemplateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.soft);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme.panel);
    painter->setFont(option.font);
    painter->setPen(theme.muted);
    QRect rect = option.rect.adjusted(0, 0, -templateMargin, 0);
    if (TemplateModel::isFolder(index)) {
        const bool open = option.state & QStyle::State_Open;
        painter->drawText(rect.adjusted(templateMargin, 0, 0, 0), Qt::AlignVCenter,
                          open ? QStringLiteral("▾") : QStringLiteral("▸"));
    } else {
        const QString format = index.data(Role::FormatRole).toString();
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, format);
        rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(format) - templateGap);
        painter->setPen(theme.text);
    }
    rect.setLeft(option.rect.left() + nameX(index));
    const QString name = visibleText(index.data().toString().left(longestTemplateName));
    painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, rect.width()));
    if (index.data(Role::ChangedRole).toBool()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accent);
        painter->drawRoundedRect(
            QRectF(option.rect.left() + 1, option.rect.top() + 4, lineMarkWidth, option.rect.height() - 8),
            1.5, 1.5);
        painter->setBrush(Qt::NoBrush);
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(theme.accent);
        painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->restore();
}

QSize TemplateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, std::max(templateHeight, option.fontMetrics.height() + 7)};
}

QWidget *TemplateDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                        const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("nameEditor"));
    editor->setAccessibleName(TemplateModel::isFolder(index) ? tr("Name of the folder")
                                                             : tr("Name of the template"));
    return editor;
}

void TemplateDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                            const QModelIndex &index) const
{
    // 4: the text of the field stands where the name stood
    editor->setGeometry(option.rect.adjusted(nameX(index) - 4, 1, -4, -1));
}

} // namespace weir
