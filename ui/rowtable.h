// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/profile.h"

#include <QTableView>

namespace weir {

class RowDelegate;
class RowModel;
class VariableScope;

// Names and values with a box that switches them off. Typing, Enter and Tab write; Delete removes, Alt+Up and
// Alt+Down move; several lines "Name: value" that are pasted become rows.
class RowTable final : public QTableView
{
    Q_OBJECT

public:
    explicit RowTable(const VariableScope *scope, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(RowTable)

    const QList<ProfileRow> &rows() const;
    void setRows(const QList<ProfileRow> &rows);
    void setSaved(const std::optional<QList<ProfileRow>> &saved); // what is different is marked
    void setNames(const QStringList &names); // offered for the first column
    void setHints(const QString &name, const QString &value); // in the empty row

Q_SIGNALS:
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void removeSelected();
    void moveSelected(int by);
    void pasteLines(const QString &text);
    void copyRows() const;
    bool step(bool next); // to the next cell that can be written; false behind the last

    RowModel *m_model;
    RowDelegate *m_delegate;
};

} // namespace weir
