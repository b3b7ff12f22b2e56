// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

namespace weir {

class VariableCompleter;
class VariableHighlighter;
class VariableScope;

// Lines of text that may hold {{variables}}, shown and completed as in a VariableEdit. Tab leaves it.
class VariableTextEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit VariableTextEdit(const VariableScope *scope, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(VariableTextEdit)

    void setText(const QString &text); // nothing happens where it is the same

Q_SIGNALS:
    void edited(); // by a person, not by setText()

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void offer();
    void putIn(int begin, int length, const QString &text);

    const VariableScope *m_scope;
    VariableHighlighter *m_highlighter;
    VariableCompleter *m_completer;
    bool m_setting = false;
    QString m_text; // when it was looked at last
};

} // namespace weir
