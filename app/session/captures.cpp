// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "captures.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace weir {

namespace {
#ifdef Q_OS_UNIX
// False also where a Weir records it: the lock is held while the file goes, so none begins in between.
bool removeUnlessRecorded(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return false;
    const bool removed = ::flock(fd, LOCK_EX | LOCK_NB) == 0 && QFile::remove(path);
    ::close(fd);
    return removed;
}
#else
bool removeUnlessRecorded(const QString &path)
{
    return QFile::remove(path); // an open file cannot be removed there
}
#endif
}

Expected<QDir> captureFolder()
{
    const QString path =
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QLatin1String("/captures");
    if (!QDir().mkpath(path))
        return failure(ErrorCode::PermissionDenied, path);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return QDir(path);
}

QString newCapturePath(const QDir &folder, const QDateTime &now)
{
    const QString stem = QLatin1String("session-") + now.toString(QStringLiteral("yyyy-MM-ddTHHmmss"));
    QString path = folder.filePath(stem + QLatin1String(".weir"));
    for (int i = 2; QFile::exists(path); ++i)
        path = folder.filePath(QStringLiteral("%1-%2.weir").arg(stem).arg(i));
    return path;
}

int pruneCaptures(const QDir &folder, qint64 budget, const QString &openPath)
{
    // a session's torn tail goes with it
    const QFileInfoList files = folder.entryInfoList(
        {QStringLiteral("session-*.weir")}, QDir::Files | QDir::NoSymLinks, QDir::Time | QDir::Reversed);
    qint64 size = 0;
    for (const QFileInfo &file : files)
        size += file.size();
    int removed = 0;
    const QString open = QFileInfo(openPath).absoluteFilePath();
    for (const QFileInfo &file : files) {
        if (size <= budget)
            break;
        const QString path = file.absoluteFilePath();
        if (path == open || !removeUnlessRecorded(path))
            continue;
        QFile::remove(path + QLatin1String(".torn"));
        size -= file.size();
        ++removed;
    }
    return removed;
}

} // namespace weir
