// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/variables.h"
#include "session/call.h"

#include "base/secretmask.h"

#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QTableView;
class QToolButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace weir {

class BatchModel;
class EmptyHint;
class VariableScope;
class VariableTextEdit;

// Calls that are gathered to be sent in one message, and beside each of them, once that was sent, its answer.
class BatchPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit BatchPanel(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(BatchPanel)

    void setVariables(const Variables &variables);
    // Where a call that is doubled gets an id of its own from, raw JSON.
    void setIdSource(std::function<QByteArray()> takeId);

    std::vector<QByteArray> calls() const; // requests, variables not filled in
    void setCalls(const std::vector<QByteArray> &calls);
    void add(const QByteArray &call);
    QByteArray text() const; // of the batch, variables not filled in
    void setOutcomes(const std::vector<Call> &outcomes); // members, in the order in which they were sent

Q_SIGNALS:
    void sendRequested(const QByteArray &payload, const Secrets &secrets);
    void editRequested(const QByteArray &call); // it left the batch
    void callsChanged(); // by a person

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTable();
    void buildButtons(QVBoxLayout *column);
    void refresh();
    void fitColumns();
    void moveBy(int by);
    void remove();
    void duplicate();
    void edit();
    void clear();
    void send(bool anyway);
    int current() const; // -1: none
    QString doubledIds() const; // a sentence

    std::function<QByteArray()> m_takeId;
    VariableScope *m_scope;
    BatchModel *m_model;
    QTableView *m_table;
    EmptyHint *m_hint;
    QToolButton *m_up;
    QToolButton *m_down;
    QPushButton *m_edit;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    QPushButton *m_clear;
    VariableTextEdit *m_preview;
    QLabel *m_total;
    QLabel *m_warning;
    QLabel *m_fault;
    QPushButton *m_sendAnyway;
    QPushButton *m_send;
};

} // namespace weir
