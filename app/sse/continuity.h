// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/eventbatch.h"

#include <QString>

#include <optional>
#include <vector>

namespace weir {

// Remembers the last ids of a feed and says, after a resume, whether they went on. Only events whose own
// block carried an id count.
class Continuity final
{
public:
    explicit Continuity(QByteArray lastEventId = {});

    // A new stream begins: its first id will be judged.
    void streamBegins() { m_judgeNext = !m_last.isEmpty(); }
    // Takes the events from `first` on; the sentence where the first one after a resume was among them.
    std::optional<QString> take(const EventBatch &batch, qsizetype first);

private:
    QString judge(QByteArrayView id) const;
    bool wasSeen(QByteArrayView id) const;

    static constexpr size_t capacity = 4096;
    std::vector<size_t> m_seen; // hashes of the last ids, a ring
    size_t m_next = 0;
    QByteArray m_last;
    bool m_judgeNext = false;
};

} // namespace weir
