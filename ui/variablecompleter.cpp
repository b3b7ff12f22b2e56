// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "variablecompleter.h"

#include "theme.h"
#include "variablescope.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QRect>
#include <QScrollBar>
#include <QStringListModel>

namespace weir {

namespace {
constexpr int narrowestPopup = 180;
constexpr int mostRows = 8;
}

VariableCompleter::VariableCompleter(QWidget *field, const VariableScope *scope)
    : QObject(field)
    , m_scope(scope)
    , m_model(new QStringListModel(this))
    , m_completer(new QCompleter(m_model, this))
{
    m_completer->setWidget(field);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(mostRows);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &VariableCompleter::choose);
}

void VariableCompleter::setWords(const QStringList &words)
{
    m_words = words;
}

void VariableCompleter::setChoices(QAbstractItemModel *choices, QAbstractItemDelegate *look)
{
    m_choices = choices;
    m_look = look;
}

bool VariableCompleter::hasChoices() const
{
    return m_choices && m_choices->rowCount() > 0;
}

void VariableCompleter::offerChoices(const QRect &caret)
{
    m_inBraces = false;
    setSource(false);
    m_completer->setCompletionPrefix({});
    if (m_completer->completionCount() > 0)
        open(0, caret);
}

void VariableCompleter::offer(const QString &text, int position, const QRect &caret)
{
    m_text = text;
    m_position = position;
    const QString before = text.left(position);
    const qsizetype braces = before.lastIndexOf(QLatin1String("{{"));
    m_inBraces = braces >= 0 && before.indexOf(u'}', braces) < 0 && before.indexOf(u'\n', braces) < 0;
    m_begin = m_inBraces ? int(braces) + 2 : 0;
    const QString fragment = before.mid(m_begin).trimmed();
    const bool isEmpty = m_words.isEmpty() && !hasChoices();
    if (!m_inBraces && (fragment.isEmpty() || position != text.size() || isEmpty)) {
        hide();
        return;
    }
    setSource(m_inBraces);
    m_completer->setCompletionPrefix(fragment);
    const bool complete = m_completer->completionCount() == 1 && m_completer->currentCompletion() == fragment;
    if (m_completer->completionCount() == 0 || complete) {
        hide();
        return;
    }
    // Below the beginning of what it completes: it does not wander with the caret.
    open(qMax(0, caret.left() - m_completer->widget()->fontMetrics().horizontalAdvance(fragment)), caret);
}

void VariableCompleter::setSource(bool inBraces)
{
    const bool fromChoices = !inBraces && m_choices;
    QAbstractItemModel *source = fromChoices ? m_choices : m_model;
    if (!fromChoices)
        m_model->setStringList(inBraces ? m_scope->variables().names() : m_words);
    if (m_completer->model() != source)
        m_completer->setModel(source);
    list()->setItemDelegate(fromChoices ? m_look : m_plainLook);
    m_completer->setFilterMode(inBraces || fromChoices ? Qt::MatchContains : Qt::MatchStartsWith);
}

void VariableCompleter::open(int left, const QRect &caret)
{
    QAbstractItemView *list = this->list();
    list->setAccessibleName(m_inBraces ? tr("Variables that fit") : tr("Names that fit"));
    const int width = list->sizeHintForColumn(0) + list->verticalScrollBar()->sizeHint().width() + 12;
    m_completer->complete(QRect(left, caret.top(), qMax(narrowestPopup, width), caret.height()));
    // A free word stands as it was typed; between braces only a name makes sense.
    list->setCurrentIndex(m_inBraces ? m_completer->completionModel()->index(0, 0) : QModelIndex());
}

QAbstractItemView *VariableCompleter::list()
{
    if (!m_list) {
        m_list = m_completer->popup();
        m_list->setObjectName(QStringLiteral("completions"));
        m_list->setFont(smallFont());
        m_plainLook = m_list->itemDelegate();
    }
    return m_list;
}

void VariableCompleter::hide()
{
    if (m_list)
        m_list->hide();
}

bool VariableCompleter::wants(const QKeyEvent *event) const
{
    const QAbstractItemView *list = m_list;
    if (!list || !list->isVisible())
        return false;
    switch (event->key()) {
    case Qt::Key_Escape:
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        return list->currentIndex().isValid();
    default:
        return false;
    }
}

void VariableCompleter::choose(const QString &name)
{
    int end = m_position;
    if (!m_inBraces) {
        Q_EMIT chosen(0, int(m_text.size()), name);
        return;
    }
    // The rest of a name that stands behind the caret goes too, up to its own braces.
    const qsizetype closing = m_text.indexOf(QLatin1String("}}"), m_position);
    const qsizetype other = m_text.indexOf(QLatin1String("{{"), m_position);
    const qsizetype line = m_text.indexOf(u'\n', m_position);
    if (closing >= 0 && (other < 0 || closing < other) && (line < 0 || closing < line))
        end = int(closing) + 2;
    Q_EMIT chosen(m_begin, end - m_begin, name + QLatin1String("}}"));
}

} // namespace weir
