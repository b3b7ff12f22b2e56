// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "actions.h"
#include "environmentdialog.h"
#include "sidebar.h"
#include "sidebarmodel.h"
#include "sidebartree.h"
#include "visibletext.h"

#include "profile/profilestore.h"
#include "session/connectiontree.h"
#include "session/workbench.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>
#include <QUrl>

// What the actions of the sidebar do with what is selected; the rest of it is in sidebar.cpp.
namespace weir {

namespace {

using Row = ConnectionTree::Kind;
using Role = ConnectionTree::Role;

bool canBeLive(const QModelIndex &row)
{
    const Row kind = ConnectionTree::kindOf(row);
    return kind == Row::Profile || kind == Row::Unsaved || kind == Row::DemoFeed;
}

unsigned conditionsOf(const QModelIndex &row, const Connection *connection)
{
    unsigned conditions = 0;
    const Row kind = ConnectionTree::kindOf(row);
    if (canBeLive(row)) {
        conditions |= CanOpen;
        conditions |= connection && connection->isActive() ? CanDisconnect : CanConnect;
        if (!row.data(Role::UrlRole).toString().isEmpty())
            conditions |= HasUrl;
    }
    if (kind == Row::Profile || kind == Row::Unsaved || kind == Row::Folder)
        conditions |= CanDuplicate | CanRemove;
    if (kind == Row::Broken || connection)
        conditions |= CanRemove;
    if (!row.data(Role::ProfileRole).toString().isEmpty())
        conditions |= HasFile;
    return conditions;
}

QString inMenu(const QString &name)
{
    return visibleText(name).replace(u'&', QLatin1String("&&"));
}

} // namespace

unsigned Sidebar::conditions() const
{
    unsigned conditions = 0;
    for (const QModelIndex &row : selected())
        conditions |= conditionsOf(row, m_tree->connection(row));
    if (const QModelIndex row = current(); row.isValid() && row.flags() & Qt::ItemIsEditable)
        conditions |= CanRename;
    if (m_store.canUndo() || !m_removed.isEmpty())
        conditions |= CanUndo;
    if (m_store.canRedo())
        conditions |= CanRedo;
    return conditions;
}

void Sidebar::checkConditions()
{
    const unsigned now = conditions();
    if (std::exchange(m_conditions, now) != now)
        Q_EMIT selectionChanged();
}

void Sidebar::act(ActionId id)
{
    switch (id) {
    case ActionId::OpenSelected:
        open(selected(), false);
        break;
    case ActionId::ConnectSelected:
        open(selected(), true);
        break;
    case ActionId::DisconnectSelected:
        for (Connection *connection : m_tree->connections(selected()))
            Q_EMIT disconnectRequested(connection);
        break;
    case ActionId::RenameSelected:
        m_view->scrollTo(m_view->currentIndex());
        m_view->setFocus();
        m_view->edit(m_view->currentIndex());
        break;
    case ActionId::DuplicateSelected:
        duplicate();
        break;
    case ActionId::NewFolder:
        makeFolder(false);
        break;
    case ActionId::CopyUrl:
        copyUrls();
        break;
    case ActionId::ShowProfileFile:
        showFile();
        break;
    case ActionId::RemoveSelected:
        remove();
        break;
    case ActionId::UndoChange:
        undo();
        break;
    case ActionId::RedoChange:
        redo();
        break;
    case ActionId::EditEnvironments:
        editEnvironments();
        break;
    default:
        break;
    }
}

// A folder alone is opened or closed.
void Sidebar::open(const QModelIndexList &rows, bool connectToo)
{
    QModelIndexList live;
    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(live), canBeLive);
    if (live.isEmpty() && rows.size() == 1) {
        const QModelIndex folder = m_rows->mapFromSource(rows.constFirst());
        m_view->setExpanded(folder, !m_view->isExpanded(folder));
    }
    // Rows may come and go with the first that is opened.
    const QList<QPersistentModelIndex> wanted(live.cbegin(), live.cend());
    for (const QPersistentModelIndex &row : wanted) {
        if (Connection *connection = row.isValid() ? connectionFor(row) : nullptr) {
            Q_EMIT openRequested(connection);
            if (connectToo)
                Q_EMIT connectRequested(connection);
        } else if (row.isValid()) {
            Q_EMIT demoFeedRequested(row.data(Role::DemoFeedRole).toInt());
        }
    }
}

// A profile becomes live when it is opened. Null: a feed of the demo, which begins with its server.
Connection *Sidebar::connectionFor(const QModelIndex &row)
{
    if (Connection *connection = m_tree->connection(row))
        return connection;
    const QString id = row.data(Role::ProfileRole).toString();
    const ProfileEntry *entry = m_store.profile(id);
    return entry ? m_workbench.addConnection(entry->value, id) : nullptr;
}

