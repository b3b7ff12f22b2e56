// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventbatch.h"

#include <cstring>

namespace weir {

void EventBatch::append(const Record &head, QByteArrayView name, QByteArrayView id, QByteArrayView payload)
{
    const qsizetype begin = m_bytes.size();
    m_bytes.resize(begin + name.size() + id.size() + payload.size());
    char *out = m_bytes.data() + begin;
    for (const QByteArrayView part : {name, id, payload}) {
        if (!part.isEmpty())
            std::memcpy(out, part.data(), size_t(part.size()));
        out += part.size();
    }
    Record &record = m_records.emplace_back(head);
    record.nameSize = quint32(name.size());
    record.idSize = quint32(id.size());
    record.end = quint32(m_bytes.size());
}

void EventBatch::clear()
{
    m_records.clear();
    m_bytes.resize(0);
    m_firstSeq = 0;
}

EventView EventBatch::at(qsizetype index) const
{
    const Record &record = m_records[size_t(index)];
    const quint32 begin = index == 0 ? 0 : m_records[size_t(index) - 1].end;
    const QByteArrayView bytes(m_bytes);
    const qsizetype id = qsizetype(begin) + record.nameSize;
    const qsizetype payload = id + record.idSize;
    return {m_firstSeq ? m_firstSeq + quint64(index) : 0,
            record.time,
            m_connection,
            record.direction,
            record.kind,
            record.flags,
            record.ref,
            bytes.sliced(begin, record.nameSize),
            bytes.sliced(id, record.idSize),
            bytes.sliced(payload, record.end - payload)};
}

void EventBatch::swap(EventBatch &other) noexcept
{
    m_records.swap(other.m_records);
    m_bytes.swap(other.m_bytes);
    std::swap(m_firstSeq, other.m_firstSeq);
    std::swap(m_connection, other.m_connection);
}

} // namespace weir
