// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpcpost.h"

#include "rpcrequest.h"

#include "http/lineclient.h"

#include "base/clock.h"

#include <algorithm>
#include <utility>

namespace weir {

namespace {
constexpr qint64 sliceSize = 64 * 1024;

// Whether any of it is a message of JSON-RPC, and not, for instance, an error as gateways put it.
bool saysRpc(const RpcDocument &document)
{
    return std::any_of(document.messages.begin(), document.messages.end(),
                       [](const RpcMessage &message) { return message.type != RpcMessage::Type::Invalid; });
}

bool isGood(int status)
{
    return status >= 200 && status < 300;
}
}

RpcPost::RpcPost(const RpcSettings &settings, RpcJournal &journal, LineLog &log, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_journal(journal)
    , m_log(log)
    , m_http(transportOf(settings), this)
    , m_timer(this)
    , m_slice(size_t(sliceSize))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RpcPost::timedOut);
    connect(&m_http, &HttpExchange::sending, this, &RpcPost::sending);
    connect(&m_http, &HttpExchange::answered, this, &RpcPost::answered);
    connect(&m_http, &HttpExchange::bytesArrived, this, &RpcPost::read);
    connect(&m_http, &HttpExchange::ended, this, &RpcPost::ended);
}

void RpcPost::send(const OutMessage &message)
{
    m_isBusy = true;
    m_message = message;
    m_body.clear();
    m_stream.reset();
    m_endedWith.reset();
    m_exchange = m_httpRequest = 0;
    m_status = 0;
    m_hasCalls = m_isAnswered = false;
    m_http.start(postOf(m_settings, message.payload));
}

void RpcPost::stop()
{
    m_timer.stop();
    m_http.stop();
    m_endedWith.reset();
    m_isBusy = false;
}

std::optional<OutMessage> RpcPost::unsent() const
{
    return m_isBusy && m_exchange == 0 ? std::optional(m_message) : std::nullopt;
}

bool RpcPost::isAbandoned() const
{
    return m_hasCalls && !m_isAnswered && !m_journal.isPending(m_exchange);
}

void RpcPost::setHeld(bool held)
{
    if (std::exchange(m_isHeld, held) == held || held || !m_isBusy)
        return;
    if (m_endedWith)
        ended(Error(*m_endedWith));
    else
        read();
}

void RpcPost::sending(const HttpRequest &request)
{
    if (m_exchange == 0) // else a redirect sends it once more
        m_exchange = m_journal.sent(m_message.payload, nowMicroseconds());
    m_hasCalls = m_journal.isPending(m_exchange);
    if (!m_hasCalls && m_settings.callTimeout > 0)
        m_timer.start(int(std::min(m_settings.callTimeout, longestTimer)));
    bool isMasked = false;
    const QByteArray text = requestText(request, &isMasked);
    m_httpRequest = m_log.addNumbered({.ref = m_exchange,
                                       .kind = Kind::HttpRequest,
                                       .direction = Direction::Out,
                                       .flags = quint16(isMasked ? Masked : 0)},
                                      request.method, text);
    Q_EMIT happened();
}

void RpcPost::answered()
{
    m_status = m_http.statusCode();
    bool isMasked = false;
    const QByteArray text = m_http.responseText(&isMasked);
    m_log.add({.ref = m_httpRequest,
               .kind = Kind::HttpResponse,
               .direction = Direction::In,
               .flags = quint16(LastRef | (isMasked ? Masked : 0))},
              QByteArray::number(m_status), text);
    if (m_http.isRedirect())
        return follow();
    const QByteArray type = m_http.header("Content-Type").split(';').value(0).trimmed();
    if (isGood(m_status) && type.compare("text/event-stream", Qt::CaseInsensitive) == 0)
        m_stream = std::make_unique<SseParser>(m_settings.messageLimit);
    Q_EMIT happened();
}

void RpcPost::follow()
{
    const auto next = m_http.follow();
    if (!next) {
        fail("transport", errorText(next.error()));
        return finish();
    }
    QString sentence = tr("Redirected to %1.").arg(next->request.url.toDisplayString());
    if (!next->stripped.isEmpty())
        sentence += QLatin1Char(' ')
            + tr("Not sent to another origin: %1.").arg(QString::fromLatin1(next->stripped.join(", ")));
    // RFC 9110 15.4: 301, 302 and 303 make a GET of a POST.
    m_log.note("redirect", sentence);
    if (next->request.method != "POST") {
        fail("http", tr("The server redirects with %1, which a call does not survive.").arg(m_status));
        return finish();
    }
    Q_EMIT happened();
}

