// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventheader.h"

#include "theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStandardItemModel>

#include <algorithm>

namespace weir {

namespace {
constexpr int narrowest = 24; // pixels
constexpr int widest = 20'000;
constexpr int lowest = 23; // of the header, at 96 dpi
constexpr char version[] = "1"; // of the saved state
}

EventHeader::EventHeader(std::vector<EventColumn> columns, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_columns(std::move(columns))
    , m_besideKinds(std::find(m_columns.begin(), m_columns.end(), EventColumn::Kind) != m_columns.end())
    , m_titles(new QStandardItemModel(0, int(m_columns.size()), this))
    , m_widths(m_columns.size())
{
    setFont(smallFont());
    buildTitles();
    setModel(m_titles);
    setHighlightSections(false);
    setSectionsClickable(false);
    setSectionsMovable(true);
    setMinimumSectionSize(narrowest);
    setFocusPolicy(Qt::NoFocus);
    setTextElideMode(Qt::ElideRight);
    resetColumns();
    connect(this, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_isArranging && width > 0)
            m_widths[size_t(column)] = width;
        fill();
    });
    connect(this, &QHeaderView::sectionMoved, this, &EventHeader::fill);
    connect(this, &QHeaderView::sectionHandleDoubleClicked, this, &EventHeader::fitRequested);
}

QString EventHeader::title(int column) const
{
    return m_titles->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
}

QSize EventHeader::sizeHint() const
{
    const QSize hint = QHeaderView::sizeHint();
    return {hint.width(), std::max(hint.height(), lowest * logicalDpiY() / 96)};
}

QByteArray EventHeader::saveColumns() const
{
    QByteArrayList parts{version};
    for (int i = 0; i < count(); ++i) {
        const int column = logicalIndex(i);
        parts.append((isSectionHidden(column) ? "-" : "") + columnKey(m_columns[size_t(column)]) + ':'
                     + QByteArray::number(m_widths[size_t(column)]));
    }
    return parts.join(' ');
}

bool EventHeader::restoreColumns(const QByteArray &state)
{
    QByteArrayList parts = state.split(' ');
    if (parts.takeFirst() != version)
        return false;
    std::vector<Place> places;
    for (QByteArray part : parts) {
        Place place;
        place.isShown = !part.startsWith('-');
        part = part.mid(place.isShown ? 0 : 1);
        const qsizetype colon = part.indexOf(':');
        const auto known = std::find_if(m_columns.begin(), m_columns.end(), [&](EventColumn column) {
            return columnKey(column) == part.left(colon);
        });
        place.column = int(known - m_columns.begin());
        place.width = part.mid(colon + 1).toInt();
        const bool isTwice = std::any_of(places.begin(), places.end(),
                                         [&](const Place &other) { return other.column == place.column; });
        if (colon < 0 || known == m_columns.end() || isTwice || place.width < narrowest
            || place.width > widest)
            return false;
        places.push_back(place);
    }
    if (std::none_of(places.begin(), places.end(), [](const Place &place) { return place.isShown; }))
        return false;
    apply(places);
    return true;
}

void EventHeader::resetColumns()
{
    std::vector<Place> places;
    for (int i = 0; i < int(m_columns.size()); ++i)
        places.push_back({i, defaultWidth(i), true});
    apply(places);
}

void EventHeader::setColumnShown(int column, bool shown)
{
    if (shown == !isSectionHidden(column) || (!shown && hiddenSectionCount() + 1 == count()))
        return;
    {
        const QScopedValueRollback arranging(m_isArranging, true);
        setSectionHidden(column, !shown);
        if (shown)
            resizeSection(column, m_widths[size_t(column)]);
    }
    fill();
}

void EventHeader::setColumnWidth(int column, int width)
{
    resizeSection(column, std::clamp(width, narrowest, widest));
}

void EventHeader::widenColumn(int column, int width)
{
    int &chosen = m_widths[size_t(column)];
    if (chosen >= width)
        return;
    chosen = width;
    fill();
}

void EventHeader::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int under = logicalIndexAt(event->pos());
    for (int i = 0; i < count(); ++i) {
        const int column = logicalIndex(i);
        QAction *action = menu->addAction(title(column));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(column));
        action->setEnabled(isSectionHidden(column) || hiddenSectionCount() + 1 < count());
        connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnShown(column, on); });
    }
    menu->addSeparator();
    QAction *fit = menu->addAction(tr("Fit width"));
    fit->setEnabled(under >= 0);
    connect(fit, &QAction::triggered, this, [this, under] { Q_EMIT fitRequested(under); });
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, &EventHeader::resetColumns);
    menu->popup(event->globalPos());
}

void EventHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    fill();
}

void EventHeader::changeEvent(QEvent *event)
{
    QHeaderView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        buildTitles();
}

void EventHeader::buildTitles()
{
    for (int i = 0; i < int(m_columns.size()); ++i) {
        const EventColumn column = m_columns[size_t(i)];
        const auto alignment = isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft;
        m_titles->setHeaderData(i, Qt::Horizontal, columnTitle(column, m_besideKinds), Qt::DisplayRole);
        m_titles->setHeaderData(i, Qt::Horizontal, columnWords(column, m_besideKinds),
                                Qt::AccessibleTextRole);
        m_titles->setHeaderData(i, Qt::Horizontal, columnHint(column), Qt::ToolTipRole);
        m_titles->setHeaderData(i, Qt::Horizontal, int(alignment | Qt::AlignVCenter), Qt::TextAlignmentRole);
    }
}

// Columns that are not named keep their place after the others, with their own width.
void EventHeader::apply(const std::vector<Place> &places)
{
    {
        const QScopedValueRollback arranging(m_isArranging, true);
        for (int i = 0; i < int(m_columns.size()); ++i)
            m_widths[size_t(i)] = defaultWidth(i);
        for (int i = 0; i < int(places.size()); ++i) {
            const Place &place = places[size_t(i)];
            m_widths[size_t(place.column)] = place.width;
            moveSection(visualIndex(place.column), i);
        }
        for (int i = 0; i < int(m_columns.size()); ++i) {
            const auto place = std::find_if(places.begin(), places.end(),
                                            [i](const Place &other) { return other.column == i; });
            setSectionHidden(i, place != places.end() && !place->isShown);
            if (!isSectionHidden(i))
                resizeSection(i, m_widths[size_t(i)]);
        }
    }
    fill();
}

int EventHeader::defaultWidth(int column) const
{
    return columnWidth(m_columns[size_t(column)]) * logicalDpiX() / 96;
}

int EventHeader::lastShown() const
{
    for (int i = count() - 1; i >= 0; --i) {
        if (!isSectionHidden(logicalIndex(i)))
            return logicalIndex(i);
    }
    return -1;
}

void EventHeader::fill()
{
    const int last = lastShown();
    if (m_isArranging || last < 0)
        return;
    const QScopedValueRollback arranging(m_isArranging, true);
    for (int i = 0; i < count(); ++i) {
        if (!isSectionHidden(i) && i != last)
            resizeSection(i, m_widths[size_t(i)]);
    }
    const int others = length() - sectionSize(last);
    resizeSection(last, std::max(m_widths[size_t(last)], viewport()->width() - others));
}

} // namespace weir
