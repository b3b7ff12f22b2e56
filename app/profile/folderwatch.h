// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <functional>

namespace weir {

// Tells, once the folder has been quiet for a moment, that something has changed in it, or that it has gone
// or come back. Lives on the thread that made it.
class FolderWatch final : public QObject
{
    Q_OBJECT

public:
    FolderWatch(const QString &folder, std::function<void()> changed);
    Q_DISABLE_COPY_MOVE(FolderWatch)

    // From now on, instead of what was watched: the folder first. Empty where it is not there.
    void watch(const QStringList &paths);

private:
    void folderChanged(const QString &path);
    void soon();
    void tell();

    const QString m_folder;
    const std::function<void()> m_changed;
    QFileSystemWatcher m_watcher;
    QString m_above; // the nearest folder above that is there: how we learn that ours is moved
    quint64 m_identity = 0; // of what is watched
    bool m_isBlind = true;
    QTimer m_quiet;
    QTimer m_latest;
};

} // namespace weir
