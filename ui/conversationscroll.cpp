// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the conversation stands: rows, pixels, the scroll bar, following.
#include "conversationview.h"
#include "eventformat.h"

#include <QScrollBar>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace weir {

namespace {
constexpr double longestBar = 1e9; // a scroll bar counts in int
constexpr double finestRow = 1000; // steps of it a row
constexpr int bottomMargin = 10;
constexpr quint64 nearEnd = 64; // rows from which on the end is measured and not guessed
}

void ConversationView::setFollowing(bool follow)
{
    setFollowState(follow);
    arrange();
}

void ConversationView::setFollowState(bool follow)
{
    if (follow == m_follow)
        return;
    if (!follow)
        m_seenRows = m_lens->rowCount();
    m_follow = follow;
    updateNewRows();
    Q_EMIT followChanged(follow);
}

// Everything that is shown follows from the rows, the width and where the view stands.
void ConversationView::arrange()
{
    m_pace.stop();
    // The bar takes its place from the margin: where it comes and goes nothing is laid out anew.
    m_bubbles->setWidth(width() - 2 * frameWidth());
    m_bubbles->setPixelRatio(devicePixelRatioF());
    const quint64 rows = m_lens->rowCount();
    if (m_top >= rows) {
        m_top = rows > 0 ? rows - 1 : 0;
        m_shift = 0;
    }
    if (m_follow)
        placeAtEnd();
    fillShown();
    if (!m_follow && isAtEnd()) {
        placeAtEnd();
        fillShown();
    }
    updateScrollBar();
    updateNewRows();
    viewport()->update();
}

void ConversationView::arrangeInPlace()
{
    // What was only estimated may have any height now. The first row that was seen whole stays where it is,
    // or after a jump to where nothing is read yet, the one that was jumped to.
    const auto isWhole = [](const Shown &shown) { return shown.isKnown && shown.y >= 0; };
    const auto isKnown = [](const Shown &shown) { return shown.isKnown; };
    const auto isCurrent = [this](const Shown &shown) { return shown.seq == m_current; };
    auto fixed = std::find_if(m_shown.begin(), m_shown.end(), isWhole);
    if (fixed == m_shown.end())
        fixed = std::find_if(m_shown.begin(), m_shown.end(), isKnown);
    if (fixed == m_shown.end())
        fixed = std::find_if(m_shown.begin(), m_shown.end(), isCurrent);
    if (!m_follow && fixed != m_shown.end() && m_lens->seqAt(fixed->row) == fixed->seq)
        placeRow(fixed->row, fixed->y);
    arrange();
}

void ConversationView::fillShown()
{
    m_shown.clear();
    const quint64 rows = m_lens->rowCount();
    int y = -m_shift;
    for (quint64 row = m_top; row < rows && y < viewport()->height(); ++row) {
        const bool isKnown = m_bubbles->at(row) != nullptr;
        const int height = m_bubbles->height(row);
        m_shown.push_back({row, m_lens->seqAt(row), y, height, isKnown});
        y += height;
    }
}

// So that the row begins at `y`, whatever is above it.
void ConversationView::placeRow(quint64 row, int y)
{
    const quint64 rows = m_lens->rowCount();
    while (y > 0 && row > 0)
        y -= m_bubbles->height(--row);
    for (int height = m_bubbles->height(row); - y >= height && row + 1 < rows;
         height = m_bubbles->height(row)) {
        y += height;
        ++row;
    }
    m_top = row;
    m_shift = std::max(0, -y);
}

void ConversationView::placeAtEnd()
{
    quint64 row = m_lens->rowCount();
    int y = viewport()->height() - bottomMargin;
    while (y > 0 && row > 0)
        y -= m_bubbles->height(--row);
    m_top = row;
    m_shift = std::max(0, -y);
}

bool ConversationView::isAtEnd() const
{
    if (m_shown.empty())
        return m_lens->rowCount() == 0;
    const Shown &last = m_shown.back();
    return last.row + 1 == m_lens->rowCount() && last.y + last.height <= viewport()->height() - bottomMargin;
}

void ConversationView::scrollByPixels(qint64 pixels)
{
    if (m_lens->rowCount() == 0)
        return;
    const bool wasFollowing = m_follow;
    if (pixels < 0)
        m_follow = false; // arranges freely; said below where it holds
    placeRow(m_top, int(std::clamp<qint64>(-m_shift - pixels, -10'000'000, 10'000'000)));
    arrange();
    const bool isFollowing = isAtEnd();
    m_follow = wasFollowing;
    setFollowState(isFollowing);
    updateNewRows();
}

void ConversationView::ensureVisible(quint64 row)
{
    const int room = viewport()->height() - bottomMargin;
    const int height = m_bubbles->height(row);
    const Shown *shown = shownRow(row);
    if (shown && shown->y >= 0 && shown->y + height <= room) {
        viewport()->update();
        return;
    }
    const bool isBelow = shown ? shown->y >= 0 : row > m_top;
    placeRow(row, isBelow ? std::max(0, room - height) : 0);
    if (m_follow && row + 1 != m_lens->rowCount())
        setFollowState(false);
    arrange();
}

// In rows and shares of one: where the view stands when it shows the last row.
double ConversationView::endPosition()
{
    const quint64 rows = m_lens->rowCount();
    const quint64 top = m_top;
    const int shift = m_shift;
    double end = 0;
    if (rows <= m_top + nearEnd) {
        placeAtEnd();
        end = double(m_top) + double(m_shift) / m_bubbles->height(m_top);
        m_top = top;
        m_shift = shift;
    } else {
        // Measuring would read the newest rows again with each that comes, for nobody to see.
        end = double(rows) - double(std::max<size_t>(1, m_shown.size()));
    }
    return end;
}

void ConversationView::updateScrollBar()
{
    m_scrolling = true;
    QScrollBar *bar = verticalScrollBar();
    const quint64 rows = m_lens->rowCount();
    if (rows == 0) {
        bar->setRange(0, 0);
    } else {
        const double scale = std::min(finestRow, longestBar / double(rows));
        const double end = endPosition();
        const double place = double(m_top) + double(m_shift) / m_bubbles->height(m_top);
        bar->setRange(0, int(end * scale));
        bar->setPageStep(std::max(1, int(double(m_shown.size()) * scale)));
        bar->setSingleStep(std::max(1, int(scale / 2)));
        bar->setValue(isAtEnd() ? bar->maximum() : int(std::min(place, end) * scale));
    }
    m_scrolling = false;
}

void ConversationView::scrollContentsBy(int, int dy)
{
    const quint64 rows = m_lens->rowCount();
    if (dy == 0 || m_scrolling || rows == 0)
        return;
    const QScrollBar *bar = verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    if (!atEnd) {
        const double place = bar->value() / std::min(finestRow, longestBar / double(rows));
        m_top = std::min(quint64(place), rows - 1);
        m_shift = int((place - std::floor(place)) * m_bubbles->height(m_top));
    }
    setFollowState(atEnd);
    arrange();
}

void ConversationView::updateNewRows()
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
    m_newRows->move(area.center().x() - m_newRows->width() / 2, area.bottom() - m_newRows->height() - 10);
    m_newRows->raise();
}

void ConversationView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    // Called from within updateScrollBar() too, where the bar comes or goes: nothing depends on its width.
    if (!m_scrolling)
        arrangeInPlace();
}

void ConversationView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    arrange();
}

} // namespace weir
