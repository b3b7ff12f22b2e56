// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sseclient.h"

#include "sseclient_p.h"
#include "sseparser.h"
#include "sserequest.h"

#include "http/networkerror.h"

#include "base/clock.h"

#include <QCoreApplication>
#include <QEvent>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace weir {

namespace {
constexpr qint64 sliceSize = 64 * 1024;
constexpr int publishInterval = 16;
constexpr qint64 leastBackoff = 100; // ms, from the second attempt on
constexpr qint64 longestTimer = 0x7fffffff; // QTimer counts in int
const QEvent::Type wakeEvent = QEvent::Type(QEvent::registerEventType());

QByteArray stateName(LineState state)
{
    switch (state) {
    case LineState::Connecting:
        return "connecting";
    case LineState::Open:
        return "open";
    case LineState::Waiting:
        return "waiting";
    case LineState::Closing:
        return "closing";
    case LineState::Closed:
        break;
    }
    return "closed";
}

QString seconds(qint64 milliseconds)
{
    return milliseconds < 1000
        ? SseClient::tr("%1 ms").arg(milliseconds)
        : SseClient::tr("%1 s").arg(QString::number(double(milliseconds) / 1000, 'g', 6));
}
}

SseClient::Private::Private(SseClient *client, SseSettings s, quint32 c, EventSink &eventSink,
                            std::function<double()> r)
    : QObject(client)
    , q(client)
    , settings(std::move(s))
    , sink(eventSink)
    , random(r ? std::move(r) : [] { return QRandomGenerator::global()->generateDouble(); })
    , streamEnd(settings.reconnect ? StreamEnd::Reconnect : StreamEnd::Stop)
    , wakeTarget(std::make_shared<WakeTarget>())
    , decoder(std::make_unique<SseParser>(settings.lineLimit, firstLastEventId(settings)))
    , continuity(firstLastEventId(settings))
    , backoff(settings.reconnectionTime)
    , log(c, eventSink)
    , slice(size_t(sliceSize))
    , exchange(transportFor(settings), this)
    , idleTimer(this)
    , waitTimer(this)
    , publishTimer(this)
{
    status.reconnectionTime = settings.reconnectionTime;
    status.lastEventId = decoder->lastEventId();
    cell.set(status);
    for (QTimer *timer : {&idleTimer, &waitTimer, &publishTimer})
        timer->setSingleShot(true);
    waitTimer.setTimerType(Qt::PreciseTimer);
    connect(&exchange, &HttpExchange::sending, this, &Private::sending);
    connect(&exchange, &HttpExchange::answered, this, &Private::answered);
    connect(&exchange, &HttpExchange::bytesArrived, this, &Private::read);
    connect(&exchange, &HttpExchange::ended, this, &Private::exchangeEnded);
    connect(&idleTimer, &QTimer::timeout, this, &Private::checkIdle);
    connect(&waitTimer, &QTimer::timeout, this, &Private::begin);
    connect(&publishTimer, &QTimer::timeout, this, &Private::publish);
    wakeTarget->client = this;
    sink.setWaker([target = wakeTarget] {
        const std::lock_guard lock(target->mutex);
        if (target->client)
            QCoreApplication::postEvent(target->client, new QEvent(wakeEvent));
    });
}

SseClient::Private::~Private()
{
    const std::lock_guard lock(wakeTarget->mutex);
    wakeTarget->client = nullptr;
}

void SseClient::Private::setState(LineState state, const QString &sentence)
{
    status.state = state;
    if (state != LineState::Waiting)
        status.waitingUntil = 0;
    log.state(stateName(state), sentence);
    publish();
}

void SseClient::Private::begin()
{
    waitTimer.stop();
    leave();
    ++status.attempt;
    if (everOpen)
        ++status.reconnects;
    status.httpStatus = 0;
    status.contentType.clear();
    status.firstByteMs = -1;
    status.error = {};
    status.certificate = {};
    decoder->reset();
    QString sentence = tr("Connecting to %1.").arg(settings.url.toDisplayString());
    if (status.attempt > 1 || everOpen)
        sentence += QLatin1Char(' ') + tr("Attempt %1%2.").arg(QString::number(status.attempt), resumeText());
    setState(LineState::Connecting, sentence); // it belongs to the connection that was lost
    log.attemptBegins();
    exchange.start(requestFor(settings, decoder->lastEventId()));
}

