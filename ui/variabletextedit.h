// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

#include <limits>

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

    QString text() const; // lines end in LF; every other character as it was typed
    void setText(const QString &text); // nothing happens where it is the same
    void setJson(bool json); // coloured as such
    // Characters of a text and of one of its lines that are pasted at once: all of a line is laid out in the
    // GUI thread whenever it changes.
    void setLongest(qsizetype text, qsizetype line);
    bool isTooLong(QStringView text) const;

Q_SIGNALS:
    void edited(); // by a person, not by setText()
    void longTextRefused();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void offer();
    void putIn(int begin, int length, const QString &text);

    const VariableScope *m_scope;
    VariableHighlighter *m_highlighter;
    VariableCompleter *m_completer;
    qsizetype m_longest = std::numeric_limits<qsizetype>::max();
    qsizetype m_longestLine = std::numeric_limits<qsizetype>::max();
    bool m_setting = false;
    QString m_text; // when it was looked at last
};

} // namespace weir
