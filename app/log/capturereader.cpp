// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capturereader.h"

#include "captureindex.h"

#include <QCache>

#include <algorithm>
#include <array>
#include <mutex>
#include <shared_mutex>
#include <span>

namespace weir {

using namespace capture;

namespace {
constexpr quint64 aheadSize = 64 * 1024; // that much is read where a batch is no larger

using Entries = std::shared_ptr<const std::vector<Entry>>;

// The entries of the index blocks that were asked for last.
class EntryCache final
{
public:
    Entries find(quint64 offset)
    {
        const std::lock_guard lock(m_mutex);
        const Entries *found = m_entries.object(offset);
        return found ? *found : Entries();
    }
    void insert(quint64 offset, Entries entries)
    {
        const auto cost = qsizetype(entries->size());
        const std::lock_guard lock(m_mutex);
        m_entries.insert(offset, new Entries(std::move(entries)), cost);
    }

private:
    std::mutex m_mutex;
    QCache<quint64, Entries> m_entries{16 * 1024}; // entries; 1 to 4 MB
};

const Entry *entryOf(const std::vector<Entry> &entries, quint64 seq)
{
    const auto after = std::upper_bound(entries.begin(), entries.end(), seq,
                                        [](quint64 value, const Entry &e) { return value < e.firstSeq; });
    return after == entries.begin() ? nullptr : &*std::prev(after);
}

quint64 recordsSize(const Entry &entry)
{
    return quint64(entry.count) * sizeof(Record);
}
quint64 bytesOffset(const Entry &entry)
{
    return entry.offset + sizeof(BlockHeader) + recordsSize(entry);
}
quint64 bytesSize(const Entry &entry)
{
    return entry.size - blockOverhead - recordsSize(entry);
}

CaptureReader::Block blockOf(const std::vector<Entry> &tail, const CaptureCounts &counts)
{
    CaptureReader::Block block;
    if (tail.empty())
        return block;
    block.first = tail.front().firstSeq;
    block.last = tail.back().firstSeq + tail.back().count - 1;
    block.minTime = tail.front().minTime;
    block.maxTime = tail.front().maxTime;
    for (const Entry &entry : tail) {
        block.minTime = std::min(block.minTime, entry.minTime);
        block.maxTime = std::max(block.maxTime, entry.maxTime);
        block.kinds |= entry.kinds;
    }
    for (const Count &count : counts.all())
        block.counts.push_back({count.connection, Kind(count.kind), count.events});
    return block;
}
}

struct CaptureReader::Private
{
    RawFile file;
    mutable std::shared_mutex mutex; // of the index and tornBytes
    CaptureIndex index;
    qint64 tornBytes = 0;
    std::mutex refreshing;
    mutable EntryCache cache;

