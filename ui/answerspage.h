// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace weir {

class AnswerModel;
class ProfileDraft;
class RowsView;
class VariableScope;

// How the requests of the server are answered without a hand, and what is wrong with such an answer.
class AnswersPage final : public QWidget
{
    Q_OBJECT

public:
    AnswersPage(ProfileDraft *draft, const VariableScope *scope, QWidget *parent);
    Q_DISABLE_COPY_MOVE(AnswersPage)

private:
    void setUpTable();
    void load();
    void write();
    void showSentence();

    ProfileDraft *m_draft;
    const VariableScope *m_scope;
    AnswerModel *m_model;
    RowsView *m_table;
    QLabel *m_sentence;
};

} // namespace weir
