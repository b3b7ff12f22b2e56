// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messagehistory.h"

namespace weir {

void MessageHistory::add(const WrittenMessage &message)
{
    m_walk.clear();
    if (!m_sent.isEmpty() && m_sent.constLast() == message)
        return;
    m_sent.append(message);
    m_size += message.text.size();
    while (m_sent.size() > countLimit || (m_size > sizeLimit && m_sent.size() > 1))
        m_size -= m_sent.takeFirst().text.size();
}

std::optional<WrittenMessage> MessageHistory::older(const WrittenMessage &current)
{
    return step(current, -1);
}

std::optional<WrittenMessage> MessageHistory::newer(const WrittenMessage &current)
{
    return step(current, 1);
}

std::optional<WrittenMessage> MessageHistory::step(const WrittenMessage &current, qsizetype by)
{
    if (m_walk.isEmpty()) {
        m_walk = m_sent;
        m_walk.append(current);
        m_at = m_walk.size() - 1;
    }
    if (m_at + by < 0 || m_at + by >= m_walk.size())
        return std::nullopt;
    m_walk[m_at] = current;
    m_at += by;
    return m_walk.at(m_at);
}

} // namespace weir
