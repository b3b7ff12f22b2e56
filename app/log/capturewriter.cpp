// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capturewriter.h"

#include "base/clock.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cstring>

namespace weir {

using namespace capture;

CaptureWriter::CaptureWriter(RawFile file)
    : m_file(std::move(file))
{
}

Expected<std::unique_ptr<CaptureWriter>> CaptureWriter::open(const QString &path)
{
    auto file = RawFile::openForWriting(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto size = file->size();
    if (!size)
        return tl::unexpected(size.error());
    std::unique_ptr<CaptureWriter> writer(new CaptureWriter(std::move(*file)));
    if (const auto ready = *size == 0 ? writer->create() : writer->resume(); !ready)
        return tl::unexpected(ready.error());
    return writer;
}

Expected<void> CaptureWriter::create()
{
    FileHeader header;
    std::copy(std::begin(fileMagic), std::end(fileMagic), header.magic);
    header.major = majorVersion;
    header.minor = minorVersion;
    header.salt = QRandomGenerator::system()->generate64();
    header.created = nowMicroseconds();
    header.checksum = fileChecksum(header);
    m_salt = header.salt;
    m_end = m_indexedEnd = sizeof header;
    auto written = m_file.writeAll(0, &header, sizeof header);
    if (!written)
        (void)m_file.truncate(0); // half a header would not be a capture
    return written;
}

Expected<void> CaptureWriter::resume()
{
    CaptureIndex index;
    if (const auto loaded = index.load(m_file); !loaded)
        return loaded;
    if (index.isDamaged())
        return failure(ErrorCode::CaptureDamaged, m_file.path());
    const auto size = m_file.size();
    if (!size)
        return tl::unexpected(size.error());
    if (*size > index.end()) {
        if (const auto moved = moveTornTail(index.end(), *size); !moved)
            return moved;
    }
    m_salt = index.salt();
    m_end = index.end();
    m_lastIndex = index.lastIndex();
    m_indexedEnd = index.indexedEnd();
    m_lastSeq = index.count();
    m_known = index.connections();
    m_entries = index.tail();
    m_counts = index.tailCounts();
    m_indexedSeq = m_entries.empty() ? m_lastSeq : m_entries.front().firstSeq - 1;
    for (const ConnectionInfo &info : index.tailConnections())
        appendConnection(m_definitions, info);
    m_definitionCount = quint32(index.tailConnections().size());
    return {};
}

Expected<void> CaptureWriter::moveTornTail(quint64 end, quint64 size)
{
    // Never over the remains of an earlier crash.
    const QString base = m_file.path() + QLatin1String(".torn");
    QString path = base;
    for (int i = 2; QFile::exists(path); ++i)
        path = base + QLatin1Char('.') + QString::number(i);
    if (const auto copied = copyTail(path, end, size); !copied)
        return copied;
    m_tornPath = path;
    m_tornBytes = size - end;
    return m_file.truncate(end);
}

// Whole and on the disk, or not at all.
Expected<void> CaptureWriter::copyTail(const QString &path, quint64 end, quint64 size) const
{
    const auto torn = RawFile::create(path);
    if (!torn)
        return tl::unexpected(torn.error());
    QByteArray buffer(qsizetype(std::min<quint64>(size - end, blockLimit)), Qt::Uninitialized);
    Expected<void> done;
    for (quint64 at = end; at < size && done;) {
        const size_t part = size_t(std::min<quint64>(size - at, quint64(buffer.size())));
        done = m_file.read(at, buffer.data(), part);
        if (done)
            done = torn->writeAll(at - end, buffer.constData(), part);
        at += part;
    }
    if (done)
        done = torn->sync();
    if (!done)
        QFile::remove(path);
    return done;
}

void CaptureWriter::define(const ConnectionInfo &info)
{
    appendConnection(m_newDefinitions, info);
    ++m_newDefinitionCount;
}

bool CaptureWriter::fits(qint64 time, size_t bytes) const
{
    if (m_records.empty())
        return true;
    const quint64 range = quint64(std::max(m_maxTime, time)) - quint64(std::min(m_minTime, time));
    const size_t size = blockOverhead + (m_records.size() + 1) * sizeof(Record) + size_t(m_bytes.size());
    return range <= 0xffffffffULL && m_records.size() < countLimit && size + bytes <= size_t(blockLimit);
}

qsizetype CaptureWriter::add(const EventBatch &batch, qsizetype from)
{
    Q_ASSERT(!m_isSealed);
    const std::vector<EventBatch::Record> &records = batch.records();
    const quint32 first = from == 0 ? 0 : records[size_t(from) - 1].end;
    const quint32 base = quint32(m_bytes.size());
    quint32 begin = first;
    size_t i = size_t(from);
    for (; i < records.size(); ++i) {
        const EventBatch::Record &r = records[i];
        if (!m_records.empty() && !fits(r.time, r.end - first))
            break;
        m_minTime = m_records.empty() ? r.time : std::min(m_minTime, r.time);
        m_maxTime = m_records.empty() ? r.time : std::max(m_maxTime, r.time);
        m_kinds |= kindBit(r.kind);
        m_counts.add(batch.connection(), quint8(r.kind));
        m_records.push_back({r.ref, quint32(r.time), batch.connection(), base + (r.end - first), r.nameSize,
                             r.idSize, quint8(r.kind), quint8(r.direction), r.flags});
        begin = r.end;
    }
    m_bytes.append(batch.bytes().constData() + first, qsizetype(begin - first));
    m_lastSeq += i - size_t(from);
    return qsizetype(i);
}

void CaptureWriter::seal()
{
    quint64 at = m_end;
    if (m_newDefinitionCount > 0) {
        BlockHeader header;
        header.type = quint16(BlockType::Connection);
        header.count = m_newDefinitionCount;
        header.firstSeq = m_lastSeq - m_records.size() + 1;
        header.lastIndex = m_lastIndex;
        m_before = sealedBlock(header, m_newDefinitions, m_salt, at);
        m_definitions += m_newDefinitions;
        m_definitionCount += m_newDefinitionCount;
        at += quint64(m_before.size());
    }
    m_total = at - m_end;
    if (!m_records.empty()) {
        const quint64 seed = blockSeed(m_salt, at);
        for (Record &record : m_records)
            record.time -= quint32(m_minTime);
        m_header = {};
        m_header.magic = blockMagic(m_salt);
        m_header.type = quint16(BlockType::Events);
        m_header.count = quint32(m_records.size());
        m_header.firstSeq = m_lastSeq - m_records.size() + 1;
        m_header.baseTime = m_minTime;
        m_header.bodySize = m_records.size() * sizeof(Record) + quint64(m_bytes.size());
        m_header.lastIndex = m_lastIndex;
        m_header.headsChecksum = hash(m_records.data(), m_records.size() * sizeof(Record), seed);
        m_header.checksum = hash(m_bytes.constData(), size_t(m_bytes.size()), restSeed(m_header, seed));
        m_footer = {m_header.bodySize + blockOverhead, footerMagic(m_salt)};
        m_entries.push_back(
            {at, m_footer.blockSize, m_header.firstSeq, m_minTime, m_maxTime, m_kinds, m_header.count, 0});
        at += m_footer.blockSize;
        if (m_lastSeq - m_indexedSeq >= indexEvents || m_entries.size() >= indexBlocks
            || at - m_indexedEnd >= indexBytes)
            m_after = indexBlock(at);
        m_total += m_footer.blockSize + quint64(m_after.size());
    }
    m_written = 0;
    m_isSealed = true;
}

QByteArray CaptureWriter::indexBlock(quint64 offset)
{
    IndexSummary summary;
    summary.firstSeq = m_indexedSeq + 1;
    summary.count = m_lastSeq - m_indexedSeq;
    summary.minTime = m_entries.front().minTime;
    summary.maxTime = m_entries.front().maxTime;
    for (const Entry &entry : m_entries) {
        summary.minTime = std::min(summary.minTime, entry.minTime);
        summary.maxTime = std::max(summary.maxTime, entry.maxTime);
        summary.kinds |= entry.kinds;
    }
    summary.connections = m_definitionCount;
    summary.counts = quint32(m_counts.all().size());
    QByteArray body;
    appendRaw(body, m_entries.data(), m_entries.size() * sizeof(Entry));
    appendRaw(body, &summary, sizeof summary);
    body.append(m_definitions);
    appendRaw(body, m_counts.all().data(), m_counts.all().size() * sizeof(Count));
    BlockHeader header;
    header.type = quint16(BlockType::Index);
    header.count = quint32(m_entries.size());
    header.firstSeq = summary.firstSeq;
    header.baseTime = summary.minTime;
    header.lastIndex = m_lastIndex;
    return sealedBlock(header, body, m_salt, offset);
}

Expected<void> CaptureWriter::commit()
{
    if (!m_isSealed) {
        if (m_records.empty() && m_newDefinitionCount == 0)
            return {};
        seal();
    }
    const bool hasEvents = !m_records.empty();
    const std::array<std::pair<const void *, size_t>, 6> pieces{{
        {m_before.constData(), size_t(m_before.size())},
        {&m_header, hasEvents ? sizeof m_header : 0},
        {m_records.data(), m_records.size() * sizeof(Record)},
        {m_bytes.constData(), size_t(m_bytes.size())},
        {&m_footer, hasEvents ? sizeof m_footer : 0},
        {m_after.constData(), size_t(m_after.size())},
    }};
    while (m_written < m_total) {
        std::array<iovec, 6> left;
        size_t count = 0;
        quint64 skip = m_written;
        for (const auto &[data, size] : pieces) {
            const size_t done = size_t(std::min<quint64>(skip, size));
            skip -= done;
            if (size > done)
                left[count++] = {const_cast<char *>(static_cast<const char *>(data)) + done, size - done};
        }
        const auto put = m_file.write(m_end + m_written, {left.data(), count});
        if (!put)
            return tl::unexpected(put.error());
        m_written += *put;
    }
    clear();
    return {};
}

void CaptureWriter::clear()
{
    const quint64 end = m_end + m_total;
    if (!m_after.isEmpty()) {
        m_lastIndex = end - quint64(m_after.size());
        m_indexedEnd = end;
        m_indexedSeq = m_lastSeq;
        m_entries.clear();
        m_counts.clear();
        m_definitions.clear();
        m_definitionCount = 0;
    }
    m_end = end;
    m_records.clear();
    m_bytes.resize(0);
    if (m_bytes.capacity() > 4 * blockLimit)
        m_bytes = {}; // one giant event does not stay in memory
    m_kinds = 0;
    m_newDefinitions.clear();
    m_newDefinitionCount = 0;
    m_before.clear();
    m_after.clear();
    m_isSealed = false;
}

Expected<void> CaptureWriter::sync() const
{
    return m_file.sync();
}

} // namespace weir
