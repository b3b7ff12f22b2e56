// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flight.h"

#include <algorithm>

namespace weir {

std::optional<OutMessage> Flight::land(qint64 written)
{
    if (m_messages.empty() || m_messages.front().end > written)
        return std::nullopt;
    OutMessage message = std::move(m_messages.front().message);
    m_messages.pop_front();
    return message;
}

std::vector<OutMessage> Flight::takeAll()
{
    std::vector<OutMessage> messages;
    for (Flying &flying : m_messages)
        messages.push_back(std::move(flying.message));
    m_messages.clear();
    return messages;
}

std::vector<OutMessage> Flight::landThrough(const std::function<bool(const QByteArray &)> &fits)
{
    const auto last = std::find_if(m_messages.rbegin(), m_messages.rend(),
                                   [&](const Flying &flying) { return fits(flying.message.payload); });
    std::vector<OutMessage> landed;
    for (auto count = m_messages.rend() - last; count > 0; --count) {
        landed.push_back(std::move(m_messages.front().message));
        m_messages.pop_front();
    }
    return landed;
}

} // namespace weir
