// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerform.h"
#include "chipchoice.h"
#include "elidedlabel.h"
#include "theme.h"
#include "variableedit.h"
#include "variabletextedit.h"
#include "widgets.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace weir {

namespace {
constexpr int answerControlHeight = 26;
constexpr int resultLines = 6;
constexpr int dataLines = 3;
constexpr qsizetype longestAnswer = 1024 * 1024; // characters
constexpr qsizetype longestAnswerLine = 64 * 1024;

// JSON-RPC 2.0, 5.1: the names are the standard's and stay English.
constexpr std::pair<int, const char *> errorNames[] = {
    {-32700, "Parse error"},    {-32600, "Invalid Request"}, {-32601, "Method not found"},
    {-32602, "Invalid params"}, {-32603, "Internal error"},  {-32000, "Server error"}};

int heightOf(int lines)
{
    return lines * QFontMetrics(fixedFont()).lineSpacing() + 18;
}
}

void AnswerForm::build()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 11, 12, 11);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(7);
    grid->setColumnStretch(1, 1);
    m_method->setFont(fixedFont());
    m_method->setFixedHeight(answerControlHeight);
    m_id->setTextFormat(Qt::PlainText);
    m_id->setFont(smallFont());
    m_id->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_method, 1);
    head->addWidget(m_id);
    addCaption(grid, 0, tr("Server asks"), nullptr);
    grid->addLayout(head, 0, 1);
    addCaption(grid, 1, tr("Parameters"), m_params);
    m_params->setObjectName(QStringLiteral("requestPreview"));
    m_params->setReadOnly(true);
    m_params->setAccessibleName(tr("Parameters of the request"));
    m_params->document()->setDocumentMargin(8);
    grid->addWidget(m_params, 1, 1);
    addCaption(grid, 2, tr("Answer"), m_kind);
    m_kind->setAccessibleName(tr("Kind of answer"));
    grid->addWidget(m_kind, 2, 1);
    buildResult(grid);
    buildError(grid);
    m_fault->setFont(smallFont());
    m_fault->setWordWrap(true);
    setTone(m_fault, "error");
    grid->addWidget(m_fault, 7, 1);
    setTone(m_send, "primary");
    m_send->setAccessibleName(tr("Send answer"));
    m_send->setToolTip(tr("Send the answer (Ctrl+Enter)"));
    m_saveRule->setToolTip(tr("Answer every request of this method like this from now on"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_saveRule);
    buttons->addStretch(1);
    buttons->addWidget(m_send);
    grid->addLayout(buttons, 8, 0, 1, 2);
    grid->setRowStretch(9, 1);
    for (VariableTextEdit *edit : {m_params, m_result, m_data}) {
        edit->setFont(fixedFont());
        edit->setJson(true);
        edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        edit->setLongest(longestAnswer, longestAnswerLine);
        connect(edit, &VariableTextEdit::edited, this, &AnswerForm::check);
        connect(edit, &VariableTextEdit::longTextRefused, this,
                [this] { showFault(tr("This is too long to be edited here.")); });
    }
    connect(m_kind, &ChipChoice::chosen, this, &AnswerForm::showKind);
    connect(m_send, &QPushButton::clicked, this, &AnswerForm::send);
    connect(m_saveRule, &QPushButton::clicked, this, &AnswerForm::saveRule);
}

void AnswerForm::buildResult(QGridLayout *grid)
{
    m_result->setAccessibleName(tr("Result as JSON"));
    m_result->setPlaceholderText(tr("Any JSON value  {{variables}} are filled in"));
    m_result->setFixedHeight(heightOf(resultLines));
    m_resultFields = {addCaption(grid, 3, tr("Result"), m_result), m_result};
    grid->addWidget(m_result, 3, 1);
}

void AnswerForm::buildError(QGridLayout *grid)
{
    for (const auto &[code, name] : errorNames)
        m_code->addItem(QStringLiteral("%1  %2").arg(code).arg(QLatin1String(name)),
                        QByteArray::number(code));
    m_code->setEditable(true);
    m_code->setInsertPolicy(QComboBox::NoInsert);
    m_code->setCompleter(nullptr);
    m_code->lineEdit()->setFont(fixedFont());
    m_code->setFont(fixedFont());
    m_code->setAccessibleName(tr("Code of the error"));
    m_code->setCurrentIndex(2);
    m_message->setText(QLatin1String(errorNames[2].second));
    m_message->setFont(fixedFont());
    m_message->setAccessibleName(tr("Message of the error"));
    m_data->setAccessibleName(tr("Data of the error, as JSON"));
    m_data->setPlaceholderText(tr("Any JSON value, or nothing"));
    m_data->setFixedHeight(heightOf(dataLines));
    m_errorFields = {addCaption(grid, 4, tr("Code"), m_code),       m_code,
                     addCaption(grid, 5, tr("Message"), m_message), m_message,
                     addCaption(grid, 6, tr("Data"), m_data),       m_data};
    grid->addWidget(m_code, 4, 1);
    grid->addWidget(m_message, 5, 1);
    grid->addWidget(m_data, 6, 1);
    connect(m_code, &QComboBox::activated, this, [this](int index) {
        m_code->setEditText(QString::fromLatin1(m_code->itemData(index).toByteArray()));
        m_message->setText(QLatin1String(errorNames[index].second));
        check();
    });
    m_code->setEditText(QString::number(errorNames[2].first));
    connect(m_code, &QComboBox::editTextChanged, this, &AnswerForm::check);
    connect(m_message, &QLineEdit::textChanged, this, &AnswerForm::check);
}

QLabel *AnswerForm::addCaption(QGridLayout *grid, int row, const QString &text, QWidget *field)
{
    auto *caption = new QLabel(text, this);
    caption->setForegroundRole(QPalette::PlaceholderText);
    caption->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    caption->setFixedHeight(answerControlHeight);
    caption->setBuddy(field);
    grid->addWidget(caption, row, 0, Qt::AlignTop);
    return caption;
}

} // namespace weir
