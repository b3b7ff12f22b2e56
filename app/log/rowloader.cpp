// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowloader.h"

#include "capturereader.h"
#include "jobthreads.h"

#include <algorithm>

namespace weir {

namespace {
// Rows that are no further apart are likely to share a batch, and a batch is read in one go.
constexpr quint64 neighbourDistance = 16;

Lens::Row makeRow(const EventView &event)
{
    EventView cut = event;
    cut.payload = event.payload.first(std::min(event.payload.size(), Lens::previewLimit));
    return {cut.toEvent(), quint64(event.payload.size()), 0};
}

// Reads the events of one page after the other, a whole batch where neighbours are wanted.
class PageReader final
{
public:
    explicit PageReader(const CaptureReader &reader)
        : m_reader(reader)
    {
    }

    RowPage read(const RowLoader::PageRequest &request, std::optional<Error> &error)
    {
        RowPage page{request.number, {}};
        qint64 previousTime = 0;
        if (request.previous) {
            const quint64 next = request.seqs.empty() ? 0 : request.seqs.front();
            if (const auto row = readRow(request.previous, next))
                previousTime = row->event.time;
            else
                error = row.error();
        }
        page.rows.reserve(request.seqs.size());
        for (size_t i = 0; i < request.seqs.size(); ++i) {
            const quint64 next = i + 1 < request.seqs.size() ? request.seqs[i + 1] : 0;
            auto row = readRow(request.seqs[i], next);
            if (!row) {
                error = row.error();
                page.rows.emplace_back();
                continue;
            }
            row->previousTime = std::exchange(previousTime, row->event.time);
            page.rows.push_back(std::move(*row));
        }
        return page;
    }

private:
    Expected<Lens::Row> readRow(quint64 seq, quint64 next)
    {
        const auto isInBatch = [&] {
            return seq >= m_batch.firstSeq && seq - m_batch.firstSeq < m_batch.records.size();
        };
        if (!isInBatch() && next > seq && next - seq <= neighbourDistance) {
            if (const auto read = m_reader.readBatch(seq, CaptureReader::Both, m_batch); !read) {
                m_batch.records.clear();
                return tl::unexpected(read.error());
            }
        }
        if (isInBatch())
            return makeRow(m_batch.at(size_t(seq - m_batch.firstSeq)));
        auto event = m_reader.event(seq);
        if (!event)
            return tl::unexpected(event.error());
        Lens::Row row{std::move(*event), 0, 0};
        row.payloadSize = quint64(row.event.payload.size());
        if (row.event.payload.size() > Lens::previewLimit)
            row.event.payload = row.event.payload.first(Lens::previewLimit); // lets the rest go
        return row;
    }

    const CaptureReader &m_reader;
    CaptureReader::Batch m_batch;
};
}

RowLoader::RowLoader(DeliverPages deliverPages, DeliverEvent deliverEvent)
    : m_deliverPages(std::move(deliverPages))
    , m_deliverEvent(std::move(deliverEvent))
{
}

void RowLoader::setReader(std::shared_ptr<const CaptureReader> reader, quint64 token)
{
    const std::lock_guard lock(m_mutex);
    if (reader != m_waiting.reader)
        m_waiting.event.reset();
    m_waiting.reader = std::move(reader);
    m_waiting.token = token;
    m_waiting.pages.clear();
}

std::vector<quint64> RowLoader::askPage(PageRequest page, JobThreads &threads)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_waiting.pages, [&](const PageRequest &other) { return other.number == page.number; });
    m_waiting.pages.push_back(std::move(page));
    std::vector<quint64> dropped;
    if (m_waiting.pages.size() > waitingLimit) {
        dropped.push_back(m_waiting.pages.front().number);
        m_waiting.pages.erase(m_waiting.pages.begin());
    }
    begin(threads);
    return dropped;
}

void RowLoader::askEvent(quint64 seq, JobThreads &threads)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.event = seq;
    begin(threads);
}

void RowLoader::begin(JobThreads &threads)
{
    if (m_running)
        return;
    m_running = true;
    threads.start([self = shared_from_this()] { self->run(); });
}

std::optional<RowLoader::Work> RowLoader::takeWork()
{
    const std::lock_guard lock(m_mutex);
    if (!m_waiting.reader || (!m_waiting.event && m_waiting.pages.empty())) {
        m_running = false;
        return std::nullopt;
    }
    Work work{m_waiting.reader, m_waiting.token, std::exchange(m_waiting.event, std::nullopt), {}};
    work.pages.swap(m_waiting.pages);
    return work;
}

void RowLoader::run()
{
    while (std::optional<Work> work = takeWork()) {
        if (!work->pages.empty()) {
            Pages read{work->token, {}, {}};
            PageReader reader(*work->reader);
            for (const PageRequest &page : work->pages)
                read.pages.push_back(reader.read(page, read.error));
            m_deliverPages(std::move(read));
        }
        if (work->event)
            m_deliverEvent(*work->event, work->reader->event(*work->event));
    }
}

} // namespace weir
