// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/event.h"

#include <cstddef>
#include <type_traits>
#include <vector>

// What stands in a capture file: a header of 64 bytes, then blocks. All numbers are little-endian.
namespace weir::capture {

static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN, "the structs below are written as they stand in memory");

constexpr char fileMagic[8] = {'W', 'E', 'I', 'R', 'C', 'A', 'P', '\n'};
constexpr quint16 majorVersion = 1;
constexpr quint16 minorVersion = 0;

struct FileHeader
{
    char magic[8] = {};
    quint16 major = 0; // a reader refuses a newer one
    quint16 minor = 0;
    quint32 reserved = 0;
    quint64 salt = 0; // random: no payload can pass for a block
    qint64 created = 0; // microseconds since 1970
    quint64 reserved2[3] = {};
    quint64 checksum = 0; // of all before
};
static_assert(sizeof(FileHeader) == 64);

enum class BlockType : quint16 { Events = 1, Index = 2, Connection = 3 }; // a reader skips others

// A block: this header, a body, a footer. The body of an events block is `count` Records, then the bytes of
// each; that of an index block `count` Entries, an IndexSummary, ConnectionHeads with their bytes, Counts.
struct BlockHeader
{
    quint64 magic = 0;
    quint16 type = 0;
    quint16 reserved = 0;
    quint32 count = 0; // of the fixed records the body begins with
    quint64 firstSeq = 0; // of the first event in or behind this block
    qint64 baseTime = 0; // of the earliest event
    quint64 bodySize = 0;
    quint64 lastIndex = 0; // where the index block before this one stands, 0: there is none
    quint64 headsChecksum = 0; // of the fixed records
    quint64 checksum = 0; // of this header and the rest of the body
};
static_assert(sizeof(BlockHeader) == 64);

struct Footer
{
    quint64 blockSize = 0;
    quint64 magic = 0;
};
static_assert(sizeof(Footer) == 16);

struct Record
{
    quint64 ref = 0;
    quint32 time = 0; // microseconds after baseTime
    quint32 connection = 0;
    quint32 end = 0; // where its bytes end, counted from the first byte behind the records
    quint32 nameSize = 0;
    quint32 idSize = 0;
    quint8 kind = 0;
    quint8 direction = 0;
    quint16 flags = 0;
};
static_assert(sizeof(Record) == 32);

// One events block as an index block knows it.
struct Entry
{
    quint64 offset = 0;
    quint64 size = 0; // with header and footer
    quint64 firstSeq = 0;
    qint64 minTime = 0;
    qint64 maxTime = 0;
    quint64 kinds = 0; // kindBit()s
    quint32 count = 0;
    quint32 reserved = 0;
};
static_assert(sizeof(Entry) == 56);

struct IndexSummary
{
    quint64 firstSeq = 0;
    quint64 count = 0;
    qint64 minTime = 0;
    qint64 maxTime = 0;
    quint64 kinds = 0;
    quint32 connections = 0; // defined since the last index block
    quint32 counts = 0;
};
static_assert(sizeof(IndexSummary) == 48);

struct ConnectionHead
{
    quint32 id = 0;
    quint32 nameSize = 0;
    quint32 urlSize = 0;
    quint8 protocol = 0;
    quint8 reserved[3] = {};
};
static_assert(sizeof(ConnectionHead) == 16);

struct Count
{
    quint32 connection = 0;
    quint32 events = 0;
    quint8 kind = 0;
    quint8 reserved[3] = {};
};
static_assert(sizeof(Count) == 12);

// Limits of the format, so that a reader can refuse a size before it allocates.
constexpr qsizetype blockLimit = 1024 * 1024; // bytes of a block with more than one event
constexpr quint32 countLimit = 65536; // fixed records in one block
constexpr qsizetype indexRestLimit = 64 * 1024 * 1024;
constexpr quint64 blockOverhead = sizeof(BlockHeader) + sizeof(Footer);
// An index block follows when one of these is reached.
constexpr quint64 indexEvents = 4096;
constexpr size_t indexBlocks = 512;
constexpr quint64 indexBytes = 16 * 1024 * 1024;

quint64 blockMagic(quint64 salt);
quint64 footerMagic(quint64 salt);
// A block that is copied to another place is not valid there.
quint64 blockSeed(quint64 salt, quint64 offset);
quint64 hash(const void *data, size_t size, quint64 seed);
quint64 fileChecksum(const FileHeader &header);
// The seed for the rest of the body: a hash of the header without its checksum.
quint64 restSeed(const BlockHeader &header, quint64 seed);
quint64 headsSize(const BlockHeader &header);

// Sizes that cannot be are refused here; `room` is what the file has from the header on.
bool isPlausible(const BlockHeader &header, quint64 salt, quint64 room);
// The fixed records of an events block fit each other and its bytes.
bool isConsistent(const std::vector<Record> &records, quint64 bytes);

void appendRaw(QByteArray &out, const void *data, size_t size);
void appendConnection(QByteArray &out, const ConnectionInfo &info);
// Takes one definition off the front; false where it does not fit.
bool takeConnection(QByteArrayView &in, ConnectionInfo &info);

// Makes a whole block of `body`, to be written at `offset`.
QByteArray sealedBlock(BlockHeader header, QByteArrayView body, quint64 salt, quint64 offset);

} // namespace weir::capture
