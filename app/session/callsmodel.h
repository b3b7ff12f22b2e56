// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "call.h"

#include "log/bytefinder.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <array>
#include <optional>
#include <set>
#include <vector>

namespace weir {

class CallIndex;

// The calls of an index, the newest on top; the members of a batch beneath it where it is open or the filter
// looks for them. A filtered list is a list of places in the index, worked out again from one byte a call.
class CallsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Id, Method, Outcome, Time, ColumnCount };
    enum Role {
        SeqRole = Qt::UserRole, // quint64
        ToneRole, // Tone
        IsMemberRole, // of a batch that is above it
        IsOpenRole, // a batch whose members are shown; invalid where it is no batch
    };
    enum class Tone { Plain, Result, Error, Mixed, Link, Quiet };
    Q_ENUM(Tone)
    enum Group { Results = 1, Errors = 2, Waiting = 4, Server = 8 };

    explicit CallsModel(const CallIndex &index, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CallsModel)

    // Of method, id and outcome, without case; and the groups to show, 0: all.
    void setFilter(const QString &text, int groups);
    bool isFiltered() const { return m_finder || m_groups != 0; }
    void setOpen(quint64 batch, bool open);
    qsizetype count(Group group) const; // in the index; a batch counts by its members
    void setTicking(bool ticking); // whether the times of what waits go on; four times a second

    const Call &call(int row) const;
    int rowOf(quint64 seq) const; // -1: it is not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void countsChanged();

private:
    enum Mark : quint8 { Matches = 16, IsBatch = 32, IsMember = 64, IsChanged = 128 }; // beside the groups

    void load();
    void append(qsizetype first, qsizetype last);
    void change(const std::vector<qsizetype> &indices);
    void mark(qsizetype index);
    void count(quint8 marks, int by);
    bool matches(const Call &call, int groups) const;
    std::vector<int> wantedRows() const;
    int appendBatch(std::vector<int> &rows, int batch) const;
    void applyRows();
    void announce(quint8 marks, Column first, Column last);
    void updateTimer();
    int place(int row) const { return m_rows[m_rows.size() - 1 - size_t(row)]; } // in the index
    QString text(int row, int column) const;

    const CallIndex &m_index;
    std::vector<quint8> m_marks; // one for each call of the index
    std::vector<int> m_rows; // places in the index, from the last row to the first
    std::set<quint64> m_open; // batches
    std::array<qsizetype, 4> m_counts{}; // of the groups
    std::optional<ByteFinder> m_finder;
    int m_groups = 0;
    bool m_isTicking = false;
    QTimer m_timer;
};

} // namespace weir
