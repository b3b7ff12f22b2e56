// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerform.h"
#include "batchpanel.h"
#include "callform.h"
#include "callslist.h"
#include "mainwindowfixture.h"
#include "payloadview.h"
#include "profiledraft.h"
#include "requestbar.h"
#include "requestpreview.h"
#include "resultpanel.h"
#include "rpcpage.h"
#include "savedcallspanel.h"
#include "sidebyside.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QTabBar>
#include <QTableView>

using namespace weir;

class TestRpcPage final : public QObject, private MainWindowFixture
{
    Q_OBJECT

    RpcPage *open(const QString &name = QStringLiteral("Calculator"))
    {
        if (!startDemo())
            return nullptr;
        doubleClickFeed(name);
        if (!QTest::qWaitFor([this] { return current(); }))
            return nullptr;
        return current();
    }
    RpcPage *current() const { return qobject_cast<RpcPage *>(window()->findChild<TabArea *>()->current()); }
    static CallDraft call(const QString &method, const QByteArray &params = {})
    {
        CallDraft draft;
        draft.method = method;
        draft.params = params.isEmpty() ? CallDraft::Params::None : CallDraft::Params::Raw;
        draft.raw = QString::fromUtf8(params);
        return draft;
    }
    static void send(RpcPage *page, const CallDraft &draft)
    {
        page->form().setDraft(draft);
        page->form().send();
    }
    static QTableView *list(RpcPage *page)
    {
        return page->findChild<CallsList *>()->findChild<QTableView *>();
    }
    static QString cell(RpcPage *page, int row, int column)
    {
        return list(page)->model()->index(row, column).data().toString();
    }
    static QString result(RpcPage *page)
    {
        for (const PayloadView *view : page->findChild<ResultPanel *>()->findChildren<PayloadView *>()) {
            if (view->isVisible())
                return view->text().trimmed();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase() { keepSettingsApart(); }
    void init() { QVERIFY(openWindow()); }
    void cleanup() { closeWindow(); }

    void callIsSentAndItsResultIsShown()
    {
        RpcPage *page = open();
        QVERIFY(page);
        send(page, call(QStringLiteral("subtract"), "[42,23]"));
        QTRY_COMPARE(cell(page, 0, 2), QStringLiteral("19"));
        QCOMPARE(cell(page, 0, 1), QStringLiteral("subtract"));
        QTRY_COMPARE(result(page), QStringLiteral("19"));
        send(page, call(QStringLiteral("echo"), "[9007199254740993,1.0,1e400]"));
        QTRY_COMPARE(result(page).remove(QLatin1Char('\n')).remove(QLatin1Char(' ')),
                     QStringLiteral("[9007199254740993,1.0,1e400]"));
        QCOMPARE(cell(page, 0, 0), QStringLiteral("2")); // a number of its own
    }

    void fitsASmallScreen()
    {
        for (const char *name : {"Calculator", "Calculator, WebSocket"}) {
            QVERIFY(open(QString::fromLatin1(name)));
            const QSize least = window()->minimumSizeHint();
            QVERIFY2(least.width() <= 1024 && least.height() <= 640,
                     qPrintable(QStringLiteral("%1x%2").arg(least.width()).arg(least.height())));
        }
    }

    void sendStaysInSight()
    {
        RpcPage *page = open();
        QVERIFY(page);
        page->form().setDraft(call(QStringLiteral("echo"), "[1,\n2,\n3]"));
        const auto *send = buttonNamed<QPushButton>(&page->form(), QStringLiteral("Send ⌃↵"));
        QVERIFY(send);
        window()->resize(1024, 640);
        QTRY_COMPARE(send->visibleRegion().boundingRect(), send->rect());
        window()->resize(1440, 900);
        const auto *preview = page->form().findChild<RequestPreview *>(); // and near what it sends
        QTRY_VERIFY(send->mapTo(window(), QPoint()).y()
                        - preview->mapTo(window(), preview->rect().bottomLeft()).y()
                    < 20);
    }

    void errorOfTheServerIsTold()
    {
        RpcPage *page = open();
        QVERIFY(page);
        send(page, call(QStringLiteral("nowhere")));
        QTRY_VERIFY(cell(page, 0, 2).contains(QLatin1String("32601 Method not found")));
        QVERIFY(page->findChild<ResultPanel *>()->summary().contains(QLatin1String("32601")));
    }

    void discoveredMethodsMakeForms()
    {
        RpcPage *page = open();
        QVERIFY(page);
        page->discover();
        QTRY_VERIFY(cell(page, 0, 2).contains(QLatin1String("openrpc")));
        // Described params are asked for: as it stands the call would be wrong.
        QTRY_VERIFY([page] {
            page->form().setDraft(call(QStringLiteral("subtract")));
            return !page->form().canSend();
        }());
        page->form().setDraft(call(QStringLiteral("subtract"), "{\"minuend\":42,\"subtrahend\":\"two\"}"));
        QVERIFY(!page->form().canSend());
        page->form().setDraft(call(QStringLiteral("subtract"), "{\"minuend\":42,\"subtrahend\":2}"));
        QVERIFY(page->form().canSend());
    }

    void discoverSaysWhereThereIsNothing()
    {
        RpcPage *page = open();
        QVERIFY(page);
        QString url = page->request().profile().url;
        url.replace(QLatin1String("/rpc"), QLatin1String("/rpc-bad?kind=text"));
        page->request().draft()->edit<QString>(
            [](auto &p) -> auto & { return p.url; }, url);
        page->form().setDraft(call(QStringLiteral("kept")));
        page->discover();
        const auto *sentence = page->request().findChild<QLabel *>(QStringLiteral("errorSentence"));
        QTRY_VERIFY(sentence->isVisible() && sentence->text().contains(QLatin1String("rpc.discover")));
        QCOMPARE(page->form().draft().method, QStringLiteral("kept"));
    }

    void batchIsAnsweredBesideItsCalls()
    {
        RpcPage *page = open();
        QVERIFY(page);
        auto *batch = page->findChild<BatchPanel *>();
        batch->setCalls({R"({"jsonrpc":"2.0","method":"sum","params":[1,2],"id":1})",
                         R"({"jsonrpc":"2.0","method":"nowhere","id":2})"});
        Q_EMIT batch->sendRequested(batch->text(), {});
        QTRY_VERIFY(cell(page, 0, 1).contains(QLatin1Char('2')));
        const auto *table = batch->findChild<QTableView *>();
        const auto row = [table](int number) {
            QString text;
            for (int column = 0; column < table->model()->columnCount(); ++column)
                text += table->model()->index(number, column).data().toString() + QLatin1Char('|');
            return text;
        };
        QTRY_VERIFY2(row(0).contains(QLatin1String("|3")), qPrintable(row(0)));
        QTRY_VERIFY2(row(1).contains(QLatin1String("32601")), qPrintable(row(1)));
    }

    void requestOfTheServerIsAnsweredByHandAndThenByARule()
    {
        RpcPage *page = open(QStringLiteral("Calculator, WebSocket"));
        QVERIFY(page);
        send(page, call(QStringLiteral("confirm"), R"({"question":"Sure?"})"));
        QTabBar *tabs = nullptr;
        for (QTabBar *bar : page->findChildren<QTabBar *>())
            tabs = bar->accessibleName() == QStringLiteral("What is sent") ? bar : tabs;
        QVERIFY(tabs);
        auto *answer = page->findChild<AnswerForm *>();
        QTRY_VERIFY(!answer->id().isEmpty());
        QTRY_VERIFY(tabs->tabText(2).contains(QLatin1Char('1')));
        Q_EMIT answer->answerRequested(R"({"jsonrpc":"2.0","result":true,"id":)" + answer->id() + '}', {});
        QTRY_COMPARE(tabs->tabText(2), QStringLiteral("Answer"));
        Q_EMIT answer->saveRuleRequested(
            {.method = QStringLiteral("confirm"), .json = QStringLiteral("\"by rule\"")});
        QCOMPARE(page->request().profile().answers.size(), 1);
        send(page, call(QStringLiteral("confirm"), R"({"question":"Sure?"})"));
        QTRY_VERIFY2(result(page).contains(QLatin1String("by rule")), qPrintable(result(page)));
    }

    void savedCallComesBackIntoTheForm()
    {
        RpcPage *page = open();
        QVERIFY(page);
        CallDraft draft = call(QStringLiteral("echo"), "[1.0]");
        Q_EMIT page->form().saveRequested(draft);
        const QList<SavedCall> kept = page->request().profile().calls;
        QCOMPARE(kept.constLast().method, QStringLiteral("echo"));
        QCOMPARE(kept.constLast().params, QStringLiteral("[1.0]"));
        page->form().setDraft({});
        auto *saved = page->findChild<SavedCallsPanel *>();
        Q_EMIT saved->chosen(kept.constLast());
        QCOMPARE(page->form().draft().method, QStringLiteral("echo"));
        QVERIFY(page->form().text().contains("[1.0]"));
    }

    void changedHeaderCountsFromTheNextCallAndTheListStays()
    {
        RpcPage *page = open();
        QVERIFY(page);
        send(page, call(QStringLiteral("get_data")));
        QTRY_COMPARE(list(page)->model()->rowCount(), 1);
        page->request().draft()->edit<QList<ProfileRow>>([](auto &p) -> auto & { return p.headers; },
                                                         {{QStringLiteral("X-Key"), QStringLiteral("v")}});
        send(page, call(QStringLiteral("get_data")));
        QTRY_COMPARE(list(page)->model()->rowCount(), 2);
        QTRY_VERIFY(cell(page, 0, 2).contains(QLatin1String("hello")));
        QVERIFY(cell(page, 1, 2).contains(QLatin1String("hello")));
    }

    void deadServerIsToldAndNothingTypedIsLost()
    {
        RpcPage *page = open();
        QVERIFY(page);
        page->request().draft()->edit<QString>(
            [](auto &p) -> auto & { return p.url; }, QStringLiteral("http://127.0.0.1:1/rpc"));
        send(page, call(QStringLiteral("m"), "[1]"));
        QTRY_COMPARE(list(page)->model()->rowCount(), 1);
        QTRY_VERIFY2(cell(page, 0, 2).contains(QLatin1String("127.0.0.1")), qPrintable(cell(page, 0, 2)));
        QCOMPARE(page->form().draft().raw, QStringLiteral("[1]"));
    }

    void callThatWaitsCanBeGivenUp()
    {
        RpcPage *page = open();
        QVERIFY(page);
        send(page, call(QStringLiteral("slow"), "{\"ms\":60000}"));
        QTRY_COMPARE(list(page)->model()->rowCount(), 1);
        list(page)->selectRow(0);
        QTest::keyClick(list(page), Qt::Key_Delete);
        QTRY_VERIFY2(cell(page, 0, 2).contains(QLatin1String("given up")), qPrintable(cell(page, 0, 2)));
    }

    void callIsCopiedAsACommand()
    {
        RpcPage *page = open();
        QVERIFY(page);
        Q_EMIT page->form().copyAsCurlRequested(
            R"({"jsonrpc":"2.0","method":"subtract","params":[42,23],"id":1})");
        const QString command = QGuiApplication::clipboard()->text();
        QVERIFY2(command.startsWith(QLatin1String("curl")), qPrintable(command));
        QVERIFY(command.contains(QLatin1String("\"method\":\"subtract\"")));
        QVERIFY(command.contains(QLatin1String("/rpc")));
    }

    void transportFollowsTheSchemeAndBack()
    {
        RpcPage *page = open();
        QVERIFY(page);
        QComboBox *transport = nullptr;
        for (QComboBox *box : page->request().findChildren<QComboBox *>()) {
            if (box->findText(QStringLiteral("HTTP POST")) >= 0)
                transport = box;
        }
        QVERIFY(transport && transport->isVisible());
        transport->setCurrentIndex(1);
        Q_EMIT transport->activated(1);
        QVERIFY(page->request().profile().url.startsWith(QLatin1String("ws://")));
        QCOMPARE(page->request().profile().protocol, Protocol::JsonRpc);
        Q_EMIT transport->activated(0);
        QVERIFY(page->request().profile().url.startsWith(QLatin1String("http://")));
    }

    void oneCallToTwoConnectionsIsCompared()
    {
        RpcPage *first = open(QStringLiteral("Calculator, WebSocket"));
        QVERIFY(first);
        RpcPage *second = open();
        QVERIFY(second);
        second->form().setDraft(call(QStringLiteral("subtract"), "[42,23]"));
        second->compareConnections();
        auto *dialog = window()->findChild<SideBySide *>();
        QVERIFY(dialog);
        Q_EMIT dialog->sendRequested(0, 1);
        QTRY_VERIFY([dialog] {
            int results = 0;
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                results += label->text().contains(QLatin1String("Result")) ? 1 : 0;
            return results >= 2;
        }());
    }

    void feedBecomesJsonRpcByHand()
    {
        QTest::keyClick(window(), Qt::Key_N, Qt::ControlModifier);
        auto *page = qobject_cast<SsePage *>(window()->findChild<TabArea *>()->current());
        QVERIFY(page);
        for (QComboBox *box : page->request().findChildren<QComboBox *>()) {
            if (const int item = box->findText(QStringLiteral("JSON-RPC")); item >= 0)
                box->setCurrentIndex(item);
        }
        QTRY_VERIFY(current());
        QCOMPARE(current()->connection().profile().protocol, Protocol::JsonRpc);
        QVERIFY(!current()->connection().isActive());
    }

    void anotherTabSeesTheSameCalls()
    {
        RpcPage *page = open();
        QVERIFY(page);
        send(page, call(QStringLiteral("get_data")));
        QTRY_COMPARE(list(page)->model()->rowCount(), 1);
        Connection *connection = &page->connection();
        window()->findChild<TabArea *>()->closePage(page);
        auto *again = qobject_cast<RpcPage *>(window()->openConnection(connection));
        QVERIFY(again);
        QTRY_COMPARE(list(again)->model()->rowCount(), 1);
        send(again, call(QStringLiteral("get_data")));
        QTRY_COMPARE(cell(again, 0, 0), QStringLiteral("2")); // ids go on
    }
};

WEIR_TEST(runUiTest<TestRpcPage>)
#include "tst_rpcpage.moc"
