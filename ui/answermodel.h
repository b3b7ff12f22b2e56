// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rowmodel.h"

#include "profile/profile.h"

#include <QAbstractTableModel>

namespace weir {

// How the requests of a server are answered, a rule a row, and an empty row behind them to type into. The
// first columns are those of a RowModel.
class AnswerModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { On, Method, Json, Outcome, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    const QList<AnswerRule> &rules() const { return m_rules; }
    void setRules(const QList<AnswerRule> &rules);
    void setSaved(const std::optional<QList<AnswerRule>> &saved);
    static QString outcomeText(bool isError);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override; // Outcome, to edit: a bool
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before) override;

Q_SIGNALS:
    void edited(); // by a person

private:
    bool isFilled(int row) const { return row < m_rules.size(); }
    bool isChanged(int row) const;
    static QVariant text(const AnswerRule &rule, int column);
    static void write(AnswerRule &rule, int column, const QVariant &value);

    QList<AnswerRule> m_rules;
    std::optional<QList<AnswerRule>> m_saved;
};

} // namespace weir
