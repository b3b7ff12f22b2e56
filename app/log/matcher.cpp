// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matcher.h"

#include <algorithm>

namespace weir {

Matcher::Matcher(const Query &query)
    : m_connections(query.connections.begin(), query.connections.end())
    , m_names(query.names.begin(), query.names.end())
    , m_kinds(query.kinds ? query.kinds : ~quint64(0))
    , m_directions(query.directions ? query.directions : quint8(~0))
    , m_fromTime(query.fromTime)
    , m_toTime(query.toTime)
{
    if (!query.text.isEmpty())
        m_text.emplace(query.text, query.caseSensitive);
}

bool Matcher::hasConnection(quint32 connection) const
{
    if (m_connections.empty())
        return true;
    if (m_connections.size() == 1)
        return m_connections.front() == connection;
    return std::binary_search(m_connections.begin(), m_connections.end(), connection);
}

Matcher::Verdict Matcher::ofBlock(const CaptureReader::Block &block) const
{
    if (block.maxTime < m_fromTime || block.minTime > m_toTime || !(block.kinds & m_kinds))
        return Verdict::None;
    quint64 matching = 0;
    for (const auto &count : block.counts) {
        if ((kindBit(count.kind) & m_kinds) && hasConnection(count.connection))
            matching += count.events;
    }
    if (!matching)
        return Verdict::None;
    const bool whole = matching == block.last - block.first + 1 && block.minTime >= m_fromTime
        && block.maxTime <= m_toTime && !needsBytes(block) && m_directions == quint8(~0);
    return whole ? Verdict::All : Verdict::Some;
}

bool Matcher::needsBytes(const CaptureReader::Block &block) const
{
    return m_text || (hasNames() && (block.kinds & m_kinds & kindBit(Kind::SseEvent)));
}

bool Matcher::matchesHead(Kind kind, Direction direction, quint32 connection, qint64 time) const
{
    return (kindBit(kind) & m_kinds) && (directionBit(direction) & m_directions) && hasConnection(connection)
        && time >= m_fromTime && time <= m_toTime;
}

bool Matcher::matchesName(Kind kind, QByteArrayView name) const
{
    return m_names.empty() || kind != Kind::SseEvent
        || std::any_of(m_names.begin(), m_names.end(),
                       [name](const QByteArray &wanted) { return name == QByteArrayView(wanted); });
}

bool Matcher::matches(const EventView &event) const
{
    return matchesHead(event.kind, event.direction, event.connection, event.time)
        && matchesName(event.kind, event.name)
        && (!m_text || m_text->find(event.payload.begin(), event.payload.end()) != event.payload.end());
}

} // namespace weir
