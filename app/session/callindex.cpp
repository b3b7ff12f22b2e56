// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callindex.h"

#include "callscan.h"

#include "log/followingjob.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <utility>

namespace weir {

namespace {
constexpr int runInterval = 40; // ms between two runs
constexpr size_t chunk = CallIndex::limit / 10; // forgotten at once: seldom
}

struct CallIndex::Private
{
    explicit Private(CallIndex *index)
        : q(index)
        , job(runInterval,
              {.gather = [](CallChanges &gathered, CallChanges &&more) { gathered.add(std::move(more)); },
               .take =
                   [this](CallChanges found) {
                       takeChanged(found.changed);
                       takeFresh(std::move(found.fresh));
                   },
               .fail = [this](const Error &error) { Q_EMIT q->failed(errorText(error)); }})
    {
    }
    void takeChanged(const std::map<quint64, Call> &changed);
    void takeFresh(std::vector<Call> &&fresh);
    qsizetype indexOf(quint64 seq) const;

    CallIndex *const q;
    std::deque<Call> calls;
    quint64 dropped = 0;
    FollowingJob<CallScan, CallChanges> job;
};

void CallIndex::Private::takeChanged(const std::map<quint64, Call> &changed)
{
    std::vector<qsizetype> indices;
    for (const auto &[seq, call] : changed) {
        const qsizetype index = indexOf(seq);
        if (index < 0)
            continue;
        calls[size_t(index)] = call;
        indices.push_back(index);
    }
    if (!indices.empty())
        Q_EMIT q->changed(indices);
}

void CallIndex::Private::takeFresh(std::vector<Call> &&fresh)
{
    if (fresh.empty())
        return;
    const auto first = qsizetype(calls.size());
    calls.insert(calls.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    if (calls.size() <= limit) {
        Q_EMIT q->appended(first, qsizetype(calls.size()) - 1);
        return;
    }
    const size_t excess = calls.size() - limit + chunk;
    calls.erase(calls.begin(), calls.begin() + qptrdiff(excess));
    dropped += excess;
    Q_EMIT q->reset();
}

qsizetype CallIndex::Private::indexOf(quint64 seq) const
{
    const auto at = std::lower_bound(calls.begin(), calls.end(), seq,
                                     [](const Call &call, quint64 value) { return call.seq < value; });
    return at != calls.end() && at->seq == seq ? at - calls.begin() : -1;
}

CallIndex::CallIndex(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
}

CallIndex::~CallIndex() = default;

void CallIndex::setReader(std::shared_ptr<CaptureReader> reader, const std::set<quint32> &ids)
{
    d->job.setJob(reader, reader ? std::make_shared<CallScan>(reader, ids, limit) : nullptr);
    d->calls.clear();
    d->dropped = 0;
    Q_EMIT reset();
}

void CallIndex::grow()
{
    d->job.grow();
}

qsizetype CallIndex::count() const
{
    return qsizetype(d->calls.size());
}

const Call &CallIndex::at(qsizetype index) const
{
    return d->calls[size_t(index)];
}

qsizetype CallIndex::indexOf(quint64 seq) const
{
    return d->indexOf(seq);
}

quint64 CallIndex::dropped() const
{
    return d->dropped;
}

} // namespace weir
