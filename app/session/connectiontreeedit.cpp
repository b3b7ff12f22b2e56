// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connectiontree_p.h"
#include "folderpath.h"
#include "workbench.h"

#include "profile/profilestore.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>

// What a person changes in the tree; the rows follow when the store says so.
namespace weir {

namespace {

const QLatin1String mimeType("application/x-weir-connections");

QString copyName(const QString &name, const QSet<QString> &taken)
{
    const QString first = ConnectionTree::tr("%1 copy").arg(name);
    QString wanted = first;
    for (int number = 2; taken.contains(wanted); ++number)
        wanted = first % u' ' % QString::number(number);
    return wanted;
}

// The folders that are not in another of the list.
QStringList outermost(const QStringList &folders)
{
    QStringList kept;
    std::copy_if(folders.cbegin(), folders.cend(), std::back_inserter(kept), [&folders](const QString &path) {
        return std::none_of(folders.cbegin(), folders.cend(), [&path](const QString &other) {
            return other != path && folderpath::isInside(path, other);
        });
    });
    return kept;
}

} // namespace

struct ConnectionTree::Chosen
{
    QStringList folders; // none in another
    std::vector<const Node *> rows; // what is chosen and in none of the folders
};

ConnectionTree::Chosen ConnectionTree::chosen(const QModelIndexList &rows) const
{
    Chosen chosen;
    for (const QModelIndex &row : rows) {
        if (row.isValid() && nodeOf(row)->kind == Kind::Folder)
            chosen.folders.append(pathOf(nodeOf(row)));
    }
    chosen.folders = outermost(chosen.folders);
    for (const QModelIndex &row : rows) {
        if (!row.isValid() || nodeOf(row)->isFolder())
            continue;
        const QString path = pathOf(nodeOf(row));
        const bool isInside =
            std::any_of(chosen.folders.cbegin(), chosen.folders.cend(),
                        [&path](const auto &folder) { return folderpath::isInside(path, folder); });
        if (!isInside)
            chosen.rows.push_back(nodeOf(row));
    }
    return chosen;
}

void ConnectionTree::collect(const Node *folder, std::vector<const Node *> &rows) const
{
    for (const auto &row : folder->rows) {
        if (row->isFolder())
            collect(row.get(), rows);
        else
            rows.push_back(row.get());
    }
}

std::vector<const ConnectionTree::Node *> ConnectionTree::everything(const QModelIndexList &rows) const
{
    Chosen chosen = this->chosen(rows);
    for (const QString &folder : std::as_const(chosen.folders))
        collect(findFolder(folder), chosen.rows);
    return chosen.rows;
}

QStringList ConnectionTree::profiles(const QModelIndexList &rows) const
{
    QStringList ids;
    for (const Node *node : everything(rows)) {
        if (!node->id.isEmpty())
            ids.append(node->id);
    }
    return ids;
}

QList<Connection *> ConnectionTree::connections(const QModelIndexList &rows) const
{
    QList<Connection *> found;
    for (const Node *node : everything(rows)) {
        if (node->connection)
            found.append(node->connection);
    }
    return found;
}

std::vector<ConnectionTree::Move> ConnectionTree::moves(const QModelIndexList &rows,
                                                        const QString &folder) const
{
    std::vector<Move> moves;
    const Chosen chosen = this->chosen(rows);
    const auto add = [&moves](const Node *node, const QString &to) {
        if (node->kind == Kind::Profile && pathOf(node) != to)
            moves.push_back({node->id, to});
    };
    for (const Node *node : chosen.rows)
        add(node, folder);
    for (const QString &path : chosen.folders) {
        std::vector<const Node *> inside;
        collect(findFolder(path), inside);
        const QString to = folderpath::join(folder, folderpath::lastOf(path));
        for (const Node *node : inside)
            add(node, folderpath::rebased(pathOf(node), path, to));
    }
    return moves;
}

bool ConnectionTree::canHoldProfiles(const QModelIndex &row) const
{
    return dropFolder(row).has_value();
}

bool ConnectionTree::canMove(const QModelIndexList &rows, const QString &folder) const
{
    const Chosen chosen = this->chosen(rows);
    const bool isIntoItself =
        std::any_of(chosen.folders.cbegin(), chosen.folders.cend(),
                    [&](const auto &path) { return folderpath::isInside(folder, path); });
    return !isIntoItself && !moves(rows, folder).empty();
}

bool ConnectionTree::move(const QModelIndexList &rows, const QString &folder)
{
    if (!canMove(rows, folder))
        return false;
    std::map<QString, Profile> changed;
    for (const Move &move : moves(rows, folder)) {
        Profile &profile = changed[move.profile] = m_profiles.value(move.profile)->profile;
        profile.folder = move.folder;
    }
    const QStringList folders = chosen(rows).folders;
    m_store.saveAll(changed);
    for (const QString &path : folders)
        rebaseEmptyFolders(path, folderpath::join(folder, folderpath::lastOf(path)));
    return true;
}

QStringList ConnectionTree::duplicate(const QModelIndexList &rows)
{
    const Chosen chosen = this->chosen(rows);
    QList<Profile> copies;
    QHash<QString, QSet<QString>> names; // by folder
    const auto takenIn = [&names](const Node *folder) -> QSet<QString> & {
        QSet<QString> &taken = names[pathOf(folder)];
        for (const auto &row : folder->rows)
            taken.insert(row->name);
        return taken;
    };
    for (const Node *node : chosen.rows) {
        if (node->kind != Kind::Profile && node->kind != Kind::Unsaved)
            continue;
        Profile copy = node->profile;
        QSet<QString> &taken = takenIn(node->parent);
        copy.name = copyName(node->name, taken);
        taken.insert(copy.name);
        if (node->kind == Kind::Profile)
            copies.append(copy);
        else
            m_workbench.addConnection(copy);
    }
    for (const QString &path : chosen.folders) {
        const Node *folder = findFolder(path);
        QSet<QString> &taken = takenIn(folder->parent);
        const QString name = copyName(folder->name, taken);
        taken.insert(name);
        std::vector<const Node *> inside;
        collect(folder, inside);
        for (const Node *node : inside) {
            if (node->kind != Kind::Profile)
                continue;
            copies.append(node->profile);
            copies.last().folder =
                folderpath::rebased(pathOf(node), path, folderpath::join(folderpath::parentOf(path), name));
        }
    }
    return copies.isEmpty() ? QStringList() : m_store.addAll(copies);
}

void ConnectionTree::remove(const QModelIndexList &rows)
{
    const QStringList ids = profiles(rows);
    QStringList emptied;
    for (const QString &path : chosen(rows).folders) {
        for (const QString &empty : std::as_const(m_emptyFolders)) {
            if (folderpath::isInside(empty, path))
                emptied.append(empty);
        }
    }
    if (!ids.isEmpty())
        m_store.remove(ids);
    for (const QString &path : std::as_const(emptied)) {
        m_emptyFolders.removeAll(path);
        if (Node *folder = findFolder(path))
            prune(folder);
    }
}

QString ConnectionTree::addFolder(const QString &parent)
{
    QString path = folderpath::join(parent, tr("New folder"));
    for (int number = 2; findFolder(path); ++number)
        path = folderpath::join(parent, tr("New folder") % u' ' % QString::number(number));
    m_emptyFolders.append(path);
    makeFolder(path);
    return path;
}

bool ConnectionTree::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    Node *node = nodeOf(index);
    const QString name = value.toString().trimmed();
    if (name.isEmpty() || name == node->name)
        return false;
    if (node->kind == Kind::Folder)
        return renameFolder(node, name);
    Profile profile = node->profile;
    profile.name = name;
    if (node->kind == Kind::Profile)
        m_store.save(node->id, profile);
    else
        node->connection->setProfile(profile);
    return true;
}

