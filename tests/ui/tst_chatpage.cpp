// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chatpage.h"
#include "chips.h"
#include "closedialog.h"
#include "composer.h"
#include "conversationview.h"
#include "mainwindowfixture.h"
#include "queuepanel.h"
#include "requestbar.h"
#include "searchfield.h"
#include "variabletextedit.h"

#include "log/capturereader.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>

using namespace weir;

class TestChatPage final : public QObject, private MainWindowFixture
{
    Q_OBJECT

    // A page on this path of the demo server, connected.
    ChatPage *open(const QString &target)
    {
        if (!startDemo())
            return nullptr;
        QUrl url = window()->findChild<SsePage *>()->connection().url().resolved(QUrl(target));
        url.setScheme(QStringLiteral("ws"));
        window()->openUrl(url.toString());
        return qobject_cast<ChatPage *>(window()->findChild<TabArea *>()->current());
    }
    static void type(ChatPage *page, const QString &text)
    {
        auto *editor = page->findChild<Composer *>()->findChild<VariableTextEdit *>();
        editor->setFocus();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    }
    static Chip *chipNamed(ChatPage *page, const QString &label)
    {
        for (Chip *chip : page->findChildren<Chip *>()) {
            if (chip->shown().startsWith(label))
                return chip;
        }
        return nullptr;
    }
    static WebSocketStatus now(const ChatPage *page) { return page->connection().webSocketStatus(); }

private Q_SLOTS:
    void initTestCase() { keepSettingsApart(); }
    void init() { QVERIFY(openWindow()); }
    void cleanup() { closeWindow(); }

    void whatIsWrittenIsSentAndComesBack()
    {
        ChatPage *page = open(QStringLiteral("/echo"));
        QVERIFY(page);
        QTRY_COMPARE(now(page).state, LineState::Open);
        type(page, QStringLiteral("hello"));
        type(page, QStringLiteral("world"));
        QTRY_COMPARE(now(page).events, 2u);
        QCOMPARE(now(page).sentMessages, 2u);
        QVERIFY(page->findChild<Composer *>()->text().isEmpty());
        // four messages and what the line did
        QTRY_VERIFY(page->lens()->rowCount() >= 6);
        QVERIFY(page->findChild<ConversationView *>()->isVisible());
    }

