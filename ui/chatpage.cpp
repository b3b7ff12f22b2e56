// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chatpage.h"

#include "actions.h"
#include "chatstrip.h"
#include "closedialog.h"
#include "composer.h"
#include "conversationview.h"
#include "detailview.h"
#include "emptyhint.h"
#include "format.h"
#include "kindchips.h"
#include "queuepanel.h"
#include "requestbar.h"
#include "searchfield.h"
#include "sendplanpanel.h"
#include "settings.h"
#include "templatespanel.h"
#include "theme.h"
#include "visibletext.h"
#include "widgets.h"

#include "log/facets.h"
#include "log/heardmessages.h"
#include "log/lens.h"
#include "session/workbench.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

// What it is made of and what it shows; what it sends and saves is in chatsending.cpp.
namespace weir {

namespace {

constexpr int extraGroup = 1;
constexpr char sentKey[] = "sent";
constexpr char receivedKey[] = "received";
constexpr quint64 messageKinds = kindBit(Kind::WsText) | kindBit(Kind::WsBinary);

// Rows that are no messages; each has a chip that shows or hides them.
constexpr KindChip extraRows[] = {
    {"line", QT_TRANSLATE_NOOP("weir::ChatPage", "connection"),
     kindBit(Kind::State) | kindBit(Kind::Error) | kindBit(Kind::Note) | kindBit(Kind::WsClose)},
    {"pings", QT_TRANSLATE_NOOP("weir::ChatPage", "pings"), kindBit(Kind::WsPing) | kindBit(Kind::WsPong)},
    {"handshake", QT_TRANSLATE_NOOP("weir::ChatPage", "handshake"),
     kindBit(Kind::HttpRequest) | kindBit(Kind::HttpResponse)},
};

QString policyText(const Profile &profile)
{
    const QString kept =
        profile.reconnect ? ChatPage::tr("auto-reconnect on") : ChatPage::tr("auto-reconnect off");
    return profile.heartbeat == 0
        ? kept
        : ChatPage::tr("%1 · heartbeat %2").arg(kept, durationText(profile.heartbeat));
}

} // namespace

ChatPage::ChatPage(Workbench &workbench, Connection &connection, Settings &settings, QWidget *parent)
    : ConnectionPage(workbench, connection, settings, parent)
    , m_strip(new ChatStrip(this))
    , m_queue(nullptr)
    , m_composer(nullptr)
    , m_found(new Lens(this))
    , m_single(new Lens(this))
    , m_heard(new HeardMessages(this))
{
    column()->addWidget(m_strip);
    buildFilterRow();
    buildBody();
    buildComposer();
    connectConversation();
    connectSenders();
    connect(m_strip, &ChatStrip::reconnectNowRequested, &connection, &Connection::reconnectNow);
    connect(m_strip, &ChatStrip::stopRequested, this, &ChatPage::disconnectNow);
    watch();
}

ChatPage::~ChatPage() = default;

void ChatPage::setMessageVariables(const Variables &variables)
{
    m_composer->setVariables(variables);
    m_plan->setVariables(variables);
}

void ChatPage::pingNow()
{
    connection().ping();
}

void ChatPage::askForClose()
{
    auto *dialog = new CloseDialog(this);
    connect(dialog, &CloseDialog::closeRequested, &connection(),
            [this](int code, const QByteArray &reason) { (void)connection().close(code, reason); });
    dialog->open();
}

void ChatPage::focusComposer()
{
    m_composer->focusEditor();
}

bool ChatPage::isTableShown() const
{
    return m_view->currentIndex() == 1;
}

void ChatPage::setTableShown(bool shown)
{
    m_view->setCurrentIndex(shown ? 1 : 0);
    m_tableButton->setChecked(shown);
    if (shown && m_talk->currentSeq())
        table()->setCurrentSeq(m_talk->currentSeq());
    else if (!shown && table()->currentSeq() && !isFollowing())
        m_talk->showSeq(table()->currentSeq());
    loadDetail();
}

void ChatPage::showSide(SideTab tab)
{
    m_sideTabs->setCurrentIndex(int(tab));
}

void ChatPage::buildFilterRow()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 6, 10, 6);
    row->setSpacing(8);
    row->addWidget(makeChips(tr("Messages and other rows"), 2, ChipBar::AllOf::FirstGroup), 1);
    chips()->setCheckedKeys({extraRows[0].key}, extraGroup);
    row->addWidget(matches(), 0, Qt::AlignTop);
    SearchField *field =
        makeSearch(tr("Find in conversation…"), tr("Find in conversation"), ActionId::Search);
    field->setFixedWidth(200);
    row->addWidget(field, 0, Qt::AlignTop);
    m_previous = makeIconButton("chevron-up", tr("Previous match"), this);
    m_next = makeIconButton("chevron-down", tr("Next match"), this);
    m_previous->setToolTip(tr("Previous match (Shift+Enter)"));
    m_next->setToolTip(tr("Next match (Enter)"));
    m_tableButton = makeIconButton("table", tr("As a table"), this);
    m_tableButton->setToolTip(tr("Show the messages as a table"));
    m_tableButton->setCheckable(true);
    for (QToolButton *button : {m_previous, m_next, m_tableButton}) {
        button->setFixedHeight(field->sizeHint().height());
        row->addWidget(button, 0, Qt::AlignTop);
    }
    row->addWidget(makePause(), 0, Qt::AlignTop);
    row->addWidget(makeFollow(), 0, Qt::AlignTop);
    matches()->setFixedHeight(field->sizeHint().height());
    column()->addLayout(row);
    connect(field, &QLineEdit::textChanged, this, &ChatPage::find);
    connect(field, &QLineEdit::returnPressed, this,
            [this] { step(QGuiApplication::keyboardModifiers() & Qt::ShiftModifier ? -1 : 1); });
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_tableButton, &QToolButton::toggled, this, &ChatPage::setTableShown);
    connect(m_found, &Lens::searchProgressed, this, &ChatPage::updateMatches);
    connect(m_found, &Lens::rowsAppended, this, &ChatPage::updateMatches);
}

