// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "variablescope.h"

#include "theme.h"
#include "visibletext.h"

namespace weir {

namespace {
constexpr qsizetype longestValue = 300; // characters in a tool tip
}

VariableScope::VariableScope(QObject *parent)
    : QObject(parent)
    , m_variables(VariableSources{})
{
}

void VariableScope::setVariables(Variables variables)
{
    m_variables = std::move(variables);
    Q_EMIT changed();
}

QTextCharFormat VariableLook::format(const VariableSpan &span, const Theme &theme)
{
    QTextCharFormat format;
    if (span.kind == VariableSpan::Kind::Escape) {
        format.setForeground(theme.muted);
    } else if (span.known) {
        format.setBackground(theme.soft);
    } else {
        format.setForeground(theme.error);
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(theme.error);
    }
    return format;
}

QString VariableLook::toolTip(const VariableSpan &span)
{
    QString value = visibleText(QStringView(span.text).left(longestValue));
    if (span.text.size() > longestValue)
        value += u'…';
    value = value.toHtmlEscaped();
    QString origin;
    switch (span.kind) {
    case VariableSpan::Kind::Profile:
        origin = tr("A variable of this connection");
        break;
    case VariableSpan::Kind::Environment:
        origin = tr("From the environment that is chosen");
        break;
    case VariableSpan::Kind::Process:
        origin = tr("From the process that started Weir");
        break;
    case VariableSpan::Kind::Secret:
        value.clear();
        origin = tr("A secret: its value is not shown");
        break;
    case VariableSpan::Kind::Generated:
        origin = tr("Made anew at every place");
        break;
    case VariableSpan::Kind::Escape:
        origin = tr("Stands for this text, and for no variable");
        break;
    case VariableSpan::Kind::Unknown:
        break;
    }
    if (!span.known)
        return QStringLiteral("<qt>%1</qt>").arg(span.text.toHtmlEscaped());
    if (value.isEmpty())
        return QStringLiteral("<qt>%1</qt>").arg(origin.toHtmlEscaped());
    return QStringLiteral("<qt><b>%1</b><br>%2</qt>").arg(value, origin.toHtmlEscaped());
}

QString VariableLook::problems(const QList<VariableSpan> &spans)
{
    QStringList sentences;
    for (const VariableSpan &span : spans) {
        if (!span.known && !sentences.contains(span.text))
            sentences.append(span.text);
    }
    return sentences.join(u' ');
}

const VariableSpan *VariableLook::spanAt(const QList<VariableSpan> &spans, qsizetype position)
{
    for (const VariableSpan &span : spans) {
        if (position >= span.begin && position <= span.begin + span.length)
            return &span;
    }
    return nullptr;
}

} // namespace weir
