// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "variableedit.h"

#include "theme.h"
#include "variablecompleter.h"
#include "variablescope.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

namespace weir {

VariableEdit::VariableEdit(const VariableScope *scope, QWidget *parent)
    : QLineEdit(parent)
    , m_scope(scope)
    , m_completer(new VariableCompleter(this, scope))
{
    connect(this, &QLineEdit::textChanged, this, &VariableEdit::scan);
    connect(this, &QLineEdit::textEdited, this, &VariableEdit::offer);
    connect(m_completer, &VariableCompleter::chosen, this, &VariableEdit::putIn);
    connect(scope, &VariableScope::changed, this, &VariableEdit::scan);
}

void VariableEdit::setWords(const QStringList &words)
{
    m_completer->setWords(words);
}

void VariableEdit::setChoices(QAbstractItemModel *choices, QAbstractItemDelegate *look)
{
    m_completer->setChoices(choices, look);
}

void VariableEdit::offerChoices()
{
    setFocus(Qt::OtherFocusReason);
    m_completer->offerChoices(rect());
}

bool VariableEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const QString tip = tipAt(help->pos()); !tip.isEmpty()) {
            QToolTip::showText(help->globalPos(), tip, this);
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        // Before QWidget moves the focus for Tab.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (m_completer->wants(key)) {
            event->ignore();
            return true;
        }
        if (key->key() == Qt::Key_Down && key->modifiers() == Qt::NoModifier && m_completer->hasChoices()) {
            offerChoices();
            return true;
        }
    } else if (event->type() == QEvent::ShortcutOverride) {
        if (m_completer->wants(static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void VariableEdit::inputMethodEvent(QInputMethodEvent *event)
{
    QLineEdit::inputMethodEvent(event);
    m_composing = !event->preeditString().isEmpty();
    tint();
}

void VariableEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        tint();
}

void VariableEdit::scan()
{
    m_spans = m_scope->variables().scan(text());
    setAccessibleDescription(VariableLook::problems(m_spans));
    tint();
}

// A line edit has no formats of its own; those of an input method it paints.
void VariableEdit::tint()
{
    if (m_composing)
        return;
    QList<QInputMethodEvent::Attribute> attributes;
    if (echoMode() == Normal) {
        const Theme &theme = Theme::of(this);
        for (const VariableSpan &span : std::as_const(m_spans)) {
            attributes.append({QInputMethodEvent::TextFormat, int(span.begin) - cursorPosition(),
                               int(span.length), VariableLook::format(span, theme)});
        }
    }
    QInputMethodEvent formats(QString(), attributes);
    QLineEdit::inputMethodEvent(&formats);
}

void VariableEdit::offer()
{
    QRect caret = cursorRect();
    caret.setTop(0);
    caret.setBottom(height());
    if (echoMode() == Normal && !m_composing)
        m_completer->offer(text(), cursorPosition(), caret);
}

void VariableEdit::putIn(int begin, int length, const QString &text)
{
    setSelection(begin, length);
    insert(text);
    Q_EMIT textEdited(this->text());
    Q_EMIT completed();
}

QString VariableEdit::tipAt(const QPoint &point)
{
    // Behind the end of the text the last place is the nearest one.
    const int end = cursorRect().center().x() + fontMetrics().horizontalAdvance(text().mid(cursorPosition()));
    const VariableSpan *span = point.x() > end || echoMode() != Normal
        ? nullptr
        : VariableLook::spanAt(m_spans, cursorPositionAt(point));
    return span ? VariableLook::toolTip(*span) : QString();
}

} // namespace weir
