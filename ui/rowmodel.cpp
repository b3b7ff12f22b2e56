// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowmodel.h"

#include <algorithm>

namespace weir {

RowModel::RowModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RowModel::setRows(const QList<ProfileRow> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void RowModel::setSaved(const std::optional<QList<ProfileRow>> &saved)
{
    if (saved == m_saved)
        return;
    m_saved = saved;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Value), {ChangedRole});
}

void RowModel::insert(int row, const QList<ProfileRow> &rows)
{
    if (rows.isEmpty())
        return;
    const int at = std::min(row, int(m_rows.size()));
    beginInsertRows({}, at, at + int(rows.size()) - 1);
    for (qsizetype i = 0; i < rows.size(); ++i)
        m_rows.insert(at + i, rows.at(i));
    endInsertRows();
    Q_EMIT edited();
}

bool RowModel::moveRow(int from, int to)
{
    if (from == to || !isFilled(from) || to < 0 || !isFilled(to))
        return false;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_rows.move(from, to);
    endMoveRows();
    Q_EMIT edited();
    return true;
}

int RowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size()) + 1;
}

int RowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    if (!isFilled(index.row()))
        return {};
    const ProfileRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::CheckStateRole:
        return index.column() == On ? QVariant(row.on ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == On)
            return row.on ? tr("%1 is on").arg(row.name) : tr("%1 is off").arg(row.name);
        return text(row, index.column());
    case Qt::ToolTipRole:
        return isChanged(index.row()) ? QVariant(was(index.row())) : QVariant();
    case ChangedRole:
        return isChanged(index.row());
    default:
        return {};
    }
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case On:
        return role == Qt::AccessibleTextRole ? tr("On") : QString();
    case Name:
        return tr("Name");
    default:
        return tr("Value");
    }
}

bool RowModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const int at = index.row();
    const bool checks = index.column() == On && role == Qt::CheckStateRole;
    if (!checks && (index.column() == On || role != Qt::EditRole))
        return false;
    const QString text = value.toString();
    if (!isFilled(at)) {
        if (checks || text.isEmpty())
            return false;
        // The empty row is filled, and another one comes behind it: whoever writes stays where he is.
        beginInsertRows({}, at + 1, at + 1);
        m_rows.append(index.column() == Name ? ProfileRow{text, {}} : ProfileRow{{}, text});
        endInsertRows();
        Q_EMIT dataChanged(this->index(at, 0), this->index(at, Value));
        Q_EMIT edited();
        return true;
    }
    ProfileRow row = m_rows.at(at);
    if (checks)
        row.on = value.toInt() == Qt::Checked;
    else
        (index.column() == Name ? row.name : row.value) = text;
    if (row == m_rows.at(at))
        return true;
    m_rows[at] = row;
    Q_EMIT dataChanged(this->index(at, 0), this->index(at, Value));
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags RowModel::flags(const QModelIndex &index) const
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

bool RowModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > m_rows.size())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_rows.remove(row, count);
    endRemoveRows();
    Q_EMIT edited();
    return true;
}

bool RowModel::moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before)
{
    if (from.isValid() || to.isValid() || count != 1)
        return false;
    return moveRow(row, before > row ? before - 1 : before);
}

bool RowModel::isChanged(int row) const
{
    return m_saved && isFilled(row) && !m_saved->contains(m_rows.at(row));
}

QString RowModel::was(int row) const
{
    const QString &name = m_rows.at(row).name;
    const auto before = std::find_if(m_saved->cbegin(), m_saved->cend(),
                                     [&name](const ProfileRow &saved) { return saved.name == name; });
    if (before == m_saved->cend())
        return tr("New since it was saved");
    const QString text = before->on ? tr("Was: %1").arg(before->value) : tr("Was off: %1").arg(before->value);
    return QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped());
}

QVariant RowModel::text(const ProfileRow &row, int column) const
{
    return column == On ? QVariant() : QVariant(column == Name ? row.name : row.value);
}

QList<ProfileRow> rowsFromText(const QString &text)
{
    QList<ProfileRow> rows;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        QString rest = line.trimmed();
        ProfileRow row;
        for (const QLatin1String off : {QLatin1String("#"), QLatin1String("//")}) {
            if (rest.startsWith(off)) {
                row.on = false;
                rest = rest.mid(off.size()).trimmed();
            }
        }
        // The first of the two: a value may hold the other.
        const auto splits = [](QChar c) { return c == u':' || c == u'='; };
        const auto split = std::find_if(rest.cbegin(), rest.cend(), splits);
        row.name = rest.left(split - rest.cbegin()).trimmed();
        row.value = split == rest.cend() ? QString() : rest.mid(split - rest.cbegin() + 1).trimmed();
        if (!row.name.isEmpty())
            rows.append(row);
    }
    return rows;
}

} // namespace weir
