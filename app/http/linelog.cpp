// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linelog.h"

#include "base/clock.h"

namespace weir {

namespace {
quint16 maskedFlag(bool masked)
{
    return masked ? quint16(Masked) : quint16(0);
}
}

void LineLog::request(const QByteArray &method, const QByteArray &text, bool masked)
{
    m_response = 0;
    m_request = addNumbered(
        {.kind = Kind::HttpRequest, .direction = Direction::Out, .flags = maskedFlag(masked)}, method, text);
}

void LineLog::response(int status, const QByteArray &text, bool masked)
{
    // Nothing else refers to the request once it is answered.
    m_response = addNumbered({.ref = m_request,
                              .kind = Kind::HttpResponse,
                              .direction = Direction::In,
                              .flags = quint16(LastRef | maskedFlag(masked))},
                             QByteArray::number(status), text);
}

void LineLog::state(const QByteArray &name, const QString &sentence)
{
    add({.ref = about(), .kind = Kind::State, .direction = Direction::Local}, name, sentence.toUtf8());
}

void LineLog::note(const QByteArray &name, const QString &sentence)
{
    add({.ref = m_response, .kind = Kind::Note, .direction = Direction::Local}, name, sentence.toUtf8());
}

void LineLog::error(const Error &error)
{
    add({.ref = about(), .kind = Kind::Error, .direction = Direction::Local}, {}, errorText(error).toUtf8());
}

void LineLog::add(EventBatch::Record head, QByteArrayView name, QByteArrayView payload, QByteArrayView id)
{
    if (head.time == 0)
        head.time = nowMicroseconds();
    m_batch.append(head, name, id, payload);
}

quint64 LineLog::addNumbered(EventBatch::Record head, QByteArrayView name, QByteArrayView payload,
                             QByteArrayView id)
{
    head.number = ++m_lastNumber;
    add(head, name, payload, id);
    return m_lastNumber;
}

bool LineLog::deliver()
{
    if (m_batch.isEmpty())
        return true;
    m_batch.setConnection(m_connection);
    return m_sink.accept(m_batch);
}

} // namespace weir
