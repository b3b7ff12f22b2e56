// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/profile.h"

#include <QAbstractTableModel>

namespace weir {

// Rows of a profile, and an empty one behind them to type into.
class RowModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { On, Name, Value, ColumnCount };
    enum Role { ChangedRole = Qt::UserRole }; // bool: not like this in what is saved

    explicit RowModel(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(RowModel)

    const QList<ProfileRow> &rows() const { return m_rows; }
    void setRows(const QList<ProfileRow> &rows);
    void setSaved(const std::optional<QList<ProfileRow>> &saved);
    void insert(int row, const QList<ProfileRow> &rows);
    bool moveRow(int from, int to); // of those that are filled

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before) override;

Q_SIGNALS:
    void edited(); // by a person

private:
    bool isFilled(int row) const { return row < m_rows.size(); }
    bool isChanged(int row) const;
    QString was(int row) const;
    QVariant text(const ProfileRow &row, int column) const;

    QList<ProfileRow> m_rows;
    std::optional<QList<ProfileRow>> m_saved;
};

// "Name: value" or "name=value", one a line; a line that begins with # or // is off.
QList<ProfileRow> rowsFromText(const QString &text);

} // namespace weir
