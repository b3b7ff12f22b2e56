// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "blockfinder.h"

#include <xxhash.h>

#include <algorithm>
#include <memory>

namespace weir {

using namespace capture;

namespace {
constexpr quint64 window = 1024 * 1024; // bytes that are read at once
}

BlockFinder::BlockFinder(const RawFile &file, quint64 salt, quint64 limit)
    : m_file(file)
    , m_salt(salt)
    , m_limit(limit)
{
}

bool BlockFinder::findLast(FoundBlock &found) const
{
    Footer footer;
    if (m_limit >= sizeof(FileHeader) + blockOverhead
        && m_file.read(m_limit - sizeof footer, &footer, sizeof footer) && footer.magic == footerMagic(m_salt)
        && footer.blockSize <= m_limit && isWhole(m_limit - footer.blockSize, found)
        && found.end() == m_limit)
        return true;
    return findBackwards(found);
}

bool BlockFinder::findBackwards(FoundBlock &found) const
{
    const quint64 magic = blockMagic(m_salt);
    QByteArray buffer;
    for (quint64 end = m_limit; end > sizeof(FileHeader);) {
        const quint64 begin = end > sizeof(FileHeader) + window ? end - window : sizeof(FileHeader);
        const quint64 size =
            std::min(m_limit, end + sizeof magic - 1) - begin; // a magic may span two windows
        buffer.resize(qsizetype(size));
        if (!m_file.read(begin, buffer.data(), size))
            return false;
        const QByteArrayView needle(reinterpret_cast<const char *>(&magic), sizeof magic);
        for (qsizetype at = buffer.lastIndexOf(needle); at >= 0;
             at = at > 0 ? buffer.lastIndexOf(needle, at - 1) : -1) {
            if (isWhole(begin + quint64(at), found))
                return true;
        }
        end = begin;
    }
    found = {};
    return false;
}

bool BlockFinder::findFrom(quint64 from, FoundBlock &found) const
{
    const quint64 magic = blockMagic(m_salt);
    const QByteArrayView needle(reinterpret_cast<const char *>(&magic), sizeof magic);
    QByteArray buffer;
    for (quint64 begin = from; begin < m_limit; begin += window) {
        buffer.resize(qsizetype(std::min(m_limit - begin, window + sizeof magic - 1)));
        if (!m_file.read(begin, buffer.data(), size_t(buffer.size())))
            return false;
        for (qsizetype at = buffer.indexOf(needle); at >= 0; at = buffer.indexOf(needle, at + 1)) {
            if (isWhole(begin + quint64(at), found))
                return true;
        }
    }
    return false;
}

bool BlockFinder::readHeader(quint64 offset, quint64 limit, FoundBlock &found) const
{
    if (offset < sizeof(FileHeader) || offset > limit || limit - offset < blockOverhead)
        return false;
    BlockHeader header;
    if (!m_file.read(offset, &header, sizeof header) || !isPlausible(header, m_salt, limit - offset))
        return false;
    found = {offset, header};
    Footer footer;
    return m_file.read(found.end() - sizeof footer, &footer, sizeof footer)
        && footer.magic == footerMagic(m_salt) && footer.blockSize == header.bodySize + blockOverhead;
}

bool BlockFinder::verifyHeads(const FoundBlock &found, void *heads) const
{
    const size_t size = size_t(headsSize(found.header));
    return m_file.read(found.offset + sizeof(BlockHeader), heads, size)
        && hash(heads, size, blockSeed(m_salt, found.offset)) == found.header.headsChecksum;
}

bool BlockFinder::verifyRest(const FoundBlock &found) const
{
    const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t *)> state(XXH3_createState(),
                                                                                 XXH3_freeState);
    XXH3_64bits_reset_withSeed(state.get(), restSeed(found.header, blockSeed(m_salt, found.offset)));
    quint64 left = found.header.bodySize - headsSize(found.header);
    quint64 offset = found.offset + sizeof(BlockHeader) + headsSize(found.header);
    QByteArray buffer(qsizetype(std::min(left, window)), Qt::Uninitialized);
    while (left > 0) {
        const size_t size = size_t(std::min(left, window));
        if (!m_file.read(offset, buffer.data(), size))
            return false;
        XXH3_64bits_update(state.get(), buffer.constData(), size);
        offset += size;
        left -= size;
    }
    return XXH3_64bits_digest(state.get()) == found.header.checksum;
}

bool BlockFinder::isWhole(quint64 offset, FoundBlock &found) const
{
    return readHeader(offset, found) && verifyRest(found);
}

} // namespace weir