void RpcPost::read()
{
    while (m_isBusy && !m_isHeld) {
        const qint64 size = m_http.read(m_slice.data(), sliceSize);
        if (size == 0)
            return;
        take({m_slice.data(), qsizetype(size)});
    }
}

void RpcPost::take(QByteArrayView bytes)
{
    if (!m_stream) {
        m_body += bytes;
        Q_EMIT received(0, bytes.size());
        if (m_body.size() <= m_settings.messageLimit)
            return;
        fail("limit", tr("The answer is longer than %1 bytes, the limit.").arg(m_settings.messageLimit));
        return finish();
    }
    StreamSink rows{m_streamRows, nowMicroseconds(), 0};
    m_stream->feed(bytes, rows);
    Q_EMIT received(0, bytes.size());
    for (qsizetype i = 0; i < m_streamRows.count(); ++i) {
        const EventView event = m_streamRows.at(i);
        if (event.kind == Kind::SseEvent)
            takeMessage(parseRpc(event.payload), event.payload, RpcJournal::Part::OneOfMany);
    }
    m_streamRows.clear();
}

void RpcPost::takeMessage(const RpcDocument &document, QByteArrayView text, RpcJournal::Part part)
{
    const auto requests = m_journal.received(document, text, nowMicroseconds(), m_exchange, part);
    m_isAnswered = !m_journal.isPending(m_exchange);
    Q_EMIT received(document.messages.size(), 0);
    Q_EMIT happened();
    if (!requests.empty())
        Q_EMIT asked(requests, document.isBatch);
}

// What has no call has no time in the journal.
void RpcPost::timedOut()
{
    fail("timeout",
         tr("The server did not end its answer in %1.").arg(millisecondsText(m_settings.callTimeout)));
    finish();
}

void RpcPost::ended(const Error &error)
{
    m_endedWith = error;
    read(); // bytes may be left
    // What the log has no room for is read first, later.
    if (!m_endedWith || m_isHeld || !m_isBusy)
        return;
    if (error.code == ErrorCode::CertificateError) {
        m_log.note("certificate", longText(m_http.certificateReport()));
        Q_EMIT certificateRefused(m_http.certificateReport());
    }
    if (error.code != ErrorCode::None)
        fail("transport", errorText(error));
    else
        judge();
    finish();
}

// The whole answer is there.
void RpcPost::judge()
{
    if (m_stream)
        return m_journal.giveUp(m_exchange, "missing",
                                tr("The stream of the server ended without the answer."));
    const RpcDocument document = parseRpc(m_body);
    if (!isGood(m_status) && !saysRpc(document)) {
        if (!m_body.isEmpty())
            m_log.add({.ref = m_exchange, .kind = Kind::RpcInvalid, .direction = Direction::In},
                      rpcFaultName(RpcFault::NotJson), m_body);
        return fail("http", errorText(m_http.statusError()));
    }
    if (!m_body.isEmpty())
        takeMessage(document, m_body, RpcJournal::Part::Whole);
    m_journal.giveUp(m_exchange, "missing",
                     m_body.isEmpty()
                         ? tr("The server answered %1 without a body, as to a notification.").arg(m_status)
                         : tr("The server's answer has none for this call."));
}

// Also where nothing but a notification was sent.
void RpcPost::fail(QByteArrayView why, const QString &sentence)
{
    if (m_exchange == 0) // it did not even come to be sent
        m_exchange = m_journal.sent(m_message.payload, nowMicroseconds());
    if (m_journal.isPending(m_exchange))
        m_journal.giveUp(m_exchange, why, sentence);
    else
        m_log.add({.ref = m_exchange, .kind = Kind::Error, .direction = Direction::Local}, why,
                  sentence.toUtf8());
}

void RpcPost::finish()
{
    stop();
    m_body = {};
    m_stream.reset();
    Q_EMIT happened();
    Q_EMIT finished();
}

} // namespace weir
