// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callindex.h"

#include "callscan.h"

#include "log/jobthreads.h"

#include "base/mailbox.h"

#include <QTimer>

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

namespace weir {

namespace {
constexpr int interval = 40; // ms between two runs
constexpr size_t chunk = CallIndex::limit / 10; // forgotten at once: seldom

struct Letter
{
    quint64 token = 0; // of the reader
    CallChanges changes;
    bool isFinished = false;
    std::optional<Error> error;
};
}

struct CallIndex::Private final : public QObject
{
    explicit Private(CallIndex *index)
        : q(index)
        , mailbox(std::make_shared<Mailbox<Letter>>(this))
    {
        pause.setSingleShot(true);
        pause.setInterval(interval);
        connect(&pause, &QTimer::timeout, this, [this] { run(); });
    }
    ~Private() override
    {
        mailbox->close();
        if (scan)
            scan->stop();
    }
    Q_DISABLE_COPY_MOVE(Private)

    bool event(QEvent *event) override;
    void run();
    void takeChanged(const std::map<quint64, Call> &changed);
    void takeFresh(std::vector<Call> &&fresh);
    qsizetype indexOf(quint64 seq) const;

    CallIndex *const q;
    std::shared_ptr<CaptureReader> reader;
    std::shared_ptr<CallScan> scan;
    std::shared_ptr<Mailbox<Letter>> mailbox;
    std::deque<Call> calls;
    quint64 dropped = 0;
    QTimer pause; // between two runs
    quint64 token = 0;
    quint64 scannedTo = 0;
    bool hasGrown = false; // since the last run began
    bool isRunning = false;
    bool isFailed = false;
    JobThreads threads{1};
};

bool CallIndex::Private::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    Letter letter = mailbox->take();
    if (letter.token != token)
        return true;
    if (letter.isFinished) {
        isRunning = false;
        isFailed = letter.error.has_value();
        pause.start();
    }
    takeChanged(letter.changes.changed);
    takeFresh(std::move(letter.changes.fresh));
    if (letter.error)
        Q_EMIT q->failed(errorText(*letter.error));
    return true;
}

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

void CallIndex::Private::run()
{
    // Not by looking at the reader alone: it grows also for those who do not ask, and they would read on.
    if (!hasGrown || !scan || isRunning || isFailed || pause.isActive())
        return;
    hasGrown = false;
    if (reader->count() == scannedTo)
        return;
    scannedTo = reader->count();
    isRunning = true;
    threads.start([box = mailbox, mine = token, job = scan] {
        const auto post = [&](auto write) {
            box->post(true, [&](Letter &letter) {
                if (mine > letter.token)
                    letter = Letter{.token = mine, .changes = {}, .isFinished = false, .error = {}};
                if (mine == letter.token)
                    write(letter);
            });
        };
        const auto scanned = job->run([&](CallChanges found) {
            if (!found.isEmpty())
                post([&](Letter &letter) { letter.changes.add(std::move(found)); });
        });
        post([&](Letter &letter) {
            letter.isFinished = true;
            if (!scanned)
                letter.error = scanned.error();
        });
    });
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
    if (d->scan)
        d->scan->stop();
    ++d->token;
    d->reader = std::move(reader);
    d->scan = d->reader ? std::make_shared<CallScan>(d->reader, ids, limit) : nullptr;
    d->calls.clear();
    d->dropped = d->scannedTo = 0;
    d->isRunning = d->isFailed = false;
    d->pause.stop();
    Q_EMIT reset();
    d->hasGrown = true;
    d->run();
}

void CallIndex::grow()
{
    d->hasGrown = true;
    d->run();
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
