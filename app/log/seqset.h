// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <roaring/roaring.hh>
#include <vector>

namespace roaring {
} // CRoaring 1.0 moved into it

namespace weir {

namespace bitmap {
using namespace ::roaring;
using Map = Roaring;
}

// An ascending set of sequence numbers as Roaring bitmaps, one for each 2^32 of them. (Roaring64Map would do,
// but in CRoaring 0.2 its rank() answers 0 beyond the last bitmap, and it adds number by number.)
class SeqSet final
{
public:
    bool isEmpty() const { return m_count == 0; }
    quint64 count() const { return m_count; }
    void clear();

    // Everything that is added must be above what is there.
    void append(quint64 seq) { append(seq, seq); }
    void append(quint64 first, quint64 last);
    void append(const SeqSet &later);

    quint64 countUpTo(quint64 seq) const; // how many are <= seq
    quint64 at(quint64 index) const; // 0 beyond the end
    std::vector<quint64> range(quint64 index, quint64 size) const; // shorter at the end

private:
    std::vector<bitmap::Map> m_maps; // by the upper 32 bits
    quint64 m_count = 0;
};

} // namespace weir
