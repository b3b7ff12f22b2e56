// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/event.h"

#include <limits>
#include <set>

namespace weir {

constexpr quint8 directionBit(Direction direction)
{
    return quint8(1 << quint8(direction));
}

// What a lens shows. Every part that is empty lets everything through; parts are joined by "and".
struct Query
{
    std::set<quint32> connections; // ids
    quint64 kinds = 0; // kindBit()s; 0: all
    quint8 directions = 0; // directionBit()s; 0: all
    std::set<QByteArray> names; // event names of kind sse.event; rows of other kinds are not asked
    QByteArray text; // found in the payload; UTF-8
    bool caseSensitive = false; // else ASCII letters are folded, and no others
    qint64 fromTime = std::numeric_limits<qint64>::min(); // microseconds since 1970, both inclusive
    qint64 toTime = std::numeric_limits<qint64>::max();

    bool isAll() const { return *this == Query{}; }
    bool operator==(const Query &) const = default;
};

} // namespace weir
