// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchpanel.h"

#include "batchmodel.h"
#include "emptyhint.h"
#include "variablescope.h"
#include "variabletextedit.h"
#include "visibletext.h"
#include "widgets.h"

#include "profile/messagetext.h"

#include "base/jsonfaulttext.h"
#include "base/rawjson.h"
#include "base/utf8.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace weir {

namespace {
// The same request with another id; as it is where it has none.
QByteArray withOtherId(const QByteArray &call, QByteArrayView id)
{
    if (!checkJson(call) || jsonType(trimmedJson(call)) != JsonType::Object)
        return call;
    for (const JsonMember &member : jsonMembers(call)) {
        if (member.name != "id" || jsonType(member.value) == JsonType::Null)
            continue;
        QByteArray other = call;
        return other.replace(member.value.data() - call.constData(), member.value.size(), id);
    }
    return call;
}
}

BatchPanel::BatchPanel(QWidget *parent)
    : QWidget(parent)
    , m_scope(new VariableScope(this))
    , m_model(new BatchModel(this))
    , m_table(new QTableView(this))
    , m_hint(new EmptyHint(m_table->viewport()))
    , m_up(makeIconButton("chevron-up", tr("Move up (Alt+Up)"), this))
    , m_down(makeIconButton("chevron-down", tr("Move down (Alt+Down)"), this))
    , m_edit(makeButton(tr("Edit"), "", false, this))
    , m_duplicate(makeButton(tr("Duplicate"), "", false, this))
    , m_remove(makeButton(tr("Remove"), "", false, this))
    , m_clear(makeButton(tr("Clear"), "", false, this))
    , m_preview(new VariableTextEdit(m_scope, this))
    , m_total(makeLabel(tr("What came of the batch"), this))
    , m_warning(makeLabel(tr("Ids of the batch"), this))
    , m_fault(makeLabel(tr("Why it cannot be sent"), this))
    , m_sendAnyway(makeButton(tr("Send anyway"), "", false, this))
    , m_send(makeButton(tr("Send batch ⌃↵"), "", false, this))
{
    setObjectName(QStringLiteral("batch"));
    setAttribute(Qt::WA_StyledBackground);
    buildTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    column->addWidget(m_table, 3);
    buildButtons(column);
    connect(m_model, &QAbstractItemModel::modelReset, this, &BatchPanel::refresh);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &BatchPanel::refresh);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &BatchPanel::refresh);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &BatchPanel::refresh);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &BatchPanel::refresh);
    refresh();
}

void BatchPanel::setVariables(const Variables &variables)
{
    m_scope->setVariables(variables);
}

void BatchPanel::setIdSource(std::function<QByteArray()> takeId)
{
    m_takeId = std::move(takeId);
}

std::vector<QByteArray> BatchPanel::calls() const
{
    return m_model->calls();
}

void BatchPanel::setCalls(const std::vector<QByteArray> &calls)
{
    m_model->setCalls(calls);
    m_table->setCurrentIndex(m_model->index(0, 0));
    refresh();
}

void BatchPanel::add(const QByteArray &call)
{
    const int row = m_model->rowCount();
    m_model->insert(row, call);
    m_table->setCurrentIndex(m_model->index(row, 0));
    refresh();
}

QByteArray BatchPanel::text() const
{
    QByteArray text = "[";
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (row > 0)
            text += ',';
        text += m_model->call(row);
    }
    return text + ']';
}

void BatchPanel::setOutcomes(const std::vector<Call> &outcomes)
{
    m_model->setOutcomes(outcomes);
}

bool BatchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
        moveBy(key->key() == Qt::Key_Up ? -1 : 1);
    else if (key->key() == Qt::Key_Delete)
        remove();
    else if (isEnter && !(key->modifiers() & Qt::ControlModifier))
        edit();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

bool BatchPanel::event(QEvent *event)
{
    return takeSendKey(event, [this] { send(false); }) || QWidget::event(event);
}

