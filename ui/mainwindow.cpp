// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "chatpage.h"
#include "demofeeds.h"
#include "logpanel.h"
#include "profiledesk.h"
#include "questionbar.h"
#include "requestbar.h"
#include "rpcpage.h"
#include "settings.h"
#include "sidebar.h"
#include "ssepage.h"
#include "statusline.h"
#include "tabarea.h"
#include "welcomepage.h"

#include "profile/copyas.h"
#include "profile/profilename.h"
#include "session/workbench.h"

#include <QAction>
#include <QCloseEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>

namespace weir {

MainWindow::MainWindow(Workbench &workbench, ProfileStore &store, SecretStore &secrets, Settings &settings)
    : m_workbench(workbench)
    , m_settings(settings)
    , m_actions(new Actions(this))
    , m_sidebar(new Sidebar(workbench, store, settings, *m_actions, this))
    , m_tabs(nullptr)
    , m_log(new LogPanel(workbench, settings, LogPanel::Place::Panel, this))
    , m_status(new StatusLine(workbench, this))
    , m_questions(new QuestionBar(this))
    , m_desk(new ProfileDesk(workbench, store, secrets, *m_questions, this))
    , m_trouble(new QLabel(this))
    , m_across(new QSplitter(Qt::Horizontal, this))
    , m_down(new QSplitter(Qt::Vertical, this))
{
    build();
    connectParts();
    connectProfiles();
    restoreLayout();
    checkChoices();
    updateActions();
    // Once everything stands where it belongs: a change of parents loses it.
    findChild<WelcomePage *>()->setFocus();
}

MainWindow::~MainWindow() = default;

ConnectionPage *MainWindow::openConnection(Connection *connection)
{
    if (ConnectionPage *page = pageOf(connection)) {
        m_tabs->setCurrent(page);
        return page;
    }
    ConnectionPage *page = makePage(*connection);
    m_tabs->addPage(page, connection->name(), connection->profile().protocol);
    m_desk->adopt(page);
    chainFocus();
    connect(page, &ConnectionPage::viewChanged, this, &MainWindow::updateActions);
    connect(page, &ConnectionPage::showInLogRequested, this, [this](quint64 seq) {
        if (!m_log->isVisible())
            (*m_actions)[ActionId::ShowLog]->trigger();
        m_log->showRow(seq);
    });
    connect(page, &ConnectionPage::said, this, &MainWindow::say);
    connect(
        page, &ConnectionPage::otherProtocolChosen, this,
        [this, page](bool connectAtOnce) { openOtherPage(page, connectAtOnce); }, Qt::QueuedConnection);
    connect(connection, &Connection::changed, page, [this, page] {
        m_tabs->setTitle(page, page->connection().name());
        updateActions();
    });
    updateActions();
    return page;
}

ConnectionPage *MainWindow::makePage(Connection &connection)
{
    if (connection.profile().protocol == Protocol::WebSocket)
        return new ChatPage(m_workbench, connection, m_settings);
    if (connection.profile().protocol == Protocol::JsonRpc) {
        auto *page = new RpcPage(m_workbench, connection, m_settings);
        connect(page, &RpcPage::copyCallRequested, m_desk,
                [this, page](const QString &message, CallsList::CopyForm form) {
                    m_desk->copyCall(page->request().profile(), message,
                                     form == CallsList::CopyForm::Curl ? CopyFormat::Curl : CopyFormat::Weir);
                });
        return page;
    }
    return new SsePage(m_workbench, connection, m_settings);
}

// A URL of another protocol was typed: the same connection, on the page that is made for it.
void MainWindow::openOtherPage(ConnectionPage *page, bool connectAtOnce)
{
    Connection *connection = &page->connection();
    m_tabs->closePage(page);
    ConnectionPage *other = openConnection(connection);
    if (connectAtOnce)
        other->connectNow();
    else
        other->focusUrl();
}

Expected<void> MainWindow::validateUrl(const QString &text)
{
    const QString url = urlWithScheme(text, Protocol::Sse);
    if (protocolOfUrl(url) == Protocol::WebSocket) {
        WebSocketSettings settings;
        settings.url = QUrl(url);
        return WebSocketClient::validate(settings);
    }
    SseSettings settings;
    settings.url = QUrl(url);
    return SseClient::validate(settings);
}

void MainWindow::openUrl(const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    const QString url = urlWithScheme(text, Protocol::Sse);
    ConnectionPage *page =
        openConnection(m_workbench.addConnection({.protocol = protocolOfUrl(url), .url = url}));
    page->connectNow();
    page->focusTable();
}

void MainWindow::startDemo()
{
    int index = 0;
    for (const DemoFeed &feed : demoFeeds()) {
        if (feed.live)
            m_wantedFeeds.append(index);
        ++index;
    }
    m_wantsLogTab = true;
    m_workbench.demoUrl().isEmpty() ? m_workbench.startDemo() : demoStarted();
}

void MainWindow::say(const QString &sentence)
{
    m_status->say(sentence);
}

QList<Connection *> MainWindow::openPages() const
{
    QList<Connection *> pages;
    for (QWidget *page : m_tabs->pages()) {
        const auto *feed = qobject_cast<ConnectionPage *>(page);
        pages.append(feed ? &feed->connection() : nullptr);
    }
    return pages;
}

void MainWindow::restorePages(const QList<Connection *> &pages)
{
    for (Connection *connection : pages)
        connection ? void(openConnection(connection)) : openLogTab();
    if (QWidget *page = m_tabs->pages().value(m_settings.value(Setting::CurrentPage).toInt()))
        m_tabs->setCurrent(page);
    // A capture that holds something is there to be read.
    if (pages.isEmpty() && m_workbench.eventCount() > 0)
        openLogTab();
}

void MainWindow::keepLayout()
{
    m_settings.setValue(Setting::WindowGeometry, saveGeometry());
    m_settings.setValue(Setting::SidebarSplitter, m_across->saveState());
    m_settings.setValue(Setting::LogSplitter, m_down->saveState());
    m_settings.setValue(Setting::CurrentPage, int(m_tabs->pages().indexOf(m_tabs->current())));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepLayout();
    event->accept();
}

void MainWindow::build()
{
    setWindowTitle(tr("Weir — %1").arg(QFileInfo(m_workbench.capturePath()).fileName()));
    m_actions->fill(menuBar());
    auto *welcome = new WelcomePage;
    connect(welcome, &WelcomePage::startDemoRequested, this, &MainWindow::startDemo);
    connect(welcome, &WelcomePage::newConnectionRequested, this, &MainWindow::newConnection);
    connect(welcome, &WelcomePage::openCaptureRequested, this, &MainWindow::chooseCapture);
    m_tabs = new TabArea(welcome, this);
    m_down->addWidget(m_tabs);
    m_down->addWidget(m_log);
    m_down->setChildrenCollapsible(false);
    m_down->setStretchFactor(0, 3);
    m_down->setStretchFactor(1, 1);
    m_down->setHandleWidth(3);
    m_across->addWidget(m_sidebar);
    m_across->addWidget(m_down);
    m_across->setStretchFactor(1, 1);
    m_across->setChildrenCollapsible(false);
    m_across->setHandleWidth(1);
    m_sidebar->setMinimumWidth(160);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_trouble);
    column->addWidget(m_questions);
    column->addWidget(m_across, 1);
    setCentralWidget(centre);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);
}

