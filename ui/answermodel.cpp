// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answermodel.h"

namespace weir {

namespace {
const QString nothing = QStringLiteral("null");
// JSON-RPC 2.0, 5.1
const QString usualError = QStringLiteral("{\"code\": -32601, \"message\": \"Method not found\"}");
}

void AnswerModel::setRules(const QList<AnswerRule> &rules)
{
    if (rules == m_rules)
        return;
    beginResetModel();
    m_rules = rules;
    endResetModel();
}

void AnswerModel::setSaved(const std::optional<QList<AnswerRule>> &saved)
{
    if (saved == m_saved)
        return;
    m_saved = saved;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {RowModel::ChangedRole});
}

QString AnswerModel::outcomeText(bool isError)
{
    return isError ? tr("Error") : tr("Result");
}

int AnswerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rules.size()) + 1;
}

int AnswerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AnswerModel::data(const QModelIndex &index, int role) const
{
    if (!isFilled(index.row()))
        return {};
    const AnswerRule &rule = m_rules.at(index.row());
    switch (role) {
    case Qt::CheckStateRole:
        return index.column() == On ? QVariant(rule.on ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::EditRole:
        return index.column() == Outcome ? QVariant(rule.isError) : text(rule, index.column());
    case Qt::DisplayRole:
        return text(rule, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == On)
            return rule.on ? tr("%1 is on").arg(rule.method) : tr("%1 is off").arg(rule.method);
        return text(rule, index.column());
    case Qt::ToolTipRole:
        return isChanged(index.row()) ? QVariant(tr("Not as it was saved")) : QVariant();
    case RowModel::ChangedRole:
        return isChanged(index.row());
    default:
        return {};
    }
}

QVariant AnswerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case On:
        return role == Qt::AccessibleTextRole ? tr("On") : QString();
    case Method:
        return tr("Method");
    case Outcome:
        return tr("Answer");
    default:
        return tr("JSON");
    }
}

bool AnswerModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const int at = index.row();
    const bool checks = index.column() == On && role == Qt::CheckStateRole;
    if (!checks && (index.column() == On || role != Qt::EditRole))
        return false;
    if (!isFilled(at)) {
        if (checks || index.column() == Outcome || value.toString().isEmpty())
            return false;
        // The empty row is filled, and another one comes behind it: whoever writes stays where he is.
        AnswerRule rule{.method = QStringLiteral("*"), .json = nothing};
        write(rule, index.column(), value);
        beginInsertRows({}, at + 1, at + 1);
        m_rules.append(rule);
        endInsertRows();
    } else {
        AnswerRule rule = m_rules.at(at);
        if (checks)
            rule.on = value.toInt() == Qt::Checked;
        else
            write(rule, index.column(), value);
        if (rule == m_rules.at(at))
            return true;
        m_rules[at] = rule;
    }
    Q_EMIT dataChanged(this->index(at, 0), this->index(at, ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags AnswerModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() != On)
        flags |= Qt::ItemIsEditable;
    else if (isFilled(index.row()))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool AnswerModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > m_rules.size())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_rules.remove(row, count);
    endRemoveRows();
    Q_EMIT edited();
    return true;
}

bool AnswerModel::moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before)
{
    const int target = before > row ? before - 1 : before;
    if (from.isValid() || to.isValid() || count != 1 || row < 0 || !isFilled(row) || target < 0
        || !isFilled(target) || target == row)
        return false;
    beginMoveRows({}, row, row, {}, before);
    m_rules.move(row, target);
    endMoveRows();
    Q_EMIT edited();
    return true;
}

bool AnswerModel::isChanged(int row) const
{
    return m_saved && isFilled(row) && !m_saved->contains(m_rules.at(row));
}

QVariant AnswerModel::text(const AnswerRule &rule, int column)
{
    switch (column) {
    case Method:
        return rule.method;
    case Json:
        return rule.json;
    case Outcome:
        return outcomeText(rule.isError);
    default:
        return {};
    }
}

void AnswerModel::write(AnswerRule &rule, int column, const QVariant &value)
{
    if (column == Method) {
        rule.method = value.toString();
    } else if (column == Json) {
        rule.json = value.toString();
    } else if (column == Outcome && value.toBool() != rule.isError) {
        rule.isError = value.toBool();
        // what nobody has written yet becomes what fits
        if (rule.json == (rule.isError ? nothing : usualError))
            rule.json = rule.isError ? usualError : nothing;
    }
}

} // namespace weir
