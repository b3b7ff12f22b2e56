// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "base/eventsink.h"

namespace weir {

// The rows of one connection on their way to the sink: what it says about itself, and, in the same batch and
// order, what it received and sent.
class LineLog final
{
public:
    LineLog(quint32 connection, EventSink &sink)
        : m_sink(sink)
        , m_connection(connection)
    {
    }
    Q_DISABLE_COPY_MOVE(LineLog)

    void attemptBegins() { m_request = m_response = 0; }
    // The texts are those of requestText() and its kin.
    void request(const QByteArray &method, const QByteArray &text, bool masked);
    void response(int status, const QByteArray &text, bool masked);
    void state(const QByteArray &name, const QString &sentence);
    void note(const QByteArray &name, const QString &sentence);
    void error(const Error &error);
    // Any other row; where it has no time, that of now.
    void add(EventBatch::Record head, QByteArrayView name, QByteArrayView payload, QByteArrayView id = {});
    // The same of a row that later ones will refer to: by this number.
    quint64 addNumbered(EventBatch::Record head, QByteArrayView name, QByteArrayView payload,
                        QByteArrayView id = {});

    EventBatch &batch() { return m_batch; }
    quint64 responseNumber() const { return m_response; }
    // False: the sink has enough.
    [[nodiscard]] bool deliver();

private:
    quint64 about() const { return m_response ? m_response : m_request; }

    EventSink &m_sink;
    const quint32 m_connection;
    EventBatch m_batch;
    quint64 m_lastNumber = 0;
    quint64 m_request = 0;
    quint64 m_response = 0;
};

} // namespace weir
