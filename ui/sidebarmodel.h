// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace weir {

class ConnectionTree;

// The rows that are looked for, in their folders, and what tool tips and screen readers say of them.
class SidebarModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SidebarModel(ConnectionTree &tree, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SidebarModel)

    // Rows that hold every word in name, folder, URL or notes; empty: all.
    void find(const QString &text);
    bool isFinding() const { return !m_words.isEmpty(); }
    QModelIndexList toTree(const QModelIndexList &rows) const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    static QString tipText(const QModelIndex &row);
    static QString spokenText(const QModelIndex &row);

    QStringList m_words; // case folded
};

// What stands at the right of a row: rate, time until the next attempt, or why there is none.
QString sidebarRemark(const QModelIndex &row);
// Events to read, where that says more than the rate does; 0: none.
quint64 sidebarUnread(const QModelIndex &row);

} // namespace weir
