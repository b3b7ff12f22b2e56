// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace weir {

// Paints a line of a DiffModel: a mark and a tint say whether it went or came.
class DiffDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int gutter = 20; // pixels of the mark

    using QStyledItemDelegate::QStyledItemDelegate;

    static int rowHeight();
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace weir
