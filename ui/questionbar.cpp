// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "questionbar.h"

#include "widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace weir {

QuestionBar::QuestionBar(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("question"));
    setAttribute(Qt::WA_StyledBackground);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_row->setContentsMargins(12, 6, 10, 6);
    m_row->setSpacing(8);
    m_row->addWidget(m_sentence, 1);
    hide();
}

void QuestionBar::ask(const QString &key, const QString &sentence, const QList<Answer> &answers)
{
    m_questions.removeIf([&key](const Question &question) { return question.key == key; });
    m_questions.append({key, sentence, answers});
    showFirst();
}

void QuestionBar::withdraw(const QString &key)
{
    m_questions.removeIf([&key](const Question &question) { return question.key == key; });
    showFirst();
}

void QuestionBar::showFirst()
{
    for (QPushButton *button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater(); // it may be the one that was pressed
    }
    setVisible(!m_questions.isEmpty());
    if (m_questions.isEmpty())
        return;
    const Question &question = m_questions.constFirst();
    m_sentence->setText(question.sentence);
    m_sentence->setAccessibleName(question.sentence);
    for (const Answer &answer : question.answers) {
        QPushButton *button = makeButton(answer.text, "", false, this);
        m_row->addWidget(button);
        m_buttons.append(button);
        connect(button, &QPushButton::clicked, this, [this, key = question.key, act = answer.act] {
            withdraw(key);
            if (act)
                act();
        });
    }
}

} // namespace weir
