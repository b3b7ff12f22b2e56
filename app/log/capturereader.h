// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "captureformat.h"

#include "base/error.h"
#include "base/event.h"

#include <memory>
#include <vector>

namespace weir {

// Reads a capture file, also one that is being written. Never writes, never maps: a file that somebody
// truncates is an error, not a crash. All const functions may be called from any number of threads at once.
class CaptureReader final
{
public:
    // Up to the last whole batch, whatever follows. FileNotFound, PermissionDenied, NotACapture (too short
    // for one, too), NewerCapture, CaptureDamaged (its header), FileError.
    static Expected<std::shared_ptr<CaptureReader>> open(const QString &path);
    ~CaptureReader();
    Q_DISABLE_COPY_MOVE(CaptureReader)

    // Sees what was appended since; CaptureChanged where the file has become shorter. Called by one thread at
    // a time.
    Expected<void> refresh();

    quint64 count() const; // events seen: the last seq
    qint64 fileSize() const; // bytes of header and whole batches seen
    qint64 tornBytes() const; // bytes after the last whole batch
    QString path() const;
    std::vector<ConnectionInfo> connections() const;
    ConnectionInfo connection(quint32 id) const; // an empty name where unknown

    // The functions below that read the file fail with CaptureDamaged, CaptureChanged or FileError.

    // One event, wherever it stands, in the same time; `seq` is 1..count().
    Expected<Event> event(quint64 seq) const;

    // A batch as it stands in the file; used again by the caller so that nothing is allocated per batch.
    struct Batch
    {
        quint64 firstSeq = 0;
        quint64 lastSeq = 0;
        qint64 baseTime = 0;
        std::vector<capture::Record> records; // one per event, or none where only the bytes were asked for
        QByteArray bytes; // empty where only the records were asked for

        // Of the event at `index` of the records.
        quint32 begin(size_t index) const { return index == 0 ? 0 : records[index - 1].end; } // in `bytes`
        quint32 payloadBegin(size_t index) const;
        qint64 time(size_t index) const { return qint64(quint64(baseTime) + records[index].time); }
        QByteArrayView name(size_t index) const;
        EventView at(size_t index) const; // without bytes: name, id and payload are empty

        // Of small batches many are read at once; the next ones are here already.
        QByteArray ahead;
        quint64 aheadOffset = 0;
    };
    enum Parts { Records = 1, Bytes = 2, Both = 3 };
    // The batch that holds `seq` (1..count()).
    Expected<void> readBatch(quint64 seq, Parts parts, Batch &batch) const;
    // The records of a batch of which the bytes were read, and now seem worth it.
    Expected<void> addRecords(Batch &batch) const;

    // What an index block knows about the events first..last without reading them.
    struct Block
    {
        quint64 first = 0;
        quint64 last = 0;
        qint64 minTime = 0; // microseconds since 1970, as everywhere here
        qint64 maxTime = 0;
        quint64 kinds = 0; // kindBit()s that occur
        struct Count
        {
            quint32 connection = 0;
            Kind kind = Kind::Note;
            quint32 events = 0;
        };
        std::vector<Count> counts; // per connection and kind
    };
    // The block that holds `seq` (1..count()); the tail that has no index block yet counts as one.
    Block block(quint64 seq) const;

private:
    struct Private; // the index is shared with jobs and never with callers
    explicit CaptureReader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace weir
