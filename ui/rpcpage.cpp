// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpcpage.h"

#include "actions.h"
#include "answerform.h"
#include "batchpanel.h"
#include "callform.h"
#include "chatstrip.h"
#include "delivery.h"
#include "detailview.h"
#include "discovery.h"
#include "format.h"
#include "formscroll.h"
#include "kindchips.h"
#include "requestbar.h"
#include "resultpanel.h"
#include "rowfetch.h"
#include "savedcallspanel.h"
#include "searchfield.h"
#include "settings.h"
#include "visibletext.h"
#include "widgets.h"

#include "log/facets.h"
#include "log/lens.h"
#include "profile/profilename.h"
#include "session/callindex.h"
#include "session/savedcalls.h"
#include "session/workbench.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

// What it is made of and what it shows; what it sends and keeps is in rpccalling.cpp.
namespace weir {

namespace {

constexpr int extraGroup = 1;

constexpr KindChip messageRows[] = {
    {"requests", QT_TRANSLATE_NOOP("weir::RpcPage", "requests"),
     kindBit(Kind::RpcRequest) | kindBit(Kind::RpcBatch)},
    {"results", QT_TRANSLATE_NOOP("weir::RpcPage", "results"), kindBit(Kind::RpcResult)},
    {"errors", QT_TRANSLATE_NOOP("weir::RpcPage", "errors"),
     kindBit(Kind::RpcError) | kindBit(Kind::RpcInvalid)},
    {"notifications", QT_TRANSLATE_NOOP("weir::RpcPage", "notifications"), kindBit(Kind::RpcNotification)},
};
constexpr KindChip extraRows[] = {
    {"line", QT_TRANSLATE_NOOP("weir::RpcPage", "connection"),
     kindBit(Kind::State) | kindBit(Kind::Error) | kindBit(Kind::Note)},
    {"http", QT_TRANSLATE_NOOP("weir::RpcPage", "HTTP"),
     kindBit(Kind::HttpRequest) | kindBit(Kind::HttpResponse)},
};

constexpr quint64 messageKinds = kindBit(Kind::RpcRequest) | kindBit(Kind::RpcBatch)
    | kindBit(Kind::RpcResult) | kindBit(Kind::RpcError) | kindBit(Kind::RpcInvalid)
    | kindBit(Kind::RpcNotification);
} // namespace

RpcPage::RpcPage(Workbench &workbench, Connection &connection, Settings &settings, QWidget *parent)
    : ConnectionPage(workbench, connection, settings, parent)
    , m_strip(new ChatStrip(this))
    , m_index(new CallIndex(this))
    , m_rows(new RowFetch(this))
    , m_discovery(new Discovery(this))
{
    m_strip->hide();
    column()->addWidget(m_strip);
    buildBody();
    connectForms();
    connectCalls();
    connect(m_strip, &ChatStrip::reconnectNowRequested, &connection, &Connection::reconnectNow);
    connect(m_strip, &ChatStrip::stopRequested, this, &RpcPage::disconnectNow);
    watch();
    showMethods();
    if (!connection.profile().openRpcFile.isEmpty())
        discover();
}

RpcPage::~RpcPage()
{
    if (m_checking)
        m_checking->cancel();
}

void RpcPage::setMessageVariables(const Variables &variables)
{
    m_variables = variables;
    m_form->setVariables(variables);
    m_batch->setVariables(variables);
    m_answer->setVariables(variables);
}

void RpcPage::focusForm()
{
    showForm(FormTab::Call);
    m_form->focusMethod();
}

void RpcPage::showForm(FormTab tab)
{
    m_formTabs->setCurrentIndex(int(tab));
}

void RpcPage::showMessages(bool shown)
{
    m_listTabs->setCurrentIndex(shown ? 1 : 0);
}

void RpcPage::buildBody()
{
    EventTable *events = nullptr;
    Body body;
    body.tableName = tr("Messages of JSON-RPC");
    body.columns = messageColumns();
    body.offers = {{EventColumn::Kind}, true, true};
    body.columnsSetting = Setting::RpcColumns;
    body.splitterSetting = Setting::RpcSplitter;
    body.sizes = {470, 720};
    body.stretch = {2, 3};
    body.frameTable = [&](EventTable *table, QWidget *parent) {
        events = table;
        return buildForms(parent);
    };
    body.frameDetail = [&](DetailView *shown, QWidget *parent) { return buildRight(events, shown, parent); };
    addBody(std::move(body));
    connect(table(), &EventTable::showInLogRequested, this, &ConnectionPage::showInLogRequested);
}

QWidget *RpcPage::buildForms(QWidget *parent)
{
    auto *frame = new QWidget(parent);
    m_formTabs = makeTabs(tr("What is sent"), {tr("Call"), tr("Batch"), tr("Answer"), tr("Saved")}, frame);
    m_forms = new QStackedWidget(frame);
    m_form = new CallForm;
    m_batch = new BatchPanel;
    m_answer = new AnswerForm;
    m_saved = new SavedCallsPanel(request().draft(), m_forms);
    m_forms->addWidget(m_form);
    m_forms->addWidget(new FormScroll(m_batch));
    m_forms->addWidget(new FormScroll(m_answer));
    m_forms->addWidget(m_saved);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_formTabs);
    layout->addWidget(m_forms, 1);
    connect(m_formTabs, &QTabBar::currentChanged, m_forms, &QStackedWidget::setCurrentIndex);
    return frame;
}

