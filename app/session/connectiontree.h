// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/storeentry.h"

#include <QAbstractItemModel>
#include <QCollator>
#include <QHash>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace weir {

class Connection;
class ProfileStore;
class Workbench;

// What can be connected, in folders: stored profiles with their live connections, connections that are not
// kept, files that are broken, and the feeds of the demo. Follows store and workbench row by row; what is
// moved, renamed, copied and removed goes through the store, one step of its undo each.
class ConnectionTree final : public QAbstractItemModel
{
    Q_OBJECT

public:
    // Group: "Demo server" and "Not saved"; not a folder that profiles name.
    enum class Kind { Folder, Group, Profile, Unsaved, Broken, DemoFeed };
    enum Role {
        KindRole = Qt::UserRole, // int: Kind
        ProtocolRole, // int: Protocol
        StatusRole, // LineStatus; invalid: there is no connection
        RateRole, // double: events per second
        UnreadRole, // quint64: events since its tab was in front
        ColourRole, // QString: "#rrggbb" or empty
        UrlRole, // QString, as the profile has it
        NotesRole, // QString
        ReasonRole, // QString: why a file is broken
        FolderRole, // QString: path of the folder a row is in; of a folder: its own
        ProfileRole, // QString: id in the store
        DemoFeedRole, // int: its number in the list that was given, or -1
        SearchRole, // QString: name, folder, URL and notes, case folded
    };
    // Of a row of this tree, or of a model over it.
    static Kind kindOf(const QModelIndex &row) { return Kind(row.data(KindRole).toInt()); }
    static bool isFolder(const QModelIndex &row)
    {
        return kindOf(row) == Kind::Folder || kindOf(row) == Kind::Group;
    }

    struct DemoFeed
    {
        QString name;
        QString target; // path and query
        Protocol protocol = Protocol::Sse;
    };

    ConnectionTree(Workbench &workbench, ProfileStore &store, const QString &demoName,
                   const QList<DemoFeed> &demo, QObject *parent = nullptr);
    ~ConnectionTree() override;
    Q_DISABLE_COPY_MOVE(ConnectionTree)

    Connection *connection(const QModelIndex &index) const; // null: none yet
    QModelIndex indexOf(const Connection *connection) const;
    QModelIndex indexOfProfile(const QString &id) const;
    QModelIndex indexOfFolder(const QString &path) const;
    QStringList folders() const; // in the order of the rows
    // Its tab is in front from now on (null: another's), and nothing it receives is unread.
    void setSeen(const Connection *connection);

    // What the rows stand for, folders with all that is in them, nothing twice.
    QStringList profiles(const QModelIndexList &rows) const;
    QList<Connection *> connections(const QModelIndexList &rows) const;
    bool canHoldProfiles(const QModelIndex &row) const; // the folder that it is, or is in
    bool canMove(const QModelIndexList &rows, const QString &folder) const;
    bool move(const QModelIndexList &rows, const QString &folder);
    QStringList duplicate(const QModelIndexList &rows); // ids of the copies
    void remove(const QModelIndexList &rows); // from the store; connections are the workbench's
    // A folder that nothing names yet, for as long as this lives; its path.
    QString addFolder(const QString &parent);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &rows) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

private:
    struct Node;
    static Node *nodeOf(const QModelIndex &index);
    QModelIndex indexOf(const Node *node) const;
    static QString pathOf(const Node *node); // of the folder that it is, or is in
    bool isBefore(const Node &a, const Node &b) const;
    Node *insert(Node *parent, std::unique_ptr<Node> node);
    void place(Node *node, Node *parent);
    void prune(Node *folder);
    void take(Node *node);
    Node *findFolder(const QString &path) const;
    Node *makeFolder(const QString &path);
    Node *makeGroup(const QString &name, int rank);

    void showEntry(const ProfileEntry &entry);
    void dropEntry(const QString &id);
    void attach(Connection *connection);
    void detach(Connection *connection);
    void follow(Connection *connection);
    Node *homeOf(const Connection *connection) const;
    void showStatus(Node *node, bool beat);
    void beat();

    struct Chosen;
    Chosen chosen(const QModelIndexList &rows) const;
    void collect(const Node *folder, std::vector<const Node *> &rows) const;
    std::vector<const Node *> everything(const QModelIndexList &rows) const;
    struct Move
    {
        QString profile;
        QString folder;
    };
    std::vector<Move> moves(const QModelIndexList &rows, const QString &folder) const;
    QModelIndexList rowsIn(const QMimeData &data) const;
    std::optional<QString> dropFolder(const QModelIndex &parent) const;
    bool renameFolder(Node *node, const QString &name);
    void setFolderName(Node *folder, const QString &name);
    void rebaseEmptyFolders(const QString &from, const QString &to);

    Workbench &m_workbench;
    ProfileStore &m_store;
    QCollator m_order;
    std::unique_ptr<Node> m_root;
    Node *m_demo = nullptr;
    Node *m_unsaved = nullptr; // null: there is none
    QHash<QString, Node *> m_profiles; // by id; broken files too
    QHash<const Connection *, Node *> m_connections;
    QStringList m_emptyFolders; // that addFolder() made
    const Connection *m_seen = nullptr;
    QTimer m_beat;
};

} // namespace weir
