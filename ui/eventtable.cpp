// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventtable.h"

#include "eventheader.h"
#include "eventtableaccessible.h"
#include "gotobox.h"
#include "theme.h"
#include "visibletext.h"

#include "log/capturereader.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <limits>

namespace weir {

namespace {
// What the header lacks where the scroll bar is.
class HeaderCorner final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter(this);
        painter.fillRect(rect(), theme.panel);
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
    }
};
}

EventTable::EventTable(Lens *lens, std::vector<EventColumn> columns, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_lens(lens)
    , m_header(new EventHeader(std::move(columns), this))
    , m_corner(new HeaderCorner(this))
    , m_newRows(new QToolButton(this))
{
    installEventTableAccessible();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setFont(smallFont());
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    addScrollBarWidget(m_corner, Qt::AlignTop);
    buildHeader();
    m_pace.setSingleShot(true);
    m_pace.setTimerType(Qt::PreciseTimer);
    connect(&m_pace, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_newRows->hide();
    m_newRows->setFocusPolicy(Qt::NoFocus);
    m_newRows->setProperty("tone", QStringLiteral("primary"));
    m_newRows->setToolButtonStyle(Qt::ToolButtonTextOnly);
    connect(m_newRows, &QToolButton::clicked, this, [this] {
        if (m_lens->isPaused())
            Q_EMIT resumeRequested();
        setFollowing(true);
    });
    connect(m_lens, &Lens::reset, this, &EventTable::onReset);
    connect(m_lens, &Lens::rowsAppended, this, &EventTable::onRowsAppended);
    connect(m_lens, &Lens::rowsLoaded, this, &EventTable::updateSoon);
    connect(m_lens, &Lens::searchProgressed, this, &EventTable::updateNewRows);
}

EventTable::~EventTable() = default;

void EventTable::setReader(std::shared_ptr<CaptureReader> reader)
{
    m_copy.reset();
    m_names.clear();
    m_reader = std::move(reader);
    viewport()->update();
}

const std::vector<EventColumn> &EventTable::columns() const
{
    return m_header->columns();
}

QByteArray EventTable::saveColumns() const
{
    return m_header->saveColumns();
}

bool EventTable::restoreColumns(const QByteArray &state)
{
    return m_header->restoreColumns(state);
}

void EventTable::setCurrentSeq(quint64 seq)
{
    selectTo(seq, Qt::NoModifier);
    setCurrent(seq);
    if (seq != 0 && m_lens->rowCount() > 0)
        ensureVisible(std::min(m_lens->rowOf(seq), m_lens->rowCount() - 1));
}

void EventTable::goTo(quint64 seq)
{
    const quint64 rows = m_lens->rowCount();
    if (rows == 0)
        return;
    const quint64 row = std::min(m_lens->rowOf(seq), rows - 1);
    setFollowing(false);
    selectTo(m_lens->seqAt(row), Qt::NoModifier);
    setCurrent(m_lens->seqAt(row));
    if (row < m_top || row >= m_top + quint64(visibleRows())) {
        centre(m_current);
        updateScrollBars();
        viewport()->update();
    }
}

void EventTable::askWhereToGo()
{
    if (!m_goTo) {
        m_goTo = new GoToBox(viewport());
        connect(m_goTo, &GoToBox::chosen, this, &EventTable::goTo);
        connect(m_goTo, &GoToBox::closed, this, [this] { setFocus(Qt::OtherFocusReason); });
    }
    m_goTo->ask(m_current);
}

void EventTable::selectAll()
{
    const quint64 rows = m_lens->rowCount();
    m_selection.clear();
    if (rows > 0)
        m_selection.add(m_lens->seqAt(0), m_lens->seqAt(rows - 1));
    viewport()->update();
    Q_EMIT selectionChanged();
}

void EventTable::copy(CopyJob::Form form)
{
    if (m_selection.isEmpty() || !m_reader)
        return;
    CopyJob::Options options{form, {}, copyRows, copyBytes};
    for (int i = 0; i < m_header->count(); ++i) {
        const int column = m_header->logicalIndex(i);
        if (!m_header->isSectionHidden(column))
            options.columns.push_back(columns()[size_t(column)]);
    }
    m_copy = std::make_unique<CopyJob>(m_lens, m_reader, m_selection, std::move(options));
    connect(m_copy.get(), &CopyJob::finished, this, [this](const QString &text, quint64 rows, bool cut) {
        QGuiApplication::clipboard()->setText(text);
        Q_EMIT copied(rows, cut);
    });
    m_copy->start();
}

int EventTable::visibleRows() const
{
    return std::max(1, viewport()->height() / rowHeight());
}

quint64 EventTable::rowAt(int y) const
{
    const quint64 rows = m_lens->rowCount();
    return y < 0 ? rows : std::min(rows, m_top + quint64((y + m_shift) / rowHeight()));
}

QRect EventTable::cellRect(quint64 row, int column) const
{
    if (row < m_top || row > m_top + quint64(visibleRows()) + 1 || m_header->isSectionHidden(column))
        return {};
    const int y = int(row - m_top) * rowHeight() - m_shift;
    if (y >= viewport()->height())
        return {};
    return {m_header->sectionViewportPosition(column), y, m_header->sectionSize(column), rowHeight()};
}

QString EventTable::text(quint64 row, int column) const
{
    const Lens::Row *found = m_lens->row(row);
    if (!found)
        return {};
    return cellText(columns()[size_t(column)], *found, connectionName(found->event.connection),
                    Lens::previewLimit);
}

QString EventTable::title(int column) const
{
    return m_header->title(column);
}

// Numbers grow while one looks; a number that is cut is no number.
void EventTable::widenNumbers()
{
    const quint64 rows = m_lens->rowCount();
    const quint64 last = rows > 0 ? m_lens->seqAt(rows - 1) : 0;
    const auto place = std::find(columns().begin(), columns().end(), EventColumn::Seq);
    if (last <= m_widest || place == columns().end())
        return;
    m_widest = 9; // the largest number of as many digits
    while (m_widest < last && m_widest < std::numeric_limits<quint64>::max() / 10)
        m_widest = m_widest * 10 + 9;
    Lens::Row row;
    row.event.seq = m_widest;
    m_header->widenColumn(int(place - columns().begin()), m_painter.widthOf(EventColumn::Seq, row, {}));
}

void EventTable::fitColumn(int column)
{
    int width = m_header->fontMetrics().horizontalAdvance(columnTitle(columns()[size_t(column)], false)) + 24;
    for (quint64 row = m_top; row < std::min(m_lens->rowCount(), m_top + quint64(visibleRows())); ++row) {
        if (const Lens::Row *found = m_lens->row(row))
            width = std::max(width,
                             m_painter.widthOf(columns()[size_t(column)], *found,
                                               connectionName(found->event.connection)));
    }
    m_header->setColumnWidth(column, std::min(width, std::max(200, viewport()->width())));
}

void EventTable::buildHeader()
{
    const auto changed = [this] {
        updateScrollBars();
        viewport()->update();
    };
    connect(m_header, &QHeaderView::sectionResized, this, changed);
    connect(m_header, &QHeaderView::sectionMoved, this, changed);
    connect(m_header, &EventHeader::fitRequested, this, &EventTable::fitColumn);
}

void EventTable::onReset()
{
    m_copy.reset();
    m_names.clear();
    m_shift = 0;
    if (m_follow)
        m_top = maxTop();
    else
        centre(m_current);
    m_seenRows = m_lens->rowCount();
    m_widest = 0;
    widenNumbers();
    updateScrollBars();
    updateNewRows();
    viewport()->update();
}

void EventTable::onRowsAppended()
{
    const bool wasFull = m_lens->rowCount() > m_top + quint64(visibleRows()) + 1;
    if (m_follow)
        m_top = maxTop();
    widenNumbers();
    updateScrollBars();
    updateNewRows();
    if (m_follow || !wasFull)
        updateSoon();
}

const QString &EventTable::connectionName(quint32 id) const
{
    auto found = m_names.constFind(id);
    if (found == m_names.constEnd()) {
        const QByteArray name = id == 0 || !m_reader ? QByteArray() : m_reader->connection(id).name;
        found = m_names.insert(id, id == 0 ? QStringLiteral("Weir") : visibleText(QByteArrayView(name), 200));
        // The log may be ahead of what the reader has seen: ask again.
        if (id != 0 && name.isEmpty()) {
            static const QString unknown;
            m_names.remove(id);
            return unknown;
        }
    }
    return *found;
}

void EventTable::paintEvent(QPaintEvent *event)
{
    m_sincePaint.start();
    m_pace.stop();
    const Theme &theme = Theme::of(this);
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme.window);
    const int height = m_painter.rowHeight();
    const quint64 rows = m_lens->rowCount();
    int y = -m_shift;
    for (quint64 row = m_top; row < rows && y < viewport()->height(); ++row, y += height) {
        const QRect rect(0, y, viewport()->width(), height);
        if (rect.intersects(event->rect()))
            paintRow(painter, row, rect);
    }
}

void EventTable::paintRow(QPainter &painter, quint64 row, const QRect &rect)
{
    const Theme &theme = Theme::of(this);
    const quint64 seq = m_lens->seqAt(row);
    if (m_selection.contains(seq))
        painter.fillRect(rect, theme.soft);
    if (seq == m_current && hasFocus())
        painter.fillRect(QRect(rect.x(), rect.y(), 2, rect.height()), theme.accent);
    const Lens::Row *found = m_lens->row(row);
    if (!found) {
        m_painter.paintPlaceholder(painter, theme, rect);
        return;
    }
    const QString &connection = connectionName(found->event.connection);
    for (int i = 0; i < m_header->count(); ++i) {
        const QRect cell(m_header->sectionViewportPosition(i), rect.y(), m_header->sectionSize(i),
                         rect.height());
        if (!m_header->isSectionHidden(i) && cell.intersects(rect))
            m_painter.paintCell(painter, theme, {columns()[size_t(i)], cell}, *found, connection,
                                m_header->isBesideKinds());
    }
}

} // namespace weir
