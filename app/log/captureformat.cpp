// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "captureformat.h"

#include <xxhash.h>

#include <cstring>

namespace weir::capture {

quint64 hash(const void *data, size_t size, quint64 seed)
{
    return XXH3_64bits_withSeed(data, size, seed);
}

quint64 blockMagic(quint64 salt)
{
    return hash("block", 5, salt);
}

quint64 footerMagic(quint64 salt)
{
    return hash("footer", 6, salt);
}

quint64 blockSeed(quint64 salt, quint64 offset)
{
    return salt ^ (offset * 0x9e3779b97f4a7c15ULL);
}

quint64 fileChecksum(const FileHeader &header)
{
    return hash(&header, offsetof(FileHeader, checksum), 0);
}

quint64 restSeed(const BlockHeader &header, quint64 seed)
{
    return hash(&header, offsetof(BlockHeader, checksum), seed);
}

quint64 headsSize(const BlockHeader &header)
{
    switch (BlockType(header.type)) {
    case BlockType::Events:
        return quint64(header.count) * sizeof(Record);
    case BlockType::Index:
        return quint64(header.count) * sizeof(Entry);
    case BlockType::Connection:
        break;
    }
    return 0;
}

bool isPlausible(const BlockHeader &header, quint64 salt, quint64 room)
{
    if (header.magic != blockMagic(salt) || room < blockOverhead || header.bodySize > room - blockOverhead
        || headsSize(header) > header.bodySize)
        return false;
    const quint64 rest = header.bodySize - headsSize(header);
    switch (BlockType(header.type)) {
    case BlockType::Events:
        return header.count > 0 && header.count <= countLimit && rest <= 0xffffffffULL;
    case BlockType::Index:
        return header.count <= countLimit && rest >= sizeof(IndexSummary) && rest <= indexRestLimit;
    case BlockType::Connection:
        return rest <= indexRestLimit;
    }
    return true;
}

bool isConsistent(const std::vector<Record> &records, quint64 bytes)
{
    quint32 begin = 0;
    for (const Record &record : records) {
        if (record.end < begin || quint64(record.nameSize) + record.idSize > record.end - begin
            || record.kind >= KindLimit || record.direction > quint8(Direction::Local))
            return false;
        begin = record.end;
    }
    return begin == bytes;
}

void appendRaw(QByteArray &out, const void *data, size_t size)
{
    out.append(static_cast<const char *>(data), qsizetype(size));
}

void appendConnection(QByteArray &out, const ConnectionInfo &info)
{
    ConnectionHead head;
    head.id = info.id;
    head.nameSize = quint32(info.name.size());
    head.urlSize = quint32(info.url.size());
    head.protocol = quint8(info.protocol);
    appendRaw(out, &head, sizeof head);
    out.append(info.name);
    out.append(info.url);
}

bool takeConnection(QByteArrayView &in, ConnectionInfo &info)
{
    ConnectionHead head;
    if (in.size() < qsizetype(sizeof head))
        return false;
    std::memcpy(&head, in.data(), sizeof head);
    in = in.sliced(sizeof head);
    if (quint64(head.nameSize) + head.urlSize > quint64(in.size()))
        return false;
    info.id = head.id;
    info.protocol = Protocol(head.protocol);
    info.name = in.first(head.nameSize).toByteArray();
    info.url = in.sliced(head.nameSize, head.urlSize).toByteArray();
    in = in.sliced(qsizetype(head.nameSize) + head.urlSize);
    return true;
}

QByteArray sealedBlock(BlockHeader header, QByteArrayView body, quint64 salt, quint64 offset)
{
    const quint64 seed = blockSeed(salt, offset);
    const qsizetype heads = qsizetype(headsSize(header));
    header.magic = blockMagic(salt);
    header.bodySize = quint64(body.size());
    header.headsChecksum = hash(body.data(), size_t(heads), seed);
    const QByteArrayView rest = body.sliced(heads);
    header.checksum = hash(rest.data(), size_t(rest.size()), restSeed(header, seed));
    const Footer footer{header.bodySize + blockOverhead, footerMagic(salt)};
    QByteArray out;
    out.reserve(qsizetype(footer.blockSize));
    appendRaw(out, &header, sizeof header);
    out.append(body);
    appendRaw(out, &footer, sizeof footer);
    return out;
}

} // namespace weir::capture
