// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sidebarmodel.h"

#include "badges.h"
#include "format.h"

#include "session/connectiontree.h"
#include "session/workbench.h"

#include <QUrl>

#include <algorithm>

namespace weir {

namespace {

using Row = ConnectionTree::Kind;
using Role = ConnectionTree::Role;

constexpr qsizetype longestTip = 600; // characters
// Below this many events a second each of them counts.
constexpr double quickRate = 3;

std::optional<LineStatus> statusOf(const QModelIndex &row)
{
    const QVariant status = row.data(Role::StatusRole);
    return status.isValid() ? std::optional(status.value<LineStatus>()) : std::nullopt;
}

} // namespace

SidebarModel::SidebarModel(ConnectionTree &tree, QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setFilterRole(Role::SearchRole);
    setSourceModel(&tree);
}

void SidebarModel::find(const QString &text)
{
    const QStringList words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

QModelIndexList SidebarModel::toTree(const QModelIndexList &rows) const
{
    QModelIndexList mapped;
    for (const QModelIndex &row : rows)
        mapped.append(mapToSource(row));
    return mapped;
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::ToolTipRole:
        return tipText(index);
    case Qt::AccessibleTextRole:
        return spokenText(index);
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

// A folder is shown for what is in it.
bool SidebarModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (const Row kind = ConnectionTree::kindOf(index); kind == Row::Folder || kind == Row::Group)
        return false;
    const QString text = index.data(Role::SearchRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&text](const QString &word) { return text.contains(word); });
}

QString SidebarModel::tipText(const QModelIndex &row)
{
    QStringList lines;
    switch (ConnectionTree::kindOf(row)) {
    case Row::Folder:
    case Row::Group:
        return {};
    case Row::Broken:
        lines = {row.data().toString(), row.data(Role::ReasonRole).toString(),
                 tr("The file stays as it is; mend it, and it comes back by itself.")};
        break;
    case Row::DemoFeed:
        lines = {tr("Double click opens it; the demo server starts by itself.")};
        break;
    case Row::Profile:
    case Row::Unsaved: {
        const QString url = row.data(Role::UrlRole).toString();
        const QUrl parsed(url);
        lines = {row.data().toString(), parsed.password().isEmpty() ? url : parsed.toDisplayString(),
                 row.data(Role::NotesRole).toString()};
    }
    }
    if (const auto status = statusOf(row); status && status->error.code != ErrorCode::None)
        lines.append(errorText(status->error));
    lines.removeAll(QString());
    const QString text = lines.join(u'\n');
    // As rich text, escaped: a name must not be read as a page, and long lines are to break.
    return QLatin1String("<p style='white-space:pre-wrap'>") % text.left(longestTip).toHtmlEscaped()
        % QLatin1String(text.size() > longestTip ? "…</p>" : "</p>");
}

QString SidebarModel::spokenText(const QModelIndex &row)
{
    QStringList parts{row.data().toString()};
    switch (ConnectionTree::kindOf(row)) {
    case Row::Folder:
    case Row::Group:
        parts.append(tr("folder"));
        return parts.join(QLatin1String(", "));
    case Row::Broken:
        parts.append(tr("broken file"));
        parts.append(row.data(Role::ReasonRole).toString());
        return parts.join(QLatin1String(", "));
    default:
        break;
    }
    parts.append(ProtocolBadge::word(Protocol(row.data(Role::ProtocolRole).toInt())));
    if (const auto status = statusOf(row))
        parts.append(stateText(*status));
    parts.append(sidebarRemark(row));
    if (const quint64 unread = row.data(Role::UnreadRole).toULongLong())
        parts.append(tr("%1 unread").arg(countText(unread)));
    parts.removeAll(QString());
    return parts.join(QLatin1String(", "));
}

QString sidebarRemark(const QModelIndex &row)
{
    const auto status = statusOf(row);
    if (!status)
        return {};
    if (status->state == LineState::Waiting)
        return waitText(*status);
    if (status->failed)
        return shortReason(status->error);
    return shortRateText(row.data(Role::RateRole).toDouble());
}

quint64 sidebarUnread(const QModelIndex &row)
{
    const auto status = statusOf(row);
    const bool needsRemark = status && (status->state == LineState::Waiting || status->failed);
    return needsRemark || row.data(Role::RateRole).toDouble() >= quickRate
        ? 0
        : row.data(Role::UnreadRole).toULongLong();
}

} // namespace weir