void SseClient::Private::sending(const HttpRequest &request)
{
    log.request(request);
    deliver();
}

void SseClient::Private::retryLater(const Error &reason, qint64 atLeast)
{
    // `retry: 0` is obeyed once; doubling it must not become a storm.
    const qint64 floor = backoff.attempts() == 0 ? 0 : leastBackoff;
    const qint64 wait = std::clamp(std::max({backoff.next(random()), atLeast, floor}), 0LL, longestTimer);
    status.error = reason;
    status.waitingUntil = nowMicroseconds() + wait * 1000;
    setState(LineState::Waiting,
             tr("%1 Attempt %2 in %3%4.")
                 .arg(errorText(reason), QString::number(status.attempt + 1), seconds(wait), resumeText()));
    waitTimer.start(int(wait));
}

void SseClient::Private::fail(const Error &error)
{
    log.error(error);
    end(error, true);
}

void SseClient::Private::end(const Error &error, bool failed)
{
    waitTimer.stop();
    leave();
    status.error = error;
    status.failed = failed;
    setState(LineState::Closed, error.code == ErrorCode::None ? tr("Stopped.") : errorText(error));
    publishTimer.stop();
    Q_EMIT q->statusChanged();
    Q_EMIT q->finished();
}

void SseClient::Private::lost(const Error &error, qint64 atLeast)
{
    leave();
    const bool clean = error.code == ErrorCode::StreamEnded;
    if (!isWorthARetry(error, settings.resilient))
        return fail(error);
    if (clean && streamEnd == StreamEnd::Stop)
        return end(error, false);
    if (!settings.reconnect)
        return fail(error);
    if (!clean)
        log.error(error);
    retryLater(error, atLeast);
}

void SseClient::Private::leave()
{
    idleTimer.stop();
    endedWith.reset();
    if (isStreaming) {
        isStreaming = false;
        StreamSink out{log.batch(), nowMicroseconds(), log.responseNumber()};
        decoder->finish(out);
        status.discardedLines += out.discardedLines;
        deliver();
    }
    exchange.stop();
}

void SseClient::Private::answered()
{
    const int code = exchange.statusCode();
    status.httpStatus = code;
    status.firstByteMs = exchange.elapsed();
    status.contentType = exchange.header("Content-Type");
    log.response(exchange);
    if (exchange.isRedirect())
        return follow();
    // HTML 9.2.3: 204 asks not to reconnect.
    if (code == 204)
        return end({ErrorCode::NoContent, {}}, false);
    if (code != 200) {
        const qint64 after = retryAfter(exchange.header("Retry-After"), nowMicroseconds() / 1000).value_or(0);
        return lost(exchange.statusError(), after);
    }
    const QByteArray type = status.contentType.split(';').value(0).trimmed();
    if (type.compare("text/event-stream", Qt::CaseInsensitive) != 0)
        return fail({ErrorCode::ContentType, QString::fromUtf8(status.contentType)});
    accepted();
}

void SseClient::Private::accepted()
{
    isStreaming = true;
    everOpen = true;
    status.connectedAt = status.lastByteAt = nowMicroseconds();
    continuity.streamBegins();
    setState(
        LineState::Open,
        tr("Open: %1, %2.").arg(QString::number(status.httpStatus), QString::fromUtf8(status.contentType)));
    watchForSilence();
}

void SseClient::Private::follow()
{
    const auto next = exchange.follow();
    if (!next)
        return fail(next.error());
    QString sentence = tr("Redirected to %1.").arg(next->request.url.toDisplayString());
    if (!next->stripped.isEmpty())
        sentence += QLatin1Char(' ')
            + tr("Not sent to another origin: %1.").arg(QString::fromLatin1(next->stripped.join(", ")));
    log.note("redirect", sentence);
    deliver();
}

