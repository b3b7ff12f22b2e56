// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "facets.h"

#include "facetcounter.h"
#include "jobthreads.h"

#include "base/mailbox.h"

#include <QTimer>

#include <optional>
#include <utility>

namespace weir {

namespace {
constexpr int interval = 100; // ms between two runs

struct Letter
{
    quint64 token = 0; // of the reader
    std::optional<FacetCounts> counts;
    bool isFinished = false;
    bool isFailed = false;
};
}

struct Facets::Private final : public QObject
{
    Private(Facets *facets, quint32 connectionId)
        : q(facets)
        , connection(connectionId)
        , mailbox(std::make_shared<Mailbox<Letter>>(this))
    {
        pause.setSingleShot(true);
        pause.setInterval(interval);
        connect(&pause, &QTimer::timeout, this, [this] { run(); });
    }
    ~Private() override
    {
        mailbox->close();
        if (counter)
            counter->stop();
    }
    Q_DISABLE_COPY_MOVE(Private)

    bool event(QEvent *event) override;
    void run();
    void take(FacetCounts newCounts);

    Facets *const q;
    const quint32 connection;
    std::shared_ptr<CaptureReader> reader;
    std::shared_ptr<FacetCounter> counter;
    std::shared_ptr<Mailbox<Letter>> mailbox;
    FacetCounts counts;
    QTimer pause; // between two runs
    quint64 token = 0;
    quint64 countedTo = 0;
    bool hasGrown = false; // since the last run began
    bool isRunning = false;
    bool isFailed = false;
    JobThreads threads{1};
};

bool Facets::Private::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    Letter letter = mailbox->take();
    if (letter.token != token)
        return true;
    isFailed = letter.isFailed;
    if (letter.isFinished) {
        isRunning = false;
        pause.start();
    }
    if (letter.counts)
        take(std::move(*letter.counts));
    return true;
}

void Facets::Private::take(FacetCounts newCounts)
{
    if (newCounts == counts)
        return;
    counts = std::move(newCounts);
    Q_EMIT q->changed();
}

void Facets::Private::run()
{
    // Not by looking at the reader alone: it grows also for those who do not ask, and they would count on.
    if (!hasGrown || !counter || isRunning || isFailed || pause.isActive())
        return;
    hasGrown = false;
    if (reader->count() == countedTo)
        return;
    countedTo = reader->count();
    isRunning = true;
    threads.start([box = mailbox, mine = token, job = counter] {
        const auto post = [&](auto write) {
            box->post(true, [&](Letter &letter) {
                if (mine > letter.token)
                    letter = {mine, {}, false, false};
                if (mine == letter.token)
                    write(letter);
            });
        };
        const auto counted = job->run(
            [&](FacetCounts found) { post([&](Letter &letter) { letter.counts = std::move(found); }); });
        post([&](Letter &letter) {
            letter.isFinished = true;
            letter.isFailed = !counted;
        });
    });
}

Facets::Facets(quint32 connection, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, connection))
{
}

Facets::~Facets() = default;

void Facets::setReader(std::shared_ptr<CaptureReader> reader)
{
    if (d->counter)
        d->counter->stop();
    ++d->token;
    d->reader = std::move(reader);
    d->counter = d->reader ? std::make_shared<FacetCounter>(d->reader, d->connection) : nullptr;
    d->countedTo = 0;
    d->isRunning = d->isFailed = false;
    d->pause.stop();
    d->take({});
    d->hasGrown = true;
    d->run();
}

void Facets::grow()
{
    d->hasGrown = true;
    d->run();
}

const std::map<Kind, quint64> &Facets::kinds() const
{
    return d->counts.kinds;
}

const std::map<QByteArray, quint64> &Facets::names() const
{
    return d->counts.names;
}

quint64 Facets::others() const
{
    return d->counts.others;
}

const std::map<quint32, quint64> &Facets::connections() const
{
    return d->counts.connections;
}

} // namespace weir