void MainWindow::connectParts()
{
    connect(m_actions, &Actions::triggered, this, &MainWindow::act);
    connect(m_sidebar, &Sidebar::openRequested, this, &MainWindow::openConnection);
    connect(m_sidebar, &Sidebar::connectRequested, this, [this](Connection *connection) {
        if (!connection->isActive())
            openConnection(connection)->connectNow();
    });
    connect(m_sidebar, &Sidebar::disconnectRequested, this,
            [](Connection *connection) { connection->stop(); });
    connect(m_sidebar, &Sidebar::removeRequested, this, &MainWindow::removeConnection);
    connect(m_sidebar, &Sidebar::demoFeedRequested, this, &MainWindow::openDemoFeed);
    connect(m_sidebar, &Sidebar::urlEntered, this, &MainWindow::openUrl);
    connect(m_sidebar, &Sidebar::selectionChanged, this, &MainWindow::updateActions);
    connect(m_sidebar, &Sidebar::said, this, &MainWindow::say);
    connect(m_tabs, &TabArea::currentChanged, this, [this] {
        const ConnectionPage *feed = currentFeed();
        m_sidebar->setFront(feed ? &feed->connection() : nullptr);
        updateLogPanel();
        updateActions();
    });
    connect(m_log, &LogPanel::said, this, &MainWindow::say);
    connect(m_tabs, &TabArea::closeRequested, this, &MainWindow::closePage);
    connect(m_tabs, &TabArea::newRequested, this, &MainWindow::newConnection);
    connect(&m_workbench, &Workbench::demoStarted, this, &MainWindow::demoStarted);
    connect(&m_workbench, &Workbench::trouble, this, &MainWindow::showTrouble);
}

