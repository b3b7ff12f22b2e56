// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "facets.h"

#include "facetcounter.h"
#include "followingjob.h"

#include <utility>

namespace weir {

namespace {
constexpr int countInterval = 100; // ms between two runs
}

struct Facets::Private
{
    Private(Facets *facets, quint32 connectionId)
        : q(facets)
        , connection(connectionId)
        , job(countInterval,
              {.gather = [](FacetCounts &gathered, FacetCounts &&more) { gathered = std::move(more); },
               .take = [this](FacetCounts found) { take(std::move(found)); },
               .fail = [](const Error &) {}}) // chips without counts; whoever reads rows says it
    {
    }
    void take(FacetCounts newCounts);

    Facets *const q;
    const quint32 connection;
    FacetCounts counts;
    FollowingJob<FacetCounter, FacetCounts> job;
};

void Facets::Private::take(FacetCounts newCounts)
{
    if (newCounts == counts)
        return;
    counts = std::move(newCounts);
    Q_EMIT q->changed();
}

Facets::Facets(quint32 connection, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, connection))
{
}

Facets::~Facets() = default;

void Facets::setReader(std::shared_ptr<CaptureReader> reader)
{
    d->job.setJob(reader, reader ? std::make_shared<FacetCounter>(reader, d->connection) : nullptr);
    d->take({});
}

void Facets::grow()
{
    d->job.grow();
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
