// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "messagetext.h"

#include <QObject>

#include <memory>
#include <unordered_map>
#include <vector>

namespace weir {

class CaptureReader;
class Delivery;

// The messages that are shown whole: read and formatted on the pool. A bounded number; the one that was
// expanded first is closed for a new one.
class ExpandedMessages final : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t limit = 64;
    static constexpr qsizetype shownBytes = 64'000; // of each

    explicit ExpandedMessages(QObject *parent = nullptr);
    ~ExpandedMessages() override;
    Q_DISABLE_COPY_MOVE(ExpandedMessages)

    void setReader(std::shared_ptr<const CaptureReader> reader); // closes all
    void expand(quint64 seq);
    void collapse(quint64 seq);
    bool isExpanded(quint64 seq) const { return m_messages.count(seq) != 0; }
    const MessageText *text(quint64 seq) const; // null where it is not expanded, or still read
    size_t count() const { return m_messages.size(); }

Q_SIGNALS:
    void changed(quint64 seq); // text() or isExpanded()

private:
    struct Message
    {
        std::shared_ptr<MessageText> text;
        std::shared_ptr<Delivery> delivery;
    };
    void close(quint64 seq);

    std::shared_ptr<const CaptureReader> m_reader;
    std::unordered_map<quint64, Message> m_messages;
    std::vector<quint64> m_order; // of expansion
};

} // namespace weir
