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

    Outbox() = default;
    Q_DISABLE_COPY_MOVE(Outbox)

    // The id of the message; InvalidText where a text is not UTF-8, OutboxFull.
    Expected<quint64> push(Kind kind, const QByteArray &payload);
    bool withdraw(quint64 id); // false: it is on its way
    std::vector<OutMessage> messages() const;

    std::optional<OutMessage> take();
    void putBack(std::vector<OutMessage> messages); // a line lost them before they were sent

    qsizetype count() const;
    qint64 bytes() const;

private:
    mutable std::mutex m_mutex;
    std::deque<OutMessage> m_messages;
    qint64 m_bytes = 0;
    quint64 m_lastId = 0;
};

} // namespace weir
