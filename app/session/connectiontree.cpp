// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connectiontree_p.h"
#include "folderpath.h"
#include "workbench.h"

#include "profile/profilename.h"
#include "profile/profilestore.h"

#include <QUrl>

#include <algorithm>

// Rows and how they follow store and workbench; what changes the store is in connectiontreeedit.cpp.
namespace weir {

namespace {

constexpr int beatInterval = 500; // ms: rates and counts are read, not watched
constexpr int demoRank = 0;
constexpr int unsavedRank = 1;

QLocale orderLocale()
{
    // The C locale compares bytes.
    return QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale();
}

} // namespace

int ConnectionTree::Node::row() const
{
    const auto at = std::find_if(parent->rows.cbegin(), parent->rows.cend(),
                                 [this](const auto &node) { return node.get() == this; });
    return int(at - parent->rows.cbegin());
}

ConnectionTree::ConnectionTree(Workbench &workbench, ProfileStore &store, const QString &demoName,
                               const QList<DemoFeed> &demo, QObject *parent)
    : QAbstractItemModel(parent)
    , m_workbench(workbench)
    , m_store(store)
    , m_order(orderLocale())
    , m_root(std::make_unique<Node>(Node{.kind = Kind::Folder}))
{
    m_order.setNumericMode(true);
    m_order.setCaseSensitivity(Qt::CaseInsensitive);
    if (!demo.isEmpty())
        m_demo = makeGroup(demoName, demoRank);
    for (int rank = 0; const DemoFeed &feed : demo)
        insert(m_demo,
               std::make_unique<Node>(Node{.kind = Kind::DemoFeed,
                                           .name = feed.name,
                                           .profile = {.protocol = feed.protocol},
                                           .target = feed.target,
                                           .rank = rank++}));
    for (const auto &[id, entry] : m_store.profiles())
        showEntry(entry);
    for (Connection *connection : m_workbench.connections())
        attach(connection);
    connect(&m_store, &ProfileStore::changed, this, [this](const QStringList &ids) {
        for (const QString &id : ids)
            showEntry(*m_store.profile(id));
    });
    connect(&m_store, &ProfileStore::removed, this, [this](const QStringList &ids) {
        for (const QString &id : ids)
            dropEntry(id);
    });
    connect(&m_workbench, &Workbench::connectionAdded, this, &ConnectionTree::attach);
    connect(&m_workbench, &Workbench::connectionRemoved, this, &ConnectionTree::detach);
    connect(&m_beat, &QTimer::timeout, this, &ConnectionTree::beat);
    m_beat.start(beatInterval);
}

ConnectionTree::~ConnectionTree() = default;

Connection *ConnectionTree::connection(const QModelIndex &index) const
{
    return index.isValid() ? nodeOf(index)->connection : nullptr;
}

QModelIndex ConnectionTree::indexOf(const Connection *connection) const
{
    return indexOf(m_connections.value(connection));
}

QModelIndex ConnectionTree::indexOfProfile(const QString &id) const
{
    return indexOf(m_profiles.value(id));
}

QModelIndex ConnectionTree::indexOfFolder(const QString &path) const
{
    return indexOf(findFolder(path));
}

QStringList ConnectionTree::folders() const
{
    QStringList paths;
    std::vector<const Node *> open{m_root.get()};
    while (!open.empty()) {
        const Node *folder = open.back();
        open.pop_back();
        if (folder != m_root.get())
            paths.append(pathOf(folder));
        for (auto row = folder->rows.crbegin(); row != folder->rows.crend(); ++row) {
            if ((*row)->kind == Kind::Folder)
                open.push_back(row->get());
        }
    }
    return paths;
}

void ConnectionTree::setSeen(const Connection *connection)
{
    m_seen = connection;
    if (Node *node = m_connections.value(connection))
        showStatus(node, true);
}

QModelIndex ConnectionTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Node *folder = parent.isValid() ? nodeOf(parent) : m_root.get();
    return createIndex(row, column, folder->rows[size_t(row)].get());
}

QModelIndex ConnectionTree::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent) : QModelIndex();
}

int ConnectionTree::rowCount(const QModelIndex &parent) const
{
    return int((parent.isValid() ? nodeOf(parent) : m_root.get())->rows.size());
}

int ConnectionTree::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ConnectionTree::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node *node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return node->name;
    case KindRole:
        return int(node->kind);
    case ProtocolRole:
        return int(node->profile.protocol);
    case StatusRole:
        return node->connection ? QVariant::fromValue(node->connection->status()) : QVariant();
    case RateRole:
        return node->rate;
    case UnreadRole:
        return node->unread;
    case ColourRole:
        return node->profile.colour;
    case UrlRole:
        return node->kind == Kind::DemoFeed && node->connection ? node->connection->profile().url
                                                                : node->profile.url;
    case NotesRole:
        return node->profile.notes;
    case ReasonRole:
        return node->reason;
    case FolderRole:
        return pathOf(node);
    case ProfileRole:
        return node->id;
    case DemoFeedRole:
        return node->kind == Kind::DemoFeed ? node->rank : -1;
    case SearchRole:
        if (node->search.isEmpty())
            node->search = QString(node->name % u'\n' % pathOf(node) % u'\n' % node->profile.url % u'\n'
                                   % node->profile.notes)
                               .toCaseFolded();
        return node->search;
    default:
        return {};
    }
}