// The row itself gets the name, where no other folder has it: it stays current, open and in sight.
bool ConnectionTree::renameFolder(Node *node, const QString &name)
{
    const QString from = pathOf(node);
    const QString to = folderpath::join(folderpath::parentOf(from), folderpath::clean(name));
    std::vector<const Node *> inside;
    collect(node, inside);
    std::map<QString, Profile> changed;
    for (const Node *row : inside) {
        if (row->kind != Kind::Profile)
            continue;
        Profile &profile = changed[row->id] = row->profile;
        profile.folder = folderpath::rebased(pathOf(row), from, to);
    }
    if (!findFolder(to) && folderpath::parentOf(to) == folderpath::parentOf(from))
        setFolderName(node, folderpath::lastOf(to));
    m_store.saveAll(changed);
    rebaseEmptyFolders(from, to);
    return true;
}

void ConnectionTree::setFolderName(Node *folder, const QString &name)
{
    folder->name = name;
    std::vector<const Node *> inside;
    collect(folder, inside);
    for (const Node *row : inside)
        row->search.clear();
    place(folder, folder->parent);
    const QModelIndex changed = indexOf(folder);
    Q_EMIT dataChanged(changed, changed);
}

// Those that nothing names go with the folder they are in.
void ConnectionTree::rebaseEmptyFolders(const QString &from, const QString &to)
{
    for (QString &path : m_emptyFolders) {
        if (!folderpath::isInside(path, from))
            continue;
        const QString left = std::exchange(path, folderpath::rebased(path, from, to));
        makeFolder(path);
        if (Node *folder = findFolder(left))
            prune(folder);
    }
}

