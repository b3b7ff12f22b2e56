// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace weir {

// Paints a line of the calls: what became of it has a colour, members stand behind their batch, and a batch
// has a mark that says whether it is open. What does not fit, and the name of an error code, is in a tool
// tip.
class CallsDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static int rowHeight();
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    // Whether `x`, in the cell, is on the mark of a batch.
    static bool isOnMark(const QModelIndex &index, int x);

private:
    static QRect textRect(const QRect &cell, const QModelIndex &index);
};

} // namespace weir
