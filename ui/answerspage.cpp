// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerspage.h"

#include "answermodel.h"
#include "profiledraft.h"
#include "rowsview.h"
#include "variablescope.h"
#include "widgets.h"

#include "session/checkedmessage.h"

#include "base/rawjson.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace weir {

namespace {
constexpr int outcomeWidth = 110;

// A result or an error: painted as text, chosen from a list.
class OutcomeDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (auto *view = qobject_cast<const RowsView *>(option.widget))
            view->itemDelegate()->paint(painter, option, index);
    }
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &,
                          const QModelIndex &index) const override
    {
        auto *box = new QComboBox(parent);
        box->addItem(AnswerModel::outcomeText(false), false);
        box->addItem(AnswerModel::outcomeText(true), true);
        box->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        static_cast<QComboBox *>(editor)->setCurrentIndex(index.data(Qt::EditRole).toBool() ? 1 : 0);
    }
    // At once: QStyledItemDelegate does it after the next keys were typed.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isKey = event->type() == QEvent::KeyPress;
        const int key = isKey ? static_cast<QKeyEvent *>(event)->key() : 0;
        if (key != Qt::Key_Return && key != Qt::Key_Enter)
            return QStyledItemDelegate::eventFilter(watched, event);
        auto *editor = qobject_cast<QWidget *>(watched);
        Q_EMIT commitData(editor);
        Q_EMIT closeEditor(editor, SubmitModelCache);
        return true;
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        model->setData(index, static_cast<QComboBox *>(editor)->currentData());
    }
};

// JSON-RPC 2.0, 5.1
bool isErrorObject(QByteArrayView json)
{
    bool hasCode = false;
    bool hasMessage = false;
    for (const auto &[name, value] : jsonMembers(json)) {
        hasCode = hasCode || (name == "code" && jsonType(value) == JsonType::Number);
        hasMessage = hasMessage || (name == "message" && jsonType(value) == JsonType::String);
    }
    return hasCode && hasMessage;
}
}

AnswersPage::AnswersPage(ProfileDraft *draft, const VariableScope *scope, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_scope(scope)
    , m_model(new AnswerModel(this))
    , m_table(new RowsView(scope, m_model, this))
    , m_sentence(makeLabel(tr("What is wrong with an answer"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_sentence);
    m_sentence->setObjectName(QStringLiteral("errorSentence"));
    m_sentence->setContentsMargins(10, 4, 10, 4);
    setUpTable();
    connect(draft, &ProfileDraft::loaded, this, &AnswersPage::load);
    connect(m_model, &AnswerModel::edited, this, &AnswersPage::write);
    connect(scope, &VariableScope::changed, this, &AnswersPage::showSentence);
    load();
}

void AnswersPage::setUpTable()
{
    m_table->setAccessibleName(tr("Answers to the server's requests"));
    m_table->setHints(tr("Method; * is any"), tr("What the server is told when it asks"));
    m_table->setItemDelegateForColumn(AnswerModel::Outcome, new OutcomeDelegate(m_table));
    QHeaderView *header = m_table->horizontalHeader();
    header->moveSection(AnswerModel::Outcome, AnswerModel::Json);
    header->setSectionResizeMode(AnswerModel::Outcome, QHeaderView::Fixed);
    header->resizeSection(AnswerModel::Outcome, outcomeWidth);
}

void AnswersPage::load()
{
    const std::optional<Profile> &saved = m_draft->saved();
    m_model->setRules(m_draft->profile().answers);
    m_model->setSaved(saved ? std::optional(saved->answers) : std::nullopt);
    showSentence();
}

void AnswersPage::write()
{
    m_draft->edit<QList<AnswerRule>>(
        [](auto &p) -> auto & { return p.answers; }, m_model->rules());
    showSentence();
}

// The first one that would go out wrong. Variables without a value are told where they stand.
void AnswersPage::showSentence()
{
    QString sentence;
    for (const AnswerRule &rule : m_model->rules()) {
        if (!rule.on || !sentence.isEmpty())
            continue;
        const auto answer = checkedMessage(rule.json, MessageFormat::Json, m_scope->variables());
        if (!answer && answer.error().code == ErrorCode::MessageInvalid)
            sentence = tr("The answer to “%1”: %2").arg(rule.method, errorText(answer.error()));
        else if (answer && rule.isError && !isErrorObject(answer->payload))
            sentence = tr("The answer to “%1”: an error has a code, which is a number, and a message.")
                           .arg(rule.method);
    }
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

} // namespace weir
