// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lens.h"

#include "capturereader.h"
#include "jobthreads.h"
#include "rowcache.h"
#include "searchjob.h"

#include "base/mailbox.h"

#include <algorithm>
#include <utility>

namespace weir {

namespace {
// After the view asked for the last rows, so many growths of the lens read them before they are shown.
constexpr int tailPatience = 4;

struct Letter
{
    quint64 token = 0; // of the query and reader that all but the event belong to
    SearchJob::Result search;
    std::vector<RowPage> pages;
    std::optional<Error> pageError;
    quint64 eventSeq = 0;
    Expected<Event> event;

    // False where what comes is older than what is here.
    bool makeRoomFor(quint64 newToken)
    {
        if (newToken > token) {
            token = newToken;
            search = {};
            pages.clear();
            pageError.reset();
        }
        return newToken == token;
    }
};

size_t searchThreads()
{
    return std::clamp(size_t(std::thread::hardware_concurrency()), size_t(1), size_t(2));
}
}

struct Lens::Private final : public QObject
{
    explicit Private(Lens *lens);
    ~Private() override;
    Q_DISABLE_COPY_MOVE(Private)

    bool event(QEvent *event) override;

    void restart();
    void stopSearch();
    void search();
    void takeSearch(SearchJob::Result result);
    void takePages(std::vector<RowPage> pages);
    void fail(const Error &error);

    quint64 total() const { return all ? seen : hits.count(); }
    quint64 showable() const; // without what a pause holds back
    quint64 completeTo() const { return all ? seen : scanned; }
    struct Extent
    {
        quint64 rows = 0;
        quint64 to = 0; // the last seq that was looked at for them
    };
    void publish();
    void show(Extent extent);
    static quint64 tailPage(quint64 end)
    {
        return end > RowPage::size ? (end - RowPage::size) / RowPage::size : 0;
    }
    void askTail(quint64 end);
    bool isTailAsked(quint64 end) const;

    RowLoader::PageRequest pageRequest(quint64 page) const;
    void askPage(quint64 page);

    Lens *const q;
    std::shared_ptr<CaptureReader> reader;
    Query query;
    bool all = true; // the query lets everything through: no bitmap
    std::shared_ptr<const Matcher> matcher;
    std::shared_ptr<Mailbox<Letter>> mailbox;
    quint64 token = 0;
    quint64 wantedEvent = 0;

    quint64 seen = 0; // events of the capture that the lens knows of
    quint64 scanned = 0; // of these searched
    quint64 target = 0; // events that were there when the query was set
    SeqSet hits;
    std::shared_ptr<SearchJob> job;
    std::optional<Error> searchError;
    std::optional<Error> lastError; // said already

    quint64 rows = 0; // rowCount()
    quint64 rowsTo = 0; // the last seq that was looked at for them
    std::optional<quint64> pausedAt; // the last seq that a paused lens shows
    Extent coming; // rows that are shown once the last of them are read
    int tailWatched = 0; // growths that do so
    RowCache cache;
    std::shared_ptr<RowLoader> loader;

    JobThreads searchers{searchThreads()};
    JobThreads readers{1};
};

Lens::Private::Private(Lens *lens)
    : q(lens)
    , mailbox(std::make_shared<Mailbox<Letter>>(this))
{
    loader = std::make_shared<RowLoader>(
        [box = mailbox](RowLoader::Pages read) {
            box->post(true, [&](Letter &letter) {
                if (!letter.makeRoomFor(read.token))
                    return;
                std::move(read.pages.begin(), read.pages.end(), std::back_inserter(letter.pages));
                if (read.error)
                    letter.pageError = std::move(read.error);
            });
        },
        [box = mailbox](quint64 seq, Expected<Event> event) {
            box->post(true, [&](Letter &letter) {
                letter.eventSeq = seq;
                letter.event = std::move(event);
            });
        });
}

Lens::Private::~Private()
{
    mailbox->close();
    stopSearch();
    loader->setReader({}, 0);
}

bool Lens::Private::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    Letter letter = mailbox->take();
    if (letter.eventSeq && letter.eventSeq == wantedEvent) {
        wantedEvent = 0;
        if (letter.event)
            Q_EMIT q->eventLoaded(*letter.event);
        else
            fail(letter.event.error());
    }
    // A slot may set another query: each step looks whether it is still wanted.
    if (letter.token == token && letter.search.scannedTo)
        takeSearch(std::move(letter.search));
    if (letter.token == token && !letter.pages.empty())
        takePages(std::move(letter.pages));
    if (letter.token == token && letter.pageError)
        fail(*letter.pageError);
    return true;
}

