// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "eventsink.h"
#include "secretmask.h"

#include <memory>
#include <mutex>

namespace weir {

// Replaces the secrets of a connection in every row on its way to the sink behind, and flags these rows: the
// one door between a client and what is kept, printed or shown.
class MaskingSink final : public EventSink
{
public:
    MaskingSink(std::unique_ptr<EventSink> behind, SecretMask mask);

    [[nodiscard]] bool accept(EventBatch &batch) override;
    void setWaker(std::function<void()> waker) override { m_behind->setWaker(std::move(waker)); }
    // From now on. Any thread.
    void setMask(SecretMask mask);

private:
    std::shared_ptr<const SecretMask> mask() const;

    const std::unique_ptr<EventSink> m_behind;
    mutable std::mutex m_mutex;
    std::shared_ptr<const SecretMask> m_mask;
};

} // namespace weir
