// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callsmodel.h"

#include "callindex.h"
#include "calltext.h"

#include "base/clock.h"

#include <algorithm>
#include <bit>

namespace weir {

namespace {
constexpr int waitingInterval = 250; // ms

int groupsOf(const Call &call)
{
    const int waiting = call.state == Call::State::Waiting ? CallsModel::Waiting : 0;
    if (call.type == Call::Type::Batch)
        return 0;
    if (call.type == Call::Type::Asked)
        return CallsModel::Server | waiting;
    switch (call.state) {
    case Call::State::Result:
        return CallsModel::Results;
    case Call::State::Error:
    case Call::State::Invalid:
    case Call::State::Failed:
        return CallsModel::Errors;
    default:
        return waiting;
    }
}

CallsModel::Tone toneOf(const Call &call)
{
    switch (call.state) {
    case Call::State::Waiting:
        return call.type == Call::Type::Asked ? CallsModel::Tone::Link : CallsModel::Tone::Quiet;
    case Call::State::Sent:
        return CallsModel::Tone::Quiet;
    case Call::State::Result:
        return CallsModel::Tone::Result;
    case Call::State::Mixed:
        return CallsModel::Tone::Mixed;
    default:
        return CallsModel::Tone::Error;
    }
}
}

CallsModel::CallsModel(const CallIndex &index, QObject *parent)
    : QAbstractTableModel(parent)
    , m_index(index)
{
    m_timer.setInterval(waitingInterval);
    connect(&m_timer, &QTimer::timeout, this, [this] { announce(Waiting, Time, Time); });
    connect(&index, &CallIndex::reset, this, &CallsModel::load);
    connect(&index, &CallIndex::appended, this, &CallsModel::append);
    connect(&index, &CallIndex::changed, this, &CallsModel::change);
    load();
}

void CallsModel::setFilter(const QString &text, int groups)
{
    // As the list writes a code, and as JSON does
    const QByteArray wanted = QString(text).replace(u'−', u'-').trimmed().toUtf8();
    m_finder = wanted.isEmpty() ? std::nullopt : std::optional<ByteFinder>(std::in_place, wanted, false);
    m_groups = groups;
    for (qsizetype i = 0; i < qsizetype(m_marks.size()); ++i)
        mark(i);
    applyRows();
}

void CallsModel::setOpen(quint64 batch, bool open)
{
    if (open ? !m_open.insert(batch).second : m_open.erase(batch) == 0)
        return;
    applyRows();
    if (const int row = rowOf(batch); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

qsizetype CallsModel::count(Group group) const
{
    return m_counts[size_t(std::countr_zero(unsigned(group)))];
}

void CallsModel::setTicking(bool ticking)
{
    m_isTicking = ticking;
    updateTimer();
}

const Call &CallsModel::call(int row) const
{
    return m_index.at(place(row));
}

int CallsModel::rowOf(quint64 seq) const
{
    const qsizetype index = m_index.indexOf(seq);
    const auto found = std::find(m_rows.rbegin(), m_rows.rend(), int(index));
    return index < 0 || found == m_rows.rend() ? -1 : int(found - m_rows.rbegin());
}

int CallsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CallsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant CallsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Call &one = call(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter
                   | (index.column() == Id || index.column() == Time ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole: // what sighted people tell by the colour
        return index.column() == Outcome ? callStateText(one) + QLatin1String(": ") + callOutcomeText(one)
                                         : text(index.row(), index.column());
    case SeqRole:
        return one.seq;
    case ToneRole:
        return QVariant::fromValue(toneOf(one));
    case IsMemberRole:
        return one.batch != 0;
    case IsOpenRole:
        return one.type == Call::Type::Batch ? QVariant(m_open.contains(one.seq)) : QVariant();
    default:
        return {};
    }
}

QVariant CallsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Id || section == Time ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Id:
        return tr("Id");
    case Method:
        return tr("Method");
    case Outcome:
        return tr("Outcome");
    case Time:
        return tr("Time");
    default:
        return {};
    }
}

QString CallsModel::text(int row, int column) const
{
    const Call &one = call(row);
    switch (column) {
    case Id:
        return callIdText(m_index, place(row));
    case Method:
        return callMethodText(one);
    case Outcome:
        return callOutcomeText(one);
    case Time:
        return callTimeText(one, nowMicroseconds());
    default:
        return {};
    }
}

void CallsModel::load()
{
    beginResetModel();
    m_marks.assign(size_t(m_index.count()), 0);
    m_counts.fill(0);
    for (qsizetype i = 0; i < m_index.count(); ++i)
        mark(i);
    m_rows = wantedRows();
    endResetModel();
    updateTimer();
    Q_EMIT countsChanged();
}

void CallsModel::append(qsizetype first, qsizetype last)
{
    m_marks.resize(size_t(last) + 1, 0);
    for (qsizetype i = first; i <= last; ++i)
        mark(i);
    applyRows();
    updateTimer();
    Q_EMIT countsChanged();
}

void CallsModel::change(const std::vector<qsizetype> &indices)
{
    for (const qsizetype i : indices) {
        mark(i);
        m_marks[size_t(i)] |= IsChanged;
    }
    applyRows();
    announce(IsChanged, Id, Time);
    for (const qsizetype i : indices)
        m_marks[size_t(i)] &= quint8(~IsChanged);
    updateTimer();
    Q_EMIT countsChanged();
}

void CallsModel::mark(qsizetype index)
{
    const Call &one = m_index.at(index);
    quint8 &marks = m_marks[size_t(index)];
    const int groups = groupsOf(one);
    count(marks, -1);
    marks = quint8(groups | (matches(one, groups) ? Matches : 0)
                   | (one.type == Call::Type::Batch ? IsBatch : 0) | (one.batch != 0 ? IsMember : 0));
    count(marks, 1);
}

void CallsModel::count(quint8 marks, int by)
{
    for (size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] += marks & (1 << i) ? by : 0;
}

bool CallsModel::matches(const Call &call, int groups) const
{
    if (m_groups != 0 && !(groups & m_groups))
        return false;
    if (!m_finder)
        return true;
    const auto has = [this](const QByteArray &text) {
        return m_finder->find(text.cbegin(), text.cend()) != text.cend();
    };
    if (call.type == Call::Type::Batch)
        return has(callMethodText(call).toUtf8()) || has(call.outcome);
    return has(call.method) || has(call.id) || has(call.outcome);
}

std::vector<int> CallsModel::wantedRows() const
{
    std::vector<int> rows;
    rows.reserve(m_marks.size());
    const bool isFlat = isFiltered();
    for (int i = 0; i < int(m_marks.size()); ++i) {
        const quint8 marks = m_marks[size_t(i)];
        if (marks & IsBatch)
            i = appendBatch(rows, i);
        // One that does not stand behind its batch
        else if (isFlat || !(marks & IsMember) ? marks & Matches : m_open.contains(m_index.at(i).batch))
            rows.push_back(i);
    }
    return rows;
}

// Its members stand beneath it, in their order; the last of both is returned.
int CallsModel::appendBatch(std::vector<int> &rows, int batch) const
{
    int last = batch;
    while (last + 1 < int(m_marks.size()) && (m_marks[size_t(last) + 1] & IsMember))
        ++last;
    const size_t before = rows.size();
    const bool isOpen = m_open.contains(m_index.at(batch).seq);
    for (int i = last; i > batch; --i) {
        if (isFiltered() ? m_marks[size_t(i)] & Matches : isOpen)
            rows.push_back(i);
    }
    if (rows.size() > before || (m_marks[size_t(batch)] & Matches))
        rows.push_back(batch);
    return last;
}

// Only what differs is replaced: the selection and the place of the view stay.
void CallsModel::applyRows()
{
    const std::vector<int> wanted = wantedRows();
    const auto [oldFirst, newFirst] =
        std::mismatch(m_rows.begin(), m_rows.end(), wanted.begin(), wanted.end());
    const auto [oldLast, newLast] = std::mismatch(m_rows.rbegin(), std::reverse_iterator(oldFirst),
                                                  wanted.rbegin(), std::reverse_iterator(newFirst));
    const auto at = oldFirst - m_rows.begin();
    const auto gone = oldLast.base() - oldFirst;
    const auto come = newLast.base() - newFirst;
    if (gone > 0) {
        const int row = int(std::ssize(m_rows) - at - gone);
        beginRemoveRows({}, row, row + int(gone) - 1);
        m_rows.erase(oldFirst, oldLast.base());
        endRemoveRows();
    }
    if (come > 0) {
        const int row = int(std::ssize(m_rows) - at);
        beginInsertRows({}, row, row + int(come) - 1);
        m_rows.insert(m_rows.begin() + at, newFirst, newLast.base());
        endInsertRows();
    }
}

// One range for all: a view paints what is on screen, and a range costs as much as a row.
void CallsModel::announce(quint8 marks, Column firstColumn, Column lastColumn)
{
    const auto isMarked = [&](int place) { return (m_marks[size_t(place)] & marks) != 0; };
    const auto last = std::find_if(m_rows.begin(), m_rows.end(), isMarked);
    const auto first = std::find_if(m_rows.rbegin(), m_rows.rend(), isMarked);
    if (last == m_rows.end())
        return;
    Q_EMIT dataChanged(index(int(first - m_rows.rbegin()), firstColumn),
                       index(int(m_rows.end() - last) - 1, lastColumn));
}

void CallsModel::updateTimer()
{
    if (!m_isTicking || count(Waiting) == 0)
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

} // namespace weir
