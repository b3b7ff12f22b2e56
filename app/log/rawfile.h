// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <sys/uio.h>

#include <span>

namespace weir {

// An open file by its descriptor, read and written at offsets. Reading may happen on any thread.
class RawFile final
{
public:
    RawFile() = default;
    ~RawFile();
    RawFile(RawFile &&other) noexcept;
    RawFile &operator=(RawFile &&other) noexcept;
    RawFile(const RawFile &) = delete;
    RawFile &operator=(const RawFile &) = delete;

    // A regular file; anything else is not a capture.
    static Expected<RawFile> openForReading(const QString &path);
    // Created with mode 0600 where it is missing, and locked against other writers.
    static Expected<RawFile> openForWriting(const QString &path);
    // A file that must not exist yet.
    static Expected<RawFile> create(const QString &path);

    const QString &path() const { return m_path; }
    Expected<quint64> size() const;
    // All of it, or an error: CaptureChanged where the file ends before.
    Expected<void> read(quint64 offset, void *data, size_t size) const;
    // The same into one piece after the other, which are spent.
    Expected<void> read(quint64 offset, std::span<iovec> pieces) const;
    // Returns what could be written; errors of a full disk are DiskFull.
    Expected<size_t> write(quint64 offset, std::span<const iovec> pieces) const;
    Expected<void> writeAll(quint64 offset, const void *data, size_t size) const;
    Expected<void> truncate(quint64 size) const;
    Expected<void> sync() const; // its data; safe beside a writer

private:
    RawFile(int fd, const QString &path)
        : m_fd(fd)
        , m_path(path)
    {
    }
    static Expected<RawFile> open(const QString &path, int flags);

    int m_fd = -1;
    QString m_path;
};

} // namespace weir
