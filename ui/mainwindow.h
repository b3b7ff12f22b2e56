// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "actions.h"

#include "base/error.h"

#include <QMainWindow>
#include <QPointer>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QSplitter;
QT_END_NAMESPACE

namespace weir {

class Connection;
class ConnectionPage;
class EventTable;
class LogPanel;
class ProfileDesk;
class ProfileStore;
class QuestionBar;
class SecretStore;
class Settings;
class Sidebar;
class StatusLine;
class TabArea;
class Workbench;

// Joins sidebar, tabs, log panel and status line, and does what the actions say. Workbench,
// profiles, secrets and settings belong to somebody else and outlive it.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Workbench &workbench, ProfileStore &store, SecretStore &secrets, Settings &settings);
    ~MainWindow() override;
    Q_DISABLE_COPY_MOVE(MainWindow)

    Actions &actions() { return *m_actions; }
    ConnectionPage *openConnection(Connection *connection);
    // Whether openUrl() could use it.
    static Expected<void> validateUrl(const QString &text);
    // A new connection to what a person typed; connects at once.
    void openUrl(const QString &text);
    // The demo's feeds live in tabs; the server starts first where it does not run.
    void startDemo();
    void say(const QString &sentence);

    // The pages in the order of the tabs, null for the log's: for the window that follows this one.
    QList<Connection *> openPages() const;
    void restorePages(const QList<Connection *> &pages);
    void keepLayout();

Q_SIGNALS:
    void themeChosen(const QString &theme);
    void languageChosen(const QString &language);
    void captureChosen(const QString &path);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void connectParts();
    void connectProfiles();
    void restoreLayout();
    void checkChoices();
    void act(ActionId id, bool checked);
    bool actOnFile(ActionId id);
    bool actOnConnection(ActionId id);
    bool actOnConversation(ActionId id);
    bool actOnCalls(ActionId id);
    bool actOnProfile(ActionId id);
    bool actOnView(ActionId id, bool checked);
    bool actOnLog(ActionId id, bool checked);
    void newConnection();
    void chooseCapture();
    void openLogTab();
    void closePage(QWidget *page);
    void reopenPage();
    void showTrouble(const Error &error);
    void openDemoFeed(int index);
    void demoStarted();
    void removeConnection(Connection *connection);
    void chainFocus();
    void showAbout();
    void updateActions();
    void updateLogPanel();
    void openOtherPage(ConnectionPage *page, bool connectAtOnce);
    ConnectionPage *makePage(Connection &connection);
    ConnectionPage *currentFeed() const;
    EventTable *currentTable() const; // that has the focus, or is in front
    LogPanel *currentLog() const; // the log's tab where it is in front
    ConnectionPage *pageOf(const Connection *connection) const;

    struct ClosedPage
    {
        QPointer<Connection> connection;
        bool log = false;
    };

    Workbench &m_workbench;
    Settings &m_settings;
    Actions *m_actions;
    Sidebar *m_sidebar;
    TabArea *m_tabs;
    LogPanel *m_log;
    StatusLine *m_status;
    QuestionBar *m_questions;
    ProfileDesk *m_desk;
    QLabel *m_trouble; // stands above all while nothing is recorded
    QSplitter *m_across;
    QSplitter *m_down;
    QList<ClosedPage> m_closed;
    QList<int> m_wantedFeeds; // of the demo, until its server runs
    bool m_wantsLogTab = false; // behind them
};

} // namespace weir