Qt::ItemFlags ConnectionTree::flags(const QModelIndex &index) const
{
    // Anything may be dropped where no row is: the top level.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Qt::ItemFlags always = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    switch (nodeOf(index)->kind) {
    case Kind::Folder:
    case Kind::Profile:
        return always | Qt::ItemIsEditable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
    case Kind::Unsaved:
        return always | Qt::ItemIsEditable;
    case Kind::Broken:
    case Kind::DemoFeed:
    case Kind::Group:
        break;
    }
    return always;
}

Qt::DropActions ConnectionTree::supportedDropActions() const
{
    return Qt::MoveAction;
}

QStringList ConnectionTree::mimeTypes() const
{
    return {mimeType};
}

// Names, not rows: these may be others when it is dropped.
QMimeData *ConnectionTree::mimeData(const QModelIndexList &rows) const
{
    const Chosen chosen = this->chosen(rows);
    QStringList ids;
    for (const Node *node : chosen.rows)
        ids.append(node->id);
    QByteArray bytes;
    QDataStream(&bytes, QIODevice::WriteOnly) << quint64(quintptr(this)) << ids << chosen.folders;
    auto *data = new QMimeData;
    data->setData(mimeType, bytes);
    return data;
}

QModelIndexList ConnectionTree::rowsIn(const QMimeData &data) const
{
    quint64 tree = 0;
    QStringList ids;
    QStringList folders;
    QDataStream stream(data.data(mimeType));
    stream >> tree;
    QModelIndexList rows;
    // Another Weir's, or none: a list that is not ours may claim any size, and Qt makes room for it.
    if (tree != quint64(quintptr(this)))
        return rows;
    stream >> ids >> folders;
    for (const QString &id : ids)
        rows.append(indexOfProfile(id));
    for (const QString &path : folders)
        rows.append(indexOfFolder(path));
    return rows;
}

// On a row: the folder it is in. Nothing: no folder that profiles can name.
std::optional<QString> ConnectionTree::dropFolder(const QModelIndex &parent) const
{
    const Node *node = parent.isValid() ? nodeOf(parent) : m_root.get();
    const Node *folder = node->isFolder() ? node : node->parent;
    return folder->kind == Kind::Folder ? std::optional(pathOf(folder)) : std::nullopt;
}

bool ConnectionTree::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                     const QModelIndex &parent) const
{
    const auto folder = dropFolder(parent);
    return action == Qt::MoveAction && data->hasFormat(mimeType) && folder && canMove(rowsIn(*data), *folder);
}

bool ConnectionTree::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                  const QModelIndex &parent)
{
    return canDropMimeData(data, action, row, column, parent) && move(rowsIn(*data), *dropFolder(parent));
}

} // namespace weir
