// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "feedlog.h"

#include "http/httpexchange.h"

#include "base/clock.h"

namespace weir {

void FeedLog::request(const HttpRequest &request)
{
    bool masked = false;
    const QByteArray text = requestText(request, &masked);
    m_response = 0;
    m_request = row(Kind::HttpRequest, Direction::Out, request.method, text, 0,
                    masked ? quint16(Masked) : quint16(0));
}

void FeedLog::response(const HttpExchange &exchange)
{
    bool masked = false;
    const QByteArray text = exchange.responseText(&masked);
    // Nothing else refers to the request once it is answered.
    m_response = row(Kind::HttpResponse, Direction::In, QByteArray::number(exchange.statusCode()), text,
                     m_request, quint16(LastRef | (masked ? Masked : 0)));
}

void FeedLog::state(const QByteArray &name, const QString &sentence)
{
    row(Kind::State, Direction::Local, name, sentence.toUtf8(), about());
}

void FeedLog::note(const QByteArray &name, const QString &sentence)
{
    row(Kind::Note, Direction::Local, name, sentence.toUtf8(), m_response);
}

void FeedLog::error(const Error &error)
{
    row(Kind::Error, Direction::Local, {}, errorText(error).toUtf8(), about());
}

bool FeedLog::deliver()
{
    if (m_batch.isEmpty())
        return true;
    m_batch.setConnection(m_connection);
    return m_sink.accept(m_batch);
}

quint64 FeedLog::row(Kind kind, Direction direction, const QByteArray &name, const QByteArray &payload,
                     quint64 ref, quint16 flags)
{
    m_batch.append({.time = nowMicroseconds(),
                    .number = ++m_lastNumber,
                    .ref = ref,
                    .kind = kind,
                    .direction = direction,
                    .flags = flags},
                   name, {}, payload);
    return m_lastNumber;
}

} // namespace weir
