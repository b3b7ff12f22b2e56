// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sseclient.h"

#include "continuity.h"
#include "sseparser.h"
#include "sserequest.h"
#include "streamdecoder.h"

#include "http/httpexchange.h"

#include "base/clock.h"

#include <QElapsedTimer>

#include <algorithm>
#include <vector>

namespace weir {

namespace {
constexpr qint64 sliceSize = 64 * 1024;
}

struct SseClient::Private
{
    Private(const SseSettings &given, QObject *parent);

    const SseSettings settings;
    const StreamEnd streamEnd;
    std::unique_ptr<StreamDecoder> decoder;
    Continuity continuity;
    SseStatus status;
    StatusCell<SseStatus> cell;
    std::vector<char> slice;

    HttpExchange exchange;
    QElapsedTimer sinceByte;
    QTimer idleTimer;
    std::optional<Error> endedWith; // the exchange is over; its last bytes may still wait for the log
    bool isStreaming = false; // the answer was accepted
};

SseClient::Private::Private(const SseSettings &given, QObject *parent)
    : settings(given)
    , streamEnd(settings.reconnect ? StreamEnd::Reconnect : StreamEnd::Stop)
    , decoder(std::make_unique<SseParser>(settings.lineLimit, firstLastEventId(settings)))
    , continuity(firstLastEventId(settings))
    , slice(size_t(sliceSize))
    , exchange(transportFor(settings), parent)
    , idleTimer(parent)
{
    status.reconnectionTime = settings.reconnectionTime;
    status.lastEventId = decoder->lastEventId();
    cell.set(status);
    idleTimer.setSingleShot(true);
}

SseClient::SseClient(const SseSettings &settings, quint32 connection, EventSink &sink,
                     std::function<double()> random)
    : LineClient(settings, connection, sink, std::move(random))
    , d(std::make_unique<Private>(settings, this))
{
    connect(&d->exchange, &HttpExchange::sending, this, [this](const HttpRequest &request) {
        bool masked = false;
        const QByteArray text = requestText(request, &masked);
        log.request(request.method, text, masked);
        deliver();
    });
    connect(&d->exchange, &HttpExchange::answered, this, &SseClient::answered);
    connect(&d->exchange, &HttpExchange::bytesArrived, this, &SseClient::read);
    connect(&d->exchange, &HttpExchange::ended, this, &SseClient::exchangeEnded);
    connect(&d->idleTimer, &QTimer::timeout, this, &SseClient::checkIdle);
}

SseClient::~SseClient() = default;

Expected<void> SseClient::validate(const SseSettings &settings)
{
    return validateSettings(settings);
}

const StatusCell<SseStatus> &SseClient::status() const
{
    return d->cell;
}

LineStatus SseClient::lineStatus() const
{
    return d->cell.get();
}

LineStatus &SseClient::line()
{
    return d->status;
}

Expected<void> SseClient::check() const
{
    return validate(d->settings);
}

void SseClient::forget()
{
    d->status.httpStatus = 0;
    d->status.contentType.clear();
    d->status.firstByteMs = -1;
    d->decoder->reset();
}

void SseClient::attempt()
{
    d->exchange.start(requestFor(d->settings, d->decoder->lastEventId()));
}

void SseClient::leave()
{
    d->idleTimer.stop();
    d->endedWith.reset();
    if (d->isStreaming) {
        d->isStreaming = false;
        StreamSink out{log.batch(), nowMicroseconds(), log.responseNumber()};
        d->decoder->finish(out);
        d->status.discardedLines += out.discardedLines;
        deliver();
    }
    d->exchange.stop();
}

void SseClient::hold()
{
    d->idleTimer.stop(); // silence is ours now
}

void SseClient::resume()
{
    if (!d->isStreaming)
        return;
    watchForSilence();
    if (d->endedWith)
        exchangeEnded(Error(*d->endedWith));
    else
        read();
}

void SseClient::share()
{
    d->status.lastEventId = d->decoder->lastEventId();
    d->cell.set(d->status);
}

QString SseClient::resumeText() const
{
    const QByteArray id = d->decoder->lastEventId();
    return id.isEmpty() ? QString() : QLatin1String(", ") + tr("Last-Event-ID %1").arg(QString::fromUtf8(id));
}

void SseClient::answered()
{
    const int code = d->exchange.statusCode();
    d->status.httpStatus = code;
    d->status.firstByteMs = d->exchange.elapsed();
    d->status.contentType = d->exchange.header("Content-Type");
    bool masked = false;
    const QByteArray text = d->exchange.responseText(&masked);
    log.response(code, text, masked);
    if (d->exchange.isRedirect())
        return follow();
    // HTML 9.2.3: 204 asks not to reconnect.
    if (code == 204)
        return end({ErrorCode::NoContent, {}}, false);
    if (code != 200) {
        const qint64 after =
            retryAfter(d->exchange.header("Retry-After"), nowMicroseconds() / 1000).value_or(0);
        return lost(d->exchange.statusError(), after);
    }
    const QByteArray type = d->status.contentType.split(';').value(0).trimmed();
    if (type.compare("text/event-stream", Qt::CaseInsensitive) != 0)
        return fail({ErrorCode::ContentType, QString::fromUtf8(d->status.contentType)});
    accepted();
}

void SseClient::accepted()
{
    d->isStreaming = true;
    d->continuity.streamBegins();
    opened(tr("Open: %1, %2.")
               .arg(QString::number(d->status.httpStatus), QString::fromUtf8(d->status.contentType)));
    if (!d->status.held)
        watchForSilence();
}

void SseClient::follow()
{
    const auto next = d->exchange.follow();
    if (!next)
        return fail(next.error());
    QString sentence = tr("Redirected to %1.").arg(next->request.url.toDisplayString());
    if (!next->stripped.isEmpty())
        sentence += QLatin1Char(' ')
            + tr("Not sent to another origin: %1.").arg(QString::fromLatin1(next->stripped.join(", ")));
    log.note("redirect", sentence);
    deliver();
}

void SseClient::read()
{
    while (d->isStreaming && !d->status.held) {
        const qint64 size = d->exchange.read(d->slice.data(), sliceSize);
        if (size == 0)
            return;
        StreamSink out{log.batch(), nowMicroseconds(), log.responseNumber()};
        const qsizetype first = log.batch().count();
        d->decoder->feed({d->slice.data(), qsizetype(size)}, out);
        if (const auto sentence = d->continuity.take(log.batch(), first))
            log.note("continuity", *sentence);
        d->sinceByte.start();
        d->status.lastByteAt = out.time;
        d->status.bytes += quint64(size);
        d->status.events += out.events;
        d->status.discardedLines += out.discardedLines;
        if (const auto time = d->decoder->reconnectionTime(); time && *time != backoff.base()) {
            backoff.setBase(*time);
            d->status.reconnectionTime = *time;
        }
        if (out.events > 0)
            settled();
        deliver();
        publishSoon();
    }
}

void SseClient::exchangeEnded(const Error &error)
{
    if (error.code == ErrorCode::CertificateError) {
        d->status.certificate = d->exchange.certificateReport();
        log.note("certificate", longText(d->status.certificate));
    }
    d->endedWith = error;
    read(); // bytes may be left
    // What the log has no room for is read first, later.
    if (!d->endedWith || d->status.held)
        return;
    if (error.code != ErrorCode::None)
        return lost(error);
    const Error ended{ErrorCode::StreamEnded, {}};
    d->streamEnd == StreamEnd::Stop ? end(ended, false) : lost(ended);
}

void SseClient::checkIdle()
{
    const qint64 left = d->settings.readTimeout - d->sinceByte.elapsed();
    if (left > 0)
        d->idleTimer.start(int(std::min(left, longestTimer)));
    else
        lost({ErrorCode::ReadTimeout, millisecondsText(d->settings.readTimeout)});
}

void SseClient::watchForSilence()
{
    d->sinceByte.start();
    if (d->settings.readTimeout > 0)
        d->idleTimer.start(int(std::min(d->settings.readTimeout, longestTimer)));
}

} // namespace weir
