// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonrpc/openrpc.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace weir {

class MethodList;
class VariableEdit;
class VariableScope;

// Where the method of a call is named: completed from what is known, with what it does beneath.
class MethodEdit final : public QWidget
{
    Q_OBJECT

public:
    explicit MethodEdit(const VariableScope *scope, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MethodEdit)

    QString method() const;
    void setMethod(const QString &method); // emits nothing
    void setService(std::shared_ptr<const RpcService> service);
    void setHeard(const QStringList &names); // from the log and the history
    const RpcMethodInfo *info() const; // nullptr: not described
    void setProblem(const QString &sentence);
    VariableEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void edited();
    void settled(); // the name is written, or was chosen
    void exampleChosen(int index);

private:
    void fillList();
    void showInfo();

    std::shared_ptr<const RpcService> m_service;
    QStringList m_heard;
    MethodList *m_list;
    VariableEdit *m_edit;
    QToolButton *m_examples;
    QLabel *m_deprecated;
    QLabel *m_summary;
    QLabel *m_problem;
};

} // namespace weir
