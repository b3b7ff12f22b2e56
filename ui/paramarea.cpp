// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paramarea.h"

#include "parammodel.h"
#include "paramrow.h"
#include "visibletext.h"

#include <QApplication>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <map>

namespace weir {

namespace {
// pixels
constexpr int fewestLines = 2; // seen at least
constexpr int lineHeight = ParamRow::controlHeight + 7;
constexpr int scrollMargin = 6; // between the rows and their scroll bar
constexpr int checkWidth = 20;
constexpr int widestFree = 120; // a name that is written, and its box
constexpr int preferredWidth = 400;
constexpr qsizetype longestLabel = 60; // characters

}

ParamArea::ParamArea(ParamModel *model, const VariableScope *scope, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_scope(scope)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setAccessibleName(tr("Parameters"));
    viewport()->setAutoFillBackground(false);
    verticalScrollBar()->setSingleStep(lineHeight / 2);
    connect(model, &ParamModel::linesChanged, this, &ParamArea::refresh);
    connect(model, &ParamModel::problemsChanged, this, &ParamArea::measure);
    measure();
}

void ParamArea::setLabelWidth(int width)
{
    if (width == m_labelWidth)
        return;
    m_labelWidth = width;
    measure();
}

int ParamArea::wantedLabelWidth() const
{
    const QFontMetrics metrics(font());
    int width = 0;
    for (const ParamLine &line : m_model->lines()) {
        if (line.kind != ParamLine::Kind::Node || line.depth > 0)
            continue;
        if (line.naming == ParamLine::Naming::Free) {
            width = std::max(width, widestFree);
            continue;
        }
        const QString text = visibleText(QStringView(line.label).left(longestLabel));
        const int room = (line.canBeOff ? checkWidth : 0)
            + metrics.horizontalAdvance(line.isRequired ? text + QLatin1String(" *") : text);
        width = std::max(width, room + 1);
    }
    return width;
}

void ParamArea::focusPath(const ParamPath &path)
{
    const int line = m_model->lineOf(path);
    if (line < 0)
        return;
    reveal(line);
    for (ParamRow *row : m_rows) {
        if (!row->isHidden() && lineOf(row) == line)
            row->focusFirst();
    }
}

QSize ParamArea::sizeHint() const
{
    return {preferredWidth, m_tops.back()};
}

QSize ParamArea::minimumSizeHint() const
{
    return {preferredWidth / 2, std::min(m_tops.back(), fewestLines * lineHeight)};
}

void ParamArea::resizeEvent(QResizeEvent *)
{
    measure();
}

void ParamArea::scrollContentsBy(int, int)
{
    arrange(false);
}

void ParamArea::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        measure();
}

void ParamArea::measure()
{
    const std::vector<ParamLine> &lines = m_model->lines();
    const auto total = [&](int width) {
        m_tops.assign(1, 0);
        m_tops.reserve(lines.size() + 1);
        for (size_t i = 0; i < lines.size(); ++i)
            m_tops.push_back(m_tops.back()
                             + ParamRow::heightFor(lines[i], m_model->problem(i), m_labelWidth, width));
        return m_tops.back();
    };
    const int before = maximumHeight();
    const int height = total(viewport()->width() - (verticalScrollBar()->isVisible() ? scrollMargin : 0));
    if (height != before) {
        setMaximumHeight(height);
        updateGeometry();
    }
    const int page = viewport()->height();
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, std::max(0, height - page));
    arrange(true);
}

void ParamArea::refresh()
{
    const ParamRow *focused = focusedRow();
    const int place = focused ? int(lineAt(focused->y() + verticalScrollBar()->value())) : -1;
    measure();
    // Where the line is gone the keyboard goes to the one in its place.
    if (!focused || focusedRow() || m_model->lines().empty())
        return;
    const int line = std::clamp(place, 0, int(m_model->lines().size()) - 1);
    for (ParamRow *row : m_rows) {
        if (!row->isHidden() && lineOf(row) == line)
            row->focusFirst();
    }
}

