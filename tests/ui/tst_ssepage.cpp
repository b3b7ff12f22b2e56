// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chips.h"
#include "elidedlabel.h"
#include "emptyhint.h"
#include "eventheader.h"
#include "mainwindowfixture.h"
#include "profileeditor.h"
#include "requestbar.h"
#include "rowtable.h"
#include "statusstrip.h"

#include "profile/requestbody.h"

#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPlainTextEdit>

using namespace weir;

class TestSsePage final : public QObject, private MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepSettingsApart(); }
    void init() { QVERIFY(openWindow()); }
    void cleanup() { closeWindow(); }

    void aUrlWithoutASchemeConnects();
    void aBodyIsAskedForWhereTheMethodTakesOne();
    void optionsReachTheConnection();
    void aFailedFeedSaysWhyAndWhatToDo();
    void waitingIsSeenAndStopped();
    void chipsCountAndNarrow();
    void searchNarrows();
    void pauseHoldsTheViewAndResumeLetsGo();
    void aWrongUrlIsASentenceUnderTheBar();
    void searchFieldsLeaveToTheRows();
};

void TestSsePage::aUrlWithoutASchemeConnects()
{
    SsePage *first = startDemo();
    QVERIFY(first);
    const QUrl demo = first->connection().url();
    window()->actions()[ActionId::OpenUrl]->trigger();
    QLineEdit *url = editNamed(window(), QStringLiteral("URL to open"));
    QVERIFY(url && url->isVisible());
    QTest::keyClicks(url, demo.authority() + QStringLiteral("/feeds/market?rate=50"));
    QTest::keyClick(url, Qt::Key_Return);
    auto *page = qobject_cast<SsePage *>(window()->findChild<TabArea *>()->current());
    QVERIFY(page && page != first);
    QCOMPARE(page->connection().url().scheme(), QStringLiteral("http"));
    QTRY_VERIFY_WITH_TIMEOUT(page->table()->lens()->rowCount() > 0, 20000);
}

void TestSsePage::aBodyIsAskedForWhereTheMethodTakesOne()
{
    window()->actions()[ActionId::NewConnection]->trigger();
    auto *bar = window()->findChild<RequestBar *>();
    auto *method = bar->findChild<QComboBox *>();
    QVERIFY(!bar->findChild<ProfileEditor *>());
    method->setCurrentText(QStringLiteral("POST"));
    QPlainTextEdit *body = nullptr;
    for (auto *edit : bar->findChild<ProfileEditor *>()->findChildren<QPlainTextEdit *>())
        body = edit->isVisible() ? edit : body;
    QVERIFY(body);
    QCOMPARE(body->accessibleName(), QStringLiteral("Request body"));
    QTest::keyClicks(body, QStringLiteral("{\"topic\":1}"));
    QCOMPARE(bar->profile().method, QStringLiteral("POST"));
    QCOMPARE(bar->profile().body, std::optional(QStringLiteral("{\"topic\":1}")));
    // What was written is kept, and not sent: requestBody() sees to it.
    method->setCurrentText(QStringLiteral("GET"));
    QVERIFY(bar->profile().body && !requestBody(bar->profile()));
}

void TestSsePage::optionsReachTheConnection()
{
    window()->actions()[ActionId::NewConnection]->trigger();
    auto *page = window()->findChild<SsePage *>();
    auto *button = buttonNamed<QPushButton>(page, QStringLiteral("Options ▾"));
    QTest::mouseClick(button, Qt::LeftButton);
    auto *editor = page->findChild<ProfileEditor *>();
    QVERIFY(editor && editor->isVisible());
    editor->showTab(ProfileEditor::Tab::Headers);
    for (RowTable *table : editor->findChildren<RowTable *>()) {
        if (table->accessibleName() != QLatin1String("Headers"))
            continue;
        QGuiApplication::clipboard()->setText(QStringLiteral("X-One: 1\nX-Two:2\n"));
        table->setFocus();
        QTest::keySequence(table, QKeySequence::Paste);
    }
    editor->showTab(ProfileEditor::Tab::Line);
    QTest::keyClicks(editNamed(editor, QStringLiteral("Last-Event-ID")), QStringLiteral("77"));
    for (QDoubleSpinBox *box : editor->findChildren<QDoubleSpinBox *>()) {
        if (box->accessibleName() == QLatin1String("Read timeout"))
            box->setValue(45);
    }
    QTest::keyClick(editor, Qt::Key_Escape);
    QVERIFY(!editor->isVisible() && !button->isChecked());
    QTest::keyClicks(editNamed(page, QStringLiteral("URL")), QStringLiteral("http://127.0.0.1:1/feed"));
    page->connectNow();
    const Profile &profile = page->connection().profile();
    QCOMPARE(profile.headers,
             (QList<ProfileRow>{{.name = QStringLiteral("X-One"), .value = QStringLiteral("1")},
                                {.name = QStringLiteral("X-Two"), .value = QStringLiteral("2")}}));
    QCOMPARE(profile.lastEventId, QStringLiteral("77"));
    QCOMPARE(profile.readTimeout, 45000);
    QCOMPARE(profile.url, QStringLiteral("http://127.0.0.1:1/feed"));
}

