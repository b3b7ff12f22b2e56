// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowtable.h"

#include "rowdelegate.h"
#include "rowmodel.h"
#include "theme.h"
#include "variablescope.h"

#include <QClipboard>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace weir {

namespace {
constexpr int cellHeight = 26;
constexpr int checkWidth = 34;
constexpr int nameWidth = 220;
}

RowTable::RowTable(const VariableScope *scope, QWidget *parent)
    : QTableView(parent)
    , m_model(new RowModel(this))
    , m_delegate(new RowDelegate(scope, this))
{
    setModel(m_model);
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
    connect(m_model, &RowModel::edited, this, &RowTable::edited);
    connect(m_delegate, &RowDelegate::linesPasted, this, &RowTable::pasteLines);
    connect(scope, &VariableScope::changed, viewport(), qOverload<>(&QWidget::update));
}

const QList<ProfileRow> &RowTable::rows() const
{
    return m_model->rows();
}

void RowTable::setRows(const QList<ProfileRow> &rows)
{
    m_model->setRows(rows);
}

void RowTable::setSaved(const std::optional<QList<ProfileRow>> &saved)
{
    m_model->setSaved(saved);
}

void RowTable::setNames(const QStringList &names)
{
    m_delegate->setNames(names);
}

void RowTable::setHints(const QString &name, const QString &value)
{
    m_delegate->setHints(name, value);
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() & Qt::AltModifier;
    const bool editing = state() == EditingState;
    if (editing)
        QTableView::keyPressEvent(event);
    else if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        moveSelected(event->key() == Qt::Key_Up ? -1 : 1);
    else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        removeSelected();
    else if (event->matches(QKeySequence::Paste))
        pasteLines(QGuiApplication::clipboard()->text());
    else if (event->matches(QKeySequence::Copy))
        copyRows();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
             && currentIndex().column() != RowModel::On)
        edit(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

bool RowTable::focusNextPrevChild(bool next)
{
    return step(next) || QTableView::focusNextPrevChild(next);
}

void RowTable::focusInEvent(QFocusEvent *event)
{
    const bool backwards = event->reason() == Qt::BacktabFocusReason;
    if (event->reason() == Qt::TabFocusReason || backwards || !currentIndex().isValid())
        setCurrentIndex(m_model->index(backwards ? m_model->rowCount() - 1 : 0,
                                       backwards ? RowModel::Value : RowModel::Name));
    QTableView::focusInEvent(event);
}

// Enter goes on as Tab does: a row is written without another key between its cells.
void RowTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool goesOn = hint == QAbstractItemDelegate::EditNextItem
        || hint == QAbstractItemDelegate::EditPreviousItem || hint == QAbstractItemDelegate::SubmitModelCache;
    const QModelIndex at = currentIndex();
    QTableView::closeEditor(editor, goesOn ? QAbstractItemDelegate::NoHint : hint);
    if (!goesOn)
        return;
    setCurrentIndex(at);
    const bool empty = at.row() == m_model->rowCount() - 1;
    // Nothing was written into the empty row: Enter ends, it does not wander.
    if (empty && hint == QAbstractItemDelegate::SubmitModelCache)
        return;
    if (step(hint != QAbstractItemDelegate::EditPreviousItem))
        edit(currentIndex());
    else
        QTableView::focusNextPrevChild(hint != QAbstractItemDelegate::EditPreviousItem);
}

void RowTable::removeSelected()
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end(), std::greater<>());
    const QModelIndex at = currentIndex();
    for (const int row : std::as_const(rows))
        m_model->removeRow(row);
    setCurrentIndex(m_model->index(std::min(at.row(), m_model->rowCount() - 1), at.column()));
}

void RowTable::moveSelected(int by)
{
    const QModelIndex at = currentIndex();
    if (at.isValid() && m_model->moveRow(at.row(), at.row() + by))
        setCurrentIndex(m_model->index(at.row() + by, at.column()));
}

void RowTable::pasteLines(const QString &text)
{
    const QList<ProfileRow> rows = rowsFromText(text);
    const int at = currentIndex().isValid() ? currentIndex().row() : m_model->rowCount() - 1;
    m_model->insert(at, rows);
    setCurrentIndex(m_model->index(at + int(rows.size()), RowModel::Name));
    setFocus();
}

void RowTable::copyRows() const
{
    QStringList lines;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        if (index.row() >= rows().size())
            continue;
        const ProfileRow &row = rows().at(index.row());
        lines.append((row.on ? QString() : QStringLiteral("# ")) + row.name + QLatin1String(": ")
                     + row.value);
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

bool RowTable::step(bool next)
{
    const QModelIndex at = currentIndex();
    const int cells = m_model->rowCount() * 2;
    const int cell = at.row() * 2 + (at.column() == RowModel::Value ? 1 : 0) + (next ? 1 : -1);
    if (!at.isValid() || cell < 0 || cell >= cells)
        return false;
    setCurrentIndex(m_model->index(cell / 2, cell % 2 ? RowModel::Value : RowModel::Name));
    return true;
}

} // namespace weir
