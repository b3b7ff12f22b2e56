// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonrpc/calldraft.h"
#include "jsonrpc/openrpc.h"
#include "profile/variables.h"

#include "base/secretmask.h"

#include <QTimer>
#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace weir {

class ChipChoice;
class IdChoice;
class MethodEdit;
class ParamArea;
class ParamModel;
class RequestPreview;
class VariableScope;
class VariableTextEdit;

// Where a call is written: a form and the request it stands for, each of which can be edited and follows the
// other. What is sent is the text of the preview with its variables filled in. What is wrong with it is told
// where it stands; it can be sent nevertheless.
class CallForm final : public QWidget
{
    Q_OBJECT

public:
    explicit CallForm(QWidget *parent = nullptr);
    ~CallForm() override;
    Q_DISABLE_COPY_MOVE(CallForm)

    // With the values of secrets: they are sent, and never shown.
    void setVariables(const Variables &variables);
    void setService(std::shared_ptr<const RpcService> service); // null: nothing is described
    void setKnownMethods(const QStringList &names); // from the log and the history
    void setNextId(qint64 id); // of a call whose id is automatic
    void setBatchCount(int calls);

    const CallDraft &draft() const { return m_draft; }
    void setDraft(const CallDraft &draft);
    QByteArray text() const; // of the request, its variables not filled in
    bool canSend() const; // nothing is wrong
    void send();
    void sendAnyway();
    void focusMethod();

Q_SIGNALS:
    // `secrets` are those that stand in the payload.
    void sendRequested(const QByteArray &payload, const Secrets &secrets);
    void batchRequested(const QByteArray &text); // variables are not filled in
    void copyAsCurlRequested(const QByteArray &text); // the same
    void saveRequested(const CallDraft &draft);
    // Secrets are named that the variables have no value of; once for each set of names.
    void secretsMissing(const QStringList &names);
    void draftChanged(); // by a person
    void said(const QString &sentence);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildFields();
    void buildParams(QGridLayout *grid);
    void buildButtons();
    QLabel *addCaption(QGridLayout *grid, int row, const QString &text, QWidget *buddy);
    void follow();
    void change(); // the draft, by the form
    void readPreview();
    void settleMethod();
    void chooseParams(int kind);
    void fillExample(int index);
    void showDraft(); // all but the preview
    void showParams();
    void writePreview();
    void check();
    void showProblems(const std::vector<CallProblem> &problems);
    void showSendable();
    void lookForSecrets();
    void fitLabels();
    void request(bool anyway);
    void showFault(const QString &sentence);
    QByteArray automaticId() const { return QByteArray::number(m_nextId); }

    CallDraft m_draft;
    std::shared_ptr<const RpcService> m_service;
    qint64 m_nextId = 1;
    QString m_unreadable; // why the preview's text is not the draft's; empty: it is
    bool m_hasProblems = true;
    bool m_showing = false;
    QTimer m_checkSoon;
    QStringList m_missing; // secrets
    QList<QLabel *> m_captions;

    VariableScope *m_scope;
    ParamModel *m_params;
    MethodEdit *m_method;
    ChipChoice *m_kinds;
    ParamArea *m_rows;
    VariableTextEdit *m_raw;
    QLabel *m_paramProblem;
    IdChoice *m_id;
    RequestPreview *m_preview;
    QLabel *m_fault;
    QPushButton *m_batch;
    QPushButton *m_curl;
    QToolButton *m_more;
    QPushButton *m_send;
    QPushButton *m_sendAnyway;
};

} // namespace weir