void TestSsePage::aFailedFeedSaysWhyAndWhatToDo()
{
    doubleClickFeed(QStringLiteral("Not a feed"));
    const auto sentence = [this] { return window()->findChild<QLabel *>(QStringLiteral("errorSentence")); };
    QTRY_VERIFY_WITH_TIMEOUT(sentence() && sentence()->isVisible(), 20000);
    QVERIFY(sentence()->text().contains(QLatin1String("text/html")));
    QVERIFY(sentence()->text().endsWith(QLatin1String("check its path.")));
    auto *page = window()->findChild<SsePage *>();
    QVERIFY(page->findChild<EmptyHint *>()->text().contains(QLatin1String("press Connect")));
    QTest::keyClicks(editNamed(page, QStringLiteral("URL")), QStringLiteral("x"));
    QVERIFY(!sentence()->isVisible());
}

void TestSsePage::waitingIsSeenAndStopped()
{
    window()->openUrl(QStringLiteral("127.0.0.1:1/nothing-listens"));
    auto *page = window()->findChild<SsePage *>();
    QVERIFY(page);
    auto *strip = page->findChild<StatusStrip *>();
    QPushButton *stop = buttonNamed<QPushButton>(strip, QStringLiteral("Stop"));
    QTRY_VERIFY_WITH_TIMEOUT(stop->isVisible(), 20000);
    QVERIFY(buttonNamed<QPushButton>(strip, QStringLiteral("Reconnect now"))->isVisible());
    QVERIFY(window()->actions()[ActionId::ReconnectNow]->isEnabled());
    QStringList texts;
    for (const QLabel *label : strip->findChildren<QLabel *>())
        texts.append(label->isVisible() ? label->text() : QString());
    QVERIFY2(texts.filter(QStringLiteral("Attempt ")).size() == 1, qPrintable(texts.join(u'|')));
    QVERIFY2(texts.filter(QStringLiteral("refused")).size() == 1, qPrintable(texts.join(u'|')));
    for (const ElidedLabel *reason : strip->findChildren<ElidedLabel *>())
        QCOMPARE(reason->palette().color(QPalette::WindowText), Theme::of(page).warn);
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!page->connection().isActive() && !stop->isVisible(), 20000);
}

void TestSsePage::chipsCountAndNarrow()
{
    SsePage *page = startDemo();
    QVERIFY(page);
    Chip *tick = nullptr;
    const auto found = [&tick, page] {
        for (Chip *chip : page->findChildren<Chip *>()) {
            if (chip->accessibleName().contains(QLatin1String("tick")))
                tick = chip;
        }
        return tick != nullptr;
    };
    QVERIFY(QTest::qWaitFor(found, 20000));
    QTest::mouseClick(tick, Qt::LeftButton);
    Lens *lens = page->table()->lens();
    QCOMPARE(lens->query().names, std::set<QByteArray>{"tick"});
    QTRY_VERIFY_WITH_TIMEOUT(lens->rowCount() > 0 && lens->row(0), 20000);
    QCOMPARE(lens->row(0)->event.name, QByteArray("tick"));
}

void TestSsePage::searchNarrows()
{
    SsePage *page = startDemo();
    QVERIFY(page);
    QLineEdit *search = editNamed(page, QStringLiteral("Search in data"));
    QVERIFY(search);
    QTest::keyClicks(search, QStringLiteral("no payload holds this"));
    QTest::keyClick(search, Qt::Key_Return);
    Lens *lens = page->table()->lens();
    QTRY_COMPARE_WITH_TIMEOUT(lens->rowCount(), 0ull, 20000);
    search->clear();
    QTRY_VERIFY_WITH_TIMEOUT(lens->rowCount() > 0, 20000);
}

void TestSsePage::pauseHoldsTheViewAndResumeLetsGo()
{
    SsePage *page = startDemo();
    QVERIFY(page);
    QPushButton *pause = buttonNamed<QPushButton>(page, QStringLiteral("Pause"));
    QTest::mouseClick(pause, Qt::LeftButton);
    QVERIFY(page->isPaused());
    QVERIFY(window()->actions()[ActionId::Pause]->isChecked());
    Lens *lens = page->table()->lens();
    const quint64 rows = lens->rowCount();
    QTRY_VERIFY_WITH_TIMEOUT(lens->pendingRows() > 0, 20000);
    QCOMPARE(lens->rowCount(), rows);
    QTest::mouseClick(pause, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(lens->rowCount() > rows, 20000);
}

void TestSsePage::aWrongUrlIsASentenceUnderTheBar()
{
    window()->actions()[ActionId::NewConnection]->trigger();
    auto *page = window()->findChild<SsePage *>();
    QVERIFY(page);
    QLineEdit *url = editNamed(page, QStringLiteral("URL"));
    QTest::keyClicks(url, QStringLiteral("gopher://example.org/1"));
    QTest::keyClick(url, Qt::Key_Return);
    const auto *sentence = page->findChild<QLabel *>(QStringLiteral("errorSentence"));
    QVERIFY(sentence->isVisible());
    QVERIFY(!sentence->text().isEmpty());
    QTest::keyClicks(url, QStringLiteral("x"));
    QVERIFY(!sentence->isVisible());
}

void TestSsePage::searchFieldsLeaveToTheRows()
{
    SsePage *page = startDemo();
    QVERIFY(page);
    QLineEdit *search = editNamed(page, QStringLiteral("Search in data"));
    window()->actions()[ActionId::Search]->trigger();
    QCOMPARE(window()->focusWidget(), search);
    QTest::keyClicks(search, QStringLiteral("tick"));
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty());
    QCOMPARE(window()->focusWidget(), search);
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(window()->focusWidget(), page->table());
}

WEIR_TEST(runUiTest<TestSsePage>)

#include "tst_ssepage.moc"
