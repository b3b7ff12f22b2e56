// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stepdelegate.h"

#include "sequencemodel.h"
#include "theme.h"
#include "variableedit.h"

#include <QComboBox>
#include <QPainter>
#include <QSpinBox>

namespace weir {

namespace {
constexpr int markWidth = 3;
}

StepDelegate::StepDelegate(const VariableScope *scope, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_scope(scope)
{
}

void StepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool isRunning = index.data(SequenceModel::RunningRole).toBool();
    const bool isNumber = index.column() == SequenceModel::Number;
    painter->save();
    if (option.state & QStyle::State_Selected || isRunning)
        painter->fillRect(option.rect, theme.soft);
    if (isRunning && isNumber)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(markWidth, option.rect.height())), theme.accent);
    const bool isText = index.column() == SequenceModel::Value;
    painter->setFont(isText ? fixedFont() : option.font);
    painter->setPen(isText || index.column() == SequenceModel::Action ? theme.text : theme.muted);
    const QRect rect = option.rect.adjusted(6, 0, -6, 0);
    QString text = isRunning && isNumber ? QStringLiteral("▸") : index.data().toString();
    text.replace(u'\n', u'↵');
    painter->drawText(rect,
                      Qt::AlignVCenter | Qt::TextSingleLine
                          | (index.column() == SequenceModel::Time ? Qt::AlignRight : Qt::AlignLeft),
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    painter->setPen(theme.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(theme.accent);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

QWidget *StepDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    QWidget *editor = nullptr;
    if (index.column() == SequenceModel::Action) {
        editor = createChoice(parent);
    } else if (index.column() == SequenceModel::Time) {
        auto *box = new QSpinBox(parent);
        box->setRange(0, int(SequenceModel::longestTime));
        box->setSuffix(tr(" ms"));
        editor = box;
    } else {
        auto *edit = new VariableEdit(m_scope, parent);
        edit->setProperty("cell", true);
        edit->setFont(fixedFont());
        editor = edit;
    }
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return editor;
}

void StepDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentIndex(index.data(Qt::EditRole).toInt());
    else
        QStyledItemDelegate::setEditorData(editor, index);
}

void StepDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor))
        model->setData(index, box->currentIndex());
    else
        QStyledItemDelegate::setModelData(editor, model, index);
}

// What is chosen is written at once, without another key.
QWidget *StepDelegate::createChoice(QWidget *parent) const
{
    auto *box = new QComboBox(parent);
    box->addItems(SequenceModel::actionNames());
    connect(box, &QComboBox::activated, this, [this, box] {
        auto *self = const_cast<StepDelegate *>(this); // signals of the base are not const
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    return box;
}

} // namespace weir
