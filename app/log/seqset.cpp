// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "seqset.h"

#include <algorithm>

namespace weir {

namespace {
constexpr quint64 mapSize = quint64(1) << 32;
}

void SeqSet::clear()
{
    m_maps.clear();
    m_count = 0;
}

void SeqSet::append(quint64 first, quint64 last)
{
    m_count += last - first + 1;
    while (first <= last) {
        const auto map = size_t(first / mapSize);
        if (m_maps.size() <= map)
            m_maps.resize(map + 1);
        const quint64 end = std::min(last, map * mapSize + (mapSize - 1));
        if (first == end)
            m_maps[map].add(quint32(first));
        else
            m_maps[map].addRange(first % mapSize, end % mapSize + 1);
        first = end + 1;
    }
}

void SeqSet::append(const SeqSet &later)
{
    if (m_maps.size() < later.m_maps.size())
        m_maps.resize(later.m_maps.size());
    for (size_t i = 0; i < later.m_maps.size(); ++i) {
        if (m_maps[i].isEmpty())
            m_maps[i] = later.m_maps[i];
        else
            m_maps[i] |= later.m_maps[i];
    }
    m_count += later.m_count;
}

quint64 SeqSet::countUpTo(quint64 seq) const
{
    const auto map = size_t(seq / mapSize);
    if (map >= m_maps.size())
        return m_count;
    quint64 below = 0;
    for (size_t i = 0; i < map; ++i)
        below += m_maps[i].cardinality();
    return below + m_maps[map].rank(quint32(seq % mapSize));
}

quint64 SeqSet::at(quint64 index) const
{
    for (size_t i = 0; i < m_maps.size(); ++i) {
        const quint64 size = m_maps[i].cardinality();
        quint32 low = 0;
        if (index < size && m_maps[i].select(quint32(index), &low))
            return i * mapSize + low;
        index -= size;
    }
    return 0;
}

std::vector<quint64> SeqSet::range(quint64 index, quint64 size) const
{
    std::vector<quint64> seqs;
    if (index >= m_count)
        return seqs;
    size = std::min(size, m_count - index);
    seqs.reserve(size_t(size));
    const quint64 first = at(index);
    for (auto map = size_t(first / mapSize); seqs.size() < size; ++map) {
        auto it = m_maps[map].begin();
        if (map == first / mapSize)
            it.equalorlarger(quint32(first % mapSize));
        for (; it != m_maps[map].end() && seqs.size() < size; ++it)
            seqs.push_back(map * mapSize + *it);
    }
    return seqs;
}

} // namespace weir