void Lens::Private::stopSearch()
{
    if (job)
        job->stop();
    job.reset();
}

void Lens::Private::restart()
{
    stopSearch();
    ++token;
    loader->setReader(reader, token);
    cache.clear();
    hits.clear();
    all = query.isAll();
    matcher = all ? nullptr : std::make_shared<const Matcher>(query);
    seen = reader ? reader->count() : 0;
    scanned = 0;
    target = seen;
    searchError.reset();
    lastError.reset();
    rows = showable();
    rowsTo = completeTo();
    coming = {};
    tailWatched = 0;
    search();
    Q_EMIT q->reset();
}

void Lens::Private::search()
{
    if (all || job || searchError || !reader || scanned >= seen)
        return;
    job = std::make_shared<SearchJob>(reader, matcher, scanned + 1, seen,
                                      [box = mailbox, mine = token](SearchJob::Result result) {
                                          const bool isFinished = result.isFinished;
                                          box->post(isFinished, [&](Letter &letter) {
                                              if (!letter.makeRoomFor(mine))
                                                  return;
                                              letter.search.hits.append(result.hits);
                                              letter.search.scannedTo = result.scannedTo;
                                              letter.search.isFinished = isFinished;
                                              letter.search.error = result.error;
                                          });
                                      });
    job->start(searchers);
}

void Lens::Private::takeSearch(SearchJob::Result result)
{
    const bool wasSearching = q->isSearching();
    const bool isHeldBack = pausedAt && !result.hits.isEmpty();
    hits.append(result.hits);
    scanned = result.scannedTo;
    if (result.isFinished)
        job.reset();
    searchError = result.error;
    search();
    const quint64 current = token;
    publish();
    if (token == current && (wasSearching || isHeldBack))
        Q_EMIT q->searchProgressed();
    if (token == current && result.error)
        fail(*result.error);
}

void Lens::Private::takePages(std::vector<RowPage> pages)
{
    for (RowPage &page : pages)
        cache.insert(std::move(page));
    const quint64 current = token;
    publish();
    if (token == current)
        Q_EMIT q->rowsLoaded();
}

void Lens::Private::fail(const Error &error)
{
    if (lastError == error)
        return;
    lastError = error;
    Q_EMIT q->failed(error);
}

quint64 Lens::Private::showable() const
{
    if (!pausedAt)
        return total();
    return all ? std::min(seen, *pausedAt) : hits.countUpTo(*pausedAt);
}

// Shows the rows there are. Where the view stands at the end, its new rows are read first: it would paint
// nothing but placeholders otherwise, for as long as events arrive faster than frames.
void Lens::Private::publish()
{
    const quint64 wanted = showable();
    if (wanted <= rows) {
        coming = {};
        if (!pausedAt)
            rowsTo = completeTo();
        return;
    }
    const Extent now{wanted, pausedAt ? std::min(*pausedAt, completeTo()) : completeTo()};
    if (tailWatched == 0) {
        show(now);
        return;
    }
    if (!coming.rows) {
        coming = now;
        askTail(coming.rows);
    }
    if (isTailAsked(coming.rows))
        return;
    --tailWatched;
    show(std::exchange(coming, {}));
    publish(); // what has come in the meantime
}

void Lens::Private::show(Extent extent)
{
    rowsTo = extent.to;
    if (extent.rows <= rows)
        return;
    rows = extent.rows;
    Q_EMIT q->rowsAppended();
}

