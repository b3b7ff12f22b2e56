// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace weir {

// A question above the pages that blocks nothing: a sentence and a button for each answer. One after the
// other; hidden while there is none.
class QuestionBar final : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionBar(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(QuestionBar)

    struct Answer
    {
        QString text;
        std::function<void()> act;
    };
    // A question with the same key takes the place of the one before.
    void ask(const QString &key, const QString &sentence, const QList<Answer> &answers);
    void withdraw(const QString &key);

private:
    struct Question
    {
        QString key;
        QString sentence;
        QList<Answer> answers;
    };
    void showFirst();

    QList<Question> m_questions;
    QLabel *m_sentence;
    QHBoxLayout *m_row;
    QList<QPushButton *> m_buttons;
};

} // namespace weir