void ChatPage::buildBody()
{
    Body body;
    body.tableName = tr("Messages of the WebSocket");
    body.columns = messageColumns();
    body.offers = {{EventColumn::Kind}, true, true};
    body.columnsSetting = Setting::ChatColumns;
    body.splitterSetting = Setting::ChatSplitter;
    body.sizes = {786, 366};
    body.stretch = {3, 1};
    body.frameTable = [this](EventTable *events, QWidget *parent) {
        m_view = new QStackedWidget(parent);
        m_talk = new ConversationView(lens(), m_view);
        m_talk->setAccessibleName(tr("Conversation"));
        m_talkHint = new EmptyHint(m_talk->viewport());
        m_view->addWidget(m_talk);
        m_view->addWidget(events);
        return m_view;
    };
    body.frameDetail = [this](DetailView *shown, QWidget *parent) { return buildSide(shown, parent); };
    addBody(std::move(body));
    connect(table(), &EventTable::showInLogRequested, this, &ConnectionPage::showInLogRequested);
}

QWidget *ChatPage::buildSide(DetailView *shown, QWidget *parent)
{
    auto *frame = new QWidget(parent);
    m_sideTabs = makeTabs(tr("Beside the conversation"), {}, frame);
    m_side = new QStackedWidget(frame);
    m_templates = new TemplatesPanel(request().draft(), m_side);
    m_plan = new SendPlanPanel;
    auto *plan = new QScrollArea(m_side); // a narrow window does not grow for it
    plan->setWidget(m_plan);
    plan->setWidgetResizable(true);
    plan->setFrameShape(QFrame::NoFrame);
    m_handshake = new QPlainTextEdit(m_side);
    m_handshake->setReadOnly(true);
    m_handshake->setFont(fixedFont());
    m_handshake->setFrameShape(QFrame::NoFrame);
    m_handshake->setAccessibleName(tr("Opening handshake"));
    m_handshake->setPlaceholderText(tr("The opening handshake of the next attempt is shown here."));
    const std::pair<QString, QWidget *> pages[] = {{tr("Templates"), m_templates},
                                                   {tr("Message"), shown},
                                                   {tr("Plan"), plan},
                                                   {tr("Handshake"), m_handshake}};
    for (const auto &[title, page] : pages) {
        m_sideTabs->addTab(title);
        m_side->addWidget(page);
    }
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_sideTabs);
    layout->addWidget(m_side, 1);
    connect(m_sideTabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_side->setCurrentIndex(tab);
        loadDetail();
    });
    return frame;
}

void ChatPage::buildComposer()
{
    m_queue = new QueuePanel(this);
    m_composer = new Composer(this);
    column()->addWidget(m_queue);
    column()->addWidget(m_composer);
    m_composer->setText({}, MessageFormat::Text); // what is typed is what is sent
}