void MainWindow::connectProfiles()
{
    connect(m_desk, &ProfileDesk::said, this, &MainWindow::say);
    connect(m_desk, &ProfileDesk::startRequested, this, [this](Connection *connection) {
        if (!connection->isActive())
            openConnection(connection)->connectNow();
    });
    connect(m_sidebar, &Sidebar::environmentChosen, m_desk, &ProfileDesk::setEnvironment);
    m_desk->setEnvironment(m_sidebar->environment());
}

void MainWindow::restoreLayout()
{
    resize(1440, 900);
    restoreGeometry(m_settings.value(Setting::WindowGeometry).toByteArray());
    if (!m_across->restoreState(m_settings.value(Setting::SidebarSplitter).toByteArray()))
        m_across->setSizes({248, 1192});
    if (!m_down->restoreState(m_settings.value(Setting::LogSplitter).toByteArray()))
        m_down->setSizes({585, 270});
    m_sidebar->setVisible(m_settings.value(Setting::SidebarVisible).toBool());
    updateLogPanel();
}

void MainWindow::newConnection()
{
    openConnection(m_workbench.addConnection({}))->focusUrl();
}

void MainWindow::openLogTab()
{
    for (QWidget *page : m_tabs->pages()) {
        if (qobject_cast<LogPanel *>(page)) {
            m_tabs->setCurrent(page);
            return;
        }
    }
    auto *panel = new LogPanel(m_workbench, m_settings, LogPanel::Place::Tab);
    connect(panel, &LogPanel::viewChanged, this, &MainWindow::updateActions);
    connect(panel, &LogPanel::said, this, &MainWindow::say);
    m_tabs->addPage(panel, tr("Event log"), {});
    chainFocus();
}

void MainWindow::closePage(QWidget *page)
{
    if (!page)
        return;
    const auto *feed = qobject_cast<ConnectionPage *>(page);
    m_closed.append({feed ? &feed->connection() : nullptr, !feed});
    if (feed && feed->connection().isActive())
        say(tr("“%1” goes on; %2.").arg(feed->connection().name(), tipText(ActionId::ReopenTab)));
    m_tabs->closePage(page);
}

void MainWindow::reopenPage()
{
    while (!m_closed.isEmpty()) {
        const ClosedPage page = m_closed.takeLast();
        if (!page.log && !page.connection)
            continue; // the connection was removed since
        page.log ? openLogTab() : void(openConnection(page.connection));
        break;
    }
    updateActions();
}

void MainWindow::showTrouble(const Error &error)
{
    const bool over = error.code == ErrorCode::None;
    m_trouble->setText(over ? QString() : QStringLiteral("⚠ ") + errorText(error));
    m_trouble->setVisible(!over);
    if (over)
        say(tr("Recording goes on."));
}

void MainWindow::openDemoFeed(int index)
{
    m_wantedFeeds.append(index);
    m_workbench.demoUrl().isEmpty() ? m_workbench.startDemo() : demoStarted();
}

