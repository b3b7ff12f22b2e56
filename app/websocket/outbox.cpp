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
    if (!fits(payload.size()))
        return failure(ErrorCode::OutboxFull, QString::number(cost() / mebibyte));
    ++m_revision;
    m_bytes += payload.size();
    m_messages.push_back({++m_lastId, kind, payload});
    return m_lastId;
}

bool Outbox::fits(qint64 size) const
{
    return m_messages.empty() || cost() + overhead + size <= limit;
}

bool Outbox::hasRoomFor(qint64 size) const
{
    const std::lock_guard lock(m_mutex);
    return fits(size);
}

std::optional<OutMessage> Outbox::withdraw(quint64 id)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_messages.begin(), m_messages.end(),
                                    [id](const OutMessage &message) { return message.id == id; });
    if (found == m_messages.end())
        return std::nullopt;
    OutMessage message = std::move(*found);
    m_bytes -= message.payload.size();
    m_messages.erase(found);
    ++m_revision;
    return message;
}

void Outbox::withdrawAll()
{
    const std::lock_guard lock(m_mutex);
    m_messages.clear();
    m_bytes = 0;
    ++m_revision;
}

std::vector<OutMessage> Outbox::messages(size_t most) const
{
    const std::lock_guard lock(m_mutex);
    const auto count = std::ptrdiff_t(std::min(most, m_messages.size()));
    return {m_messages.begin(), m_messages.begin() + count};
}

std::optional<OutMessage> Outbox::take()
{
    const std::lock_guard lock(m_mutex);
    if (m_messages.empty())
        return std::nullopt;
    OutMessage message = std::move(m_messages.front());
    m_messages.pop_front();
    ++m_revision;
    m_bytes -= message.payload.size();
    return message;
}

void Outbox::putBack(std::vector<OutMessage> messages)
{
    const std::lock_guard lock(m_mutex);
    m_revision += messages.empty() ? 0 : 1;
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

quint64 Outbox::revision() const
{
    const std::lock_guard lock(m_mutex);
    return m_revision;
}

qint64 Outbox::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

} // namespace weir
