// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessionlog.h"

#include "bell.h"
#include "captures.h"
#include "capturewatch.h"

#include "log/capturereader.h"
#include "log/recorder.h"

#include "base/clock.h"

namespace weir {

namespace {
// What the log thread looks after once there is a file.
struct LogThreadParts
{
    std::mutex mutex;
    std::shared_ptr<CaptureReader> reader;
    std::unique_ptr<CaptureWatch> watch;
    bool isBad = false;
    bool isFull = false;
};

void look(LogThreadParts &parts, Bell &bell)
{
    const std::lock_guard lock(parts.mutex);
    if (!parts.reader)
        return;
    if (const auto changed = parts.watch->look(nowMicroseconds()))
        bell.trouble(*changed);
    const auto refreshed = parts.reader->refresh();
    if (const bool wasBad = std::exchange(parts.isBad, !refreshed); parts.isBad && !wasBad)
        bell.trouble(refreshed.error());
    if (!parts.isFull && parts.watch->isFull(parts.reader->fileSize())) {
        parts.isFull = true;
        bell.captureIsFull();
    }
}
}

SessionLog::SessionLog() = default;
SessionLog::~SessionLog() = default;
SessionLog::SessionLog(SessionLog &&other) noexcept = default;
SessionLog &SessionLog::operator=(SessionLog &&other) noexcept = default;

Expected<SessionLog> SessionLog::open(Bell &bell, const QString &path)
{
    return record(bell, path, 0);
}

Expected<SessionLog> SessionLog::openAutomatic(Bell &bell, qint64 budget)
{
    const auto folder = captureFolder();
    if (!folder)
        return tl::unexpected(folder.error());
    const QString path = newCapturePath(*folder, QDateTime::currentDateTime());
    pruneCaptures(*folder, budget, path);
    return record(bell, path, budget);
}

Expected<SessionLog> SessionLog::record(Bell &bell, const QString &path, qint64 budget)
{
    const auto parts = std::make_shared<LogThreadParts>();
    Recorder::Options options;
    options.capturePath = path;
    options.grown = [parts, to = &bell] {
        look(*parts, *to);
        to->ring();
    };
    options.trouble = [to = &bell](const Error &error) { to->trouble(error); };
    SessionLog log;
    auto recorder = Recorder::start(std::move(options));
    if (!recorder)
        return tl::unexpected(recorder.error());
    log.recorder = std::move(*recorder);
    log.reader = log.recorder->reader();
    if (!log.reader)
        return failure(ErrorCode::FileError, path);
    const std::lock_guard lock(parts->mutex);
    parts->reader = log.reader;
    parts->watch = std::make_unique<CaptureWatch>(path, budget);
    (void)log.reader->refresh(); // what was written in between; the next write would tell of an error
    return log;
}

} // namespace weir