void SseClient::Private::read()
{
    while (isStreaming && !status.held) {
        const qint64 size = exchange.read(slice.data(), sliceSize);
        if (size == 0)
            return;
        StreamSink out{log.batch(), nowMicroseconds(), log.responseNumber()};
        const qsizetype first = log.batch().count();
        decoder->feed({slice.data(), qsizetype(size)}, out);
        if (const auto sentence = continuity.take(log.batch(), first))
            log.note("continuity", *sentence);
        sinceByte.start();
        status.lastByteAt = out.time;
        status.bytes += quint64(size);
        status.events += out.events;
        status.discardedLines += out.discardedLines;
        if (const auto time = decoder->reconnectionTime(); time && *time != backoff.base()) {
            backoff.setBase(*time);
            status.reconnectionTime = *time;
        }
        if (out.events > 0) {
            backoff.reset();
            status.attempt = 0;
        }
        deliver();
        publishSoon();
    }
}

void SseClient::Private::exchangeEnded(const Error &error)
{
    if (error.code == ErrorCode::CertificateError) {
        status.certificate = exchange.certificateReport();
        log.note("certificate", longText(status.certificate));
    }
    endedWith = error;
    read(); // bytes may be left
    // What the log has no room for is read first, later.
    if (!endedWith || status.held)
        return;
    lost(error.code == ErrorCode::None ? Error{ErrorCode::StreamEnded, {}} : error);
}

void SseClient::Private::checkIdle()
{
    const qint64 left = settings.readTimeout - sinceByte.elapsed();
    if (left > 0)
        idleTimer.start(int(std::min(left, longestTimer)));
    else
        lost({ErrorCode::ReadTimeout, seconds(settings.readTimeout)});
}

void SseClient::Private::watchForSilence()
{
    sinceByte.start();
    if (settings.readTimeout > 0)
        idleTimer.start(int(std::min(settings.readTimeout, longestTimer)));
}

void SseClient::Private::deliver()
{
    if (log.deliver() || status.held)
        return;
    status.held = true;
    idleTimer.stop(); // silence is ours now
    publishSoon();
}

void SseClient::Private::wake()
{
    if (!status.held)
        return;
    status.held = false;
    publishSoon();
    if (!isStreaming)
        return;
    watchForSilence();
    if (endedWith)
        exchangeEnded(Error(*endedWith));
    else
        read();
}

void SseClient::Private::publish()
{
    deliver();
    status.lastEventId = decoder->lastEventId();
    cell.set(status);
    Q_EMIT q->statusChanged();
}

void SseClient::Private::publishSoon()
{
    if (!publishTimer.isActive())
        publishTimer.start(publishInterval);
}

bool SseClient::Private::event(QEvent *event)
{
    if (event->type() != wakeEvent)
        return QObject::event(event);
    wake();
    return true;
}

QString SseClient::Private::resumeText() const
{
    const QByteArray id = decoder->lastEventId();
    return id.isEmpty() ? QString() : QLatin1String(", ") + tr("Last-Event-ID %1").arg(QString::fromUtf8(id));
}

SseClient::SseClient(SseSettings settings, quint32 connection, EventSink &sink,
                     std::function<double()> random)
    : d(std::make_unique<Private>(this, std::move(settings), connection, sink, std::move(random)))
{
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

void SseClient::start()
{
    if (d->status.state != LineState::Closed)
        return;
    d->status.failed = false;
    d->status.attempt = 0;
    d->backoff.reset();
    if (const auto valid = validate(d->settings); !valid)
        return d->fail(valid.error());
    d->begin();
}

void SseClient::stop()
{
    if (d->status.state == LineState::Closed)
        return;
    d->setState(LineState::Closing, tr("Stopping."));
    d->end({}, false);
}

void SseClient::reconnectNow()
{
    if (d->status.state == LineState::Closed)
        return start();
    d->begin();
}

} // namespace weir
