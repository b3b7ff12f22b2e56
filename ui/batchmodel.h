// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/call.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace weir {

// The calls of a batch in their order, and beside each what came of it when the batch was sent.
class BatchModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Method, Params, Id, Outcome, Time, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    // Requests as they are written, variables not filled in.
    std::vector<QByteArray> calls() const;
    void setCalls(const std::vector<QByteArray> &calls);
    void insert(int row, const QByteArray &call);
    void remove(int row);
    void move(int row, int by); // where there is room
    const QByteArray &call(int row) const { return m_rows.at(size_t(row)).text; }
    const QByteArray &id(int row) const { return m_rows.at(size_t(row)).id; } // raw JSON; empty: none

    // In the order of the batch that was sent; they stay with their calls while the list is edited.
    void setOutcomes(const std::vector<Call> &outcomes);
    bool hasOutcomes() const;
    QString total() const; // 4 of 5 answered · 1 error · 5.0 ms

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QByteArray text;
        QString method; // as it is shown
        QString params;
        QByteArray id;
        std::optional<Call> outcome;
    };
    static Row rowOf(const QByteArray &call);
    QVariant shown(const Row &row, int column) const;
    QVariant colourOf(const Row &row, int column) const;

    std::vector<Row> m_rows;
};

} // namespace weir