ConnectionTree::Node *ConnectionTree::nodeOf(const QModelIndex &index)
{
    return static_cast<Node *>(index.internalPointer());
}

QModelIndex ConnectionTree::indexOf(const Node *node) const
{
    return node && node->parent ? createIndex(node->row(), 0, node) : QModelIndex();
}

QString ConnectionTree::pathOf(const Node *node)
{
    QString path;
    for (; node->parent; node = node->parent) {
        if (node->isFolder())
            path = path.isEmpty() ? node->name : folderpath::join(node->name, path);
    }
    return path;
}

// Rows before folders: what stands below the name of a folder is in it.
bool ConnectionTree::isBefore(const Node &a, const Node &b) const
{
    const auto place = [](const Node &node) {
        return node.kind == Kind::Folder ? 2 : node.kind == Kind::Group ? 1 : 0;
    };
    if (place(a) != place(b))
        return place(a) < place(b);
    if (a.rank != b.rank)
        return a.rank < b.rank;
    const int order = m_order.compare(a.name, b.name);
    return order != 0 ? order < 0 : a.id < b.id;
}

ConnectionTree::Node *ConnectionTree::insert(Node *parent, std::unique_ptr<Node> node)
{
    Node *const inserted = node.get();
    const auto at = std::upper_bound(parent->rows.begin(), parent->rows.end(), node,
                                     [this](const auto &a, const auto &b) { return isBefore(*a, *b); });
    const int row = int(at - parent->rows.begin());
    node->parent = parent;
    beginInsertRows(indexOf(parent), row, row);
    parent->rows.insert(at, std::move(node));
    endInsertRows();
    return inserted;
}

// Where the node belongs by its name, in this folder.
void ConnectionTree::place(Node *node, Node *parent)
{
    const auto before = [this](const auto &a, const auto &b) { return isBefore(*a, *b); };
    Node *const from = node->parent;
    const int row = node->row();
    auto &source = from->rows;
    auto &target = parent->rows;
    auto at = target.begin();
    if (from != parent)
        at = std::upper_bound(target.begin(), target.end(), source[size_t(row)], before);
    else if (row > 0 && isBefore(*node, *source[size_t(row) - 1]))
        at = std::upper_bound(target.begin(), target.begin() + row, source[size_t(row)], before);
    else
        at = std::upper_bound(target.begin() + row + 1, target.end(), source[size_t(row)], before);
    int to = int(at - target.begin());
    if (from == parent && (to == row || to == row + 1))
        return;
    beginMoveRows(indexOf(from), row, row, indexOf(parent), to);
    std::unique_ptr<Node> moved = std::move(source[size_t(row)]);
    source.erase(source.begin() + row);
    to -= from == parent && to > row ? 1 : 0;
    moved->parent = parent;
    target.insert(target.begin() + to, std::move(moved));
    endMoveRows();
    if (from != parent)
        prune(from);
}

// A folder goes with the last that names it.
void ConnectionTree::prune(Node *folder)
{
    while (folder->parent && folder->rows.empty() && folder != m_demo
           && !m_emptyFolders.contains(pathOf(folder))) {
        Node *const parent = folder->parent;
        if (folder == m_unsaved)
            m_unsaved = nullptr;
        const int row = folder->row();
        beginRemoveRows(indexOf(parent), row, row);
        parent->rows.erase(parent->rows.begin() + row);
        endRemoveRows();
        folder = parent;
    }
}

void ConnectionTree::take(Node *node)
{
    Node *const parent = node->parent;
    const int row = node->row();
    beginRemoveRows(indexOf(parent), row, row);
    parent->rows.erase(parent->rows.begin() + row);
    endRemoveRows();
    prune(parent);
}

ConnectionTree::Node *ConnectionTree::findFolder(const QString &path) const
{
    Node *folder = m_root.get();
    for (const QString &step : path.split(u'/', Qt::SkipEmptyParts)) {
        const auto at = std::find_if(folder->rows.cbegin(), folder->rows.cend(), [&step](const auto &row) {
            return row->kind == Kind::Folder && row->name == step;
        });
        if (at == folder->rows.cend())
            return nullptr;
        folder = at->get();
    }
    return folder;
}

ConnectionTree::Node *ConnectionTree::makeFolder(const QString &path)
{
    Node *folder = m_root.get();
    QString reached;
    for (const QString &step : path.split(u'/', Qt::SkipEmptyParts)) {
        reached = folderpath::join(reached, step);
        Node *next = findFolder(reached);
        folder =
            next ? next : insert(folder, std::make_unique<Node>(Node{.kind = Kind::Folder, .name = step}));
    }
    return folder;
}