    Expected<Entry> locate(quint64 seq) const;
    tl::unexpected<Error> damaged() const { return failure(ErrorCode::CaptureDamaged, file.path()); }
    Expected<void> read(const Entry &entry, quint64 offset, std::span<iovec> pieces, Batch &batch) const;
    Expected<void> readRecords(const Entry &entry, Batch &batch, QByteArray *bytes) const;
};

Expected<Entry> CaptureReader::Private::locate(quint64 seq) const
{
    CaptureIndex::Summary summary;
    {
        const std::shared_lock lock(mutex);
        if (seq == 0 || seq > index.count())
            return failure(ErrorCode::FileError, file.path());
        if (const CaptureIndex::Summary *found = index.find(seq))
            summary = *found;
        else if (const Entry *entry = entryOf(index.tail(), seq))
            return *entry;
        else
            return damaged();
    }
    Entries entries = cache.find(summary.offset);
    if (!entries) {
        auto read = CaptureIndex::readEntries(file, index.salt(), summary);
        if (!read)
            return tl::unexpected(read.error());
        entries = std::make_shared<const std::vector<Entry>>(std::move(*read));
        cache.insert(summary.offset, entries);
    }
    const Entry *entry = entryOf(*entries, seq);
    return entry ? Expected<Entry>(*entry) : damaged();
}

// From `offset` on, within the batch of the entry.
Expected<void> CaptureReader::Private::read(const Entry &entry, quint64 offset, std::span<iovec> pieces,
                                            Batch &batch) const
{
    if (entry.size > aheadSize)
        return file.read(offset, pieces);
    if (entry.offset < batch.aheadOffset
        || entry.offset + entry.size > batch.aheadOffset + quint64(batch.ahead.size())) {
        quint64 end = 0; // what stands behind it may still change
        {
            const std::shared_lock lock(mutex);
            end = index.end();
        }
        batch.aheadOffset = entry.offset;
        batch.ahead.resize(qsizetype(std::min(aheadSize, end - entry.offset)));
        if (const auto read = file.read(entry.offset, batch.ahead.data(), size_t(batch.ahead.size()));
            !read) {
            batch.ahead.resize(0);
            return read;
        }
    }
    const char *from = batch.ahead.constData() + (offset - batch.aheadOffset);
    for (const iovec &piece : pieces) {
        std::copy_n(from, piece.iov_len, static_cast<char *>(piece.iov_base));
        from += piece.iov_len;
    }
    return {};
}

// Header, records and, where they are asked for, bytes stand side by side: one read.
Expected<void> CaptureReader::Private::readRecords(const Entry &entry, Batch &batch, QByteArray *bytes) const
{
    BlockHeader header;
    batch.records.resize(entry.count);
    const size_t size = batch.records.size() * sizeof(Record);
    const quint64 rest = bytesSize(entry);
    if (bytes)
        bytes->resize(qsizetype(rest));
    std::array<iovec, 3> pieces{{{&header, sizeof header},
                                 {batch.records.data(), size},
                                 {bytes ? bytes->data() : nullptr, bytes ? size_t(rest) : 0}}};
    if (const auto done = read(entry, entry.offset, pieces, batch); !done)
        return done;
    const bool isGood = isPlausible(header, index.salt(), entry.size)
        && BlockType(header.type) == BlockType::Events && header.count == entry.count
        && header.firstSeq == entry.firstSeq && header.baseTime == entry.minTime
        && hash(batch.records.data(), size, blockSeed(index.salt(), entry.offset)) == header.headsChecksum
        && isConsistent(batch.records, rest);
    return isGood ? Expected<void>() : damaged();
}

CaptureReader::CaptureReader(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

CaptureReader::~CaptureReader() = default;

Expected<std::shared_ptr<CaptureReader>> CaptureReader::open(const QString &path)
{
    auto file = RawFile::openForReading(path);
    if (!file)
        return tl::unexpected(file.error());
    auto data = std::make_unique<Private>();
    data->file = std::move(*file);
    if (const auto loaded = data->index.load(data->file); !loaded)
        return tl::unexpected(loaded.error());
    if (const auto size = data->file.size())
        data->tornBytes = qint64(*size) - qint64(data->index.end());
    return std::shared_ptr<CaptureReader>(new CaptureReader(std::move(data)));
}

Expected<void> CaptureReader::refresh()
{
    const std::lock_guard one(d->refreshing);
    const auto size = d->file.size();
    if (!size)
        return tl::unexpected(size.error());
    const std::unique_lock lock(d->mutex);
    const auto extended = d->index.extend(d->file, CaptureIndex::Trust::Heads);
    d->tornBytes = std::max<qint64>(0, qint64(*size) - qint64(d->index.end()));
    return extended;
}

quint64 CaptureReader::count() const
{
    const std::shared_lock lock(d->mutex);
    return d->index.count();
}

qint64 CaptureReader::fileSize() const
{
    const std::shared_lock lock(d->mutex);
    return qint64(d->index.end());
}

qint64 CaptureReader::tornBytes() const
{
    const std::shared_lock lock(d->mutex);
    return d->tornBytes;
}

QString CaptureReader::path() const
{
    return d->file.path();
}

std::vector<ConnectionInfo> CaptureReader::connections() const
{
    const std::shared_lock lock(d->mutex);
    return d->index.connections();
}

ConnectionInfo CaptureReader::connection(quint32 id) const
{
    const std::shared_lock lock(d->mutex);
    for (const ConnectionInfo &info : d->index.connections()) {
        if (info.id == id)
            return info;
    }
    return {};
}

Expected<Event> CaptureReader::event(quint64 seq) const
{
    const auto entry = d->locate(seq);
    if (!entry)
        return tl::unexpected(entry.error());
    const quint64 at = seq - entry->firstSeq;
    if (at >= entry->count)
        return d->damaged();
    // With the record before it, whose end is where this one begins.
    Record records[2];
    const quint64 heads = entry->offset + sizeof(BlockHeader);
    const bool isFirst = at == 0;
    if (const auto read = d->file.read(heads + (isFirst ? 0 : at - 1) * sizeof(Record), &records[isFirst],
                                       isFirst ? sizeof(Record) : sizeof records);
        !read)
        return tl::unexpected(read.error());
    const Record &r = records[1];
    const quint32 begin = isFirst ? 0 : records[0].end;
    if (r.end < begin || r.end > bytesSize(*entry) || quint64(r.nameSize) + r.idSize > r.end - begin
        || r.kind >= KindLimit || r.direction > quint8(Direction::Local))
        return d->damaged();
    Event event{seq,
                qint64(quint64(entry->minTime) + r.time),
                r.connection,
                Direction(r.direction),
                Kind(r.kind),
                r.flags,
                r.ref,
                QByteArray(qsizetype(r.nameSize), Qt::Uninitialized),
                QByteArray(qsizetype(r.idSize), Qt::Uninitialized),
                QByteArray(qsizetype(r.end - begin - r.nameSize - r.idSize), Qt::Uninitialized)};
    std::array<iovec, 3> pieces{{{event.name.data(), size_t(event.name.size())},
                                 {event.id.data(), size_t(event.id.size())},
                                 {event.payload.data(), size_t(event.payload.size())}}};
    if (const auto read = d->file.read(bytesOffset(*entry) + begin, pieces); !read)
        return tl::unexpected(read.error());
    return event;
}

quint32 CaptureReader::Batch::payloadBegin(size_t index) const
{
    return begin(index) + records[index].nameSize + records[index].idSize;
}

QByteArrayView CaptureReader::Batch::name(size_t index) const
{
    return QByteArrayView(bytes).sliced(begin(index), records[index].nameSize);
}

EventView CaptureReader::Batch::at(size_t index) const
{
    const Record &r = records[index];
    EventView event{firstSeq + index,
                    time(index),
                    r.connection,
                    Direction(r.direction),
                    Kind(r.kind),
                    r.flags,
                    r.ref,
                    {},
                    {},
                    {}};
    if (bytes.isEmpty())
        return event;
    const QByteArrayView all(bytes);
    const quint32 payload = payloadBegin(index);
    event.name = name(index);
    event.id = all.sliced(payload - r.idSize, r.idSize);
    event.payload = all.sliced(payload, r.end - payload);
    return event;
}

Expected<void> CaptureReader::readBatch(quint64 seq, Parts parts, Batch &batch) const
{
    const auto entry = d->locate(seq);
    Expected<void> read;
    if (!entry) {
        read = tl::unexpected(entry.error());
    } else {
        batch.firstSeq = entry->firstSeq;
        batch.lastSeq = entry->firstSeq + entry->count - 1;
        batch.baseTime = entry->minTime;
        if (parts & Records) {
            read = d->readRecords(*entry, batch, parts & Bytes ? &batch.bytes : nullptr);
        } else {
            batch.bytes.resize(qsizetype(bytesSize(*entry)));
            iovec piece{batch.bytes.data(), size_t(batch.bytes.size())};
            read = d->read(*entry, bytesOffset(*entry), {&piece, 1}, batch);
        }
    }
    if (!read || !(parts & Records))
        batch.records.clear();
    if (!read || !(parts & Bytes))
        batch.bytes.resize(0);
    return read;
}

Expected<void> CaptureReader::addRecords(Batch &batch) const
{
    const auto entry = d->locate(batch.firstSeq);
    if (!entry)
        return tl::unexpected(entry.error());
    const auto read = d->readRecords(*entry, batch, nullptr);
    if (read && batch.records.back().end != quint64(batch.bytes.size()))
        return d->damaged();
    return read;
}

CaptureReader::Block CaptureReader::block(quint64 seq) const
{
    const std::shared_lock lock(d->mutex);
    const CaptureIndex::Summary *summary = d->index.find(seq);
    if (!summary)
        return blockOf(d->index.tail(), d->index.tailCounts());
    Block block{summary->firstSeq, summary->firstSeq + summary->count - 1,
                summary->minTime,  summary->maxTime,
                summary->kinds,    {}};
    block.counts.reserve(summary->counts);
    for (size_t i = 0; i < summary->counts; ++i) {
        const Count &count = d->index.counts()[summary->countsBegin + i];
        block.counts.push_back({count.connection, Kind(count.kind), count.events});
    }
    return block;
}

} // namespace weir
