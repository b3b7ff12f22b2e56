// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "actions.h"

#include "profile/profile.h"

#include <QModelIndexList>
#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QMenu;
QT_END_NAMESPACE

namespace weir {

class Connection;
class ConnectionTree;
class EmptyHint;
class EnvironmentRow;
class ProfileStore;
class SearchField;
class Settings;
class SidebarModel;
class SidebarTree;
class Workbench;

// Profiles and connections in their folders, with state, protocol, rate and unread counts; a box that finds
// one, a box that opens any URL, and the environment below. What is selected is changed here through the
// store, and undone.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    Sidebar(Workbench &workbench, ProfileStore &store, Settings &settings, Actions &actions,
            QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(Sidebar)

    ConnectionTree &tree() { return *m_tree; }
    // Its tab is in front (null: another's): the row becomes current, and what comes is not unread.
    void setFront(const Connection *connection);
    void focusFind();
    void focusUrl();
    unsigned conditions() const; // of the selection, for Actions
    QString environment() const; // the one in effect; empty: none

Q_SIGNALS:
    void openRequested(weir::Connection *connection);
    void connectRequested(weir::Connection *connection);
    void disconnectRequested(weir::Connection *connection);
    void removeRequested(weir::Connection *connection);
    void demoFeedRequested(int index);
    void urlEntered(const QString &text);
    void environmentChosen(const QString &name);
    void selectionChanged(); // conditions() may be others
    void said(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTop();
    void buildTree();
    void connectParts();
    void act(ActionId id);
    void open(const QModelIndexList &rows, bool connectToo);
    Connection *connectionFor(const QModelIndex &row);
    void find(const QString &text);
    void refreshHints();
    void checkConditions();
    void showMenu(const QPoint &at);
    void fillMoveMenu(QMenu *menu);
    void moveTo(const QString &folder);
    void makeFolder(bool withSelection);
    void duplicate();
    void remove();
    void undo();
    void redo();
    void editEnvironments();
    void showFile();
    void copyUrls();
    QModelIndexList selected() const; // rows of m_tree
    QModelIndex current() const; // of m_tree
    void select(const QModelIndex &row); // of m_tree

    Workbench &m_workbench;
    ProfileStore &m_store;
    Settings &m_settings;
    Actions &m_actions;
    ConnectionTree *m_tree;
    SidebarModel *m_rows;
    SearchField *m_find;
    QLineEdit *m_url;
    SidebarTree *m_view;
    EmptyHint *m_nothingFound;
    QLabel *m_nothingSaved;
    EnvironmentRow *m_environment;
    QList<Profile> m_removed; // by the last change, and in no store
    bool m_removedStored = false; // ... with others that were
    unsigned m_conditions = 0;
    QTimer m_soon; // states change more often than anybody looks at an action
};

} // namespace weir
