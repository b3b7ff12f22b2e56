// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "variablehighlighter.h"

#include "theme.h"
#include "variablescope.h"

#include <QPlainTextEdit>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype longestJsonLine = 20'000; // characters; each of its parts is laid out by itself

qsizetype endOfString(QStringView text, qsizetype quote)
{
    for (qsizetype i = quote + 1; i < text.size(); ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == u'"')
            return i + 1;
    }
    return text.size();
}

template <typename Belongs> qsizetype endOfRun(QStringView text, qsizetype from, Belongs belongs)
{
    return std::find_if_not(text.begin() + from, text.end(), belongs) - text.begin();
}

bool isNumberPart(QChar c)
{
    return (c >= u'0' && c <= u'9') || QStringView(u"+-.eE").contains(c);
}

bool isKey(QStringView text, qsizetype end)
{
    const QStringView rest = text.sliced(end).trimmed();
    return rest.startsWith(u':');
}
}

VariableHighlighter::VariableHighlighter(QPlainTextEdit *edit, const VariableScope *scope)
    : QSyntaxHighlighter(edit->document())
    , m_edit(edit)
    , m_scope(scope)
{
    connect(scope, &VariableScope::changed, this, &QSyntaxHighlighter::rehighlight);
}

void VariableHighlighter::setJson(bool json)
{
    if (json == m_json)
        return;
    m_json = json;
    rehighlight();
}

void VariableHighlighter::highlightBlock(const QString &text)
{
    if (m_json && text.size() <= longestJsonLine)
        highlightJson(text);
    const Theme &theme = Theme::of(m_edit);
    const QList<VariableSpan> spans = m_scope->variables().scan(text);
    for (const VariableSpan &span : spans) {
        QTextCharFormat format = this->format(int(span.begin));
        format.merge(VariableLook::format(span, theme));
        setFormat(int(span.begin), int(span.length), format);
    }
}

void VariableHighlighter::highlightJson(const QString &text)
{
    const Theme &theme = Theme::of(m_edit);
    const auto paint = [this](qsizetype from, qsizetype to, const QColor &colour) {
        setFormat(int(from), int(to - from), colour);
        return to;
    };
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (c == u'"') {
            const qsizetype end = endOfString(text, i);
            i = paint(i, end, isKey(text, end) ? theme.jsonKey : theme.jsonString);
        } else if (isNumberPart(c) && !c.isLetter()) {
            i = paint(i, endOfRun(text, i, isNumberPart), theme.jsonNumber);
        } else if (c.isLetter()) {
            const qsizetype end = endOfRun(text, i, [](QChar part) { return part.isLetterOrNumber(); });
            const QStringView word = QStringView(text).sliced(i, end - i);
            if (word == u"true" || word == u"false" || word == u"null")
                paint(i, end, theme.jsonWord);
            i = end;
        } else {
            ++i;
        }
    }
}

} // namespace weir
