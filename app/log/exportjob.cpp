// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportjob.h"

#include "capturereader.h"
#include "matcher.h"
#include "ndjson.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <chrono>
#include <unordered_map>

namespace weir {

namespace {
constexpr qsizetype bufferSize = 1024 * 1024;
constexpr auto progressInterval = std::chrono::milliseconds(50);

tl::unexpected<Error> fileFailure(const QFileDevice &file, const QString &path)
{
    switch (file.error()) {
    case QFileDevice::ResourceError:
        return failure(ErrorCode::DiskFull, path);
    case QFileDevice::PermissionsError:
        return failure(ErrorCode::PermissionDenied, path);
    default:
        break;
    }
    return failure(ErrorCode::FileError, path + QLatin1String(": ") + file.errorString());
}

// One run of the export: reads batch after batch, gathers lines, hands them on by the megabyte.
class Export final
{
public:
    Export(const CaptureReader &reader, const Query &query, QFileDevice &file, QString path,
           const std::stop_token &stop)
        : m_reader(reader)
        , m_matcher(query)
        , m_file(file)
        , m_path(std::move(path))
        , m_stop(stop)
    {
        m_out.reserve(bufferSize + bufferSize / 4);
        for (const ConnectionInfo &info : reader.connections())
            m_names[info.id] = info.name;
    }

    Expected<quint64> run(const std::function<void(quint64, quint64)> &progress);

private:
    Expected<void> writeBatch(quint64 first, quint64 last);
    Expected<void> flush();
    const QByteArray &connectionName(quint32 id);

    const CaptureReader &m_reader;
    const Matcher m_matcher;
    QFileDevice &m_file;
    const QString m_path;
    const std::stop_token &m_stop;
    QByteArray m_out;
    CaptureReader::Batch m_batch;
    std::unordered_map<quint32, QByteArray> m_names;
    quint64 m_next = 1;
    quint64 m_written = 0;
};

Expected<quint64> Export::run(const std::function<void(quint64, quint64)> &progress)
{
    using Clock = std::chrono::steady_clock;
    const quint64 total = m_reader.count();
    Clock::time_point nextProgress = Clock::now() + progressInterval;
    while (m_next <= total) {
        const CaptureReader::Block block = m_reader.block(m_next);
        const quint64 last = std::min(block.last, total);
        if (last < m_next)
            return failure(ErrorCode::CaptureDamaged, m_reader.path());
        if (m_matcher.ofBlock(block) == Matcher::Verdict::None)
            m_next = last + 1;
        while (m_next <= last) {
            if (m_stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            if (const auto written = writeBatch(m_next, last); !written)
                return tl::unexpected(written.error());
            if (progress && Clock::now() >= nextProgress) {
                progress(m_next - 1, total);
                nextProgress = Clock::now() + progressInterval;
            }
        }
    }
    if (const auto flushed = flush(); !flushed)
        return tl::unexpected(flushed.error());
    if (progress)
        progress(total, total);
    return m_written;
}

Expected<void> Export::writeBatch(quint64 first, quint64 last)
{
    if (const auto read = m_reader.readBatch(first, CaptureReader::Both, m_batch); !read)
        return read;
    last = std::min(last, m_batch.lastSeq);
    for (quint64 seq = first; seq <= last; ++seq) {
        const EventView event = m_batch.at(size_t(seq - m_batch.firstSeq));
        if (!m_matcher.matches(event))
            continue;
        appendNdjson(m_out, event, connectionName(event.connection));
        ++m_written;
        if (m_out.size() >= bufferSize) {
            // One batch can be many megabytes of text.
            if (m_stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            if (const auto flushed = flush(); !flushed)
                return flushed;
        }
    }
    m_next = last + 1;
    return {};
}

Expected<void> Export::flush()
{
    // The last room on a disk makes a short write, and only the next one an error.
    for (qsizetype done = 0; done < m_out.size();) {
        const qint64 put = m_file.write(m_out.constData() + done, m_out.size() - done);
        if (put <= 0)
            return fileFailure(m_file, m_path);
        done += put;
    }
    if (!m_file.flush()) // stdout has a buffer of its own
        return fileFailure(m_file, m_path);
    m_out.resize(0);
    return {};
}

const QByteArray &Export::connectionName(quint32 id)
{
    const auto known = m_names.find(id);
    if (known != m_names.end())
        return known->second;
    return m_names[id] = m_reader.connection(id).name;
}
}

Expected<quint64> exportNdjson(const CaptureReader &reader, const Query &query, const QString &path,
                               const std::stop_token &stop,
                               const std::function<void(quint64, quint64)> &progress)
{
    const QFileInfo info(path);
    const bool toStdout = path.isEmpty() || path == QLatin1String("-");
    // A pipe or a device is written to: QSaveFile would put a file in its place.
    if (toStdout || (info.exists() && !info.isFile() && !info.isDir())) {
        const QString name = toStdout ? QStringLiteral("stdout") : path;
        QFile file(path);
        constexpr auto mode = QIODevice::WriteOnly | QIODevice::Unbuffered;
        if (!(toStdout ? file.open(stdout, mode) : file.open(mode)))
            return fileFailure(file, name);
        return Export(reader, query, file, name, stop).run(progress);
    }
    // To write over the capture that is read would end both.
    if (info.exists() && info.canonicalFilePath() == QFileInfo(reader.path()).canonicalFilePath())
        return failure(ErrorCode::Usage,
                       QCoreApplication::translate("Error", "The capture cannot be exported onto itself."));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return fileFailure(file, path);
    const auto written = Export(reader, query, file, path, stop).run(progress);
    if (!written)
        return written; // the QSaveFile goes without a commit: what was there stays
    if (!file.commit())
        return fileFailure(file, path);
    return written;
}

} // namespace weir
