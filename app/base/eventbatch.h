// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "event.h"

#include <vector>

namespace weir {

// Events of one connection in order, their bytes in one piece: what a client hands to the log.
// Numbers are local: a client gives `number` to an event it will refer to, and refers by it; the log makes
// both seqs.
class EventBatch final
{
public:
    struct Record
    {
        qint64 time = 0; // UTC, microseconds since 1970
        quint64 number = 0; // local number, 0 where nobody will refer to it
        quint64 ref = 0; // local number until the log has numbered the batch, then a seq
        quint32 end = 0; // where this record's bytes end in bytes(): name, id, payload
        quint32 nameSize = 0;
        quint32 idSize = 0;
        Kind kind = Kind::Note;
        Direction direction = Direction::In;
        quint16 flags = 0;
    };

    // Appends one event; the views may point anywhere but into this batch. The bytes of a batch stay below 4
    // GiB.
    void append(const Record &head, QByteArrayView name, QByteArrayView id, QByteArrayView payload);

    bool isEmpty() const { return m_records.empty(); }
    qsizetype count() const { return qsizetype(m_records.size()); }
    // What it costs in memory, in bytes: the unit of every queue's limit.
    qint64 cost() const { return m_bytes.size() + qint64(m_records.size() * sizeof(Record)); }
    void clear(); // keeps the memory

    // The event at `index`; seq is firstSeq() + index once the log has numbered the batch. Valid until the
    // batch changes.
    EventView at(qsizetype index) const;
    const std::vector<Record> &records() const { return m_records; }
    std::vector<Record> &records() { return m_records; }
    const QByteArray &bytes() const { return m_bytes; }

    quint32 connection() const { return m_connection; }
    void setConnection(quint32 connection) { m_connection = connection; }
    quint64 firstSeq() const { return m_firstSeq; }
    void setFirstSeq(quint64 seq) { m_firstSeq = seq; }
    void swap(EventBatch &other) noexcept;

private:
    std::vector<Record> m_records;
    QByteArray m_bytes;
    quint64 m_firstSeq = 0;
    quint32 m_connection = 0;
};

} // namespace weir
