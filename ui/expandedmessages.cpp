// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expandedmessages.h"

#include "delivery.h"

#include "log/capturereader.h"

#include <QThreadPool>

#include <algorithm>

namespace weir {

ExpandedMessages::ExpandedMessages(QObject *parent)
    : QObject(parent)
{
}

ExpandedMessages::~ExpandedMessages()
{
    setReader({});
}

void ExpandedMessages::setReader(std::shared_ptr<const CaptureReader> reader)
{
    for (const auto &[seq, message] : m_messages)
        message.delivery->cancel();
    m_messages.clear();
    m_order.clear();
    m_reader = std::move(reader);
}

void ExpandedMessages::expand(quint64 seq)
{
    if (!m_reader || isExpanded(seq))
        return;
    if (m_order.size() == limit)
        collapse(m_order.front());
    const auto delivery = std::make_shared<Delivery>(this);
    m_messages[seq].delivery = delivery;
    m_order.push_back(seq);
    QThreadPool::globalInstance()->start([this, delivery, reader = m_reader, seq] {
        const Expected<Event> event = reader->event(seq);
        const auto text = std::make_shared<MessageText>();
        if (event && !delivery->isCancelled()) {
            const QByteArrayView all(event->payload);
            *text = messageText(all.first(std::min(all.size(), shownBytes)), quint64(all.size()),
                                JsonForm::Indented);
        }
        delivery->deliver([this, delivery, seq, text, isRead = event.has_value()] {
            if (delivery->isCancelled())
                return;
            if (isRead)
                m_messages[seq].text = text;
            else
                close(seq);
            Q_EMIT changed(seq);
        });
    });
}

void ExpandedMessages::collapse(quint64 seq)
{
    if (!isExpanded(seq))
        return;
    close(seq);
    Q_EMIT changed(seq);
}

void ExpandedMessages::close(quint64 seq)
{
    m_messages[seq].delivery->cancel();
    m_messages.erase(seq);
    std::erase(m_order, seq);
}

const MessageText *ExpandedMessages::text(quint64 seq) const
{
    const auto found = m_messages.find(seq);
    return found == m_messages.end() ? nullptr : found->second.text.get();
}

} // namespace weir
