// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "facetcounter.h"

#include "facets.h"

#include <algorithm>
#include <chrono>

namespace weir {

namespace {
constexpr auto reportInterval = std::chrono::milliseconds(100);
}

FacetCounter::FacetCounter(std::shared_ptr<const CaptureReader> reader, quint32 connection)
    : m_reader(std::move(reader))
    , m_connection(connection)
{
}

Expected<void> FacetCounter::run(const std::function<void(FacetCounts counts)> &report)
{
    const quint64 total = m_reader->count();
    countBlocks(total);
    auto nextReport = std::chrono::steady_clock::now();
    while (m_namesTo < total && !m_stop.load(std::memory_order_relaxed)) {
        const CaptureReader::Block block = m_reader->block(m_namesTo + 1);
        if (!hasNames(block)) {
            m_namesTo = std::max(m_namesTo + 1, std::min(block.last, total));
        } else if (const auto counted = countNames(m_namesTo + 1); !counted) {
            report(counts());
            return counted;
        }
        if (std::chrono::steady_clock::now() >= nextReport) {
            report(counts());
            nextReport = std::chrono::steady_clock::now() + reportInterval;
        }
    }
    report(counts());
    return {};
}

void FacetCounter::countBlocks(quint64 total)
{
    m_latest = m_whole;
    while (m_wholeTo < total) {
        const CaptureReader::Block block = m_reader->block(m_wholeTo + 1);
        if (block.last >= total) {
            add(block, m_latest);
            return;
        }
        add(block, m_whole);
        add(block, m_latest);
        m_wholeTo = std::max(m_wholeTo + 1, block.last);
    }
}

void FacetCounter::add(const CaptureReader::Block &block, FacetCounts &counts) const
{
    for (const auto &count : block.counts) {
        counts.connections[count.connection] += count.events;
        if (isWanted(count.connection))
            counts.kinds[count.kind] += count.events;
    }
}

bool FacetCounter::hasNames(const CaptureReader::Block &block) const
{
    return std::any_of(block.counts.begin(), block.counts.end(), [this](const auto &count) {
        return count.kind == Kind::SseEvent && isWanted(count.connection);
    });
}

Expected<void> FacetCounter::countNames(quint64 first)
{
    if (const auto read = m_reader->readBatch(first, CaptureReader::Both, m_batch); !read)
        return read;
    for (auto i = size_t(first - m_batch.firstSeq); i < m_batch.records.size(); ++i) {
        const capture::Record &record = m_batch.records[i];
        if (Kind(record.kind) == Kind::SseEvent && isWanted(record.connection)) {
            const QByteArrayView name = m_batch.name(i);
            countName({name.data(), size_t(name.size())});
        }
    }
    m_namesTo = m_batch.lastSeq;
    return {};
}

void FacetCounter::countName(std::string_view name)
{
    const auto known = m_names.find(name);
    if (known != m_names.end())
        ++known->second;
    else if (m_names.size() < size_t(Facets::nameLimit))
        m_names.emplace(name, 1);
    else
        ++m_others;
}

FacetCounts FacetCounter::counts() const
{
    FacetCounts counts = m_latest;
    for (const auto &[name, count] : m_names)
        counts.names[QByteArray::fromStdString(name)] = count;
    counts.others = m_others;
    return counts;
}

} // namespace weir
