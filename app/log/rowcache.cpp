// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowcache.h"

#include <algorithm>

namespace weir {

const Lens::Row *RowCache::row(quint64 row)
{
    const auto page = m_pages.find(row / RowPage::size);
    if (page == m_pages.end())
        return nullptr;
    page->second.lastUse = ++m_clock;
    const auto index = size_t(row % RowPage::size);
    if (index >= page->second.rows.size() || !page->second.rows[index].event.seq)
        return nullptr;
    return &page->second.rows[index];
}

bool RowCache::isKnown(quint64 row) const
{
    const quint64 index = row % RowPage::size;
    const auto page = m_pages.find(row / RowPage::size);
    if (page != m_pages.end() && index < page->second.rows.size())
        return true;
    const auto asked = m_asked.find(row / RowPage::size);
    return asked != m_asked.end() && index < asked->second;
}

void RowCache::setAsked(quint64 page, quint64 rows)
{
    m_asked[page] = rows;
}

void RowCache::insert(RowPage page)
{
    const auto asked = m_asked.find(page.number);
    if (asked != m_asked.end() && asked->second <= page.rows.size())
        m_asked.erase(asked);
    Entry &entry = m_pages[page.number];
    if (entry.rows.size() <= page.rows.size())
        entry.rows = std::move(page.rows);
    entry.lastUse = ++m_clock;
    while (m_pages.size() > pageLimit) {
        m_pages.erase(std::min_element(m_pages.begin(), m_pages.end(), [](const auto &a, const auto &b) {
            return a.second.lastUse < b.second.lastUse;
        }));
    }
}

void RowCache::clear()
{
    m_pages.clear();
    m_asked.clear();
}

} // namespace weir
