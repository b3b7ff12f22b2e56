// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerform.h"
#include "batchpanel.h"
#include "callform.h"
#include "comparecalls.h"
#include "delivery.h"
#include "discovery.h"
#include "profiledraft.h"
#include "requestbar.h"
#include "resultpanel.h"
#include "rowfetch.h"
#include "rpcpage.h"
#include "savedcallspanel.h"

#include "jsonrpc/calldraft.h"
#include "jsonrpc/rpcmessage.h"
#include "profile/messagetext.h"
#include "profile/profilename.h"
#include "profile/variabletext.h"
#include "session/callindex.h"
#include "session/callmembers.h"
#include "session/savedcalls.h"
#include "session/workbench.h"

#include "base/rawjson.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTabBar>
#include <QThreadPool>

#include <algorithm>

// What the page sends, reads and keeps; what it is made of is in rpcpage.cpp.
namespace weir {

namespace {

constexpr qsizetype mostMethods = 500; // that are offered from the log
constexpr qsizetype largestRead = 64 * 1024; // bytes of a message that are parsed at once
constexpr qsizetype largestChecked = 4 * 1024 * 1024; // bytes of a result that is held against its schema
const QByteArray discoverMethod = QByteArrayLiteral("rpc.discover");

// What a line has to be opened anew for.
Profile lineOnly(Profile profile)
{
    const Profile nothing;
    for (QString *text :
         {&profile.name, &profile.folder, &profile.colour, &profile.notes, &profile.openRpcFile})
        text->clear();
    profile.templates = {};
    profile.methods = {};
    profile.calls = {};
    profile.answers = {}; // a running client follows them
    profile.autoConnect = nothing.autoConnect;
    return profile;
}

// Of an id that is a whole number; otherwise 0.
qint64 numberOf(const QByteArray &id)
{
    return id.toLongLong();
}

} // namespace

void RpcPage::connectForms()
{
    connect(m_form, &CallForm::sendRequested, this, &RpcPage::send);
    connect(m_form, &CallForm::secretsMissing, this, &RpcPage::secretsMissing);
    connect(m_form, &CallForm::said, this, &RpcPage::said);
    connect(m_form, &CallForm::saveRequested, this, &RpcPage::save);
    connect(m_form, &CallForm::copyAsCurlRequested, this, [this](const QByteArray &text) {
        Q_EMIT copyCallRequested(QString::fromUtf8(text), CallsList::CopyForm::Curl);
    });
    connect(m_form, &CallForm::batchRequested, this, [this](const QByteArray &text) {
        m_batch->add(text);
        takeIds(text);
        m_form->setBatchCount(int(m_batch->calls().size()));
    });
    m_batch->setIdSource([this] {
        const QByteArray id = QByteArray::number(m_nextId++);
        m_form->setNextId(m_nextId);
        return id;
    });
    connect(m_batch, &BatchPanel::callsChanged, this,
            [this] { m_form->setBatchCount(int(m_batch->calls().size())); });
    connect(m_batch, &BatchPanel::editRequested, this, [this](const QByteArray &call) {
        if (const auto draft = draftFromText(call, m_form->draft(), {}))
            m_form->setDraft(*draft);
        focusForm();
    });
    connect(m_batch, &BatchPanel::sendRequested, this,
            [this](const QByteArray &payload, const Secrets &secrets) {
                m_awaitsBatch = true;
                send(payload, secrets);
            });
    connect(m_answer, &AnswerForm::answerRequested, this,
            [this](const QByteArray &payload, const Secrets &secrets) {
                m_answer->setRequest({}, {}, {}); // once
                m_asked = 0;
                send(payload, secrets);
            });
    connect(m_answer, &AnswerForm::saveRuleRequested, this, &RpcPage::saveRule);
    connect(m_saved, &SavedCallsPanel::chosen, this, [this](const SavedCall &call) {
        m_form->setDraft(draftOf(call));
        focusForm();
    });
    connect(&request(), &RequestBar::discoverRequested, this, &RpcPage::discover);
    connect(&request(), &RequestBar::edited, this, [this] {
        showMethods();
        showStatus(); // the scheme may be another one
    });
    connect(m_discovery, &Discovery::found, this, &RpcPage::setService);
    connect(m_discovery, &Discovery::failed, this,
            [this](const QString &sentence) { request().showSentence(sentence); });
}

void RpcPage::connectCalls()
{
    connect(m_index, &CallIndex::reset, this, &RpcPage::callsReset);
    connect(m_index, &CallIndex::appended, this, &RpcPage::takeCalls);
    connect(m_index, &CallIndex::changed, this, &RpcPage::callsChanged);
    connect(m_index, &CallIndex::failed, this, &RpcPage::said);
    connect(m_calls, &CallsList::currentChanged, m_result, &ResultPanel::showCall);
    connect(m_calls, &CallsList::sendAgainRequested, this,
            [this](const Call &call) { with(call.seq, [this](const Event &event) { sendAgain(event); }); });
    for (const auto signal : {&CallsList::editRequested, &CallsList::duplicateRequested}) {
        connect(m_calls, signal, this, [this](const Call &call) {
            with(call.seq, [this](const Event &event) { putIntoForm(event); });
        });
    }
    connect(m_calls, &CallsList::saveRequested, this, [this](const Call &call) {
        with(call.seq, [this](const Event &event) {
            const QByteArray text = escapedVariables(QString::fromUtf8(event.payload)).toUtf8();
            if (const auto draft = draftFromText(text, {}, event.id))
                save(*draft);
        });
    });
    connect(m_calls, &CallsList::copyRequested, this, &RpcPage::copy);
    connect(m_calls, &CallsList::compareRequested, this,
            [this](const Call &older, const Call &newer) { m_result->compare(older.seq, newer.seq); });
    connect(m_calls, &CallsList::answerRequested, this, &RpcPage::answer);
    connect(m_calls, &CallsList::showInLogRequested, this, &RpcPage::showInLogRequested);
    connect(m_result, &ResultPanel::answerRequested, this, &RpcPage::answer);
    connect(m_result, &ResultPanel::resultShown, this, &RpcPage::checkResult);
    const auto cancel = [this](const Call &call) { connection().cancelCall(call.id, call.begun); };
    connect(m_calls, &CallsList::cancelRequested, this, cancel);
    connect(m_result, &ResultPanel::cancelRequested, this, cancel);
    connect(m_rows, &RowFetch::fetched, this, [this](const Event &event) {
        if (m_reading.empty() || m_reading.front().seq != event.seq)
            return;
        const auto act = std::move(m_reading.front().act);
        readNext();
        act(event);
    });
    connect(m_rows, &RowFetch::failed, this, [this](const Error &error) {
        readNext();
        Q_EMIT said(errorText(error));
    });
}

bool RpcPage::prepare()
{
    if (!connection().isActive()) {
        connectNow();
        return connection().isActive();
    }
    const Profile &wanted = request().profile();
    const Profile &started = connection().startedProfile();
    const auto isSocket = [](const Profile &profile) {
        return protocolOfUrl(profile.url) == Protocol::WebSocket;
    };
    // A WebSocket that is open stays so until a person ends it.
    if ((isSocket(wanted) && isSocket(started)) || lineOnly(wanted) == lineOnly(started))
        return true;
    connection().setProfile(wanted);
    const auto restarted = connection().restart();
    request().showError(restarted ? Error{} : restarted.error());
    return restarted.has_value();
}

void RpcPage::send(const QByteArray &payload, const Secrets &secrets)
{
    if (!prepare())
        return;
    if (const auto sent = connection().send(Kind::WsText, payload, secrets); !sent) {
        request().showError(sent.error());
        return;
    }
    if (payload.size() <= largestRead) // otherwise the index tells, a little later
        takeIds(payload);
    m_calls->followNewest();
}

// A call failed for it, and what can be done is the same as where a line does.
void RpcPage::showCertificate()
{
    const CertificateReport certificate = connection().status().certificate;
    if (certificate == m_certificate)
        return;
    m_certificate = certificate;
    if (!certificate.chain.isEmpty())
        request().showSentence(errorText({ErrorCode::CertificateError, shortText(certificate)}),
                               tr("Show certificate…"));
}

// A connection that came to nothing does not keep calls for another day: nobody would expect them then.
void RpcPage::dropUnsent()
{
    const RpcStatus status = connection().rpcStatus();
    if (!status.failed || status.queuedMessages == 0)
        return;
    connection().withdrawAll();
    Q_EMIT said(tr("Not sent, for the connection failed: %1.").arg(status.queuedMessages));
}

// A number that was used is not offered again.
void RpcPage::takeIds(const QByteArray &payload)
{
    for (const RpcMessage &message : parseRpc(payload).messages)
        m_nextId = std::max(m_nextId, numberOf(message.id) + 1);
    m_form->setNextId(m_nextId);
}

void RpcPage::followLog()
{
    const auto reader = workbench().reader();
    if (logId() == 0 || (reader == m_reader && m_logIds.contains(logId())))
        return;
    if (reader != m_reader)
        m_logIds.clear(); // those of the log before
    m_reader = reader;
    m_logIds.insert(logId());
    m_index->setReader(reader, m_logIds);
    m_result->setReader(reader);
    m_rows->setReader(reader);
    m_reading.clear();
    applyQuery(); // over all of its starts
}

void RpcPage::callsReset()
{
    if (m_index->count() > 0)
        takeCalls(0, m_index->count() - 1);
}

void RpcPage::takeCalls(qsizetype first, qsizetype last)
{
    const qsizetype known = m_methods.size();
    for (qsizetype i = first; i <= last; ++i) {
        const Call &call = m_index->at(i);
        if (call.type == Call::Type::Asked)
            continue;
        m_nextId = std::max(m_nextId, numberOf(call.id) + 1);
        if (call.type == Call::Type::Batch && std::exchange(m_awaitsBatch, false))
            m_shownBatch = call.seq;
        if (call.type == Call::Type::Call && call.method == discoverMethod)
            m_discovering = call.seq;
        const QString method = QString::fromUtf8(call.method);
        if (!method.isEmpty() && m_methods.size() < mostMethods && !m_methods.contains(method))
            m_methods.append(method);
    }
    m_form->setNextId(m_nextId);
    if (m_methods.size() != known)
        showMethods();
    callsChanged();
}

void RpcPage::callsChanged()
{
    showBatchOutcomes();
    showAsked();
    readDiscovered();
}

void RpcPage::showBatchOutcomes()
{
    const qsizetype batch = m_shownBatch == 0 ? -1 : m_index->indexOf(m_shownBatch);
    if (batch < 0)
        return;
    std::vector<Call> members;
    for (const qsizetype member : callMembers(*m_index, batch))
        members.push_back(m_index->at(member));
    m_batch->setOutcomes(members);
    if (m_index->at(batch).ended > 0)
        m_shownBatch = 0; // it says no more
}

// What the server asks and nobody has answered yet; the oldest stands in the form.
void RpcPage::showAsked()
{
    int waiting = 0;
    const Call *oldest = nullptr;
    bool isShownWaiting = false;
    for (qsizetype i = std::max<qsizetype>(0, m_index->count() - 1000); i < m_index->count(); ++i) {
        const Call &call = m_index->at(i);
        if (call.type != Call::Type::Asked || call.state != Call::State::Waiting)
            continue;
        ++waiting;
        oldest = oldest ? oldest : &call;
        isShownWaiting = isShownWaiting || call.seq == m_asked;
    }
    m_formTabs->setTabText(int(FormTab::Answer), waiting > 0 ? tr("Answer (%1)").arg(waiting) : tr("Answer"));
    if (oldest && !isShownWaiting) {
        m_asked = oldest->seq;
        with(m_asked, [this](const Event &event) { showRequest(event); });
    }
}

void RpcPage::showRequest(const Event &event)
{
    const RpcMessage request = parseRpc(event.payload).messages.front();
    m_answer->setRequest(request.id, QString::fromUtf8(request.method), request.params);
}

void RpcPage::answer(const Call &call)
{
    m_asked = call.seq;
    with(call.seq, [this](const Event &event) {
        showRequest(event);
        showForm(FormTab::Answer);
        m_answer->focusAnswer();
    });
}

void RpcPage::with(quint64 seq, std::function<void(const Event &)> act)
{
    m_reading.push_back({seq, std::move(act)});
    if (m_reading.size() == 1)
        m_rows->fetch({seq});
}

void RpcPage::readNext()
{
    if (!m_reading.empty())
        m_reading.pop_front();
    if (!m_reading.empty())
        m_rows->fetch({m_reading.front().seq});
}

void RpcPage::putIntoForm(const Event &event)
{
    if (event.flags & Masked)
        Q_EMIT said(tr("This call held a secret, which the log does not have: bullets stand in its place."));
    if (event.kind == Kind::RpcBatch) {
        std::vector<QByteArray> calls;
        for (const QByteArrayView call : jsonElements(event.payload))
            calls.push_back(escapedVariables(QString::fromUtf8(call)).toUtf8());
        m_batch->setCalls(calls);
        m_form->setBatchCount(int(calls.size()));
        return showForm(FormTab::Batch);
    }
    const QByteArray text = escapedVariables(QString::fromUtf8(event.payload)).toUtf8();
    const auto draft = draftFromText(text, m_form->draft(), event.id);
    if (!draft) {
        Q_EMIT said(draft.error());
        return;
    }
    m_form->setDraft(*draft);
    focusForm();
}

void RpcPage::sendAgain(const Event &event)
{
    // The log has bullets where a secret stood: to send them would be to send something else.
    if (event.flags & Masked) {
        Q_EMIT said(tr("This call held a secret, which the log does not have; send it from the form."));
        return;
    }
    send(event.payload, {});
}

void RpcPage::save(const CallDraft &draft)
{
    showForm(FormTab::Saved);
    m_saved->add(savedCall(draft, draft.method));
}

void RpcPage::copy(const Call &call, CallsList::CopyForm form)
{
    using Form = CallsList::CopyForm;
    const bool isAnswer = form == Form::Answer;
    with(isAnswer ? call.answer : call.seq, [this, form, isAnswer](const Event &event) {
        if (form == Form::Curl || form == Form::WeirCall) {
            Q_EMIT copyCallRequested(escapedVariables(QString::fromUtf8(event.payload)), form);
            return;
        }
        QGuiApplication::clipboard()->setText(QString::fromUtf8(event.payload));
        Q_EMIT said(isAnswer ? tr("The answer is in the clipboard.")
                             : tr("The request is in the clipboard."));
    });
}

void RpcPage::saveRule(const AnswerRule &rule)
{
    QList<AnswerRule> rules = request().profile().answers;
    const auto same = std::find_if(rules.begin(), rules.end(),
                                   [&](const AnswerRule &one) { return one.method == rule.method; });
    if (same == rules.end())
        rules.append(rule);
    else
        *same = rule;
    request().draft()->edit<QList<AnswerRule>>(
        [](auto &p) -> auto & { return p.answers; }, rules);
    Q_EMIT said(tr("From now on %1 is answered like this; Save keeps the rule.").arg(rule.method));
}

void RpcPage::checkResult(quint64 seq, const QByteArray &result)
{
    if (m_checking)
        m_checking->cancel();
    const qsizetype index = m_index->indexOf(seq);
    const RpcMethodInfo *method =
        m_service && index >= 0 ? m_service->method(QString::fromUtf8(m_index->at(index).method)) : nullptr;
    if (!method || method->result.isNull() || result.size() > largestChecked)
        return;
    m_checking = std::make_shared<Delivery>(this);
    QThreadPool::globalInstance()->start([this, delivery = m_checking, schema = method->result, result, seq] {
        const std::vector<QString> faults = schema.checkJson(result);
        delivery->deliver([this, seq, sentences = QStringList(faults.begin(), faults.end())] {
            if (m_result->seq() == seq)
                m_result->setSchemaFaults(sentences);
        });
    });
}

void RpcPage::discover()
{
    const QString path = request().profile().openRpcFile;
    if (!path.isEmpty())
        return m_discovery->readFile(path);
    send(R"({"jsonrpc":"2.0","method":"rpc.discover","id":)" + QByteArray::number(m_nextId) + '}', {});
}

void RpcPage::compareConnections()
{
    const auto message = messageFrom(QString::fromUtf8(m_form->text()), MessageFormat::Text,
                                     m_variables.value_or(Variables({})));
    if (!message) {
        Q_EMIT said(errorText(message.error()));
        return;
    }
    takeIds(message->payload);
    CompareCalls::open(workbench(), connection(), {m_form->text(), message->payload, message->secrets}, this);
}

// The newest description that the server gave stands in the log, also of an earlier start.
void RpcPage::readDiscovered()
{
    const qsizetype index = m_discovering == 0 ? -1 : m_index->indexOf(m_discovering);
    if (index < 0 || m_index->at(index).answer == 0)
        return;
    m_discovering = 0;
    const Call &call = m_index->at(index);
    if (call.state == Call::State::Result)
        with(call.answer, [this](const Event &event) { m_discovery->readAnswer(event.payload); });
    else
        request().showSentence(tr("The server does not describe its methods (rpc.discover): %1")
                                   .arg(QString::fromUtf8(call.outcome)));
}

void RpcPage::setService(const std::shared_ptr<const RpcService> &service)
{
    m_service = service;
    m_form->setService(service);
    showMethods();
    const QString title = service->title.isEmpty() ? connection().name() : service->title;
    QString sentence = tr("“%1” has %2 methods.").arg(title).arg(service->methods.size());
    if (!service->notes.isEmpty())
        sentence += QLatin1Char(' ') + service->notes.constFirst();
    Q_EMIT said(sentence);
}

void RpcPage::showMethods()
{
    QStringList names = request().profile().methods;
    for (const SavedCall &call : request().profile().calls)
        names.append(call.method);
    names += m_methods;
    names.removeAll(QString());
    names.removeDuplicates();
    m_form->setKnownMethods(names);
}

} // namespace weir
