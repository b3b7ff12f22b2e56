// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limitsink.h"

#include <algorithm>

namespace weir {

bool LimitSink::isCounted(Kind kind, Direction direction)
{
    return direction == Direction::In
        && (kind == Kind::SseEvent || kind == Kind::WsText || kind == Kind::WsBinary);
}

bool LimitSink::accept(EventBatch &batch)
{
    const auto &records = batch.records();
    const auto counted =
        quint64(std::count_if(records.begin(), records.end(), [](const EventBatch::Record &record) {
            return isCounted(record.kind, record.direction);
        }));
    const bool ends = m_limit.left > 0 && counted >= m_limit.left;
    if (counted > m_limit.left)
        cut(batch);
    m_limit.left -= std::min(counted, m_limit.left);
    const bool goesOn = m_behind.accept(batch);
    if (ends)
        m_limit.reached();
    return goesOn;
}

void LimitSink::cut(EventBatch &batch)
{
    EventBatch kept;
    kept.setConnection(batch.connection());
    quint64 left = m_limit.left;
    for (qsizetype i = 0; i < batch.count(); ++i) {
        const EventView event = batch.at(i);
        if (isCounted(event.kind, event.direction)) {
            if (left == 0)
                continue;
            --left;
        }
        kept.append(batch.records()[size_t(i)], event.name, event.id, event.payload);
    }
    batch.swap(kept);
}

} // namespace weir
