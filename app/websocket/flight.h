// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "outbox.h"

#include <functional>

namespace weir {

// Messages that were handed to a line and that the system has not taken whole yet. What is still here when
// the line breaks cannot have arrived: a frame counts only when all of it is there.
class Flight final
{
public:
    // `end`: how many bytes the line will have written when all of this message is.
    void add(OutMessage message, qint64 end) { m_messages.push_back({std::move(message), end}); }
    // The next message that is out, where the line has written so much.
    std::optional<OutMessage> land(qint64 written);
    std::vector<OutMessage> takeAll();
    // Up to the last one that fits.
    std::vector<OutMessage> landThrough(const std::function<bool(const QByteArray &payload)> &fits);
    bool isEmpty() const { return m_messages.empty(); }
    qint64 end() const { return m_messages.empty() ? 0 : m_messages.back().end; }

private:
    struct Flying
    {
        OutMessage message;
        qint64 end = 0;
    };
    std::deque<Flying> m_messages;
};

} // namespace weir
