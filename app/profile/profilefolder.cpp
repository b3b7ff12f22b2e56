// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profilefolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>

namespace weir {

namespace {
using Reason = ProfileFault::Reason;
constexpr QLatin1String suffix(".json");
constexpr qint64 clockGrain = 2000; // milliseconds: the coarsest time stamps that file systems have

tl::unexpected<Error> systemFailure(int number, const QString &path)
{
    switch (number) {
    case EACCES:
    case EPERM:
    case EROFS:
        return failure(ErrorCode::PermissionDenied, path);
    case ENOSPC:
    case EFBIG:
#ifdef EDQUOT
    case EDQUOT:
#endif
        return failure(ErrorCode::DiskFull, path);
    default:
        return failure(ErrorCode::FileError, path + QLatin1String(": ") + qt_error_string(number));
    }
}

std::filesystem::path systemPath(const QString &path)
{
#ifdef Q_OS_WIN
    return path.toStdWString();
#else
    return QFile::encodeName(path).toStdString();
#endif
}

// All that is there, hidden files apart. Unlike QDir it tells an empty folder from one that cannot be read.
Expected<QStringList> namesIn(const QString &folder)
{
    std::error_code error;
    QStringList names;
    std::filesystem::directory_iterator at(systemPath(folder), error);
    for (; !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
        const std::u8string name = at->path().filename().u8string();
        names.append(QString::fromUtf8(reinterpret_cast<const char *>(name.data()), qsizetype(name.size())));
    }
    if (error)
        return systemFailure(error.value(), folder);
    return names;
}

Expected<void> folderState(const QString &folder)
{
    std::error_code error;
    const auto status = std::filesystem::status(systemPath(folder), error);
    if (status.type() == std::filesystem::file_type::not_found)
        return failure(ErrorCode::ProfileFolderMissing, folder);
    if (error)
        return systemFailure(error.value(), folder);
    if (status.type() != std::filesystem::file_type::directory)
        return failure(ErrorCode::ProfileFolderMissing, folder);
    return {};
}

FileState faulty(const FileKey &key, Reason reason, const QString &detail = {})
{
    return {.key = key, .content = {}, .meaning = ProfileFault{reason, 0, detail}};
}

FileState readFile(const FileKey &key, const QString &path)
{
    using std::filesystem::file_type;
    std::error_code error;
    const file_type type = std::filesystem::status(systemPath(path), error).type();
    const bool isLink = std::filesystem::is_symlink(systemPath(path), error);
    if (type == file_type::not_found && !isLink)
        return {.key = key};
    if (type != file_type::regular && type != file_type::not_found && type != file_type::none)
        return faulty(key, Reason::NotAFile);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return faulty(key, Reason::NotRead, file.errorString());
    QByteArray content = "";
    std::array<char, 16 * 1024> piece;
    qint64 got = 0;
    while (content.size() <= maximumProfileSize && (got = file.read(piece.data(), piece.size())) > 0)
        content.append(piece.data(), got);
    if (got < 0)
        return faulty(key, Reason::NotRead, file.errorString());
    if (content.size() > maximumProfileSize)
        return faulty(key, Reason::TooLarge);
    return understood(key, content);
}

std::optional<ProfileFault> faultOf(const FileState &state)
{
    const ProfileFault *fault = std::get_if<ProfileFault>(&state.meaning);
    return fault ? std::optional(*fault) : std::nullopt;
}
}

ProfileFolder::ProfileFolder(const QString &path)
    : m_path(QDir::cleanPath(QDir(path).absolutePath()))
{
}

Expected<void> ProfileFolder::create() const
{
    errno = 0;
    if (!QDir().mkpath(m_path))
        return systemFailure(errno, m_path);
    return {};
}

Expected<QList<FileState>> ProfileFolder::scan(const WillRead &willRead)
{
    if (const auto state = folderState(m_path); !state)
        return tl::unexpected(state.error());
    QStringList paths{m_path};
    std::map<StoreKind, QSet<QString>> there;
    for (const StoreKind kind : {StoreKind::Profile, StoreKind::Environment}) {
        if (const auto listed = list(kind, there[kind]); !listed)
            return tl::unexpected(listed.error());
        if (kind == StoreKind::Environment && QFileInfo(folderOf(kind)).isDir())
            paths.append(folderOf(kind));
        for (const QString &id : std::as_const(there[kind]))
            paths.append(pathOf({kind, id}));
    }
    willRead(paths);

    QList<FileState> changes;
    for (const auto &[kind, ids] : there) {
        for (const QString &id : ids) {
            if (auto change = changeOf({kind, id}))
                changes.append(std::move(*change));
        }
    }
    for (auto it = m_seen.begin(); it != m_seen.end();) {
        const FileKey key = it->first;
        if (there[key.kind].contains(key.id)) {
            ++it;
            continue;
        }
        changes.append({.key = key});
        it = m_seen.erase(it);
    }
    for (const FileState &change : changes)
        m_own.erase(change.key);
    return changes;
}

FileOutcome ProfileFolder::apply(const FileRequest &request)
{
    FileOutcome outcome{.number = request.number};
    if (const auto state = folderState(m_path); !state) {
        outcome.error = state.error();
        return outcome;
    }
    QList<FileEdit> edits;
    for (FileEdit edit : request.edits) {
        const FileState now = read(edit.key);
        const bool isFile = !now.exists() || now.content;
        if (!isFile)
            outcome.error = Error{ErrorCode::ProfileNotAFile, pathOf(edit.key)};
        if (!isFile || isChanged(request, edit, now)) {
            outcome.conflicts.append(now);
            m_own.erase(edit.key);
        } else {
            edit.before = now.content;
            edits.append(edit);
        }
    }
    if (request.rule == FileRequest::Rule::AllOrNothing) {
        if (edits.size() < request.edits.size())
            return outcome;
        if (const auto put = putAll(edits); put)
            outcome.done = edits;
        else
            outcome.error = put.error();
        return outcome;
    }
    for (const FileEdit &edit : edits) {
        if (const auto written = put(edit.key, edit.after); written)
            outcome.done.append(edit);
        else if (!outcome.error)
            outcome.error = written.error();
    }
    return outcome;
}

QString ProfileFolder::folderOf(StoreKind kind) const
{
    return kind == StoreKind::Profile ? m_path : QString(m_path + QLatin1String("/environments"));
}

QString ProfileFolder::pathOf(const FileKey &key) const
{
    return folderOf(key.kind) + QLatin1Char('/') + key.id + suffix;
}

Expected<void> ProfileFolder::list(StoreKind kind, QSet<QString> &ids) const
{
    if (kind == StoreKind::Environment && !QFileInfo::exists(folderOf(kind)))
        return {};
    const auto names = namesIn(folderOf(kind));
    if (!names)
        return tl::unexpected(names.error());
    for (const QString &name : *names) {
        if (name.endsWith(suffix) && !name.startsWith(QLatin1Char('.')))
            ids.insert(name.chopped(suffix.size()));
    }
    return {};
}

ProfileFolder::Stamp ProfileFolder::stampOf(const FileKey &key) const
{
    const QFileInfo info(pathOf(key));
    return {info.size(), info.lastModified().toMSecsSinceEpoch(),
            info.metadataChangeTime().toMSecsSinceEpoch()};
}

std::optional<FileState> ProfileFolder::changeOf(const FileKey &key)
{
    const auto seen = m_seen.find(key);
    const bool isNew = seen == m_seen.end();
    if (!isNew && seen->second.isSure && seen->second.stamp == stampOf(key))
        return {};
    const Seen before = isNew ? Seen() : seen->second;
    FileState now = read(key);
    const bool isSame =
        now.exists() ? !isNew && now.content == before.content && faultOf(now) == before.fault : isNew;
    return isSame ? std::nullopt : std::optional(std::move(now));
}

// Remembers what it finds.
FileState ProfileFolder::read(const FileKey &key)
{
    const QString path = pathOf(key);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const Stamp stamp = stampOf(key);
    const FileState state = readFile(key, path);
    if (!state.exists()) {
        m_seen.erase(key);
        return state;
    }
    // a change within a tick of the clock may leave the stamp as it is
    const bool isSure = std::max(stamp.modified, stamp.changed) + clockGrain < now;
    m_seen[key] = {stamp, isSure, state.content, faultOf(state)};
    return state;
}

bool ProfileFolder::isChanged(const FileRequest &request, const FileEdit &edit, const FileState &now) const
{
    if (request.rule == FileRequest::Rule::Overwrite || now.content == edit.before)
        return false;
    const auto own = m_own.find(edit.key);
    return request.rule == FileRequest::Rule::AllOrNothing || own == m_own.end()
        || own->second != now.content;
}

Expected<void> ProfileFolder::put(const FileKey &key, const FileContent &content)
{
    const QString path = pathOf(key);
    errno = 0;
    if (!content) {
        if (QFileInfo::exists(path) && !QFile::remove(path))
            return systemFailure(errno, path);
        m_seen.erase(key);
    } else {
        if (key.kind == StoreKind::Environment && !QDir().mkpath(folderOf(key.kind)))
            return systemFailure(errno, path);
        QSaveFile file(path);
        // flushed here: commit() does not report what fails only then
        if (!file.open(QIODevice::WriteOnly) || file.write(*content) != content->size() || !file.flush()
            || !file.commit())
            return errno != 0
                ? systemFailure(errno, path)
                : failure(ErrorCode::FileError, QString(path + QLatin1String(": ") + file.errorString()));
        read(key);
    }
    m_own[key] = content;
    return {};
}

Expected<void> ProfileFolder::putAll(const QList<FileEdit> &edits)
{
    for (qsizetype i = 0; i < edits.size(); ++i) {
        if (const auto written = put(edits[i].key, edits[i].after); !written) {
            for (const FileEdit &edit : edits.first(i))
                (void)put(edit.key, edit.before);
            return written;
        }
    }
    return {};
}

} // namespace weir