void MainWindow::demoStarted()
{
    const QUrl server = m_workbench.demoUrl();
    ConnectionPage *first = nullptr;
    const QList<int> wanted = std::exchange(m_wantedFeeds, {});
    for (const int index : wanted) {
        const DemoFeed &feed = demoFeeds()[size_t(index)];
        const Profile profile = demoProfile(server, feed);
        Connection *connection = nullptr;
        for (Connection *known : m_workbench.connections()) {
            if (known->profile().url == profile.url)
                connection = known;
        }
        if (!connection)
            connection = m_workbench.addConnection(profile);
        ConnectionPage *page = openConnection(connection);
        if (!connection->isActive())
            page->connectNow();
        first = first ? first : page;
    }
    if (std::exchange(m_wantsLogTab, false))
        openLogTab();
    if (first) {
        m_tabs->setCurrent(first);
        first->focusTable();
    }
}

void MainWindow::removeConnection(Connection *connection)
{
    if (!connection)
        return;
    if (ConnectionPage *page = pageOf(connection))
        m_tabs->closePage(page);
    m_workbench.removeConnection(connection);
    updateActions();
}

// Tab goes as the eye does: sidebar, page, log. Pages are made last and would come last.
void MainWindow::chainFocus()
{
    QList<QWidget *> log;
    QWidget *last = nullptr;
    for (QWidget *widget = nextInFocusChain(); widget != this; widget = widget->nextInFocusChain()) {
        if (widget->focusPolicy() == Qt::NoFocus)
            continue;
        if (m_log->isAncestorOf(widget))
            log.append(widget);
        else if (m_tabs->isAncestorOf(widget))
            last = widget;
    }
    for (QWidget *widget : std::as_const(log)) {
        if (last)
            setTabOrder(last, widget);
        last = widget;
    }
}

void MainWindow::updateActions()
{
    unsigned conditions = Always;
    const ConnectionPage *feed = currentFeed();
    const LogPanel *log = currentLog();
    if (feed) {
        const Connection &connection = feed->connection();
        conditions |= HasPage | (connection.isActive() ? Running : Stopped);
        if (connection.status().state == LineState::Waiting)
            conditions |= Waiting;
        if (connection.profile().protocol == Protocol::JsonRpc)
            conditions |= HasCalls;
        if (connection.profile().protocol == Protocol::WebSocket) {
            conditions |= HasConversation;
            if (connection.status().state == LineState::Open)
                conditions |= LineOpen;
        }
    }
    if (feed || log)
        conditions |= HasTab | HasTable;
    if (!m_closed.isEmpty())
        conditions |= HasClosedTab;
    m_actions->setConditions(conditions | m_sidebar->conditions());
    (*m_actions)[ActionId::Pause]->setChecked(feed ? feed->isPaused() : log && log->isPaused());
    (*m_actions)[ActionId::Follow]->setChecked(feed ? feed->isFollowing() : log && log->isFollowing());
}

void MainWindow::updateLogPanel()
{
    // The log's own tab shows the same; twice would only take room.
    m_log->setVisible(m_settings.value(Setting::LogVisible).toBool() && !currentLog());
}

EventTable *MainWindow::currentTable() const
{
    if (m_log->isAncestorOf(focusWidget()))
        return m_log->table();
    if (const ConnectionPage *feed = currentFeed())
        return feed->table();
    return currentLog() ? currentLog()->table() : m_log->table();
}

ConnectionPage *MainWindow::currentFeed() const
{
    return qobject_cast<ConnectionPage *>(m_tabs->current());
}

LogPanel *MainWindow::currentLog() const
{
    return qobject_cast<LogPanel *>(m_tabs->current());
}

ConnectionPage *MainWindow::pageOf(const Connection *connection) const
{
    for (QWidget *page : m_tabs->pages()) {
        if (auto *feed = qobject_cast<ConnectionPage *>(page); feed && &feed->connection() == connection)
            return feed;
    }
    return nullptr;
}

} // namespace weir
