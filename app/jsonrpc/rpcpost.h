// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rpcjournal.h"
#include "rpcsettings.h"

#include "http/httpexchange.h"
#include "sse/sseparser.h"
#include "websocket/outbox.h"

#include <QTimer>

#include <optional>

namespace weir {

// One call, notification or batch after another as the body of a POST, over a line that is kept alive between
// them. The answer is JSON, or a stream of events that are messages. What happens becomes rows; the owner
// hands them on.
class RpcPost final : public QObject
{
    Q_OBJECT

public:
    RpcPost(const RpcSettings &settings, RpcJournal &journal, LineLog &log, QObject *parent);
    Q_DISABLE_COPY_MOVE(RpcPost)

    bool isIdle() const { return !m_isBusy; }
    bool isStreaming() const { return m_isBusy && m_stream; }
    bool isSpare() const { return isStreaming() && !m_journal.isPending(m_exchange); }
    bool isAbandoned() const; // calls were sent, and nobody waits for them any more
    void send(const OutMessage &message);
    std::optional<OutMessage> unsent() const; // what was given and has not gone out yet
    void stop(); // what is under way, silently
    void setHeld(bool held); // the log has enough: nothing is read

Q_SIGNALS:
    void happened(); // rows were added
    void received(quint64 messages, qint64 bytes);
    void asked(const std::vector<weir::RpcMessage> &requests, bool isBatch); // that came in a stream
    void certificateRefused(const weir::CertificateReport &report);
    void finished(); // idle again; from inside of it another one may be sent

private:
    void sending(const HttpRequest &request);
    void answered();
    void follow();
    void read();
    void take(QByteArrayView bytes);
    void takeMessage(const RpcDocument &document, QByteArrayView text, RpcJournal::Part part);
    void timedOut();
    void ended(const Error &error);
    void judge();
    void fail(QByteArrayView why, const QString &sentence);
    void finish();

    const RpcSettings m_settings;
    RpcJournal &m_journal;
    LineLog &m_log;
    HttpExchange m_http;
    QTimer m_timer; // of what no call waits for
    std::unique_ptr<SseParser> m_stream; // of an answer that is one
    EventBatch m_streamRows;
    OutMessage m_message; // the request
    QByteArray m_body; // of the answer
    std::vector<char> m_slice;
    std::optional<Error> m_endedWith; // its last bytes may wait for the log
    quint64 m_exchange = 0;
    quint64 m_httpRequest = 0;
    int m_status = 0;
    bool m_isBusy = false;
    bool m_isHeld = false;
    bool m_hasCalls = false;
    bool m_isAnswered = false; // all of them; a stream may go on
};

} // namespace weir
