// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowsview.h"

#include "rowdelegate.h"
#include "rowmodel.h"
#include "theme.h"
#include "variablescope.h"

#include <QFocusEvent>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace weir {

namespace {
constexpr int cellHeight = 26;
constexpr int checkWidth = 34;
constexpr int nameWidth = 220;
}

RowsView::RowsView(const VariableScope *scope, QAbstractItemModel *model, QWidget *parent)
    : QTableView(parent)
    , m_delegate(new RowDelegate(scope, this))
{
    setModel(model);
    setItemDelegate(m_delegate);
    setFont(fixedFont());
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setEditTriggers(DoubleClicked | SelectedClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(false); // it would never leave
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(cellHeight);
    verticalHeader()->setDefaultSectionSize(cellHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setFont(smallFont());
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(checkWidth);
    header->setSectionResizeMode(RowModel::On, QHeaderView::Fixed);
    header->setSectionResizeMode(RowModel::Name, QHeaderView::Interactive);
    header->setSectionResizeMode(RowModel::Value, QHeaderView::Stretch);
    header->resizeSection(RowModel::On, checkWidth);
    header->resizeSection(RowModel::Name, nameWidth);
    connect(scope, &VariableScope::changed, viewport(), qOverload<>(&QWidget::update));
}

void RowsView::setHints(const QString &name, const QString &value)
{
    m_delegate->setHints(name, value);
}

void RowsView::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() & Qt::AltModifier;
    if (isEditing())
        QTableView::keyPressEvent(event);
    else if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        moveSelected(event->key() == Qt::Key_Up ? -1 : 1);
    else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        removeSelected();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
             && currentIndex().column() != RowModel::On)
        edit(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

bool RowsView::focusNextPrevChild(bool next)
{
    return step(next) || QTableView::focusNextPrevChild(next);
}

void RowsView::focusInEvent(QFocusEvent *event)
{
    const bool backwards = event->reason() == Qt::BacktabFocusReason;
    if (event->reason() == Qt::TabFocusReason || backwards || !currentIndex().isValid())
        setCurrentIndex(model()->index(backwards ? model()->rowCount() - 1 : 0,
                                       backwards ? writable().last() : writable().first()));
    QTableView::focusInEvent(event);
}

// Enter goes on as Tab does: a row is written without another key between its cells.
void RowsView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool goesOn = hint == QAbstractItemDelegate::EditNextItem
        || hint == QAbstractItemDelegate::EditPreviousItem || hint == QAbstractItemDelegate::SubmitModelCache;
    const QModelIndex at = currentIndex();
    QTableView::closeEditor(editor, goesOn ? QAbstractItemDelegate::NoHint : hint);
    if (!goesOn)
        return;
    setCurrentIndex(at);
    const bool empty = at.row() == model()->rowCount() - 1;
    // Nothing was written into the empty row: Enter ends, it does not wander.
    if (empty && hint == QAbstractItemDelegate::SubmitModelCache)
        return;
    if (step(hint != QAbstractItemDelegate::EditPreviousItem))
        edit(currentIndex());
    else
        QTableView::focusNextPrevChild(hint != QAbstractItemDelegate::EditPreviousItem);
}

void RowsView::removeSelected()
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end(), std::greater<>());
    const QModelIndex at = currentIndex();
    for (const int row : std::as_const(rows))
        model()->removeRow(row);
    setCurrentIndex(model()->index(std::min(at.row(), model()->rowCount() - 1), at.column()));
}

void RowsView::moveSelected(int by)
{
    const QModelIndex at = currentIndex();
    const int to = at.row() + by;
    if (at.isValid() && model()->moveRow({}, at.row(), {}, by > 0 ? to + 1 : to))
        setCurrentIndex(model()->index(to, at.column()));
}

QList<int> RowsView::writable() const
{
    QList<int> columns;
    for (int i = 0; i < model()->columnCount(); ++i) {
        const int column = horizontalHeader()->logicalIndex(i);
        if (model()->index(0, column).flags() & Qt::ItemIsEditable)
            columns.append(column);
    }
    return columns;
}

bool RowsView::step(bool next)
{
    const QModelIndex at = currentIndex();
    const QList<int> columns = writable();
    const int wide = int(columns.size());
    // from the box of a row on as from its first cell
    const int cell = at.row() * wide + std::max(0, int(columns.indexOf(at.column()))) + (next ? 1 : -1);
    if (!at.isValid() || cell < 0 || cell >= model()->rowCount() * wide)
        return false;
    setCurrentIndex(model()->index(cell / wide, columns.at(cell % wide)));
    return true;
}

} // namespace weir
