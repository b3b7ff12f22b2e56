// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowtable.h"

#include "rowdelegate.h"
#include "rowmodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace weir {

RowTable::RowTable(const VariableScope *scope, QWidget *parent)
    : RowsView(scope, new RowModel, parent)
    , m_model(static_cast<RowModel *>(model()))
{
    m_model->setParent(this);
    connect(m_model, &RowModel::edited, this, &RowTable::edited);
    connect(delegate(), &RowDelegate::linesPasted, this, &RowTable::pasteLines);
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
    delegate()->setNames(names);
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    if (!isEditing() && event->matches(QKeySequence::Paste))
        pasteLines(QGuiApplication::clipboard()->text());
    else if (!isEditing() && event->matches(QKeySequence::Copy))
        copyRows();
    else
        RowsView::keyPressEvent(event);
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

} // namespace weir
