// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sendplan.h"

#include <QAbstractTableModel>

namespace weir {

// The steps of a sequence, to be written. What a step does and what it sends are one choice.
class SequenceModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Action, Value, Time, ColumnCount };
    enum Role { RunningRole = Qt::UserRole };
    static constexpr qint64 usualWait = 5000; // ms
    static constexpr qint64 usualPause = 1000;
    static constexpr qint64 longestTime = 24 * 60 * 60 * 1000;

    explicit SequenceModel(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SequenceModel)

    const QList<SendStep> &steps() const { return m_steps; }
    void setSteps(const QList<SendStep> &steps);
    void insert(int row, const SendStep &step);
    void remove(int row);
    bool move(int row, int by);
    void setRunning(int row); // -1: none
    // “Send JSON”, “Wait for”, “Pause”: the values of the column Action.
    static QStringList actionNames();
    static QString timeText(qint64 milliseconds);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited();

private:
    QList<SendStep> m_steps;
    int m_running = -1;
};

} // namespace weir
