// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile.h"

namespace weir {

// What was written to be sent: a text, and what it is.
struct WrittenMessage
{
    QString text;
    MessageFormat format = MessageFormat::Text;

    bool operator==(const WrittenMessage &) const = default;
};

// The messages that were sent last, to go back to, as a shell does it: what is being typed is kept while one
// walks, and so are changes to older ones until the next is sent.
class MessageHistory final
{
public:
    static constexpr qsizetype countLimit = 200;
    static constexpr qsizetype sizeLimit = 8 * 1024 * 1024; // characters of all of them

    // Ends the walk. The same as the last one is kept once.
    void add(const WrittenMessage &message);
    // `current` is what stands in the editor; nothing where there is no older or newer one.
    std::optional<WrittenMessage> older(const WrittenMessage &current);
    std::optional<WrittenMessage> newer(const WrittenMessage &current);

    qsizetype size() const { return m_sent.size(); }

private:
    std::optional<WrittenMessage> step(const WrittenMessage &current, qsizetype by);

    QList<WrittenMessage> m_sent;
    QList<WrittenMessage> m_walk; // those as they were changed, and behind them what is being typed
    qsizetype m_at = 0; // in m_walk, where there is one
    qsizetype m_size = 0;
};

} // namespace weir
