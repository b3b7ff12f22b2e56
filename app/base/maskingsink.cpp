// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "maskingsink.h"

#include <algorithm>

namespace weir {

namespace {
// Looks through all rows at once; a text that runs over the end of a row is found too, and changes nothing
// then.
bool isIn(const SecretMask &mask, const EventBatch &batch)
{
    const bool isOurs = std::any_of(batch.records().begin(), batch.records().end(),
                                    [](const auto &record) { return record.direction != Direction::In; });
    return mask.isIn(batch.bytes(), isOurs ? SecretMask::Origin::Ourselves : SecretMask::Origin::Peer);
}

void rewrite(const SecretMask &mask, EventBatch &batch)
{
    EventBatch masked;
    masked.setConnection(batch.connection());
    for (qsizetype i = 0; i < batch.count(); ++i) {
        const EventView event = batch.at(i);
        const auto origin =
            event.direction == Direction::In ? SecretMask::Origin::Peer : SecretMask::Origin::Ourselves;
        const auto name = mask.apply(event.name, origin);
        const auto id = mask.apply(event.id, origin);
        const auto payload = mask.apply(event.payload, origin);
        EventBatch::Record record = batch.records()[size_t(i)];
        if (name || id || payload)
            record.flags |= Masked;
        masked.append(record, name ? QByteArrayView(*name) : event.name, id ? QByteArrayView(*id) : event.id,
                      payload ? QByteArrayView(*payload) : event.payload);
    }
    batch.swap(masked);
}
}

MaskingSink::MaskingSink(std::unique_ptr<EventSink> behind, SecretMask mask)
    : m_behind(std::move(behind))
    , m_mask(std::make_shared<const SecretMask>(std::move(mask)))
{
}

bool MaskingSink::accept(EventBatch &batch)
{
    if (const auto now = mask(); !now->isEmpty() && isIn(*now, batch))
        rewrite(*now, batch);
    return m_behind->accept(batch);
}

void MaskingSink::setMask(SecretMask mask)
{
    auto next = std::make_shared<const SecretMask>(std::move(mask));
    const std::lock_guard lock(m_mutex);
    m_mask.swap(next);
}

std::shared_ptr<const SecretMask> MaskingSink::mask() const
{
    const std::lock_guard lock(m_mutex);
    return m_mask;
}

} // namespace weir
