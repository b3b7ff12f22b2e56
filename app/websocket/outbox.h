// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "base/event.h"

#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace weir {

// A message on its way out: WsText or WsBinary.
struct OutMessage
{
    quint64 id = 0; // 1, 2, 3 ... of its outbox
    Kind kind = Kind::WsText;
    QByteArray payload;

    bool operator==(const OutMessage &) const = default;
};

// The messages that wait to be sent, in order. It outlives the lines that they are sent over, so that nothing
// is lost with one; a message leaves it exactly once: to a line, or withdrawn. Any thread.
class Outbox final
{
public:
    static constexpr qint64 limit = 64 * 1024 * 1024; // bytes; a single message may be larger
    static constexpr qint64 overhead = 64; // bytes that a message costs besides its payload

    Outbox() = default;
    Q_DISABLE_COPY_MOVE(Outbox)

    // The id of the message; InvalidText where a text is not UTF-8, OutboxFull.
    Expected<quint64> push(Kind kind, const QByteArray &payload);
    std::optional<OutMessage> withdraw(quint64 id); // nothing: it is on its way
    void withdrawAll();
    std::vector<OutMessage> messages(size_t most) const; // the first
    bool hasRoomFor(qint64 size) const; // bytes of a payload

    std::optional<OutMessage> take();
    void putBack(std::vector<OutMessage> messages); // a line lost them before they were sent

    qsizetype count() const;
    qint64 bytes() const; // of payloads
    quint64 revision() const; // another one whenever something came or went

private:
    bool fits(qint64 size) const;
    qint64 cost() const { return m_bytes + overhead * qint64(m_messages.size()); }

    mutable std::mutex m_mutex;
    std::deque<OutMessage> m_messages;
    qint64 m_bytes = 0;
    quint64 m_lastId = 0;
    quint64 m_revision = 0;
};

} // namespace weir
