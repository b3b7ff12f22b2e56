// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace weir {

class RowDelegate;
class VariableScope;

// Rows to write into, an empty one behind them; the first column switches them off. Typing, Enter and Tab
// write; Delete removes, Alt+Up and Alt+Down move.
class RowsView : public QTableView
{
    Q_OBJECT

public:
    // `model` has the columns and roles of a RowModel, and may have more.
    RowsView(const VariableScope *scope, QAbstractItemModel *model, QWidget *parent);
    Q_DISABLE_COPY_MOVE(RowsView)

    void setHints(const QString &name, const QString &value); // in the empty row

protected:
    RowDelegate *delegate() const { return m_delegate; }
    bool isEditing() const { return state() == EditingState; }
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void removeSelected();
    void moveSelected(int by);
    QList<int> writable() const; // columns, from left to right
    bool step(bool next); // to the next cell that can be written; false behind the last

    RowDelegate *m_delegate;
};

} // namespace weir
