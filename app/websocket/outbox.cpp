// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outbox.h"

#include <QCoreApplication>
#include <QUtf8StringView>

#include <algorithm>

namespace weir {

namespace {
constexpr qint64 mebibyte = 1024 * 1024;
}

Expected<quint64> Outbox::push(Kind kind, const QByteArray &payload)
{
    // RFC 6455 5.6
    if (kind == Kind::WsText && !payload.isValidUtf8())
        return failure(ErrorCode::InvalidText);
    const std::lock_guard lock(m_mutex);
    if (m_bytes > 0 && m_bytes + payload.size() > limit)
        return failure(ErrorCode::OutboxFull, QString::number(m_bytes / mebibyte));
    m_bytes += payload.size();
    m_messages.push_back({++m_lastId, kind, payload});
    return m_lastId;
}

bool Outbox::withdraw(quint64 id)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_messages.begin(), m_messages.end(),
                                    [id](const OutMessage &message) { return message.id == id; });
    if (found == m_messages.end())
        return false;
    m_bytes -= found->payload.size();
    m_messages.erase(found);
    return true;
}

std::vector<OutMessage> Outbox::messages() const
{
    const std::lock_guard lock(m_mutex);
    return {m_messages.begin(), m_messages.end()};
}

std::optional<OutMessage> Outbox::take()
{
    const std::lock_guard lock(m_mutex);
    if (m_messages.empty())
        return std::nullopt;
    OutMessage message = std::move(m_messages.front());
    m_messages.pop_front();
    m_bytes -= message.payload.size();
    return message;
}

void Outbox::putBack(std::vector<OutMessage> messages)
{
    const std::lock_guard lock(m_mutex);
    for (const OutMessage &message : messages)
        m_bytes += message.payload.size();
    m_messages.insert(m_messages.begin(), std::make_move_iterator(messages.begin()),
                      std::make_move_iterator(messages.end()));
}

qsizetype Outbox::count() const
{
    const std::lock_guard lock(m_mutex);
    return qsizetype(m_messages.size());
}

qint64 Outbox::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

} // namespace weir