void ParamArea::arrange(bool all)
{
    // Setting the focus or a range of the scroll bar while rows are placed leads here again.
    if (m_arranging)
        return;
    const QScopedValueRollback arranging(m_arranging, true);
    const std::vector<ParamLine> &lines = m_model->lines();
    const auto count = int(lines.size());
    const int offset = verticalScrollBar()->value();
    // One more at either end: Tab finds it.
    const int first = std::max(0, lineAt(offset) - 1);
    const int last = std::min(count - 1, lineAt(offset + viewport()->height()) + 1);
    std::map<int, ParamRow *> shown;
    std::vector<ParamRow *> spare;
    const ParamRow *focused = focusedRow();
    for (ParamRow *row : m_rows) {
        const int line = row->isHidden() ? -1 : lineOf(row);
        const bool wanted = line >= 0 && ((line >= first && line <= last) || row == focused);
        if (!wanted || !shown.emplace(line, row).second)
            spare.push_back(row);
    }
    const int width = viewport()->width() - (verticalScrollBar()->isVisible() ? scrollMargin : 0);
    for (int line = first; line <= last; ++line) {
        if (shown.contains(line))
            continue;
        if (spare.empty())
            spare.push_back(spareRow());
        ParamRow *row = spare.back();
        spare.pop_back();
        row->show(lines[size_t(line)], m_model->problem(size_t(line)), m_labelWidth);
        shown.emplace(line, row);
    }
    std::vector<ParamRow *> rows;
    for (const auto &[line, row] : shown) {
        if (all)
            row->show(lines[size_t(line)], m_model->problem(size_t(line)), m_labelWidth);
        const int top = m_tops[size_t(line)];
        row->setGeometry(0, top - offset, width, m_tops[size_t(line) + 1] - top);
        row->setVisible(true);
        rows.push_back(row);
    }
    for (ParamRow *row : spare)
        row->hide();
    chainStops(rows);
}

void ParamArea::chainStops(const std::vector<ParamRow *> &rows)
{
    QList<QWidget *> stops;
    for (const ParamRow *row : rows)
        stops += row->stops();
    if (stops == m_stops)
        return;
    m_stops = stops;
    QWidget *before = this;
    for (QWidget *stop : stops) {
        setTabOrder(before, stop);
        before = stop;
    }
}

ParamRow *ParamArea::spareRow()
{
    auto *row = new ParamRow(m_model, m_scope, viewport());
    row->hide();
    connect(row, &ParamRow::addRequested, this, &ParamArea::add);
    connect(row, &ParamRow::moveRequested, this, &ParamArea::move);
    connect(row, &ParamRow::dragged, this, &ParamArea::drag);
    connect(row, &ParamRow::dragEnded, this, [this] { m_dragged.clear(); });
    m_rows.push_back(row);
    return row;
}

ParamRow *ParamArea::focusedRow() const
{
    const QWidget *focus = QApplication::focusWidget();
    for (ParamRow *row : m_rows) {
        if (focus && !row->isHidden() && row->isAncestorOf(focus))
            return row;
    }
    return nullptr;
}

int ParamArea::lineAt(int y) const
{
    const auto next = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    return std::clamp(int(next - m_tops.begin()) - 1, 0, int(m_model->lines().size()) - 1);
}

int ParamArea::lineOf(const ParamRow *row) const
{
    if (row->kind() == ParamLine::Kind::Node)
        return m_model->lineOf(row->path());
    const std::vector<ParamLine> &lines = m_model->lines();
    const auto found = std::find_if(lines.rbegin(), lines.rend(), [row](const ParamLine &line) {
        return line.kind == ParamLine::Kind::Add && line.path == row->path();
    });
    return int(lines.rend() - found) - 1;
}

void ParamArea::reveal(int line)
{
    if (line < 0)
        return;
    QScrollBar *bar = verticalScrollBar();
    const int top = m_tops[size_t(line)];
    const int bottom = m_tops[size_t(line) + 1];
    if (top < bar->value())
        bar->setValue(top);
    else if (bottom > bar->value() + viewport()->height())
        bar->setValue(bottom - viewport()->height());
}

} // namespace weir
