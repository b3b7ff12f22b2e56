// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "base/eventsink.h"

namespace weir {

class HttpExchange;
struct HttpRequest;

// The rows of one subscription on their way to the sink: what a connection says about itself, and, in the
// same batch and order, what its decoder found.
class FeedLog final
{
public:
    FeedLog(quint32 connection, EventSink &sink)
        : m_sink(sink)
        , m_connection(connection)
    {
    }
    Q_DISABLE_COPY_MOVE(FeedLog)

    void attemptBegins() { m_request = m_response = 0; }
    void request(const HttpRequest &request);
    void response(const HttpExchange &exchange);
    void state(const QByteArray &name, const QString &sentence);
    void note(const QByteArray &name, const QString &sentence);
    void error(const Error &error);

    EventBatch &batch() { return m_batch; }
    quint64 responseNumber() const { return m_response; }
    // False: the sink has enough.
    [[nodiscard]] bool deliver();

private:
    quint64 row(Kind kind, Direction direction, const QByteArray &name, const QByteArray &payload,
                quint64 ref = 0, quint16 flags = 0);
    quint64 about() const { return m_response ? m_response : m_request; }

    EventSink &m_sink;
    const quint32 m_connection;
    EventBatch m_batch;
    quint64 m_lastNumber = 0;
    quint64 m_request = 0;
    quint64 m_response = 0;
};

} // namespace weir
