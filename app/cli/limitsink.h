// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/eventsink.h"

namespace weir {

// How many more events may pass, of all connections that share it, and what happens after the last one.
struct EventLimit
{
    quint64 left = 0;
    std::function<void()> reached; // called once, on the connections' thread
};

// Lets exactly so many events of the counted kinds (sse.event, ws.text, ws.binary that came in) through to
// the sink behind; rows of other kinds pass always. For connections that share one thread.
class LimitSink final : public EventSink
{
public:
    LimitSink(EventSink &behind, EventLimit &limit)
        : m_behind(behind)
        , m_limit(limit)
    {
    }

    [[nodiscard]] bool accept(EventBatch &batch) override;
    void setWaker(std::function<void()> waker) override { m_behind.setWaker(std::move(waker)); }

    static bool isCounted(Kind kind, Direction direction);

private:
    void cut(EventBatch &batch);

    EventSink &m_behind;
    EventLimit &m_limit;
};

} // namespace weir
