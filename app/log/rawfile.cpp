// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawfile.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace weir {

namespace {
tl::unexpected<Error> systemFailure(int number, const QString &path)
{
    switch (number) {
    case ENOENT:
        return failure(ErrorCode::FileNotFound, path);
    case EACCES:
    case EPERM:
    case EROFS:
        return failure(ErrorCode::PermissionDenied, path);
    case ENOSPC:
    case EFBIG:
    case EDQUOT:
        return failure(ErrorCode::DiskFull, path);
    default:
        break;
    }
    return failure(ErrorCode::FileError, path + QLatin1String(": ") + qt_error_string(number));
}
}

RawFile::~RawFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

RawFile::RawFile(RawFile &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
    , m_path(std::move(other.m_path))
{
}

RawFile &RawFile::operator=(RawFile &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    std::swap(m_path, other.m_path);
    return *this;
}

Expected<RawFile> RawFile::open(const QString &path, int flags)
{
    // O_NONBLOCK: opening a FIFO must not wait for its other end.
    const int fd = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NONBLOCK, 0600);
    if (fd < 0)
        return systemFailure(errno, path);
    RawFile file(fd, path);
    struct stat status = {};
    if (::fstat(fd, &status) != 0)
        return systemFailure(errno, path);
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::NotACapture, path);
    return file;
}

Expected<RawFile> RawFile::openForReading(const QString &path)
{
    return open(path, O_RDONLY);
}

Expected<RawFile> RawFile::openForWriting(const QString &path)
{
    auto file = open(path, O_RDWR | O_CREAT);
    if (file && ::flock(file->m_fd, LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? failure(ErrorCode::CaptureInUse, path) : systemFailure(errno, path);
    return file;
}

Expected<RawFile> RawFile::create(const QString &path)
{
    return open(path, O_WRONLY | O_CREAT | O_EXCL);
}

Expected<quint64> RawFile::size() const
{
    struct stat status = {};
    if (::fstat(m_fd, &status) != 0)
        return systemFailure(errno, m_path);
    return quint64(status.st_size);
}

Expected<void> RawFile::read(quint64 offset, void *data, size_t size) const
{
    iovec piece{data, size};
    return read(offset, {&piece, 1});
}

Expected<void> RawFile::read(quint64 offset, std::span<iovec> pieces) const
{
    while (!pieces.empty()) {
        if (pieces.front().iov_len == 0) {
            pieces = pieces.subspan(1);
            continue;
        }
        const ssize_t got = ::preadv(m_fd, pieces.data(), int(pieces.size()), off_t(offset));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemFailure(errno, m_path);
        if (got == 0)
            return failure(ErrorCode::CaptureChanged, m_path);
        offset += quint64(got);
        size_t left = size_t(got);
        for (iovec &piece : pieces) {
            const size_t part = std::min(left, piece.iov_len);
            piece.iov_base = static_cast<char *>(piece.iov_base) + part;
            piece.iov_len -= part;
            left -= part;
        }
    }
    return {};
}

Expected<size_t> RawFile::write(quint64 offset, std::span<const iovec> pieces) const
{
    for (;;) {
        const ssize_t put = ::pwritev(m_fd, pieces.data(), int(pieces.size()), off_t(offset));
        if (put >= 0)
            return size_t(put);
        if (errno != EINTR)
            return systemFailure(errno, m_path);
    }
}

Expected<void> RawFile::writeAll(quint64 offset, const void *data, size_t size) const
{
    const char *from = static_cast<const char *>(data);
    while (size > 0) {
        const iovec piece{const_cast<char *>(from), size};
        const auto put = write(offset, {&piece, 1});
        if (!put)
            return tl::unexpected(put.error());
        from += *put;
        offset += *put;
        size -= *put;
    }
    return {};
}

Expected<void> RawFile::truncate(quint64 size) const
{
    if (::ftruncate(m_fd, off_t(size)) != 0)
        return systemFailure(errno, m_path);
    return {};
}

Expected<void> RawFile::sync() const
{
    if (::fdatasync(m_fd) != 0)
        return systemFailure(errno, m_path);
    return {};
}

} // namespace weir
