// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "maskingsink.h"

#include <algorithm>

namespace weir {

MaskingSink::MaskingSink(std::unique_ptr<EventSink> behind, SecretMask mask)
    : m_behind(std::move(behind))
    , m_mask(std::move(mask))
{
}

bool MaskingSink::accept(EventBatch &batch)
{
    if (isIn(batch))
        rewrite(batch);
    return m_behind->accept(batch);
}

// Looks through all rows at once; a text that runs over the end of a row is found too, and changes nothing
// then.
bool MaskingSink::isIn(const EventBatch &batch) const
{
    const bool isOurs = std::any_of(batch.records().begin(), batch.records().end(),
                                    [](const auto &record) { return record.direction != Direction::In; });
    return m_mask.isIn(batch.bytes(), isOurs ? SecretMask::Origin::Ourselves : SecretMask::Origin::Peer);
}

void MaskingSink::rewrite(EventBatch &batch) const
{
    EventBatch masked;
    masked.setConnection(batch.connection());
    for (qsizetype i = 0; i < batch.count(); ++i) {
        const EventView event = batch.at(i);
        const auto origin =
            event.direction == Direction::In ? SecretMask::Origin::Peer : SecretMask::Origin::Ourselves;
        const auto name = m_mask.apply(event.name, origin);
        const auto id = m_mask.apply(event.id, origin);
        const auto payload = m_mask.apply(event.payload, origin);
        EventBatch::Record record = batch.records()[size_t(i)];
        if (name || id || payload)
            record.flags |= Masked;
        masked.append(record, name ? QByteArrayView(*name) : event.name, id ? QByteArrayView(*id) : event.id,
                      payload ? QByteArrayView(*payload) : event.payload);
    }
    batch.swap(masked);
}

} // namespace weir
