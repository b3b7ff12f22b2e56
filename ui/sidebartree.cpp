// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sidebartree.h"

#include "sidebardelegate.h"
#include "sidebarmodel.h"

#include "session/connectiontree.h"

#include <QAction>
#include <QGuiApplication>
#include <QKeyEvent>

#include <algorithm>

namespace weir {

namespace {

constexpr int openAfter = 600; // ms that something is held over a folder that is closed

QString pathOf(const QModelIndex &folder)
{
    return folder.data(ConnectionTree::FolderRole).toString();
}

} // namespace

SidebarTree::SidebarTree(QWidget *parent)
    : QTreeView(parent)
{
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setFrameShape(QFrame::NoFrame);
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setItemDelegate(new SidebarDelegate(this));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setAutoExpandDelay(openAfter);
    setAccessibleName(tr("Connections"));
    connect(this, &QTreeView::clicked, this, &SidebarTree::toggle);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &row) { note(row, false); });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &row) { note(row, true); });
}

void SidebarTree::setRows(SidebarModel &rows)
{
    m_rows = &rows;
    setModel(&rows);
    // Behind the view's own: it has to know the rows first.
    connect(&rows, &QAbstractItemModel::rowsInserted, this, &SidebarTree::openFolders);
    openFolders({}, 0, rows.rowCount() - 1);
}

QStringList SidebarTree::closedFolders() const
{
    QStringList paths(m_closed.cbegin(), m_closed.cend());
    paths.sort();
    return paths;
}

void SidebarTree::setClosedFolders(const QStringList &paths)
{
    m_closed = QSet<QString>(paths.cbegin(), paths.cend());
    if (m_rows)
        openFolders({}, 0, m_rows->rowCount() - 1);
}

void SidebarTree::find(const QString &text)
{
    m_rows->find(text);
    openFolders({}, 0, m_rows->rowCount() - 1);
}

bool SidebarTree::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && actionOf(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void SidebarTree::keyPressEvent(QKeyEvent *event)
{
    if (QAction *action = actionOf(*event)) {
        action->trigger();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && state() != EditingState && currentIndex().isValid())
        Q_EMIT enterPressed(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

// Null while a name is edited: the keys are the field's.
QAction *SidebarTree::actionOf(const QKeyEvent &event) const
{
    if (state() == EditingState)
        return nullptr;
    const QKeySequence keys(event.keyCombination());
    const auto at = std::find_if(m_keys.cbegin(), m_keys.cend(), [&keys](const QAction *action) {
        return action->isEnabled() && action->shortcut() == keys;
    });
    return at == m_keys.cend() ? nullptr : *at;
}

void SidebarTree::openFolders(const QModelIndex &parent, int first, int last)
{
    const QSignalBlocker quiet(this); // it is not a person who opens
    for (int row = first; row <= last; ++row) {
        const QModelIndex folder = m_rows->index(row, 0, parent);
        if (!ConnectionTree::isFolder(folder))
            continue;
        setExpanded(folder, m_rows->isFinding() || !m_closed.contains(pathOf(folder)));
        openFolders(folder, 0, m_rows->rowCount(folder) - 1);
    }
}

void SidebarTree::note(const QModelIndex &folder, bool closed)
{
    if (m_rows->isFinding())
        return;
    if (closed)
        m_closed.insert(pathOf(folder));
    else
        m_closed.remove(pathOf(folder));
    Q_EMIT foldersChanged();
}

void SidebarTree::toggle(const QModelIndex &row)
{
    if (ConnectionTree::isFolder(row) && QGuiApplication::keyboardModifiers() == Qt::NoModifier)
        setExpanded(row, !isExpanded(row));
}

} // namespace weir
