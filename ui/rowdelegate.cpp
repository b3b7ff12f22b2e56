// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowdelegate.h"

#include "rowmodel.h"
#include "theme.h"
#include "variableedit.h"
#include "variablescope.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

namespace weir {

namespace {
constexpr int rowsHeight = 26;
constexpr int padding = 7;
constexpr int rowMarkWidth = 3;
constexpr qsizetype longestPainted = 2000; // characters

// The box of the first column stands behind the place of the mark.
QStyleOptionViewItem besideMark(const QStyleOptionViewItem &option)
{
    QStyleOptionViewItem moved = option;
    moved.rect.adjust(2 * rowMarkWidth, 0, 0, 0);
    return moved;
}

void layOut(QTextLayout &layout)
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
}
}

RowDelegate::RowDelegate(const VariableScope *scope, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_scope(scope)
{
}

void RowDelegate::setHints(const QString &name, const QString &value)
{
    m_nameHint = name;
    m_valueHint = value;
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    if (index.column() == RowModel::On)
        QStyledItemDelegate::paint(painter, besideMark(option), index);
    else
        paintText(painter, option, index);
    painter->save();
    painter->setPen(theme.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (index.column() == RowModel::On && index.data(RowModel::ChangedRole).toBool()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accent);
        painter->drawRoundedRect(
            QRect(option.rect.left() + 1, option.rect.top() + 4, rowMarkWidth, option.rect.height() - 8), 1.5,
            1.5);
    }
    painter->restore();
}

bool RowDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    return QStyledItemDelegate::editorEvent(event, model, besideMark(option), index);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), rowsHeight};
}

QWidget *RowDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    if (index.column() == RowModel::On)
        return nullptr;
    auto *edit = new VariableEdit(m_scope, parent);
    edit->setProperty("cell", true);
    edit->setFont(option.font);
    edit->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    if (index.column() == RowModel::Name)
        edit->setWords(m_names);
    return edit;
}

void RowDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                       const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() == QEvent::ToolTip && index.column() != RowModel::On) {
        const QString text = index.data().toString();
        QTextLayout layout(text.left(longestPainted), option.font);
        layOut(layout);
        const qreal x = event->pos().x() - option.rect.left() - padding;
        const QList<VariableSpan> spans = m_scope->variables().scan(text);
        const VariableSpan *span = x > layout.lineAt(0).naturalTextWidth()
            ? nullptr
            : VariableLook::spanAt(spans, layout.lineAt(0).xToCursor(x));
        if (span) {
            QToolTip::showText(event->globalPos(), VariableLook::toolTip(*span), view);
            return true;
        }
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

bool RowDelegate::eventFilter(QObject *editor, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        auto *edit = qobject_cast<QWidget *>(editor);
        // At once: QStyledItemDelegate does it after the next keys were typed.
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            Q_EMIT commitData(edit);
            Q_EMIT closeEditor(edit, SubmitModelCache);
            return true;
        }
        const QString text =
            key->matches(QKeySequence::Paste) ? QGuiApplication::clipboard()->text() : QString();
        if (text.trimmed().contains(u'\n')) {
            Q_EMIT closeEditor(edit, RevertModelCache);
            Q_EMIT linesPasted(text);
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(editor, event);
}

void RowDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool empty = index.row() == index.model()->rowCount() - 1;
    const bool on = index.siblingAtColumn(RowModel::On).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    QString text = index.data().toString().left(longestPainted);
    // One character stands for one: the places of variables hold.
    text.replace(u'\n', u'↵').replace(u'\r', u'↵').replace(u'\t', u' ');
    if (empty)
        text = index.column() == RowModel::Name ? m_nameHint : m_valueHint;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.soft);
    const int width = option.rect.width() - 2 * padding;
    QTextLayout layout(QFontMetrics(option.font).elidedText(text, Qt::ElideRight, width), option.font);
    QList<QTextLayout::FormatRange> formats;
    if (!empty) {
        for (const VariableSpan &span : m_scope->variables().scan(text))
            formats.append({int(span.begin), int(span.length), VariableLook::format(span, theme)});
    }
    layout.setFormats(formats);
    layOut(layout);
    painter->save();
    painter->setClipRect(option.rect.adjusted(0, 0, -2, 0));
    painter->setPen(empty || !on ? theme.muted : theme.text);
    const qreal top = option.rect.top() + (option.rect.height() - layout.lineAt(0).height()) / 2;
    layout.draw(painter, QPointF(option.rect.left() + padding, top));
    painter->restore();
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(theme.accent);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
}

} // namespace weir
