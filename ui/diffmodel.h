// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/jsondiff.h"

#include <QAbstractTableModel>

#include <vector>

namespace weir {

// The lines of a diff: in one column what went above what came, or in two columns beside each other.
class DiffModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { SideRole = Qt::UserRole }; // Side
    enum class Side { Same, Removed, Added, Nothing };
    Q_ENUM(Side)

    using QAbstractTableModel::QAbstractTableModel;

    void setDiff(JsonDiff diff);
    void setSideBySide(bool sideBySide);
    const JsonDiff &diff() const { return m_diff; }
    bool isSideBySide() const { return m_isSideBySide; }
    int longestLine() const { return m_longest; } // bytes
    // The first row of the change behind or before this one; -1: there is none.
    int nextChange(int row, int by) const;
    QString unified(int row) const; // " line", "-line", "+line"; two lines where both stand in the row

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        qsizetype left = -1;
        qsizetype right = -1;
        bool isSame = false;
    };
    void layOut();
    Side side(const Row &row, int column) const;
    QByteArrayView line(const Row &row, int column) const;

    JsonDiff m_diff;
    std::vector<Row> m_rows;
    int m_longest = 0;
    bool m_isSideBySide = false;
};

} // namespace weir
