// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection_p.h"
#include "profileresolver.h"

#include "jsonrpc/rpchttpclient.h"
#include "jsonrpc/rpcwebsocketclient.h"
#include "log/recorder.h"
#include "profile/profilename.h"
#include "profile/secretstore.h"

#include "base/clock.h"
#include "base/maskingsink.h"

#include <algorithm>

namespace weir {

namespace {
constexpr int frame = 16; // ms
constexpr int tickInterval = 250; // ms
}

Connection::Private::Private(Recorder *log, LoopThread &network, const ProfileContext &surroundings,
                             const Profile &given, const QString &givenId)
    : recorder(log)
    , thread(network)
    , context(surroundings)
    , profile(given)
    , profileId(givenId)
{
    quiet.setSingleShot(true);
    quiet.setInterval(frame);
}

void Connection::Private::statusChanged(Connection &connection)
{
    if (client)
        rate.sample(nowMicroseconds(), client->lineStatus().events);
    announce(connection);
}

void Connection::Private::finished(Connection &connection, int ofRun)
{
    if (ofRun != run)
        return;
    isRunning = false;
    tick.stop();
    statusChanged(connection);
}

void Connection::Private::announce(Connection &connection)
{
    if (quiet.isActive()) {
        isPending = true;
        return;
    }
    isPending = false;
    quiet.start();
    Q_EMIT connection.changed();
}

void Connection::Private::retire(std::shared_ptr<QByteArray> lastEventId)
{
    if (!client)
        return;
    thread.post([old = client, kept = std::move(sink), id = std::move(lastEventId)]() mutable {
        old->stopNow();
        if (const auto *feed = qobject_cast<SseClient *>(old); feed && id)
            *id = feed->status().get().lastEventId;
        delete old;
        kept.reset();
    });
    client = nullptr;
    masking = nullptr; // the sink goes on its thread
    isRunning = false;
    tick.stop();
}

Expected<void> Connection::Private::begin(Connection &connection, const QHash<QString, QString> &values)
{
    secretValues = values;
    ResolvedProfile resolved = resolveProfile(profile, context.sources(values));
    missing.clear();
    for (const ProfileProblem &problem : std::as_const(resolved.problems)) {
        if (!problem.secret.isEmpty() && !missing.contains(problem.secret))
            missing.append(problem.secret);
    }
    if (!resolved.problems.isEmpty())
        return failure(ErrorCode::ProfileIncomplete, resolved.problems.constFirst().text());
    ClientSettings settings = resolved.clientSettings();
    if (const auto valid = validate(settings); !valid)
        return failure(valid.error().code, SecretMask(resolved.secrets).masked(valid.error().detail));
    retire();
    started = profile;
    url = lineOf(settings).url.adjusted(QUrl::RemoveUserInfo);
    secrets = resolved.secrets;
    secrets.add(sentSecrets);
    mask = SecretMask(secrets);
    Recorder::Port port = recorder->addConnection(
        {.protocol = protocolOf(settings), .name = connection.name().toUtf8(), .url = url.toEncoded()}, mask);
    id = port.id;
    sink = std::move(port.sink);
    masking = port.masking;
    const auto resumed = std::exchange(resumeId, {});
    if (auto *feed = std::get_if<SseSettings>(&settings); feed && resumed && !resumed->isEmpty())
        feed->lastEventId = *resumed;
    client = makeClient(settings, id, *sink, outbox).release();
    rate.reset();
    rate.sample(nowMicroseconds(), 0);
    QObject::connect(client, &LineClient::statusChanged, &connection,
                     [this, &connection] { statusChanged(connection); });
    QObject::connect(client, &LineClient::finished, &connection,
                     [this, &connection, ofRun = ++run] { finished(connection, ofRun); });
    thread.take(client);
    isRunning = true;
    tick.start();
    thread.post([started = client] { started->start(); });
    announce(connection);
    return {};
}

void Connection::Private::prepared(Connection &connection, const SecretStore::Answer &answer)
{
    const auto begun = begin(connection, answer.values);
    if (!begun) {
        // The store knows best why there is no value; those that only templates name do not count.
        const auto why = std::find_if(answer.errors.begin(), answer.errors.end(), [this](const Error &error) {
            return !missing.isEmpty() && error.detail.contains(missing.constFirst());
        });
        startError = why == answer.errors.end() ? begun.error() : *why;
    }
    announce(connection);
}

void Connection::Private::addSecrets(const Secrets &more)
{
    sentSecrets.add(more);
    if (!secrets.add(more))
        return;
    mask = SecretMask(secrets);
    if (masking)
        masking->setMask(mask);
}

void Connection::Private::sendQueued()
{
    if (!isRunning)
        return;
    if (auto *socket = qobject_cast<WebSocketClient *>(client))
        thread.post([socket] { socket->sendQueued(); });
    else if (auto *http = qobject_cast<RpcHttpClient *>(client))
        thread.post([http] { http->sendQueued(); });
}

// Those of a profile that is edited count at once; where one of them cannot be used, the old ones do.
void Connection::Private::setAnswers()
{
    const ResolvedProfile resolved = resolveProfile(profile, context.sources(secretValues));
    if (!isRunning || !resolved.problems.isEmpty())
        return;
    addSecrets(resolved.secrets);
    const auto &rules = resolved.rpc.answers;
    if (auto *socket = qobject_cast<RpcWebSocketClient *>(client))
        thread.post([socket, rules] { socket->setAnswers(rules); });
    else if (auto *http = qobject_cast<RpcHttpClient *>(client))
        thread.post([http, rules] { http->setAnswers(rules); });
}

bool Connection::Private::rest()
{
    if (!isRunning)
        return false;
    resumeId = std::make_shared<QByteArray>();
    retire(resumeId);
    return true;
}

Connection::Connection(std::unique_ptr<Private> data)
    : d(std::move(data))
{
    connect(&d->quiet, &QTimer::timeout, this, [this] {
        if (d->isPending)
            d->announce(*this);
    });
    d->tick.setInterval(tickInterval);
    connect(&d->tick, &QTimer::timeout, this, [this] { d->statusChanged(*this); });
}

Connection::~Connection()
{
    d->retire();
}

quint32 Connection::id() const
{
    return d->id;
}

const Profile &Connection::profile() const
{
    return d->profile;
}

void Connection::setProfile(const Profile &profile)
{
    if (profile == d->profile)
        return;
    const bool hasOtherAnswers = profile.answers != d->profile.answers;
    d->profile = profile;
    if (hasOtherAnswers)
        d->setAnswers();
    d->announce(*this);
}

const Profile &Connection::startedProfile() const
{
    return d->started;
}

QString Connection::profileId() const
{
    return d->profileId;
}

void Connection::setProfileId(const QString &id)
{
    if (id == d->profileId)
        return;
    d->profileId = id;
    d->announce(*this);
}

QString Connection::name() const
{
    return shownName(d->profile);
}

QUrl Connection::url() const
{
    return d->url;
}

QStringList Connection::missingSecrets() const
{
    return d->missing;
}

template <typename Status> Status Connection::asShown(Status status) const
{
    if (!d->mask.isEmpty())
        status.error.detail = d->mask.masked(status.error.detail);
    if (d->isPreparing) {
        status = {};
        status.state = LineState::Connecting;
    } else if (d->startError.code != ErrorCode::None && !d->isRunning) {
        status = {};
        status.failed = true;
        status.error = d->startError;
    }
    // started, but its thread has not come to it yet
    if (d->isRunning && status.state == LineState::Closed && status.attempt == 0 && status.connectedAt == 0
        && !status.failed)
        status.state = LineState::Connecting;
    return status;
}

LineStatus Connection::status() const
{
    return asShown(d->client ? d->client->lineStatus() : LineStatus{});
}

SseStatus Connection::sseStatus() const
{
    const auto *feed = qobject_cast<SseClient *>(d->client);
    SseStatus status = asShown(feed ? feed->status().get() : SseStatus{});
    if (!d->mask.isEmpty()) {
        status.contentType = d->mask.masked(status.contentType);
        status.lastEventId = d->mask.masked(status.lastEventId);
    }
    return status;
}

WebSocketStatus Connection::webSocketStatus() const
{
    const auto *socket = qobject_cast<WebSocketClient *>(d->client);
    WebSocketStatus status = asShown(socket ? socket->status().get() : WebSocketStatus{});
    // also while nothing runs, and before its thread has looked
    status.queuedMessages = d->outbox->count();
    status.queuedBytes = d->outbox->bytes();
    if (!d->mask.isEmpty()) {
        status.closeReason = d->mask.masked(status.closeReason);
        status.subprotocol = d->mask.masked(status.subprotocol);
        status.requestHead = d->mask.masked(status.requestHead);
        status.answerHead = d->mask.masked(status.answerHead);
    }
    return status;
}

RpcStatus Connection::rpcStatus() const
{
    RpcStatus status;
    if (const auto *socket = qobject_cast<RpcWebSocketClient *>(d->client))
        status = socket->rpcStatus();
    else if (const auto *http = qobject_cast<RpcHttpClient *>(d->client))
        status = http->status().get();
    const RpcCounts counts = status.counts;
    status = asShown(status);
    status.counts = counts;
    status.queuedMessages = d->outbox->count();
    return status;
}

double Connection::eventsPerSecond() const
{
    return d->rate.rate(nowMicroseconds());
}

bool Connection::isActive() const
{
    return status().state != LineState::Closed;
}

Expected<void> Connection::start()
{
    if (isActive())
        return {};
    d->startError = {};
    const QStringList names = namedSecrets(d->profile, d->context.environment);
    if (names.isEmpty() || !d->context.secrets) {
        auto begun = d->begin(*this, {});
        if (!begun)
            d->startError = begun.error();
        return begun;
    }
    d->isPreparing = true;
    const auto done = [this, run = ++d->run](const SecretStore::Answer &answer) {
        if (run == d->run && std::exchange(d->isPreparing, false))
            d->prepared(*this, answer);
    };
    d->context.secrets->resolve(names, this, done);
    d->announce(*this);
    return {};
}

Expected<void> Connection::restart()
{
    d->isPreparing = false;
    d->retire();
    return start();
}

// The thread runs what is posted in order, and a client ends in a function that is posted last.
void Connection::stop()
{
    if (std::exchange(d->isPreparing, false))
        d->announce(*this);
    if (d->isRunning)
        d->thread.post([client = d->client] { client->stop(); });
}

void Connection::reconnectNow()
{
    // One that has ended for good, without our knowing yet, stays so.
    if (d->isRunning)
        d->thread.post([client = d->client] {
            if (client->lineStatus().state != LineState::Closed)
                client->reconnectNow();
        });
}

Expected<quint64> Connection::send(Kind kind, const QByteArray &payload, const Secrets &secrets)
{
    d->addSecrets(secrets); // before the message can be on its way
    const auto id = d->outbox->push(kind, payload);
    if (!id)
        return id;
    d->sendQueued();
    d->announce(*this);
    return id;
}

std::optional<OutMessage> Connection::withdraw(quint64 id)
{
    auto withdrawn = d->outbox->withdraw(id);
    d->announce(*this);
    return withdrawn;
}

void Connection::withdrawAll()
{
    d->outbox->withdrawAll();
    d->announce(*this);
}

std::vector<OutMessage> Connection::waitingMessages(size_t most) const
{
    return d->outbox->messages(most);
}

quint64 Connection::waitingRevision() const
{
    return d->outbox->revision();
}

QString Connection::masked(const QString &text) const
{
    return d->mask.masked(text);
}

void Connection::ping()
{
    if (auto *socket = qobject_cast<WebSocketClient *>(d->client); socket && d->isRunning)
        d->thread.post([socket] { socket->ping(); });
}

Expected<void> Connection::close(int code, const QByteArray &reason)
{
    if (auto valid = WebSocketClient::validateClose(code, reason); !valid)
        return valid;
    if (auto *socket = qobject_cast<WebSocketClient *>(d->client); socket && d->isRunning)
        d->thread.post([socket, code, reason] { socket->close(code, reason); });
    return {};
}

void Connection::cancelCall(const QByteArray &id, qint64 time)
{
    if (!d->isRunning)
        return;
    if (auto *socket = qobject_cast<RpcWebSocketClient *>(d->client))
        d->thread.post([socket, id, time] { socket->cancel(id, time); });
    else if (auto *http = qobject_cast<RpcHttpClient *>(d->client))
        d->thread.post([http, id, time] { http->cancel(id, time); });
}

} // namespace weir