ConnectionTree::Node *ConnectionTree::makeGroup(const QString &name, int rank)
{
    return insert(m_root.get(),
                  std::make_unique<Node>(Node{.kind = Kind::Group, .name = name, .rank = rank}));
}

void ConnectionTree::showEntry(const ProfileEntry &entry)
{
    Node *node = m_profiles.value(entry.id);
    const bool isNew = !node;
    // A file that broke says no folder; it stays where it was.
    Node *folder = node && entry.broken ? node->parent : makeFolder(folderpath::clean(entry.value.folder));
    std::unique_ptr<Node> made;
    if (isNew) {
        made = std::make_unique<Node>(Node{.id = entry.id});
        node = made.get();
        m_profiles.insert(entry.id, node);
    }
    node->kind = entry.broken ? Kind::Broken : Kind::Profile;
    node->profile = entry.value;
    node->reason = entry.broken ? faultText(*entry.broken) : QString();
    node->name = shownName(entry.value);
    node->search.clear();
    if (isNew) {
        insert(folder, std::move(made));
        for (Connection *connection : m_workbench.connections()) {
            if (connection->profileId() == entry.id && m_connections.contains(connection))
                follow(connection);
        }
        return;
    }
    place(node, folder);
    const QModelIndex changed = indexOf(node);
    Q_EMIT dataChanged(changed, changed);
}

void ConnectionTree::dropEntry(const QString &id)
{
    Node *node = m_profiles.take(id);
    if (!node)
        return;
    Connection *const live = node->connection;
    if (live)
        detach(live);
    take(node);
    if (live)
        attach(live); // it lives on, and is not kept any more
}

ConnectionTree::Node *ConnectionTree::homeOf(const Connection *connection) const
{
    const auto isFree = [connection](const Node *node) {
        return !node->connection || node->connection == connection;
    };
    if (Node *node = m_profiles.value(connection->profileId()); node && isFree(node))
        return node;
    const QUrl server = m_workbench.demoUrl();
    if (!m_demo || server.isEmpty() || !connection->profileId().isEmpty())
        return nullptr;
    for (const auto &node : m_demo->rows) {
        if (isFree(node.get())
            && QUrl(connection->profile().url).adjusted(QUrl::RemoveScheme)
                == server.resolved(QUrl(node->target)).adjusted(QUrl::RemoveScheme))
            return node.get();
    }
    return nullptr;
}

void ConnectionTree::attach(Connection *connection)
{
    Node *node = homeOf(connection);
    if (!node) {
        if (!m_unsaved)
            m_unsaved = makeGroup(tr("Not saved"), unsavedRank);
        node =
            insert(m_unsaved,
                   std::make_unique<Node>(Node{
                       .kind = Kind::Unsaved, .name = connection->name(), .profile = connection->profile()}));
    }
    node->connection = connection;
    node->url = connection->profile().url;
    node->events = connection->status().events;
    node->unread = 0;
    m_connections.insert(connection, node);
    connect(connection, &Connection::changed, this, [this, connection] { follow(connection); });
    showStatus(node, true);
}

void ConnectionTree::detach(Connection *connection)
{
    Node *node = m_connections.take(connection);
    if (!node)
        return;
    disconnect(connection, &Connection::changed, this, nullptr);
    if (m_seen == connection)
        m_seen = nullptr;
    node->connection = nullptr;
    node->rate = 0;
    node->unread = 0;
    if (node->kind == Kind::Unsaved) {
        take(node);
        return;
    }
    const QModelIndex changed = indexOf(node);
    Q_EMIT dataChanged(changed, changed);
}

// A connection that was saved stands where its profile does.
void ConnectionTree::follow(Connection *connection)
{
    Node *node = m_connections.value(connection);
    // It is told of every change of a status, too.
    if (node->id != connection->profileId() || node->url != connection->profile().url) {
        node->url = connection->profile().url;
        Node *const home = homeOf(connection);
        if (home ? home != node : node->kind != Kind::Unsaved) {
            detach(connection);
            attach(connection);
            return;
        }
    }
    if (node->kind == Kind::Unsaved) {
        if (node->profile != connection->profile())
            node->search.clear();
        node->profile = connection->profile();
        if (node->name != connection->name()) {
            node->name = connection->name();
            place(node, m_unsaved);
        }
    }
    showStatus(node, false);
}

void ConnectionTree::showStatus(Node *node, bool beat)
{
    if (beat) {
        const quint64 events = node->connection->status().events;
        // A new run counts from the beginning.
        node->unread += events < node->events ? events : events - node->events;
        node->events = events;
        node->rate = node->connection->eventsPerSecond();
        if (node->connection == m_seen)
            node->unread = 0;
    }
    const QModelIndex changed = indexOf(node);
    Q_EMIT dataChanged(changed, changed, {StatusRole, RateRole, UnreadRole});
}

void ConnectionTree::beat()
{
    for (Node *node : std::as_const(m_connections))
        showStatus(node, true);
}

} // namespace weir