void ChatPage::connectConversation()
{
    connect(m_talk, &ConversationView::currentChanged, this, &ChatPage::loadDetail);
    connect(m_talk, &ConversationView::activated, this, [this] { showSide(SideTab::Message); });
    connect(m_talk, &ConversationView::hexRequested, this, [this](quint64 seq) {
        m_talk->setCurrentSeq(seq);
        showSide(SideTab::Message);
        detail()->setTab(DetailView::Hex);
    });
    connect(m_talk, &ConversationView::followChanged, this, &ChatPage::setFollowing);
    connect(table(), &EventTable::followChanged, m_talk, &ConversationView::setFollowing);
    connect(m_talk, &ConversationView::resumeRequested, this, [this] { setPaused(false); });
    connect(m_talk, &ConversationView::showInLogRequested, this, &ConnectionPage::showInLogRequested);
    connect(m_talk, &ConversationView::said, this, &ChatPage::said);
    connect(m_talk, &ConversationView::replyRequested, m_composer, &Composer::insertReply);
    connect(m_talk, &ConversationView::resendRequested, this,
            [this](quint64 seq) { with(seq, [this](const Event &event) { sendAgain(event); }); });
    connect(m_talk, &ConversationView::editRequested, this, [this](quint64 seq) {
        with(seq, [this](const Event &event) {
            m_composer->edit(event);
            m_composer->focusEditor();
        });
    });
    connect(m_talk, &ConversationView::saveRequested, this,
            [this](quint64 seq) { with(seq, [this](const Event &event) { saveAs(event); }); });
}

void ChatPage::showStatus()
{
    const WebSocketStatus status = connection().webSocketStatus();
    m_strip->setStatus(status);
    m_strip->setPolicy(policyText(connection().profile()));
    m_composer->setLineOpen(status.state == LineState::Open);
    showWaiting(status);
    showHandshake(status);
}

void ChatPage::showHandshake(const WebSocketStatus &status)
{
    QByteArray text = status.requestHead;
    if (!status.answerHead.isEmpty())
        text += '\n' + status.answerHead;
    QString shown = visibleText(QString::fromUtf8(text), Lines::Multi);
    if (!shown.isEmpty())
        shown += QLatin1Char('\n')
            + tr("Qt makes Sec-WebSocket-Key and keeps it to itself. It offers no extensions.");
    if (m_handshake->toPlainText() != shown)
        m_handshake->setPlainText(shown);
}

void ChatPage::readerChanged()
{
    const auto reader = workbench().reader();
    m_talk->setReader(reader);
    m_single->setReader(reader);
    m_found->setReader(reader);
    m_isHearing = false; // of the log before
    hear();
    find();
}

void ChatPage::grow()
{
    ConnectionPage::grow();
    if (!isVisible())
        return;
    m_found->grow();
    m_single->grow();
}

quint64 ChatPage::chosenSeq() const
{
    return isTableShown() ? table()->currentSeq() : m_talk->currentSeq();
}

void ChatPage::showHint(const QString &text)
{
    ConnectionPage::showHint(text);
    m_talkHint->say(text);
}

Query ChatPage::wantedQuery() const
{
    Query query;
    query.connections = {logId()};
    query.kinds = messageKinds | checkedKinds(extraRows, chips()->checkedKeys(extraGroup));
    const auto &chosen = chips()->checkedKeys();
    if (chosen.contains(sentKey) != chosen.contains(receivedKey))
        query.directions = directionBit(chosen.contains(sentKey) ? Direction::Out : Direction::In)
            | directionBit(Direction::Local);
    return query;
}

void ChatPage::updateChips()
{
    const auto &kinds = facets()->kinds();
    chips()->setAll(tr("All"), countOf(kinds, messageKinds));
    chips()->setItems({{sentKey, tr("Sent"), {}}, {receivedKey, tr("Received"), {}}});
    chips()->setItems(kindItems(extraRows, kinds, "weir::ChatPage"), extraGroup);
}

void ChatPage::checkOnly(EventColumn /*column*/, const Event &event)
{
    chips()->setCheckedKeys({event.direction == Direction::Out ? sentKey : receivedKey});
}

QString ChatPage::emptyText() const
{
    if (!chips()->checkedKeys().empty() && connection().status().events > 0)
        return tr("No message matches. Choose All.");
    return lineText(tr("The line is open. Write a message below, or wait for one."),
                    tr("Type the URL of a WebSocket above, ws:// or wss://, and press Enter."),
                    tr("Nothing yet. Press Connect to open this WebSocket."));
}

} // namespace weir
