// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the table stands: rows, pixels, scroll bars, following.
#include "eventheader.h"
#include "eventtable.h"

#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace weir {

namespace {
constexpr quint64 longestBar = 1'000'000'000; // a scroll bar counts in int: beyond this it is scaled
constexpr int frame = 16; // ms
}

void EventTable::setFollowing(bool follow)
{
    if (follow)
        scrollTo(maxTop());
    else if (m_follow)
        m_seenRows = m_lens->rowCount();
    if (follow != m_follow) {
        m_follow = follow;
        Q_EMIT followChanged(follow);
    }
    updateNewRows();
}

quint64 EventTable::maxTop() const
{
    const quint64 rows = m_lens->rowCount();
    const auto page = quint64(visibleRows());
    return rows > page ? rows - page : 0;
}

void EventTable::scrollTo(quint64 top)
{
    m_top = std::min(top, maxTop());
    m_shift = 0;
    updateScrollBars();
    viewport()->update();
}

void EventTable::scrollByUser(qint64 rows)
{
    scrollByPixels(rows * rowHeight());
}

void EventTable::scrollByPixels(qint64 pixels)
{
    const qint64 height = rowHeight();
    const qint64 from = m_shift + pixels;
    const qint64 rows = from >= 0 ? from / height : -((height - 1 - from) / height);
    if (rows < 0 && quint64(-rows) > m_top) {
        m_top = 0;
        m_shift = 0;
    } else {
        m_top += quint64(rows);
        m_shift = int(from - rows * height);
    }
    if (m_top >= maxTop()) {
        m_top = maxTop();
        m_shift = 0;
    }
    updateScrollBars();
    viewport()->update();
    setFollowing(m_top == maxTop());
}

void EventTable::centre(quint64 seq)
{
    const quint64 row = seq == 0 ? 0 : m_lens->rowOf(seq);
    m_top = std::min(row - std::min(row, quint64(visibleRows() / 2)), maxTop());
    m_shift = 0;
}

void EventTable::ensureVisible(quint64 row)
{
    const auto page = quint64(visibleRows());
    if (row < m_top || (row == m_top && m_shift > 0))
        scrollTo(row);
    else if (row >= m_top + page && qint64(row - m_top + 1) * rowHeight() - m_shift > viewport()->height())
        scrollTo(row - page + 1);
}

void EventTable::updateScrollBars()
{
    m_scrolling = true;
    const quint64 top = maxTop();
    const double scale = top > longestBar ? double(longestBar) / double(top) : 1;
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, int(double(top) * scale));
    bar->setPageStep(std::max(1, int(visibleRows() * scale)));
    bar->setSingleStep(1);
    bar->setValue(m_top == top ? bar->maximum() : int(double(m_top) * scale));
    horizontalScrollBar()->setRange(0, std::max(0, m_header->length() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(20);
    m_scrolling = false;
}

void EventTable::scrollContentsBy(int dx, int dy)
{
    if (dx != 0) {
        m_header->setOffset(horizontalScrollBar()->value());
        viewport()->update();
    }
    if (dy == 0 || m_scrolling)
        return;
    const QScrollBar *bar = verticalScrollBar();
    const quint64 top = maxTop();
    const bool atEnd = bar->value() == bar->maximum();
    const double share = bar->maximum() > 0 ? double(bar->value()) / bar->maximum() : 0;
    // Unscaled, the bar counts rows, also beyond what a double holds exactly.
    m_top = atEnd                        ? top
        : quint64(bar->maximum()) == top ? quint64(bar->value())
                                         : quint64(double(top) * share);
    m_shift = 0;
    viewport()->update();
    setFollowing(atEnd);
}

void EventTable::updateNewRows()
{
    const quint64 rows = m_lens->rowCount();
    // Hits of a search that still runs are not news.
    if (m_lens->isSearching() || rows < m_seenRows)
        m_seenRows = rows;
    const quint64 fresh = (m_follow ? 0 : rows - m_seenRows) + m_lens->pendingRows();
    m_newRows->setVisible(fresh > 0);
    if (fresh == 0)
        return;
    m_newRows->setText(tr("%1 new").arg(formatCount(fresh)));
    m_newRows->adjustSize();
    const QRect area = viewport()->geometry();
    m_newRows->move(area.right() - m_newRows->width() - 12, area.bottom() - m_newRows->height() - 10);
    m_newRows->raise();
}

void EventTable::updateSoon()
{
    const qint64 since = m_sincePaint.isValid() ? m_sincePaint.elapsed() : frame;
    if (since >= frame)
        viewport()->update();
    else if (!m_pace.isActive())
        m_pace.start(int(frame - since));
}

} // namespace weir