QWidget *RpcPage::buildRight(EventTable *events, DetailView *shown, QWidget *parent)
{
    auto *right = new QSplitter(Qt::Vertical, parent);
    right->setChildrenCollapsible(false);
    right->setHandleWidth(1);
    m_top = new QStackedWidget(right);
    m_result = new ResultPanel(*m_index, m_top);
    m_top->addWidget(m_result);
    m_top->addWidget(shown);
    auto *below = new QWidget(right);
    m_listTabs = makeTabs(tr("Calls or messages"), {tr("Calls"), tr("Messages")}, below);
    m_lists = new QStackedWidget(below);
    m_calls = new CallsList(*m_index, m_lists);
    m_calls->setTitleShown(false); // the tab says it
    m_lists->addWidget(m_calls);
    m_lists->addWidget(buildMessages(events, m_lists));
    auto *layout = new QVBoxLayout(below);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_listTabs);
    layout->addWidget(m_lists, 1);
    right->addWidget(m_top);
    right->addWidget(below);
    right->setSizes({300, 200});
    connect(m_listTabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_lists->setCurrentIndex(tab);
        m_top->setCurrentIndex(tab);
        loadDetail();
    });
    return right;
}

QWidget *RpcPage::buildMessages(EventTable *events, QWidget *parent)
{
    auto *page = new QWidget(parent);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 6, 10, 6);
    row->setSpacing(8);
    row->addWidget(makeChips(tr("Messages and other rows"), 2, ChipBar::AllOf::FirstGroup), 1);
    row->addWidget(matches(), 0, Qt::AlignTop);
    SearchField *field = makeSearch(tr("Search in messages…"), tr("Search in messages"), ActionId::Search);
    field->setMinimumWidth(90);
    field->setMaximumWidth(180);
    row->addWidget(field, 0, Qt::AlignTop);
    row->addWidget(makePause(), 0, Qt::AlignTop);
    row->addWidget(makeFollow(), 0, Qt::AlignTop);
    matches()->setFixedHeight(field->sizeHint().height());
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(events, 1);
    return page;
}

void RpcPage::showStatus()
{
    const bool isSocket = protocolOfUrl(request().profile().url) == Protocol::WebSocket;
    m_strip->setVisible(isSocket);
    if (isSocket) {
        const WebSocketStatus status = connection().webSocketStatus();
        m_strip->setStatus(status);
        const QByteArray head =
            status.requestHead + (status.answerHead.isEmpty() ? "" : "\n") + status.answerHead;
        m_result->setHandshake(visibleText(QString::fromUtf8(head), Lines::Multi));
    }
    followLog();
    dropUnsent();
    showCertificate();
}

void RpcPage::readerChanged()
{
    m_logIds.clear(); // those of the log before
    followLog();
}

void RpcPage::grow()
{
    ConnectionPage::grow();
    m_index->grow();
    if (!isVisible())
        return;
    m_result->grow();
    m_rows->grow();
}

void RpcPage::showEvent(QShowEvent *event)
{
    ConnectionPage::showEvent(event);
    m_result->grow();
    m_rows->grow();
}

quint64 RpcPage::chosenSeq() const
{
    return m_lists->currentIndex() == 1 ? table()->currentSeq() : 0;
}

Query RpcPage::wantedQuery() const
{
    Query query;
    query.connections = m_logIds;
    query.connections.insert(logId());
    query.text = search()->text().toUtf8();
    const quint64 chosen = checkedKinds(messageRows, chips()->checkedKeys());
    query.kinds =
        (chosen ? chosen : messageKinds) | checkedKinds(extraRows, chips()->checkedKeys(extraGroup));
    return query;
}

void RpcPage::updateChips()
{
    const auto &kinds = facets()->kinds();
    chips()->setAll(tr("All"), countOf(kinds, messageKinds));
    chips()->setItems(kindItems(messageRows, kinds, "weir::RpcPage"));
    chips()->setItems(kindItems(extraRows, kinds, "weir::RpcPage"), extraGroup);
}

void RpcPage::checkOnly(EventColumn /*column*/, const Event &event)
{
    for (const KindChip &rows : messageRows) {
        if (rows.kinds & kindBit(event.kind))
            chips()->setCheckedKeys({rows.key});
    }
}

QString RpcPage::matchesText() const
{
    if (search()->text().isEmpty())
        return {};
    const QString count = countText(lens()->rowCount());
    return lens()->isSearching() ? tr("%1 so far").arg(count) : tr("%1 match").arg(count);
}

QString RpcPage::emptyText() const
{
    if (!search()->text().isEmpty() || !chips()->checkedKeys().empty())
        return tr("No message matches. Choose All, and clear the search.");
    return lineText(tr("No message yet. Make a call with the form."),
                    tr("Type the URL of a JSON-RPC server above, and make a call with the form."),
                    tr("No message yet. Make a call with the form."));
}

} // namespace weir
