// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capturewatch.h"

#include "captures.h"

#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace weir {

namespace {
constexpr qint64 watchInterval = 1000000;

#ifdef Q_OS_UNIX
quint64 identity(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? quint64(status.st_ino) : 0;
}
#else
quint64 identity(const QString &path)
{
    return QFile::exists(path); // an open file cannot be replaced there
}
#endif
}

CaptureWatch::CaptureWatch(QString path, qint64 budget)
    : m_path(std::move(path))
    , m_budget(budget)
    , m_file(identity(m_path))
{
}

std::optional<Error> CaptureWatch::look(qint64 now)
{
    if (now < m_next)
        return std::nullopt;
    m_next = now + watchInterval;
    if (m_budget > 0)
        pruneCaptures(QFileInfo(m_path).dir(), m_budget, m_path);
    const Error found = state();
    if (found == m_last)
        return std::nullopt;
    return m_last = found;
}

Error CaptureWatch::state() const
{
    if (identity(m_path) != m_file)
        return {ErrorCode::CaptureRemoved, m_path};
    return {};
}

} // namespace weir
