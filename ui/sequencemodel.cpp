// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sequencemodel.h"

#include <utility>

namespace weir {

namespace {
using Act = SendStep::Action;

// In the order of actionNames(): the four formats, then the others.
constexpr int waitFor = 4;
constexpr int pause = 5;

int choiceOf(const SendStep &step)
{
    switch (step.action) {
    case Act::Send:
        return int(step.format);
    case Act::WaitFor:
        return waitFor;
    case Act::Pause:
        return pause;
    }
    return 0;
}

void choose(SendStep &step, int choice)
{
    const Act before = step.action;
    step.action = choice == waitFor ? Act::WaitFor : choice == pause ? Act::Pause : Act::Send;
    if (step.action == Act::Send)
        step.format = MessageFormat(choice);
    if (step.action != before)
        step.time = step.action == Act::WaitFor ? SequenceModel::usualWait
            : step.action == Act::Pause         ? SequenceModel::usualPause
                                                : 0;
}

bool hasValue(const SendStep &step)
{
    return step.action != Act::Pause;
}

bool hasTime(const SendStep &step)
{
    return step.action != Act::Send;
}
}

SequenceModel::SequenceModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void SequenceModel::setSteps(const QList<SendStep> &steps)
{
    beginResetModel();
    m_steps = steps;
    endResetModel();
}

void SequenceModel::insert(int row, const SendStep &step)
{
    beginInsertRows({}, row, row);
    m_steps.insert(row, step);
    endInsertRows();
    Q_EMIT edited();
}

void SequenceModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_steps.removeAt(row);
    endRemoveRows();
    Q_EMIT edited();
}

bool SequenceModel::move(int row, int by)
{
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_steps.size())
        return false;
    beginMoveRows({}, row, row, {}, by > 0 ? to + 1 : to);
    m_steps.move(row, to);
    endMoveRows();
    Q_EMIT edited();
    return true;
}

void SequenceModel::setRunning(int row)
{
    const int before = std::exchange(m_running, row);
    for (const int changed : {before, row}) {
        if (changed >= 0 && changed < m_steps.size())
            Q_EMIT dataChanged(index(changed, 0), index(changed, ColumnCount - 1));
    }
}

QStringList SequenceModel::actionNames()
{
    return {tr("Send text"), tr("Send JSON"), tr("Send hex"), tr("Send base64"), tr("Wait for"), tr("Pause")};
}

QString SequenceModel::timeText(qint64 milliseconds)
{
    return tr("%1 ms").arg(milliseconds);
}

int SequenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int SequenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SequenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SendStep &step = m_steps.at(index.row());
    const bool isRunning = index.row() == m_running;
    if (role == RunningRole)
        return isRunning;
    if (role == Qt::AccessibleDescriptionRole)
        return isRunning ? tr("This step is under way") : QString();
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case Number:
        return index.row() + 1;
    case Action:
        return role == Qt::EditRole ? QVariant(choiceOf(step)) : QVariant(actionNames().at(choiceOf(step)));
    case Value:
        if (role == Qt::DisplayRole && step.action == Act::WaitFor && step.text.isEmpty())
            return tr("any message");
        return hasValue(step) ? step.text : QString();
    case Time:
        if (role == Qt::EditRole)
            return step.time;
        if (step.action == Act::WaitFor && step.time == 0)
            return tr("for ever");
        return hasTime(step) ? timeText(step.time) : QString();
    default:
        return {};
    }
}

bool SequenceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    SendStep &step = m_steps[index.row()];
    const SendStep before = step;
    if (index.column() == Action)
        choose(step, value.toInt());
    else if (index.column() == Value)
        step.text = value.toString();
    else if (index.column() == Time)
        step.time = value.toLongLong();
    if (step == before)
        return false;
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

QVariant SequenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case Number:
        return role == Qt::AccessibleTextRole ? tr("Step") : QStringLiteral("#");
    case Action:
        return tr("Step");
    case Value:
        return tr("Text");
    case Time:
        return tr("Time");
    default:
        return {};
    }
}

Qt::ItemFlags SequenceModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const SendStep &step = m_steps.at(index.row());
    const bool isEditable = index.column() == Action || (index.column() == Value && hasValue(step))
        || (index.column() == Time && hasTime(step));
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (isEditable ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

} // namespace weir
