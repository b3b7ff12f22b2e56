// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flight.h"

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

} // namespace weir
