// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/eventbatch.h"

#include <map>

namespace weir {

// The local numbers of one connection and the seqs they got. Numbers rise.
class LocalNumbers final
{
public:
    // Makes a seq of what `record` refers to, 0 where that is not known any more; remembers its own number.
    void resolve(EventBatch::Record &record, quint64 seq);

private:
    std::map<quint64, quint64> m_seqs; // the oldest number is the smallest
};

} // namespace weir
