// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storefile.h"

#include <QSet>
#include <QStringList>

#include <functional>
#include <map>

namespace weir {

// A folder of profiles as files: finds what is new in it and writes what it is told. Reads and writes on the
// thread that calls.
class ProfileFolder final
{
public:
    using WillRead = std::function<void(const QStringList &paths)>;

    explicit ProfileFolder(const QString &path);
    Q_DISABLE_COPY_MOVE(ProfileFolder)

    const QString &path() const { return m_path; }
    // Creates it where it is missing.
    Expected<void> create() const;
    // What is other than the last time. `willRead` gets the paths that matter before they are read, so that
    // a watch that it sets misses nothing.
    Expected<QList<FileState>> scan(const WillRead &willRead);
    FileOutcome apply(const FileRequest &request);

private:
    struct Stamp
    {
        qint64 size = -1;
        qint64 modified = 0;
        qint64 changed = 0;

        bool operator==(const Stamp &) const = default;
    };
    struct Seen
    {
        Stamp stamp;
        bool isSure = false; // a file with this stamp has this content
        FileContent content;
        std::optional<ProfileFault> fault;
    };

    QString folderOf(StoreKind kind) const;
    QString pathOf(const FileKey &key) const;
    Expected<void> list(StoreKind kind, QSet<QString> &ids) const;
    Stamp stampOf(const FileKey &key) const;
    std::optional<FileState> changeOf(const FileKey &key);
    FileState read(const FileKey &key);
    bool isChanged(const FileRequest &request, const FileEdit &edit, const FileState &now) const;
    Expected<void> put(const FileKey &key, const FileContent &content);
    Expected<void> putAll(const QList<FileEdit> &edits);

    const QString m_path;
    std::map<FileKey, Seen> m_seen;
    std::map<FileKey, FileContent> m_own; // what we wrote last, until others write
};

} // namespace weir
