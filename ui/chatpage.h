// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connectionpage.h"

#include "base/secretmask.h"

#include <functional>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QStackedWidget;
class QTabBar;
class QToolButton;
QT_END_NAMESPACE

namespace weir {

class ChatStrip;
class Composer;
class ConversationView;
class EmptyHint;
class HeardMessages;
class QueuePanel;
class SendPlanPanel;
class TemplatesPanel;
struct WebSocketStatus;

// One WebSocket: its messages as a conversation or a table, what is written, and what can be sent without a
// hand.
class ChatPage final : public ConnectionPage
{
    Q_OBJECT

public:
    ChatPage(Workbench &workbench, Connection &connection, Settings &settings, QWidget *parent = nullptr);
    ~ChatPage() override;
    Q_DISABLE_COPY_MOVE(ChatPage)

    void setMessageVariables(const Variables &variables) override;
    void pingNow();
    void askForClose();
    void focusComposer();
    void setTableShown(bool shown);
    bool isTableShown() const;
    enum class SideTab { Templates, Message, Plan, Handshake };
    void showSide(SideTab tab);

protected:
    void showStatus() override;
    void readerChanged() override;
    void grow() override;
    quint64 chosenSeq() const override;
    void showHint(const QString &text) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Query wantedQuery() const override;
    void updateChips() override;
    void checkOnly(EventColumn column, const Event &event) override;
    QString matchesText() const override;
    QString emptyText() const override;

    void buildFilterRow();
    void buildBody();
    QWidget *buildSide(DetailView *detail, QWidget *parent);
    void buildComposer();
    void connectConversation();
    void connectSenders();

    // what it sends, finds and saves: chatsending.cpp
    void find();
    void step(int matches); // to the next match, or the one before, round and round

    void hear(); // while a plan runs
    void send(Kind kind, const QByteArray &payload, const Secrets &secrets);
    void editWaiting(quint64 id);
    void showWaiting(const WebSocketStatus &status);
    void showHandshake(const WebSocketStatus &status);
    // Reads the whole event, then does it.
    void with(quint64 seq, std::function<void(const Event &)> act);
    void sendAgain(const Event &event);
    void saveAs(const Event &event);

    ChatStrip *m_strip;
    QStackedWidget *m_view = nullptr; // conversation, table
    ConversationView *m_talk = nullptr;
    EmptyHint *m_talkHint = nullptr;
    QToolButton *m_tableButton = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QTabBar *m_sideTabs = nullptr;
    QStackedWidget *m_side = nullptr;
    TemplatesPanel *m_templates = nullptr;
    SendPlanPanel *m_plan = nullptr;
    QPlainTextEdit *m_handshake = nullptr;
    QueuePanel *m_queue;
    Composer *m_composer;
    Lens *m_found; // matches of the search; another lens on the same log
    Lens *m_single; // reads one whole event
    HeardMessages *m_heard; // while a plan runs
    std::function<void(const Event &)> m_act;
    quint64 m_actSeq = 0;
    quint64 m_waiting = ~quint64(0); // revision of the queue when it was last shown
    bool m_saysWaiting = false; // the notice is that of what waits
    bool m_isHearing = false;
};

} // namespace weir
