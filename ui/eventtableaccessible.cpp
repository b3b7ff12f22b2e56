// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventtableaccessible.h"

#include "eventheader.h"
#include "eventtable.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

#include <algorithm>
#include <limits>

namespace weir {

namespace {
constexpr quint64 titleRow = std::numeric_limits<quint64>::max();
constexpr qsizetype mostCells = 4096; // interfaces that are kept; the rest of the world is made again

int toInt(quint64 value)
{
    return int(std::min<quint64>(value, std::numeric_limits<int>::max()));
}

// One cell, or a column's title where the row is titleRow.
class Cell final : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    Cell(EventTable *table, quint64 row, int column)
        : m_table(table)
        , m_row(row)
        , m_column(column)
    {
    }

    bool isTitle() const { return m_row == titleRow; }
    bool isValid() const override { return m_table && (isTitle() || m_row < m_table->lens()->rowCount()); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_table ? m_table->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_table); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override { }
    QAccessible::Role role() const override
    {
        return isTitle() ? QAccessible::ColumnHeader : QAccessible::Cell;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || kind != QAccessible::Name)
            return {};
        return isTitle() ? m_table->title(m_column) : m_table->text(m_row, m_column);
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        if (isTitle()) {
            const QHeaderView *header = m_table->header();
            const QPoint place = header->mapToGlobal(QPoint(header->sectionViewportPosition(m_column), 0));
            return {place, QSize(header->sectionSize(m_column), header->height())};
        }
        const QRect cell = m_table->cellRect(m_row, m_column);
        return cell.isNull() ? QRect() : QRect(m_table->viewport()->mapToGlobal(cell.topLeft()), cell.size());
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.invisible = rect().isNull();
        if (!isTitle()) {
            state.selectable = true;
            state.focusable = true;
            state.readOnly = true;
            state.selected = isSelected();
            state.focused = m_table->hasFocus() && m_table->lens()->seqAt(m_row) == m_table->currentSeq();
        }
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableCellInterface)
            return static_cast<QAccessibleTableCellInterface *>(this);
        return nullptr;
    }

    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return isTitle() ? -1 : toInt(m_row); }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> columnHeaderCells() const override
    {
        QAccessibleInterface *table = parent();
        return table ? QList<QAccessibleInterface *>{table->child(m_column)}
                     : QList<QAccessibleInterface *>();
    }
    bool isSelected() const override
    {
        return isValid() && !isTitle() && m_table->selection().contains(m_table->lens()->seqAt(m_row));
    }
    QAccessibleInterface *table() const override { return parent(); }

private:
    QPointer<EventTable> m_table;
    quint64 m_row;
    int m_column;
};

// The children are the titles and the cells of the visible rows; any cell can be asked for by its row.
class Table final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit Table(EventTable *table)
        : QAccessibleWidget(table, QAccessible::Table)
    {
    }
    ~Table() override { forget(); }

    EventTable *view() const { return static_cast<EventTable *>(object()); }
    int columns() const { return int(view()->columns().size()); }

    int childCount() const override
    {
        const quint64 rows = view()->lens()->rowCount();
        const quint64 below = rows > view()->topRow() ? rows - view()->topRow() : 0;
        return columns() * (1 + int(std::min<quint64>(below, quint64(view()->visibleRows()))));
    }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const int row = index / columns();
        return cell(row == 0 ? titleRow : view()->topRow() + quint64(row - 1), index % columns());
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (auto it = m_cells.begin(); it != m_cells.end(); ++it) {
            if (QAccessible::accessibleInterface(it.value()) == child)
                return accessibleChild(*view(), it.key().first, it.key().second);
        }
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint inHeader = view()->header()->mapFromGlobal(QPoint(x, y));
        if (view()->header()->rect().contains(inHeader))
            return cell(titleRow, std::max(0, view()->header()->logicalIndexAt(inHeader.x())));
        const QPoint place = view()->viewport()->mapFromGlobal(QPoint(x, y));
        const quint64 row = view()->rowAt(place.y());
        const int column = view()->header()->logicalIndexAt(place.x());
        if (!view()->viewport()->rect().contains(place) || row >= view()->lens()->rowCount() || column < 0)
            return nullptr;
        return cell(row, column);
    }

    QAccessibleInterface *focusChild() const override
    {
        const quint64 seq = view()->currentSeq();
        return seq == 0 ? nullptr : cell(view()->lens()->rowOf(seq), 0);
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableInterface)
            return static_cast<QAccessibleTableInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override
    {
        if (row < 0 || column < 0 || column >= columns() || quint64(row) >= view()->lens()->rowCount())
            return nullptr;
        return cell(quint64(row), column);
    }
    int columnCount() const override { return columns(); }
    int rowCount() const override { return toInt(view()->lens()->rowCount()); }
    QString columnDescription(int column) const override { return view()->title(column); }
    QString rowDescription(int) const override { return {}; }

    int selectedRowCount() const override
    {
        quint64 rows = 0;
        for (const Intervals::Range &range : view()->selection().ranges())
            rows += view()->lens()->rowOf(range.last + 1) - view()->lens()->rowOf(range.first);
        return toInt(rows);
    }
    int selectedCellCount() const override { return toInt(quint64(selectedRowCount()) * quint64(columns())); }
    int selectedColumnCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    // Those in view: a selection may hold millions.
    QList<int> selectedRows() const override
    {
        QList<int> rows;
        for (int i = 0; i < view()->visibleRows(); ++i) {
            const quint64 row = view()->topRow() + quint64(i);
            if (row < view()->lens()->rowCount() && isRowSelected(toInt(row)))
                rows.append(toInt(row));
        }
        return rows;
    }
    QList<QAccessibleInterface *> selectedCells() const override
    {
        QList<QAccessibleInterface *> cells;
        for (const int row : selectedRows()) {
            for (int column = 0; column < columns(); ++column)
                cells.append(cellAt(row, column));
        }
        return cells;
    }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int row) const override
    {
        return view()->selection().contains(view()->lens()->seqAt(quint64(row)));
    }
    bool selectRow(int row) override
    {
        if (row < 0 || quint64(row) >= view()->lens()->rowCount())
            return false;
        view()->setCurrentSeq(view()->lens()->seqAt(quint64(row)));
        return true;
    }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { }

private:
    QAccessibleInterface *cell(quint64 row, int column) const
    {
        if (m_cells.size() >= mostCells)
            forget();
        QAccessible::Id &id = m_cells[{row, column}];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(new Cell(view(), row, column));
        return QAccessible::accessibleInterface(id);
    }

    void forget() const
    {
        for (const QAccessible::Id id : std::as_const(m_cells))
            QAccessible::deleteAccessibleInterface(id);
        m_cells.clear();
    }

    mutable QHash<std::pair<quint64, int>, QAccessible::Id> m_cells;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *table = qobject_cast<EventTable *>(object);
    return table ? new Table(table) : nullptr;
}
} // namespace

void installEventTableAccessible()
{
    QAccessible::installFactory(makeInterface);
}

int accessibleChild(const EventTable &table, quint64 row, int column)
{
    if (row == titleRow)
        return column;
    if (row < table.topRow() || row >= table.topRow() + quint64(table.visibleRows()))
        return -1;
    return int(row - table.topRow() + 1) * int(table.columns().size()) + column;
}

} // namespace weir
