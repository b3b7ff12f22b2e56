// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "callslist.h"
#include "connectionpage.h"

#include "http/certificatereport.h"
#include "jsonrpc/openrpc.h"
#include "profile/profile.h"
#include "profile/variables.h"

#include "base/secretmask.h"

#include <deque>
#include <functional>
#include <set>

QT_BEGIN_NAMESPACE
class QStackedWidget;
class QTabBar;
QT_END_NAMESPACE

namespace weir {

class AnswerForm;
class BatchPanel;
class CallForm;
class CallIndex;
class CaptureReader;
class ChatStrip;
class Delivery;
class Discovery;
class ResultPanel;
class RowFetch;
class SavedCallsPanel;
struct CallDraft;

// One JSON-RPC connection: the form that calls are made with, their list and what became of each, and all of
// its messages as a table.
class RpcPage final : public ConnectionPage
{
    Q_OBJECT

public:
    RpcPage(Workbench &workbench, Connection &connection, Settings &settings, QWidget *parent = nullptr);
    ~RpcPage() override;
    Q_DISABLE_COPY_MOVE(RpcPage)

    void setMessageVariables(const Variables &variables) override;
    void discover(); // the methods: from the file of the profile, or by asking the server
    void compareConnections(); // the call of the form, to two of them
    void focusForm();
    enum class FormTab { Call, Batch, Answer, Saved };
    void showForm(FormTab tab);
    void showMessages(bool shown); // instead of calls
    CallForm &form() const { return *m_form; }

Q_SIGNALS:
    // Into the clipboard, as a command line: a message with its variables as they are.
    void copyCallRequested(const QString &message, weir::CallsList::CopyForm form);

protected:
    void showStatus() override;
    void readerChanged() override;
    void grow() override;
    void showEvent(QShowEvent *event) override;
    quint64 chosenSeq() const override;

private:
    Query wantedQuery() const override;
    void updateChips() override;
    void checkOnly(EventColumn column, const Event &event) override;
    QString matchesText() const override;
    QString emptyText() const override;

    void buildBody();
    QWidget *buildForms(QWidget *parent);
    QWidget *buildRight(EventTable *events, DetailView *shown, QWidget *parent);
    QWidget *buildMessages(EventTable *events, QWidget *parent);
    void connectForms();
    void connectCalls();

    // what it sends, reads and keeps: rpccalling.cpp
    bool prepare(); // the connection runs, with what the profile says now
    void send(const QByteArray &payload, const Secrets &secrets);
    void takeIds(const QByteArray &payload);
    void showCertificate();
    void dropUnsent();
    void followLog();
    void callsReset();
    void takeCalls(qsizetype first, qsizetype last);
    void callsChanged();
    void showBatchOutcomes();
    void showAsked();
    void showRequest(const Event &event);
    void answer(const Call &call);
    // Reads the whole event, one after the other, then does it.
    void with(quint64 seq, std::function<void(const Event &)> act);
    void readNext();
    void putIntoForm(const Event &event);
    void sendAgain(const Event &event);
    void save(const CallDraft &draft);
    void copy(const Call &call, CallsList::CopyForm form);
    void saveRule(const AnswerRule &rule);
    void checkResult(quint64 seq, const QByteArray &result);
    void readDiscovered();
    void setService(const std::shared_ptr<const RpcService> &service);
    void showMethods();

    ChatStrip *m_strip; // of a WebSocket
    QTabBar *m_formTabs = nullptr;
    QStackedWidget *m_forms = nullptr;
    CallForm *m_form = nullptr;
    BatchPanel *m_batch = nullptr;
    AnswerForm *m_answer = nullptr;
    SavedCallsPanel *m_saved = nullptr;
    QStackedWidget *m_top = nullptr; // result; detail of a message
    ResultPanel *m_result = nullptr;
    QTabBar *m_listTabs = nullptr;
    QStackedWidget *m_lists = nullptr; // calls; messages
    CallsList *m_calls = nullptr;
    CallIndex *m_index;
    RowFetch *m_rows; // for with()
    Discovery *m_discovery;
    std::shared_ptr<const RpcService> m_service;
    std::shared_ptr<Delivery> m_checking;
    std::shared_ptr<CaptureReader> m_reader; // that the index reads
    std::set<quint32> m_logIds; // of the connection, one for each of its starts
    std::optional<Variables> m_variables; // with the values of secrets
    struct Reading
    {
        quint64 seq = 0;
        std::function<void(const Event &)> act;
    };
    std::deque<Reading> m_reading; // the first is being read
    qint64 m_nextId = 1;
    QStringList m_methods; // that were called
    CertificateReport m_certificate; // that was told
    quint64 m_shownBatch = 0; // that the panel follows; 0: none
    quint64 m_discovering = 0; // the newest rpc.discover, until it is answered
    bool m_awaitsBatch = false; // one was sent: the next in the index is it
    quint64 m_asked = 0; // the request that the answer form shows
};

} // namespace weir
