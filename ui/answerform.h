// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/profile.h"
#include "profile/variables.h"

#include "base/error.h"
#include "base/secretmask.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace weir {

class ChipChoice;
class ElidedLabel;
class VariableEdit;
class VariableScope;
class VariableTextEdit;

// What the server asked, and where a person writes the answer: a result or an error object. What was written
// stays when another request is shown, so that several are answered alike.
class AnswerForm final : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerForm(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(AnswerForm)

    void setVariables(const Variables &variables);
    // The id and the params are raw JSON; params are empty where there are none.
    void setRequest(const QByteArray &id, const QString &method, const QByteArray &params);
    const QByteArray &id() const { return m_requestId; }
    void focusAnswer();

Q_SIGNALS:
    void answerRequested(const QByteArray &payload, const Secrets &secrets);
    void saveRuleRequested(const AnswerRule &rule); // variables are not filled in

protected:
    bool event(QEvent *event) override;

private:
    void build();
    void buildResult(QGridLayout *grid);
    void buildError(QGridLayout *grid);
    QLabel *addCaption(QGridLayout *grid, int row, const QString &text, QWidget *field);
    void showKind();
    void check();
    void send();
    void saveRule();
    bool isError() const;
    // JSON of the result or of the error object; with the values of variables where they are asked for.
    Expected<QByteArray> body(const Variables *variables, Secrets *secrets) const;
    Expected<QByteArray> errorBody(const Variables *variables, Secrets *secrets) const;
    void showFault(const QString &sentence);

    QByteArray m_requestId;
    QString m_requestMethod;

    VariableScope *m_scope;
    ElidedLabel *m_method;
    QLabel *m_id;
    VariableTextEdit *m_params;
    ChipChoice *m_kind;
    VariableTextEdit *m_result;
    QComboBox *m_code;
    VariableEdit *m_message;
    VariableTextEdit *m_data;
    QList<QWidget *> m_resultFields;
    QList<QWidget *> m_errorFields;
    QLabel *m_fault;
    QPushButton *m_saveRule;
    QPushButton *m_send;
};

} // namespace weir
