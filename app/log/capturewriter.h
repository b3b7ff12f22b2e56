// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "captureindex.h"

#include "base/eventbatch.h"

#include <memory>

namespace weir {

// The one writer of a capture file: gathers events in a block, writes it, adds index blocks. One thread, save
// for sync().
class CaptureWriter final
{
public:
    // Creates the file or goes on with the one that is there.
    static Expected<std::unique_ptr<CaptureWriter>> open(const QString &path);
    Q_DISABLE_COPY_MOVE(CaptureWriter)

    quint64 lastSeq() const { return m_lastSeq; } // of what was added, written or not
    const std::vector<ConnectionInfo> &connections() const { return m_known; } // at open()
    // Where a torn tail was moved to, and its bytes; empty: there was none.
    const QString &tornPath() const { return m_tornPath; }
    quint64 tornBytes() const { return m_tornBytes; }

    // Written with the next commit(), before its events.
    void define(const ConnectionInfo &info);
    // Adds the events from index `from` on until the block is full; returns the index of the first that did
    // not fit. Not between a failed commit() and its repetition.
    qsizetype add(const EventBatch &batch, qsizetype from);
    // Writes what was added. After an error it may be called again and goes on where it stopped.
    Expected<void> commit();
    Expected<void> sync() const; // any thread

private:
    explicit CaptureWriter(RawFile file);
    Expected<void> create();
    Expected<void> resume();
    Expected<void> moveTornTail(quint64 end, quint64 size);
    Expected<void> copyTail(const QString &path, quint64 end, quint64 size) const;
    bool fits(qint64 time, size_t bytes) const;
    void seal();
    QByteArray indexBlock(quint64 offset);
    void clear();

    RawFile m_file;
    quint64 m_salt = 0;
    quint64 m_end = 0; // behind the last whole block
    quint64 m_lastIndex = 0;
    quint64 m_indexedEnd = 0;
    quint64 m_lastSeq = 0;
    quint64 m_indexedSeq = 0;
    std::vector<ConnectionInfo> m_known;
    QString m_tornPath;
    quint64 m_tornBytes = 0;

    // Since the last index block
    std::vector<capture::Entry> m_entries;
    CaptureCounts m_counts;
    QByteArray m_definitions;
    quint32 m_definitionCount = 0;

    // The block that is being gathered
    std::vector<capture::Record> m_records; // times: the lower half, until it is sealed
    QByteArray m_bytes;
    qint64 m_minTime = 0;
    qint64 m_maxTime = 0;
    quint64 m_kinds = 0;
    QByteArray m_newDefinitions;
    quint32 m_newDefinitionCount = 0;

    // What commit() is writing: connections, header, records, bytes, footer, index
    bool m_isSealed = false;
    quint64 m_written = 0;
    quint64 m_total = 0;
    QByteArray m_before;
    capture::BlockHeader m_header;
    capture::Footer m_footer;
    QByteArray m_after;
};

} // namespace weir
