// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "captureformat.h"
#include "rawfile.h"

namespace weir {

struct FoundBlock
{
    quint64 offset = 0;
    capture::BlockHeader header;
    quint64 end() const { return offset + header.bodySize + capture::blockOverhead; }
};

// Finds blocks in the first `limit` bytes of a capture file and tells whether they are whole. What cannot be
// read is not there.
class BlockFinder final
{
public:
    BlockFinder(const RawFile &file, quint64 salt, quint64 limit);
    Q_DISABLE_COPY_MOVE(BlockFinder)

    const RawFile &file() const { return m_file; }
    quint64 limit() const { return m_limit; }

    // The last whole block; the one at the end of the file is found at once.
    bool findLast(FoundBlock &found) const;
    // The first whole block that begins at `from` or later.
    bool findFrom(quint64 from, FoundBlock &found) const;

    // The header of a block that stands there and ends before `limit`; its checksums are not looked at.
    bool readHeader(quint64 offset, quint64 limit, FoundBlock &found) const;
    bool readHeader(quint64 offset, FoundBlock &found) const { return readHeader(offset, m_limit, found); }
    // Reads the fixed records into `heads`, which must have room for headsSize().
    bool verifyHeads(const FoundBlock &found, void *heads) const;
    bool verifyRest(const FoundBlock &found) const; // all but the fixed records

private:
    bool isWhole(quint64 offset, FoundBlock &found) const;
    bool findBackwards(FoundBlock &found) const;

    const RawFile &m_file;
    const quint64 m_salt;
    const quint64 m_limit;
};

} // namespace weir
