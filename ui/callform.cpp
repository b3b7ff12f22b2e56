// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callform.h"

#include "chipchoice.h"
#include "format.h"
#include "idchoice.h"
#include "methodedit.h"
#include "paramarea.h"
#include "parammodel.h"
#include "requestpreview.h"
#include "variablescope.h"
#include "variabletextedit.h"
#include "visibletext.h"
#include "widgets.h"

#include "profile/messagetext.h"

#include "base/jsonfaulttext.h"
#include "base/rawjson.h"
#include "base/utf8.h"

#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>

#include <utility>

namespace weir {

namespace {
using Params = CallDraft::Params;
using Part = CallProblem::Part;

// The id in a request that was written by hand, exchanged for another; empty where it does not stand there.
QByteArray withId(const QByteArray &text, QByteArrayView before, QByteArrayView after)
{
    if (!checkJson(text) || jsonType(trimmedJson(text)) != JsonType::Object)
        return {};
    for (const JsonMember &member : jsonMembers(text)) {
        if (member.name == "id" && member.value == before) {
            QByteArray other = text;
            return other.replace(member.value.data() - text.constData(), member.value.size(), after);
        }
    }
    return {};
}
}

void CallForm::setVariables(const Variables &variables)
{
    m_scope->setVariables(variables);
    lookForSecrets();
}

void CallForm::setService(std::shared_ptr<const RpcService> service)
{
    m_service = std::move(service);
    m_method->setService(m_service);
    // What is written already stays as it is; a form that is empty is filled in.
    if (m_draft.rows.empty() && m_method->info() && m_unreadable.isEmpty()) {
        m_draft = draftFor(*m_method->info(), m_draft);
        writePreview();
    }
    showDraft();
    check();
}

void CallForm::setKnownMethods(const QStringList &names)
{
    m_method->setHeard(names);
}

void CallForm::setNextId(qint64 id)
{
    if (id == m_nextId)
        return;
    const QByteArray before = automaticId();
    m_nextId = id;
    m_id->setNext(id);
    if (m_draft.id != CallDraft::Id::Automatic || !m_unreadable.isEmpty())
        return;
    // Blanks and line breaks that were written stay.
    const QByteArray other = withId(text(), before, automaticId());
    m_preview->setText(textFromUtf8(other.isEmpty() ? callText(m_draft, automaticId()) : other));
}

void CallForm::setBatchCount(int calls)
{
    m_batch->setText(calls > 0 ? tr("Add to batch (%1)").arg(countText(quint64(calls))) : tr("Add to batch"));
}

void CallForm::setDraft(const CallDraft &draft)
{
    m_draft = draft;
    m_unreadable.clear();
    writePreview();
    showDraft();
    showFault({});
    check();
}

QByteArray CallForm::text() const
{
    return m_preview->text().toUtf8();
}

bool CallForm::canSend() const
{
    return !m_hasProblems && m_unreadable.isEmpty();
}

void CallForm::send()
{
    settleMethod();
    check();
    if (canSend())
        request(false);
}

void CallForm::sendAnyway()
{
    request(true);
}

void CallForm::focusMethod()
{
    m_method->setFocus(Qt::OtherFocusReason);
}

bool CallForm::event(QEvent *event)
{
    return takeSendKey(event, [this] { send(); }) || QWidget::event(event);
}

void CallForm::resizeEvent(QResizeEvent *)
{
    fitLabels();
}

void CallForm::change()
{
    if (m_showing)
        return;
    m_draft.method = m_method->method();
    m_draft.rows = m_params->rows();
    m_draft.raw = m_raw->text();
    m_draft.id = m_id->kind();
    m_draft.idText = m_id->text();
    m_unreadable.clear();
    writePreview();
    showFault({});
    m_checkSoon.start();
    Q_EMIT draftChanged();
}

void CallForm::readPreview()
{
    auto draft = draftFromText(text(), m_draft, automaticId());
    m_unreadable = draft ? QString() : draft.error();
    if (draft) {
        m_draft = *std::move(draft);
        showDraft();
    }
    m_preview->setProblem(m_unreadable);
    showFault({});
    m_checkSoon.start();
    Q_EMIT draftChanged();
}

void CallForm::settleMethod()
{
    const RpcMethodInfo *info = m_method->info();
    if (!m_unreadable.isEmpty() || m_params->method() == (info ? info->name : QString()))
        return;
    if (!info)
        return showParams();
    m_draft = draftFor(*info, m_draft);
    writePreview();
    showDraft();
    check();
    Q_EMIT draftChanged();
}

void CallForm::chooseParams(int kind)
{
    m_draft.params = Params(kind);
    showParams();
    change();
}

void CallForm::showDraft()
{
    const QScopedValueRollback showing(m_showing, true);
    m_method->setMethod(m_draft.method);
    m_raw->setText(m_draft.raw);
    m_id->setId(m_draft.id, m_draft.idText);
    showParams();
}

void CallForm::showParams()
{
    const QScopedValueRollback showing(m_showing, true);
    const RpcMethodInfo *info = m_method->info();
    const bool byName = m_draft.params == Params::ByName;
    const bool hasRows = byName || m_draft.params == Params::ByPosition;
    m_kinds->setCurrent(int(m_draft.params));
    m_params->show(info, byName ? Params::ByName : Params::ByPosition, m_draft.rows);
    m_rows->setVisible(hasRows);
    m_raw->setVisible(m_draft.params == Params::Raw);
    fitLabels();
}

void CallForm::writePreview()
{
    m_preview->setText(textFromUtf8(callText(m_draft, automaticId())));
    m_preview->setProblem({});
}

void CallForm::check()
{
    m_checkSoon.stop();
    lookForSecrets();
    showProblems(problemsOf(m_draft, m_method->info()));
}

void CallForm::showProblems(const std::vector<CallProblem> &problems)
{
    QString method;
    QString params;
    QString id;
    QStringList wrong;
    for (const CallProblem &problem : problems) {
        if (const QString text = m_params->textOf(problem); !text.isEmpty())
            wrong.append(text);
        QString *place = problem.part == Part::Method ? &method
            : problem.part == Part::Id                ? &id
            : problem.path.empty()                    ? &params
                                                      : nullptr;
        if (place && place->isEmpty())
            *place = problem.sentence;
    }
    // Nobody is told off for a form that is still empty.
    m_method->setProblem(m_draft.method.isEmpty() && m_draft.rows.empty() ? QString() : method);
    m_id->setProblem(id);
    m_paramProblem->setText(params);
    m_paramProblem->setVisible(!params.isEmpty());
    m_params->setProblems(problems);
    m_preview->setWrong(wrong);
    m_hasProblems = !problems.empty();
    showSendable();
}

void CallForm::showSendable()
{
    m_send->setEnabled(canSend());
    m_sendAnyway->setVisible(!canSend() || !m_fault->isHidden());
}

void CallForm::request(bool anyway)
{
    const auto message = messageFrom(m_preview->text(), MessageFormat::Text, m_scope->variables());
    if (!message)
        return showFault(errorText(message.error()));
    // A value that was filled in can break what was right as it was written.
    const auto json = checkJson(message->payload);
    showFault(json || anyway ? QString()
                             : tr("With its variables filled in this is not JSON. %1")
                                   .arg(jsonFaultText(json.error(), message->payload)));
    if (json || anyway)
        Q_EMIT sendRequested(message->payload, message->secrets);
}

void CallForm::showFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
    showSendable();
}

} // namespace weir