void BatchPanel::resizeEvent(QResizeEvent *)
{
    fitColumns();
}

// What came of a call needs more room than what it was called with.
void BatchPanel::fitColumns()
{
    int room = m_table->viewport()->width();
    for (const int column : {BatchModel::Method, BatchModel::Id, BatchModel::Time})
        room -= m_table->columnWidth(column);
    if (m_model->hasOutcomes())
        m_table->setColumnWidth(
            BatchModel::Params,
            std::max(room * 2 / 5, m_table->horizontalHeader()->sectionSizeHint(BatchModel::Params)));
}

void BatchPanel::refresh()
{
    const int count = m_model->rowCount();
    const int row = current();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < count);
    for (QPushButton *button : {m_edit, m_duplicate, m_remove})
        button->setEnabled(row >= 0);
    m_clear->setEnabled(count > 0);
    m_send->setEnabled(count > 0);
    m_hint->say(count > 0 ? QString() : tr("Write a call and choose “Add to batch”."));
    const bool hasOutcomes = m_model->hasOutcomes();
    for (const int column : {BatchModel::Outcome, BatchModel::Time})
        m_table->setColumnHidden(column, !hasOutcomes);
    m_table->horizontalHeader()->setSectionResizeMode(
        BatchModel::Params, hasOutcomes ? QHeaderView::Interactive : QHeaderView::Stretch);
    fitColumns();
    const QString batch = textFromUtf8(text());
    m_preview->setPlaceholderText(m_preview->isTooLong(batch) ? tr("The batch is too long to be shown here.")
                                                              : QString());
    m_preview->setText(count == 0 || m_preview->isTooLong(batch) ? QString() : batch);
    m_total->setText(m_model->total());
    m_total->setVisible(!m_total->text().isEmpty());
    m_warning->setText(doubledIds());
    m_warning->setVisible(!m_warning->text().isEmpty());
    m_fault->hide();
    m_sendAnyway->hide();
}

void BatchPanel::moveBy(int by)
{
    const int row = current();
    if (row < 0)
        return;
    m_model->move(row, by);
    refresh();
    Q_EMIT callsChanged();
}

void BatchPanel::remove()
{
    const int row = current();
    if (row < 0)
        return;
    m_model->remove(row);
    refresh();
    Q_EMIT callsChanged();
}

void BatchPanel::duplicate()
{
    const int row = current();
    if (row < 0)
        return;
    const QByteArray call = m_model->call(row);
    m_model->insert(row + 1, m_takeId ? withOtherId(call, m_takeId()) : call);
    m_table->setCurrentIndex(m_model->index(row + 1, 0));
    Q_EMIT callsChanged();
}

void BatchPanel::edit()
{
    const int row = current();
    if (row < 0)
        return;
    const QByteArray call = m_model->call(row);
    remove();
    Q_EMIT editRequested(call);
}

void BatchPanel::clear()
{
    setCalls({});
    Q_EMIT callsChanged();
}

void BatchPanel::send(bool anyway)
{
    if (m_model->rowCount() == 0)
        return;
    const auto message = messageFrom(textFromUtf8(text()), MessageFormat::Text, m_scope->variables());
    const auto json = message ? checkJson(message->payload) : tl::expected<void, JsonFault>();
    const QString fault = !message ? errorText(message.error())
        : json || anyway           ? QString()
                                   : tr("With its variables filled in this is not JSON. %1")
                               .arg(jsonFaultText(json.error(), message->payload));
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_sendAnyway->setVisible(message && !fault.isEmpty());
    if (fault.isEmpty())
        Q_EMIT sendRequested(message->payload, message->secrets);
}

int BatchPanel::current() const
{
    return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
}

QString BatchPanel::doubledIds() const
{
    std::set<QByteArray> ids;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QByteArray &id = m_model->id(row);
        if (!id.isEmpty() && !ids.insert(id).second)
            return tr("Two calls have the id %1: their answers cannot be told apart.")
                .arg(visibleText(id, 40));
    }
    return {};
}

} // namespace weir