void Lens::Private::askTail(quint64 end)
{
    for (quint64 page = tailPage(end); page * RowPage::size < end; ++page) {
        if (!cache.isKnown(std::min((page + 1) * RowPage::size, end) - 1))
            askPage(page);
    }
}

bool Lens::Private::isTailAsked(quint64 end) const
{
    for (quint64 page = tailPage(end); page * RowPage::size < end; ++page) {
        if (cache.isAsked(page))
            return true;
    }
    return false;
}

RowLoader::PageRequest Lens::Private::pageRequest(quint64 page) const
{
    RowLoader::PageRequest request{page, 0, {}};
    const quint64 first = page * RowPage::size;
    if (all) {
        request.previous = first;
        for (quint64 row = first; row < std::min(first + RowPage::size, seen); ++row)
            request.seqs.push_back(row + 1);
        return request;
    }
    request.seqs = hits.range(first ? first - 1 : 0, RowPage::size + (first ? 1 : 0));
    if (first && !request.seqs.empty()) {
        request.previous = request.seqs.front();
        request.seqs.erase(request.seqs.begin());
    }
    return request;
}

void Lens::Private::askPage(quint64 page)
{
    RowLoader::PageRequest request = pageRequest(page);
    cache.setAsked(page, request.seqs.size());
    for (const quint64 dropped : loader->askPage(std::move(request), readers)) {
        if (dropped != page)
            cache.dropAsked(dropped);
    }
}

Lens::Lens(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
}

Lens::~Lens() = default;

void Lens::setReader(std::shared_ptr<CaptureReader> reader)
{
    d->reader = std::move(reader);
    d->wantedEvent = 0;
    d->pausedAt.reset();
    d->restart();
}

void Lens::grow()
{
    if (!d->reader)
        return;
    const quint64 pending = pendingRows();
    d->seen = std::max(d->seen, d->reader->count());
    d->search();
    const quint64 current = d->token;
    d->publish();
    if (d->token == current && pendingRows() != pending)
        Q_EMIT searchProgressed();
}

const Query &Lens::query() const
{
    return d->query;
}

void Lens::setQuery(Query query)
{
    if (query == d->query && !d->searchError)
        return;
    d->query = std::move(query);
    d->restart();
}

void Lens::setPaused(bool paused)
{
    if (paused == isPaused())
        return;
    d->coming = {};
    if (paused) {
        d->pausedAt = isSearching() ? d->seen : d->rowsTo;
        return;
    }
    d->pausedAt.reset();
    d->publish();
}

bool Lens::isPaused() const
{
    return d->pausedAt.has_value();
}

quint64 Lens::rowCount() const
{
    return d->rows;
}

quint64 Lens::pendingRows() const
{
    return d->pausedAt ? d->total() - d->showable() : 0;
}

bool Lens::isSearching() const
{
    return !d->all && !d->searchError && d->scanned < d->target;
}

double Lens::progress() const
{
    return isSearching() ? double(d->scanned) / double(d->target) : 1;
}

quint64 Lens::seqAt(quint64 row) const
{
    if (row >= d->rows)
        return 0;
    return d->all ? row + 1 : d->hits.at(row);
}

quint64 Lens::rowOf(quint64 seq) const
{
    const quint64 before = seq ? seq - 1 : 0;
    return std::min(d->rows, d->all ? before : d->hits.countUpTo(before));
}

const Lens::Row *Lens::row(quint64 row)
{
    if (row >= d->rows)
        return nullptr;
    if (row + RowPage::size >= d->rows)
        d->tailWatched = tailPatience;
    const Row *found = d->cache.row(row);
    if (!found && !d->cache.isKnown(row))
        d->askPage(row / RowPage::size);
    return found;
}

void Lens::loadEvent(quint64 seq)
{
    d->wantedEvent = seq;
    if (d->reader)
        d->loader->askEvent(seq, d->readers);
}

} // namespace weir
