// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSyntaxHighlighter>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
QT_END_NAMESPACE

namespace weir {

class VariableScope;

// Tints {{variables}}, and JSON where it is told to. Neither a name nor a string of JSON holds a line break:
// every line stands for itself.
class VariableHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    VariableHighlighter(QPlainTextEdit *edit, const VariableScope *scope);
    Q_DISABLE_COPY_MOVE(VariableHighlighter)

    void setJson(bool json);

protected:
    void highlightBlock(const QString &text) override;

private:
    void highlightJson(const QString &text);

    const QPlainTextEdit *m_edit;
    const VariableScope *m_scope;
    bool m_json = false;
};

} // namespace weir
