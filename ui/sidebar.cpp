// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sidebar.h"

#include "demofeeds.h"
#include "emptyhint.h"
#include "environmentrow.h"
#include "searchfield.h"
#include "settings.h"
#include "sidebarmodel.h"
#include "sidebartree.h"
#include "theme.h"
#include "widgets.h"

#include "profile/profilestore.h"
#include "session/connectiontree.h"
#include "session/workbench.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

// What it shows; what its actions do is in sidebaractions.cpp.
namespace weir {

namespace {

constexpr int conditionsDelay = 100; // ms

QList<ConnectionTree::DemoFeed> feedsOfTheDemo()
{
    QList<ConnectionTree::DemoFeed> feeds;
    for (const DemoFeed &feed : demoFeeds())
        feeds.append({demoFeedName(feed), QLatin1String(feed.target), feed.protocol});
    return feeds;
}

QModelIndex firstLeaf(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const auto kind = ConnectionTree::Kind(index.data(ConnectionTree::KindRole).toInt());
        if (kind != ConnectionTree::Kind::Folder && kind != ConnectionTree::Kind::Group)
            return index;
        if (const QModelIndex leaf = firstLeaf(model, index); leaf.isValid())
            return leaf;
    }
    return {};
}

} // namespace

Sidebar::Sidebar(Workbench &workbench, ProfileStore &store, Settings &settings, Actions &actions,
                 QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_store(store)
    , m_settings(settings)
    , m_actions(actions)
    , m_tree(new ConnectionTree(workbench, store, tr("Demo server"), feedsOfTheDemo(), this))
    , m_rows(new SidebarModel(*m_tree, this))
    , m_find(new SearchField(tr("Find a connection…"), tr("Find a connection"), this))
    , m_url(new QLineEdit(this))
    , m_view(new SidebarTree(this))
    , m_nothingFound(new EmptyHint(m_view->viewport()))
    , m_nothingSaved(new QLabel(this))
    , m_environment(new EnvironmentRow(store, settings, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildTop();
    buildTree();
    layout->addWidget(m_view, 1);
    layout->addWidget(m_nothingSaved);
    layout->addWidget(m_environment);
    connectParts();
    refreshHints();
}

void Sidebar::setFront(const Connection *connection)
{
    m_tree->setSeen(connection);
    if (connection && m_tree->connection(current()) != connection)
        select(m_tree->indexOf(connection));
}

void Sidebar::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void Sidebar::focusUrl()
{
    m_url->show();
    m_url->setFocus(Qt::ShortcutFocusReason);
    m_url->selectAll();
}

QString Sidebar::environment() const
{
    return m_environment->current();
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_url && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_url->hide();
        m_view->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void Sidebar::buildTop()
{
    m_find->setToolTip(tipText(ActionId::FindConnection));
    m_url->setPlaceholderText(tr("http://host/feed, then Enter"));
    m_url->setAccessibleName(tr("URL to open"));
    m_url->setFont(fixedFont());
    m_url->installEventFilter(this);
    m_url->hide();
    QToolButton *plus = makeIconButton("plus", tr("Open a URL"), this);
    plus->setToolTip(tipText(ActionId::OpenUrl));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_find, 1);
    row->addWidget(plus);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 8, 8, 8);
    top->setSpacing(6);
    top->addLayout(row);
    top->addWidget(m_url);
    static_cast<QVBoxLayout *>(layout())->addLayout(top);
    connect(plus, &QToolButton::clicked, this, &Sidebar::focusUrl);
    connect(m_url, &QLineEdit::returnPressed, this, [this] {
        m_url->hide();
        Q_EMIT urlEntered(m_url->text());
    });
}

void Sidebar::buildTree()
{
    m_view->setClosedFolders(m_settings.value(Setting::ClosedFolders).toStringList());
    m_view->setRows(*m_rows);
    QList<QAction *> keys;
    for (const ActionSpec &spec : actionTable()) {
        if (spec.scope == ActionSpec::Sidebar)
            keys.append(m_actions[spec.id]);
    }
    m_view->setKeys(keys);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_nothingSaved->setText(
        tr("Nothing is saved yet. Open a URL with + and save its tab: it stays here, for this and every "
           "other day."));
    m_nothingSaved->setTextFormat(Qt::PlainText);
    m_nothingSaved->setWordWrap(true);
    m_nothingSaved->setForegroundRole(QPalette::PlaceholderText);
    m_nothingSaved->setFont(smallFont());
    m_nothingSaved->setContentsMargins(12, 8, 12, 10);
}

void Sidebar::connectParts()
{
    connect(m_find, &QLineEdit::textChanged, this, &Sidebar::find);
    connect(m_find, &SearchField::leaveRequested, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_find, &QLineEdit::returnPressed, this, [this] { open({current()}, false); });
    connect(m_view, &QTreeView::doubleClicked, this,
            [this](const QModelIndex &row) { open({m_rows->mapToSource(row)}, false); });
    connect(m_view, &SidebarTree::enterPressed, this, [this] { open(selected(), true); });
    connect(m_view, &SidebarTree::foldersChanged, this,
            [this] { m_settings.setValue(Setting::ClosedFolders, m_view->closedFolders()); });
    connect(m_view, &QWidget::customContextMenuRequested, this, &Sidebar::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &Sidebar::checkConditions);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &Sidebar::checkConditions);
    m_soon.setSingleShot(true);
    m_soon.setInterval(conditionsDelay);
    connect(&m_soon, &QTimer::timeout, this, &Sidebar::checkConditions);
    connect(m_rows, &QAbstractItemModel::dataChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, &Sidebar::refreshHints);
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, &Sidebar::refreshHints);
    connect(&m_store, &ProfileStore::changed, this, [this] { m_removed.clear(); }); // not the last any more
    connect(&m_store, &ProfileStore::historyChanged, this, &Sidebar::checkConditions);
    connect(&m_store, &ProfileStore::loaded, this, &Sidebar::refreshHints);
    connect(&m_store, &ProfileStore::failed, this, [this](const Error &error) {
        if (error.code != ErrorCode::None)
            Q_EMIT said(errorText(error));
    });
    connect(&m_actions, &Actions::triggered, this, &Sidebar::act);
    connect(m_environment, &EnvironmentRow::chosen, this, &Sidebar::environmentChosen);
    connect(m_environment, &EnvironmentRow::editRequested, this, &Sidebar::editEnvironments);
}

void Sidebar::find(const QString &text)
{
    m_view->find(text);
    if (m_rows->isFinding())
        m_view->setCurrentIndex(firstLeaf(*m_rows));
    refreshHints();
}

void Sidebar::refreshHints()
{
    m_nothingFound->say(m_rows->isFinding() && m_rows->rowCount() == 0
                            ? tr("Nothing here is called that; URLs and notes were looked at, too.")
                            : QString());
    m_nothingSaved->setVisible(m_store.isLoaded() && m_store.profiles().empty() && !m_rows->isFinding());
    checkConditions();
}

QModelIndexList Sidebar::selected() const
{
    return m_rows->toTree(m_view->selectionModel()->selectedIndexes());
}

QModelIndex Sidebar::current() const
{
    return m_rows->mapToSource(m_view->currentIndex());
}

void Sidebar::select(const QModelIndex &row)
{
    const QModelIndex shown = m_rows->mapFromSource(row);
    m_view->setCurrentIndex(shown);
    m_view->scrollTo(shown);
}

} // namespace weir
