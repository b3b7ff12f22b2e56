// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <memory>

namespace weir {

class Bell;
class CaptureReader;
class Recorder;

// The log of a session: the capture that is recorded, and a reader of it that the log thread brings up to
// date, so that the GUI thread never waits for the disk.
struct SessionLog
{
    SessionLog();
    ~SessionLog(); // writes what is queued
    SessionLog(SessionLog &&other) noexcept;
    SessionLog &operator=(SessionLog &&other) noexcept;

    // The bell outlives the log.
    static Expected<SessionLog> open(Bell &bell, const QString &path);
    // A new capture in the folder of automatic ones, which share that many bytes.
    static Expected<SessionLog> openAutomatic(Bell &bell, qint64 budget);

    std::unique_ptr<Recorder> recorder;
    std::shared_ptr<CaptureReader> reader;

private:
    static Expected<SessionLog> record(Bell &bell, const QString &path, qint64 budget);
};

} // namespace weir
