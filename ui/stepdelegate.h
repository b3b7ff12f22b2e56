// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace weir {

class VariableScope;

// Paints and edits the cells of a SequenceModel; the step that is under way is marked.
class StepDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    StepDelegate(const VariableScope *scope, QObject *parent);
    Q_DISABLE_COPY_MOVE(StepDelegate)

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    QWidget *createChoice(QWidget *parent) const;

    const VariableScope *m_scope;
};

} // namespace weir