    void tenThousandRoundTripsAreInOrderWhileTheWindowIsOpen()
    {
        ChatPage *page = open(QStringLiteral("/echo"));
        QVERIFY(page);
        constexpr int count = 10'000;
        QByteArrayList sent;
        for (int i = 0; i < count; ++i) {
            sent += QByteArray::number(i) + ": 𝄞 " + QByteArray(i % 300, char('a' + i % 26));
            QVERIFY(page->connection().send(Kind::WsText, sent.constLast()));
        }
        QTRY_COMPARE_WITH_TIMEOUT(now(page).events, quint64(count), 60'000);
        // one by one out of the log, as a lens has them
        const quint32 id = page->connection().id();
        QTRY_VERIFY(QTest::qWaitFor([page] { return page->lens()->rowCount() >= 2 * count; }, 30'000));
        const auto reader = CaptureReader::open(capturePath());
        QVERIFY(reader);
        QByteArrayList out;
        QByteArrayList in;
        for (quint64 seq = 1; seq <= (*reader)->count(); ++seq) {
            const auto event = (*reader)->event(seq);
            QVERIFY(event);
            if (event->connection == id && event->kind == Kind::WsText)
                (event->direction == Direction::Out ? out : in) += event->payload;
        }
        QVERIFY(out == sent);
        QVERIFY(in == sent);
    }

    void sentAndReceivedAreToldApart()
    {
        ChatPage *page = open(QStringLiteral("/echo"));
        QVERIFY(page);
        for (const char *text : {"a", "b", "c"})
            type(page, QLatin1String(text));
        QTRY_COMPARE(now(page).events, 3u);
        Chip *sent = chipNamed(page, QStringLiteral("Sent"));
        QVERIFY(sent);
        QTRY_VERIFY(chipNamed(page, QStringLiteral("connection")));
        QTest::mouseClick(chipNamed(page, QStringLiteral("connection")),
                          Qt::LeftButton); // hides what the line did
        QTRY_COMPARE(page->lens()->rowCount(), 6u);
        QTest::mouseClick(sent, Qt::LeftButton);
        QTRY_COMPARE(page->lens()->rowCount(), 3u);
        QCOMPARE(page->lens()->query().directions,
                 directionBit(Direction::Out) | directionBit(Direction::Local));
    }

    void messagesOfADownLineWaitInSightAndCanBeWithdrawn()
    {
        ChatPage *page = open(QStringLiteral("/echo"));
        QVERIFY(page);
        QTRY_COMPARE(now(page).state, LineState::Open);
        page->disconnectNow();
        QTRY_COMPARE(now(page).state, LineState::Closed);
        type(page, QStringLiteral("never mind"));
        type(page, QStringLiteral("kept"));
        auto *queue = page->findChild<QueuePanel *>();
        QTRY_VERIFY(queue->isVisible());
        const auto *table = queue->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        const quint64 first = page->connection().waitingMessages(1).front().id;
        Q_EMIT queue->withdrawRequested(first);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        page->connectNow();
        QTRY_COMPARE(now(page).events, 1u);
        QTRY_VERIFY(!queue->isVisible());
        QCOMPARE(now(page).sentMessages, 1u);
    }

    void findGoesFromMatchToMatchRoundAndRound()
    {
        ChatPage *page = open(QStringLiteral("/echo"));
        QVERIFY(page);
        for (const char *text : {"needle one", "hay", "needle two"})
            type(page, QLatin1String(text));
        QTRY_COMPARE(now(page).events, 3u);
        auto *field = page->findChild<SearchField *>();
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("NEEDLE"));
        const auto matches = [page] {
            for (const auto *label : page->findChildren<QLabel *>()) {
                if (label->accessibleDescription() == QStringLiteral("Matches"))
                    return label->text();
            }
            return QString();
        };
        QTRY_COMPARE(matches(), QStringLiteral("4 match"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(matches(), QStringLiteral("1 of 4"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(matches(), QStringLiteral("2 of 4"));
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(matches(), QStringLiteral("1 of 4"));
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(matches(), QStringLiteral("4 of 4"));
    }

    void theTableShowsTheSame()
    {
        ChatPage *page = open(QStringLiteral("/echo"));
        QVERIFY(page);
        type(page, QStringLiteral("hello"));
        QTRY_COMPARE(now(page).events, 1u);
        window()->actions()[ActionId::ShowAsTable]->trigger();
        QVERIFY(page->isTableShown() && page->table()->isVisible());
        QCOMPARE(page->table()->lens(), page->findChild<ConversationView *>()->lens());
        window()->actions()[ActionId::ShowAsTable]->trigger();
        QVERIFY(!page->isTableShown());
    }

    void aCloseTakesACodeOfOnesOwnAndRefusesOthers()
    {
        ChatPage *page = open(QStringLiteral("/echo"));
        QVERIFY(page);
        QTRY_COMPARE(now(page).state, LineState::Open);
        page->askForClose();
        auto *dialog = page->findChild<CloseDialog *>();
        QVERIFY(dialog);
        auto *code = dialog->findChild<QSpinBox *>();
        QPushButton *close = buttonNamed<QPushButton>(dialog, QStringLiteral("Close with this code"));
        code->setValue(1006);
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("errorSentence"))
                    ->text()
                    .contains(QLatin1String("1006")));
        QCOMPARE(now(page).state, LineState::Open);
        code->setValue(4007);
        QTest::mouseClick(close, Qt::LeftButton);
        QTRY_COMPARE(now(page).state, LineState::Closed);
        QCOMPARE(now(page).closeCode, 4007);
    }

    void theHandshakeIsShown()
    {
        ChatPage *page = open(QStringLiteral("/echo"));
        QVERIFY(page);
        QTRY_COMPARE(now(page).state, LineState::Open);
        page->showSide(ChatPage::SideTab::Handshake);
        const QPlainTextEdit *text = nullptr;
        for (const auto *edit : page->findChildren<QPlainTextEdit *>()) {
            if (edit->accessibleName() == QStringLiteral("Opening handshake"))
                text = edit;
        }
        QVERIFY(text && text->isVisible());
        QTRY_VERIFY(text->toPlainText().contains(QLatin1String("HTTP/1.1 101 Switching Protocols")));
        QVERIFY(text->toPlainText().startsWith(QLatin1String("GET /echo HTTP/1.1")));
    }

    void aUrlOfAWebSocketInAnEmptyTabOpensAConversation()
    {
        QVERIFY(startDemo());
        QUrl url =
            window()->findChild<SsePage *>()->connection().url().resolved(QUrl(QStringLiteral("/echo")));
        url.setScheme(QStringLiteral("ws"));
        window()->actions()[ActionId::NewConnection]->trigger();
        auto *tabs = window()->findChild<TabArea *>();
        auto *fresh = qobject_cast<SsePage *>(tabs->current());
        QVERIFY(fresh);
        QLineEdit *field = editNamed(fresh, QStringLiteral("URL"));
        QTest::keyClicks(field, url.toString());
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(qobject_cast<ChatPage *>(tabs->current()));
        const auto *page = qobject_cast<ChatPage *>(tabs->current());
        QTRY_COMPARE(now(page).state, LineState::Open);
    }
};

WEIR_TEST(runUiTest<TestChatPage>)
#include "tst_chatpage.moc"
