// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonrpc/calldraft.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace weir {

class ChipChoice;
class VariableEdit;
class VariableScope;

// Which id a call has: the next number, one of its own, or none at all.
class IdChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit IdChoice(const VariableScope *scope, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(IdChoice)

    CallDraft::Id kind() const;
    QString text() const; // of a number or a string
    void setId(CallDraft::Id kind, const QString &text); // emits nothing
    void setNext(qint64 id);
    void setProblem(const QString &sentence);

Q_SIGNALS:
    void edited();

private:
    void showEdit();

    ChipChoice *m_kinds;
    VariableEdit *m_edit;
    QLabel *m_problem;
};

} // namespace weir
