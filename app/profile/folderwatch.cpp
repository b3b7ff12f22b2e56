// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "folderwatch.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <chrono>
#include <utility>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace weir {

namespace {
using namespace std::chrono_literals;

// Another number for another folder of the same name; 0 where there is none.
quint64 identityOf(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0 || !S_ISDIR(status.st_mode))
        return 0;
    return quint64(status.st_ino) ^ (quint64(status.st_dev) << 40) ^ (quint64(1) << 63);
#else
    return QFileInfo(path).isDir() ? 1 : 0;
#endif
}

QString nearestAbove(const QString &path)
{
    QString above = QFileInfo(path).path();
    while (!QFileInfo::exists(above) && QFileInfo(above).path() != above)
        above = QFileInfo(above).path();
    return above;
}
}

FolderWatch::FolderWatch(const QString &folder, std::function<void()> changed)
    : m_folder(folder)
    , m_changed(std::move(changed))
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(50ms);
    m_latest.setSingleShot(true);
    m_latest.setInterval(500ms);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::folderChanged);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FolderWatch::soon);
    connect(&m_quiet, &QTimer::timeout, this, &FolderWatch::tell);
    connect(&m_latest, &QTimer::timeout, this, &FolderWatch::tell);
}

void FolderWatch::watch(const QStringList &paths)
{
    // A watch belongs to what had the name when it was set.
    const quint64 identity = identityOf(m_folder);
    const QStringList before = m_watcher.files() + m_watcher.directories();
    const bool isAnother = std::exchange(m_identity, identity) != identity;
    m_above = nearestAbove(m_folder);
    m_isBlind = paths.size() <= 1; // nothing in it, or nothing that we may see
    const QStringList wanted = paths + QStringList{m_above};
    const QSet<QString> old(before.begin(), before.end());
    const QSet<QString> now(wanted.begin(), wanted.end());
    const QStringList gone = (isAnother ? old : old - now).values();
    const QStringList added = (isAnother ? now : now - old).values();
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    if (!added.isEmpty())
        m_watcher.addPaths(added);
    // it came, went or was replaced before the watch was set
    if (paths.isEmpty() == (identity != 0) || identityOf(m_folder) != identity)
        soon();
}

void FolderWatch::folderChanged(const QString &path)
{
    if (path != m_above || m_isBlind || identityOf(m_folder) != m_identity)
        soon();
}

void FolderWatch::soon()
{
    m_quiet.start();
    if (!m_latest.isActive())
        m_latest.start();
}

void FolderWatch::tell()
{
    m_quiet.stop();
    m_latest.stop();
    m_changed();
}

} // namespace weir
