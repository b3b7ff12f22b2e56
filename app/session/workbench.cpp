// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench.h"

#include "bell.h"
#include "connection_p.h"
#include "sessionlog.h"

#include "demo/demoserver.h"
#include "log/capturereader.h"
#include "log/recorder.h"

#include "base/clock.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>

namespace weir {

namespace {
constexpr int frame = 16; // ms
}

struct Workbench::Private
{
    Workbench *q = nullptr;
    std::unique_ptr<Bell> bell;
    QTimer tick;
    QElapsedTimer sinceTick;
    RateMeter rate;
    qint64 budget = 0; // of automatic captures; 0: this one was named
    // in this order: clients end before the log, the log before the bell
    SessionLog log;
    std::array<std::unique_ptr<LoopThread>, 2> threads;
    size_t nextThread = 0;
    ProfileContext context;
    std::vector<Connection *> connections;
    std::unique_ptr<LoopThread> demoThread;
    std::shared_ptr<DemoServer> demo; // lives on its thread
    QUrl demoUrl;

    void rung();
    void refresh();
};

void Workbench::Private::rung()
{
    if (tick.isActive())
        return;
    const qint64 since = sinceTick.isValid() ? sinceTick.elapsed() : frame;
    tick.start(int(std::clamp<qint64>(frame - since, 0, frame)));
}

void Workbench::Private::refresh()
{
    sinceTick.start();
    bell->hear(); // before we look: what comes now rings again
    for (const Error &error : bell->takeTroubles())
        Q_EMIT q->trouble(error);
    if (const QUrl url = bell->takeDemoUrl(); !url.isEmpty()) {
        demoUrl = url;
        Q_EMIT q->demoStarted(url);
    }
    rate.sample(nowMicroseconds(), log.reader->count());
    Q_EMIT q->logGrown();
    if (bell->takeCaptureIsFull())
        Q_EMIT q->captureFull();
}

Workbench::Workbench(std::unique_ptr<Private> data)
    : d(std::move(data))
{
    d->q = this;
    d->tick.setSingleShot(true);
    d->tick.setTimerType(Qt::PreciseTimer);
    connect(&d->tick, &QTimer::timeout, this, [this] { d->refresh(); });
    for (size_t i = 0; i < d->threads.size(); ++i)
        d->threads[i] = std::make_unique<LoopThread>(QStringLiteral("network %1").arg(i + 1));
}

Expected<std::unique_ptr<Workbench>> Workbench::open(const QString &capturePath, qint64 budget)
{
    auto data = std::make_unique<Private>();
    Private *d = data.get();
    d->budget = capturePath.isEmpty() ? budget : 0;
    d->bell = std::make_unique<Bell>([d] { d->rung(); });
    auto log = capturePath.isEmpty() ? SessionLog::openAutomatic(*d->bell, budget)
                                     : SessionLog::open(*d->bell, capturePath);
    if (!log)
        return tl::unexpected(log.error());
    d->log = std::move(*log);
    d->rate.sample(nowMicroseconds(), d->log.reader->count());
    return std::unique_ptr<Workbench>(new Workbench(std::move(data)));
}

Workbench::~Workbench()
{
    for (Connection *connection : std::exchange(d->connections, {}))
        delete connection;
    for (auto &thread : d->threads)
        thread.reset(); // the clients' last rows are in the log's queue now
    if (d->demoThread) {
        d->demoThread->post([demo = std::exchange(d->demo, {})]() mutable { demo.reset(); });
        d->demoThread.reset();
    }
    d->log = {};
}

Connection *Workbench::addConnection(const Profile &profile, const QString &profileId)
{
    LoopThread &thread = *d->threads[d->nextThread++ % d->threads.size()];
    auto *connection = new Connection(
        std::make_unique<Connection::Private>(d->log.recorder.get(), thread, d->context, profile, profileId));
    d->connections.push_back(connection);
    Q_EMIT connectionAdded(connection);
    return connection;
}

void Workbench::setSecrets(SecretStore *secrets)
{
    d->context.secrets = secrets;
}

void Workbench::setEnvironment(const std::optional<Environment> &environment)
{
    d->context.environment = environment;
}

const ProfileContext &Workbench::context() const
{
    return d->context;
}

void Workbench::removeConnection(Connection *connection)
{
    if (std::erase(d->connections, connection) == 0)
        return;
    Q_EMIT connectionRemoved(connection);
    connection->d->retire();
    // whoever called may still be in one of its signals
    connection->setParent(this);
    connection->deleteLater();
}

const std::vector<Connection *> &Workbench::connections() const
{
    return d->connections;
}

std::shared_ptr<CaptureReader> Workbench::reader() const
{
    return d->log.reader;
}

QString Workbench::capturePath() const
{
    return d->log.recorder->capturePath();
}

quint64 Workbench::eventCount() const
{
    return d->log.reader->count();
}

double Workbench::eventsPerSecond() const
{
    return d->rate.rate(nowMicroseconds());
}

Expected<void> Workbench::goOnInNewCapture()
{
    if (d->budget == 0)
        return {}; // a capture that was named never fills
    auto next = SessionLog::openAutomatic(*d->bell, d->budget);
    if (!next)
        return tl::unexpected(next.error());
    std::vector<Connection *> running;
    for (Connection *connection : d->connections) {
        if (connection->d->rest())
            running.push_back(connection);
    }
    for (auto &thread : d->threads)
        thread->settle(); // the last rows of the clients are in the old log's queue now
    const SessionLog old = std::exchange(d->log, std::move(*next)); // ends here, and writes them
    for (Connection *connection : d->connections) {
        connection->d->recorder = d->log.recorder.get();
        connection->d->id = 0; // that was one of the old log
    }
    for (Connection *connection : running)
        (void)connection->start();
    d->rate.reset();
    return {};
}

void Workbench::startDemo()
{
    if (d->demoThread)
        return;
    d->demoThread = std::make_unique<LoopThread>(QStringLiteral("demo"));
    d->demo = std::make_shared<DemoServer>();
    d->demoThread->take(d->demo.get());
    d->demoThread->post([bell = d->bell.get(), demo = d->demo.get()] {
        if (const auto listening = demo->listen(); listening)
            bell->demoListens(demo->url());
        else
            bell->trouble(listening.error());
    });
}

QUrl Workbench::demoUrl() const
{
    return d->demoUrl;
}

} // namespace weir
