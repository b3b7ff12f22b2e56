// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "base/eventsink.h"
#include "base/secretmask.h"

#include <functional>
#include <memory>

namespace weir {

class CaptureReader;
class MaskingSink;

// The log's one writer: owns the log thread, numbers what connections hand over, writes it into the capture.
class Recorder final
{
public:
    struct Options
    {
        QString capturePath; // empty: numbers only, nothing is written
        // Bytes that may wait before connections are asked to stop reading; they may go on at half of it.
        qint64 queueLimit = 8 * 1024 * 1024;
        // All are called on the log thread and may block it; then the senders are slowed.
        std::function<void(const EventBatch &)> tap; // every batch once it is numbered and written
        std::function<void()> grown; // after every write
        // DiskFull or another failed write, which is tried again until it succeeds; code None: it goes on.
        std::function<void(const Error &)> trouble;
    };
    // Creates the capture or goes on with the one that is there (its torn tail is moved to FILE.torn, a note
    // says so). PermissionDenied, CaptureInUse (another process records into it), NotACapture, NewerCapture,
    // CaptureDamaged (whole batches stand behind what is none), DiskFull, FileError: then the file is as it
    // was.
    static Expected<std::unique_ptr<Recorder>> start(Options options);
    ~Recorder(); // writes what is queued, syncs, ends the thread
    Q_DISABLE_COPY_MOVE(Recorder)

    // Any thread. `info.id` is given by the recorder; a connection with the same protocol, name and URL keeps
    // its id. What the mask finds stays out of the name, the URL and every row.
    struct Port
    {
        quint32 id = 0;
        std::unique_ptr<EventSink> sink; // must not outlive the recorder
        MaskingSink *masking = nullptr; // the part of it that masks; null: there is nothing to mask, ever
    };
    Port addConnection(ConnectionInfo info, const SecretMask &mask = {});
    // A row of kind note without a connection, at the time of the call. Any thread.
    void note(const QString &text);

    quint64 committed() const; // the last seq that readers may see
    QString capturePath() const;
    // A reader of the same capture, refreshed; null without a capture.
    std::shared_ptr<CaptureReader> reader() const;

private:
    struct Private;
    explicit Recorder(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace weir
