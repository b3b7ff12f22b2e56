// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lineclient.h"

#include "networkerror.h"

#include "base/clock.h"

#include <QCoreApplication>
#include <QEvent>
#include <QRandomGenerator>

#include <algorithm>
#include <mutex>
#include <utility>

namespace weir {

namespace {
constexpr int publishInterval = 16;
constexpr qint64 leastBackoff = 100; // ms, from the second attempt on
const QEvent::Type wakeEvent = QEvent::Type(QEvent::registerEventType());
}

// What the sink's waker, on another thread, may still reach of the client.
struct LineClient::WakeTarget
{
    std::mutex mutex;
    QObject *client = nullptr;
};

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

QString millisecondsText(qint64 milliseconds)
{
    return milliseconds < 1000
        ? LineClient::tr("%1 ms").arg(milliseconds)
        : LineClient::tr("%1 s").arg(QString::number(double(milliseconds) / 1000, 'g', 6));
}

LineClient::LineClient(const LineSettings &settings, quint32 connection, EventSink &sink,
                       std::function<double()> random)
    : log(connection, sink)
    , backoff(settings.reconnectionTime)
    , m_place(settings.url.toDisplayString())
    , m_reconnect(settings.reconnect)
    , m_resilient(settings.resilient)
    , m_random(random ? std::move(random) : [] { return QRandomGenerator::global()->generateDouble(); })
    , m_wakeTarget(std::make_shared<WakeTarget>())
    , m_waitTimer(this)
    , m_publishTimer(this)
{
    for (QTimer *timer : {&m_waitTimer, &m_publishTimer})
        timer->setSingleShot(true);
    m_waitTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_waitTimer, &QTimer::timeout, this, &LineClient::begin);
    connect(&m_publishTimer, &QTimer::timeout, this, &LineClient::publish);
    m_wakeTarget->client = this;
    sink.setWaker([target = m_wakeTarget] {
        const std::lock_guard lock(target->mutex);
        if (target->client)
            QCoreApplication::postEvent(target->client, new QEvent(wakeEvent));
    });
}

LineClient::~LineClient()
{
    const std::lock_guard lock(m_wakeTarget->mutex);
    m_wakeTarget->client = nullptr;
}

void LineClient::start()
{
    if (line().state != LineState::Closed)
        return;
    line().failed = false;
    line().attempt = 0;
    backoff.reset();
    if (const auto valid = check(); !valid)
        return fail(valid.error());
    begin();
}

void LineClient::stop()
{
    if (line().state == LineState::Closed)
        return;
    if (line().state == LineState::Closing) // asked twice: at once then
        return end({}, false);
    m_waitTimer.stop();
    setState(LineState::Closing, tr("Stopping."));
    part();
}

void LineClient::stopNow()
{
    stop();
    if (line().state != LineState::Closed)
        end({}, false);
}

void LineClient::reconnectNow()
{
    if (line().state == LineState::Closed)
        return start();
    begin();
}

void LineClient::begin()
{
    m_waitTimer.stop();
    leave();
    ++line().attempt;
    if (m_everOpen)
        ++line().reconnects;
    line().error = {};
    line().certificate = {};
    forget();
    QString sentence = tr("Connecting to %1.").arg(m_place);
    if (line().attempt > 1 || m_everOpen)
        sentence += QLatin1Char(' ') + tr("Attempt %1%2.").arg(QString::number(line().attempt), resumeText());
    setState(LineState::Connecting, sentence); // it belongs to the connection that was lost
    log.attemptBegins();
    attempt();
}

void LineClient::setState(LineState state, const QString &sentence)
{
    line().state = state;
    if (state != LineState::Waiting)
        line().waitingUntil = 0;
    log.state(stateName(state), sentence);
    publish();
}

void LineClient::opened(const QString &sentence)
{
    m_everOpen = true;
    line().connectedAt = line().lastByteAt = nowMicroseconds();
    setState(LineState::Open, sentence);
}

void LineClient::settled()
{
    backoff.reset();
    line().attempt = 0;
}

void LineClient::retryLater(const Error &reason, qint64 atLeast)
{
    // `retry: 0` is obeyed once; doubling it must not become a storm.
    const qint64 floor = backoff.attempts() == 0 ? 0 : leastBackoff;
    const qint64 wait = std::clamp(std::max({backoff.next(m_random()), atLeast, floor}), 0LL, longestTimer);
    line().error = reason;
    line().waitingUntil = nowMicroseconds() + wait * 1000;
    setState(LineState::Waiting,
             tr("%1 Attempt %2 in %3%4.")
                 .arg(errorText(reason), QString::number(line().attempt + 1), millisecondsText(wait),
                      resumeText()));
    m_waitTimer.start(int(wait));
}

void LineClient::lost(const Error &error, qint64 atLeast)
{
    if (line().state == LineState::Closing) // we were asked to stop, and it is over
        return end({}, false);
    leave();
    if (!m_reconnect || !isWorthARetry(error, m_resilient))
        return fail(error);
    // A clean end is a state and no fault.
    if (error.code != ErrorCode::StreamEnded && error.code != ErrorCode::WebSocketClosed)
        log.error(error);
    retryLater(error, atLeast);
}

void LineClient::fail(const Error &error)
{
    log.error(error);
    end(error, true);
}

void LineClient::end(const Error &error, bool failed)
{
    m_waitTimer.stop();
    leave();
    line().error = error;
    line().failed = failed;
    setState(LineState::Closed, error.code == ErrorCode::None ? tr("Stopped.") : errorText(error));
    m_publishTimer.stop();
    Q_EMIT statusChanged();
    Q_EMIT finished();
}

void LineClient::deliver()
{
    if (log.deliver() || line().held)
        return;
    line().held = true;
    hold();
    publishSoon();
}

void LineClient::wake()
{
    if (!line().held)
        return;
    line().held = false;
    publishSoon();
    resume();
}

void LineClient::publish()
{
    deliver();
    share();
    Q_EMIT statusChanged();
}

void LineClient::publishSoon()
{
    if (!m_publishTimer.isActive())
        m_publishTimer.start(publishInterval);
}

bool LineClient::event(QEvent *event)
{
    if (event->type() != wakeEvent)
        return QObject::event(event);
    wake();
    return true;
}

} // namespace weir
