// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bytefinder.h"
#include "capturereader.h"
#include "query.h"

#include <optional>
#include <vector>

namespace weir {

// A query made ready to be asked ten million times. Immutable: any number of threads may use it at once.
class Matcher final
{
public:
    explicit Matcher(const Query &query);

    enum class Verdict { None, Some, All };
    // What a summary says about its events, without reading them.
    Verdict ofBlock(const CaptureReader::Block &block) const;
    // Whether events of the block must be read whole where the verdict is Some, or their heads say all.
    bool needsBytes(const CaptureReader::Block &block) const;

    bool matchesHead(Kind kind, Direction direction, quint32 connection, qint64 time) const;
    bool matchesName(Kind kind, QByteArrayView name) const;
    bool matches(const EventView &event) const;
    bool hasNames() const { return !m_names.empty(); }
    const std::optional<ByteFinder> &text() const { return m_text; }

private:
    bool hasConnection(quint32 connection) const;

    std::vector<quint32> m_connections; // sorted
    std::vector<QByteArray> m_names;
    std::optional<ByteFinder> m_text;
    quint64 m_kinds;
    quint8 m_directions;
    qint64 m_fromTime;
    qint64 m_toTime;
};

} // namespace weir
