// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rowsview.h"

#include "profile/profile.h"

namespace weir {

class RowModel;
class VariableScope;

// Names and values with a box that switches them off. Several lines "Name: value" that are pasted become
// rows.
class RowTable final : public RowsView
{
    Q_OBJECT

public:
    explicit RowTable(const VariableScope *scope, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(RowTable)

    const QList<ProfileRow> &rows() const;
    void setRows(const QList<ProfileRow> &rows);
    void setSaved(const std::optional<QList<ProfileRow>> &saved); // what is different is marked
    void setNames(const QStringList &names); // offered for the first column

Q_SIGNALS:
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void pasteLines(const QString &text);
    void copyRows() const;

    RowModel *m_model;
};

} // namespace weir
