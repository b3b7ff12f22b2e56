// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/variables.h"

#include <QLineEdit>

QT_BEGIN_NAMESPACE
class QAbstractItemDelegate;
class QAbstractItemModel;
QT_END_NAMESPACE

namespace weir {

class VariableCompleter;
class VariableScope;

// One line of text that may hold {{variables}}: tinted with their value in a tool tip, red and wavy where
// they have none, completed behind {{.
class VariableEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit VariableEdit(const VariableScope *scope, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(VariableEdit)

    const QList<VariableSpan> &spans() const { return m_spans; }
    void setWords(const QStringList &words); // offered for the text as a whole
    // The same with a look of their own; Down offers all of them. Both stay the caller's.
    void setChoices(QAbstractItemModel *choices, QAbstractItemDelegate *look);
    void offerChoices();

Q_SIGNALS:
    void completed(); // with what was offered

protected:
    bool event(QEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void scan();
    void tint();
    void offer();
    void putIn(int begin, int length, const QString &text);
    QString tipAt(const QPoint &point);

    const VariableScope *m_scope;
    VariableCompleter *m_completer;
    QList<VariableSpan> m_spans;
    bool m_composing = false; // an input method is at work: it owns the formats
};

} // namespace weir