void Sidebar::moveTo(const QString &folder)
{
    const QModelIndexList rows = selected();
    const QString id = m_tree->profiles(rows).value(0);
    if (m_tree->move(rows, folder) && !id.isEmpty())
        m_view->scrollTo(m_rows->mapFromSource(m_tree->indexOfProfile(id)));
}

void Sidebar::makeFolder(bool withSelection)
{
    const QModelIndex row = current();
    const bool isOurs = row.isValid() && m_tree->canHoldProfiles(row);
    const QString path = m_tree->addFolder(isOurs ? row.data(Role::FolderRole).toString() : QString());
    if (withSelection)
        m_tree->move(selected(), path);
    select(m_tree->indexOfFolder(path));
    act(ActionId::RenameSelected);
}

void Sidebar::duplicate()
{
    const QStringList ids = m_tree->duplicate(selected());
    if (!ids.isEmpty())
        select(m_tree->indexOfProfile(ids.constFirst()));
}

// What was never saved is remembered here, what was in the store there; both come back with one undo.
void Sidebar::remove()
{
    const QModelIndexList rows = selected();
    const QList<Connection *> connections = m_tree->connections(rows);
    const QString name = rows.size() == 1 ? rows.constFirst().data().toString() : QString();
    QList<Profile> unsaved;
    for (const Connection *connection : connections) {
        if (ConnectionTree::kindOf(m_tree->indexOf(connection)) == Row::Unsaved)
            unsaved.append(connection->profile());
    }
    const qsizetype count = m_tree->profiles(rows).size() + unsaved.size();
    m_tree->remove(rows);
    m_removed = unsaved;
    m_removedStored = count > unsaved.size();
    for (Connection *connection : connections)
        Q_EMIT removeRequested(connection);
    checkConditions();
    if (count == 0)
        return;
    const QString undo = tipText(ActionId::UndoChange);
    Q_EMIT said(name.isEmpty() ? tr("Removed %1 connections. %2").arg(count).arg(undo)
                               : tr("Removed “%1”. %2").arg(visibleText(name), undo));
}

void Sidebar::undo()
{
    const QList<Profile> removed = std::exchange(m_removed, {});
    for (const Profile &profile : removed)
        m_workbench.addConnection(profile);
    if (removed.isEmpty() || m_removedStored) {
        const QString what = m_store.undoText();
        m_store.undo();
        if (!what.isEmpty())
            Q_EMIT said(tr("Undone: %1. %2").arg(what, tipText(ActionId::RedoChange)));
    }
    checkConditions();
}

void Sidebar::redo()
{
    const QString what = m_store.redoText();
    m_store.redo();
    if (!what.isEmpty())
        Q_EMIT said(tr("Done again: %1.").arg(what));
}

void Sidebar::editEnvironments()
{
    auto *dialog = findChild<EnvironmentDialog *>();
    if (!dialog) {
        dialog = new EnvironmentDialog(m_store, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->choose(environment());
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void Sidebar::showFile()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_store.folder()));
}

void Sidebar::copyUrls()
{
    QStringList urls;
    for (const QModelIndex &row : selected()) {
        if (const QString url = row.data(Role::UrlRole).toString(); !url.isEmpty())
            urls.append(url);
    }
    QGuiApplication::clipboard()->setText(urls.join(u'\n'));
}

void Sidebar::showMenu(const QPoint &at)
{
    if (!m_view->indexAt(at).isValid())
        m_view->setCurrentIndex({});
    checkConditions();
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("connectionMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [this, menu](std::initializer_list<ActionId> ids) {
        for (const ActionId id : ids) {
            if (m_actions[id]->isEnabled())
                menu->addAction(m_actions[id]);
        }
        menu->addSeparator();
    };
    offer({ActionId::OpenSelected, ActionId::ConnectSelected, ActionId::DisconnectSelected});
    offer({ActionId::RenameSelected, ActionId::DuplicateSelected});
    if (!m_tree->profiles(selected()).isEmpty())
        fillMoveMenu(menu->addMenu(tr("Move to folder")));
    offer({ActionId::NewFolder});
    offer({ActionId::CopyUrl, ActionId::ShowProfileFile});
    offer({ActionId::RemoveSelected});
    offer({ActionId::UndoChange, ActionId::RedoChange});
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void Sidebar::fillMoveMenu(QMenu *menu)
{
    const QModelIndexList rows = selected();
    const auto add = [&](const QString &text, const QString &folder) {
        QAction *action = menu->addAction(text);
        action->setEnabled(m_tree->canMove(rows, folder));
        connect(action, &QAction::triggered, this, [this, folder] { moveTo(folder); });
    };
    add(tr("No folder"), {});
    for (const QString &folder : m_tree->folders())
        add(inMenu(folder), folder);
    menu->addSeparator();
    menu->addAction(tr("New folder…"), this, [this] { makeFolder(true); });
}

} // namespace weir
