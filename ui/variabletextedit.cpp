// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "variabletextedit.h"

#include "theme.h"
#include "variablecompleter.h"
#include "variablehighlighter.h"
#include "variablescope.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QToolTip>

namespace weir {

VariableTextEdit::VariableTextEdit(const VariableScope *scope, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_scope(scope)
    , m_highlighter(new VariableHighlighter(this, scope))
    , m_completer(new VariableCompleter(this, scope))
{
    setProperty("field", true);
    setTabChangesFocus(true);
    connect(m_completer, &VariableCompleter::chosen, this, &VariableTextEdit::putIn);
    connect(this, &QPlainTextEdit::textChanged, this, &VariableTextEdit::offer);
}

void VariableTextEdit::setText(const QString &text)
{
    if (text == m_text)
        return;
    const QScopedValueRollback setting(m_setting, true);
    setPlainText(text);
    m_text = toPlainText();
}

QString VariableTextEdit::text() const
{
    // toPlainText() makes a blank of a blank that does not break.
    QString text = document()->toRawText();
    return text.replace(QChar::ParagraphSeparator, u'\n');
}

void VariableTextEdit::setJson(bool json)
{
    m_highlighter->setJson(json);
}

void VariableTextEdit::setLongest(qsizetype text, qsizetype line)
{
    m_longest = text;
    m_longestLine = line;
}

bool VariableTextEdit::isTooLong(QStringView text) const
{
    if (text.size() > m_longest)
        return true;
    qsizetype begin = 0;
    while (text.size() - begin > m_longestLine) {
        const qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0 || end - begin > m_longestLine)
            return true;
        begin = end + 1;
    }
    return false;
}

bool VariableTextEdit::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_completer->wants(static_cast<QKeyEvent *>(event))) {
        event->ignore();
        return true;
    }
    return QPlainTextEdit::event(event);
}

bool VariableTextEdit::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QTextCursor cursor = cursorForPosition(help->pos());
    const QList<VariableSpan> spans = m_scope->variables().scan(cursor.block().text());
    const VariableSpan *span = VariableLook::spanAt(spans, cursor.positionInBlock());
    QToolTip::showText(help->globalPos(), span ? VariableLook::toolTip(*span) : toolTip(), this);
    return true;
}

void VariableTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        m_highlighter->rehighlight();
}

void VariableTextEdit::insertFromMimeData(const QMimeData *source)
{
    if (isTooLong(source->text()))
        Q_EMIT longTextRefused();
    else
        QPlainTextEdit::insertFromMimeData(source);
}

void VariableTextEdit::offer()
{
    // A highlighter that tints anew says that the text changed, too.
    if (m_setting || toPlainText() == m_text)
        return;
    m_text = toPlainText();
    const QTextCursor cursor = textCursor();
    m_completer->offer(cursor.block().text(), cursor.positionInBlock(), cursorRect());
    Q_EMIT edited();
}

void VariableTextEdit::putIn(int begin, int length, const QString &text)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(cursor.block().position() + begin);
    cursor.setPosition(cursor.position() + length, QTextCursor::KeepAnchor);
    cursor.insertText(text);
    setTextCursor(cursor);
}

} // namespace weir
