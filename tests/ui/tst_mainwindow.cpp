// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandpalette.h"
#include "elidedlabel.h"
#include "eventheader.h"
#include "exportbar.h"
#include "logpanel.h"
#include "mainwindowfixture.h"
#include "statusline.h"

#include "profile/profilestore.h"
#include "profile/secretstore.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QSplitter>
#include <QTabBar>

using namespace weir;

class TestMainWindow final : public QObject, private MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepSettingsApart(); }
    void init() { QVERIFY(openWindow()); }
    void cleanup() { closeWindow(); }

    void firstStartSaysWhatToDo();
    void demoStartsWithOneClickAndRowsAppear();
    void demoOpensItsLiveConnectionsAndTheLog();
    void closingATabEndsNothing();
    void tabsCloseAndComeBack();
    void logSearchesAndExports();
    void paletteRunsACommand();
    void languageChangesAtOnce();
    void paletteOffersWhatCanBeDone();
    void aNewLanguageKeepsTabsAndSizes();
    void sizesComeBackAtTheNextStart();
    void themeChangesAtOnce();
    void troubleStandsAboveAll();
    void tabGoesAsTheEyeDoes();
    void longTitlesGiveWay();
    void aCaptureThatHoldsSomethingShowsIt();
    void everyControlHasAName();
    void anUnreadableCaptureIsAnError();
};

void TestMainWindow::firstStartSaysWhatToDo()
{
    auto *welcome = window()->findChild<WelcomePage *>();
    QVERIFY(welcome && welcome->isVisible());
    for (const char *text : {"Start the demo", "New connection", "Open capture"})
        QVERIFY2(buttonNamed<QPushButton>(welcome, QLatin1String(text)), text);
    const QAbstractItemModel *rows = sidebarTree()->model();
    QVERIFY(rows->rowCount(rows->index(0, 0)) >= 2);
}

void TestMainWindow::demoStartsWithOneClickAndRowsAppear()
{
    SsePage *page = startDemo();
    QVERIFY(page);
    QVERIFY(page->isVisible());
    QVERIFY(window()->findChild<TabArea *>()->pages().size() >= 2);
    const EventTable *table = page->table();
    QTRY_VERIFY_WITH_TIMEOUT(!table->text(0, 0).isEmpty(), 20000);
    const LogPanel *log = window()->findChild<LogPanel *>();
    QTRY_VERIFY_WITH_TIMEOUT(log->lens()->rowCount() > table->lens()->rowCount(), 20000);
}

void TestMainWindow::demoOpensItsLiveConnectionsAndTheLog()
{
    SsePage *page = startDemo();
    QVERIFY(page);
    auto *tabs = window()->findChild<TabArea *>();
    QCOMPARE(tabs->pages().size(), 5);
    QCOMPARE(tabs->current(), page);
    QVERIFY(qobject_cast<LogPanel *>(tabs->pages().constLast()));
    // Another feed comes to the front.
    doubleClickFeed(QStringLiteral("Not a feed"));
    QTRY_COMPARE(tabs->pages().size(), 6);
    QCOMPARE(tabs->current(), tabs->pages().constLast());
}

void TestMainWindow::closingATabEndsNothing()
{
    SsePage *page = startDemo();
    QVERIFY(page);
    const QPointer<Connection> connection = &page->connection();
    auto *tabs = window()->findChild<TabArea *>();
    auto *bar = tabs->findChild<QTabBar *>();
    QTest::mouseClick(bar->tabButton(0, QTabBar::RightSide), Qt::LeftButton);
    QVERIFY(!tabs->pages().contains(page));
    const auto *line = window()->findChild<StatusLine *>();
    QVERIFY(line->findChild<ElidedLabel *>()->text().contains(connection->name()));
    const quint64 events = connection->status().events;
    QTRY_VERIFY_WITH_TIMEOUT(connection->status().events > events, 20000);
}

void TestMainWindow::tabsCloseAndComeBack()
{
    QVERIFY(startDemo());
    auto *tabs = window()->findChild<TabArea *>();
    const qsizetype before = tabs->pages().size();
    Actions &actions = window()->actions();
    actions[ActionId::CloseTab]->trigger();
    QCOMPARE(tabs->pages().size(), before - 1);
    actions[ActionId::ReopenTab]->trigger();
    QCOMPARE(tabs->pages().size(), before);
    auto *page = qobject_cast<SsePage *>(tabs->current());
    QVERIFY(page);
    QTRY_VERIFY_WITH_TIMEOUT(page->table()->lens()->rowCount() > 0, 20000);
}

void TestMainWindow::logSearchesAndExports()
{
    QVERIFY(startDemo());
    auto *log = window()->findChild<LogPanel *>();
    QLineEdit *search = editNamed(log, QStringLiteral("Search in the event log"));
    QTest::keyClicks(search, QStringLiteral("symbol"));
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(log->lens()->rowCount() > 0, 20000);
    const QString path = m_folder.filePath(QStringLiteral("export.ndjson"));
    log->exportTo(path);
    QTRY_VERIFY_WITH_TIMEOUT(!log->findChild<ExportBar *>()->isRunning(), 30000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray line = file.readLine();
    QVERIFY2(line.startsWith("{\"seq\":") && line.contains("symbol"), line.constData());
}

void TestMainWindow::paletteRunsACommand()
{
    window()->actions()[ActionId::Palette]->trigger();
    auto *palette = window()->findChild<CommandPalette *>();
    QVERIFY(palette);
    auto *edit = palette->findChild<QLineEdit *>();
    QTest::keyClicks(edit, QStringLiteral("log tab"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(window()->findChild<TabArea *>()->pages().size(), 1);
}

void TestMainWindow::languageChangesAtOnce()
{
    QVERIFY(startDemo());
    window()->actions()[ActionId::LanguageChinese]->trigger();
    QTRY_VERIFY(buttonNamed<QPushButton>(window(), QStringLiteral("暂停")));
    QVERIFY(window()->findChild<TabArea *>()->pages().size() >= 2);
    window()->actions()[ActionId::LanguageEnglish]->trigger();
    QTRY_VERIFY(buttonNamed<QPushButton>(window(), QStringLiteral("Pause")));
}

void TestMainWindow::paletteOffersWhatCanBeDone()
{
    const auto rows = [this](ActionId id) {
        window()->actions()[id]->trigger();
        auto *palette = window()->findChild<CommandPalette *>();
        const int count = palette->findChild<QListWidget *>()->count();
        delete palette;
        return count;
    };
    int enabled = 0;
    for (const QAction *action : window()->actions().all())
        enabled += action->isEnabled();
    QCOMPARE(rows(ActionId::Palette), enabled);
    QCOMPARE(rows(ActionId::Keys), int(window()->actions().all().size()));
}

void TestMainWindow::aNewLanguageKeepsTabsAndSizes()
{
    QVERIFY(startDemo());
    window()->actions()[ActionId::NextTab]->trigger();
    const auto splitters = [this] {
        QList<QList<int>> sizes;
        for (const QSplitter *splitter : window()->findChildren<QSplitter *>())
            sizes.append(splitter->isVisible() ? splitter->sizes() : QList<int>());
        return sizes;
    };
    window()
        ->centralWidget()
        ->findChild<QSplitter *>(QString(), Qt::FindDirectChildrenOnly)
        ->setSizes({301, 800});
    const auto before = splitters();
    const auto *old = window();
    window()->actions()[ActionId::LanguageChinese]->trigger();
    QTRY_VERIFY(window() != old);
    QVERIFY(QTest::qWaitForWindowExposed(window()));
    const auto *tabs = window()->findChild<TabArea *>();
    QCOMPARE(tabs->pages().size(), 5);
    QCOMPARE(tabs->current(), tabs->pages().at(1));
    const auto *bar = tabs->findChild<QTabBar *>();
    QTRY_VERIFY(bar->tabRect(3).right() <= bar->width());
    QTRY_VERIFY(bar->tabRect(0).width() > bar->fontMetrics().horizontalAdvance(bar->tabText(0)) + 34);
    // Menus may be a little higher in another script.
    const auto near = [&before](const QList<QList<int>> &now) {
        bool same = now.size() == before.size();
        for (qsizetype i = 0; same && i < now.size(); ++i) {
            same = now[i].size() == before[i].size();
            for (qsizetype k = 0; same && k < now[i].size(); ++k)
                same = qAbs(now[i][k] - before[i][k]) <= 12;
        }
        return same;
    };
    QTRY_VERIFY(near(splitters()));
}

void TestMainWindow::sizesComeBackAtTheNextStart()
{
    window()->resize(1100, 700);
    auto *across = window()->centralWidget()->findChild<QSplitter *>(QString(), Qt::FindDirectChildrenOnly);
    across->setSizes({287, 800});
    const QSize size = window()->size();
    const int sidebar = across->sizes().constFirst();
    window()->findChild<LogPanel *>()->table()->header()->resizeSection(2, 211);
    window()->actions()[ActionId::ShowLog]->trigger();
    window()->close();
    m_desktop.reset();
    m_desktop = std::make_unique<Desktop>();
    QVERIFY(m_desktop->open(capturePath()));
    QVERIFY(QTest::qWaitForWindowExposed(window()));
    QTRY_COMPARE(window()->size(), size);
    across = window()->centralWidget()->findChild<QSplitter *>(QString(), Qt::FindDirectChildrenOnly);
    QTRY_COMPARE(across->sizes().constFirst(), sidebar);
    const auto *log = window()->findChild<LogPanel *>();
    QVERIFY(!log->isVisible());
    QCOMPARE(log->table()->header()->sectionSize(2), 211);
}

void TestMainWindow::themeChangesAtOnce()
{
    window()->actions()[ActionId::ThemeDark]->trigger();
    QTRY_VERIFY(Theme::of(QGuiApplication::palette()).isDark);
    QVERIFY(window()->actions()[ActionId::ThemeDark]->isChecked());
    window()->actions()[ActionId::ThemeLight]->trigger();
    QTRY_VERIFY(!Theme::of(QGuiApplication::palette()).isDark);
}

void TestMainWindow::troubleStandsAboveAll()
{
    auto workbench = Workbench::open(m_folder.filePath(QStringLiteral("trouble.weir")));
    QVERIFY(workbench);
    QSettings store;
    Settings settings(store);
    ProfileStore profiles;
    SecretStore secrets;
    MainWindow window(**workbench, profiles, secrets, settings);
    window.show();
    auto *banner = window.findChild<QLabel *>(QStringLiteral("trouble"));
    QVERIFY(banner && !banner->isVisible());
    Q_EMIT(*workbench)->trouble({ErrorCode::DiskFull, QStringLiteral("/x.weir")});
    QVERIFY(banner->isVisible() && banner->text().contains(QLatin1String("/x.weir")));
    Q_EMIT(*workbench)->trouble({});
    QVERIFY(!banner->isVisible());
}

void TestMainWindow::tabGoesAsTheEyeDoes()
{
    SsePage *page = startDemo();
    QVERIFY(page);
    const QWidget *const stops[] = {editNamed(window(), QStringLiteral("Find a connection")),
                                    sidebarTree(),
                                    editNamed(page, QStringLiteral("URL")),
                                    editNamed(page, QStringLiteral("Search in data")),
                                    page->table(),
                                    editNamed(window(), QStringLiteral("Search in the event log"))};
    size_t at = 0;
    const QWidget *widget = stops[0];
    for (int steps = 0; steps < 2000 && at < std::size(stops); ++steps) {
        if (widget == stops[at])
            ++at;
        widget = widget->nextInFocusChain();
        QVERIFY2(widget != stops[0] || at == std::size(stops), qPrintable(QString::number(at)));
    }
    QCOMPARE(at, std::size(stops));
}

void TestMainWindow::longTitlesGiveWay()
{
    window()->openUrl(QStringLiteral("http://127.0.0.1:1/") + QString(300, u'w'));
    const auto *bar = window()->findChild<TabArea *>()->findChild<QTabBar *>();
    QVERIFY(bar->tabRect(0).width() < 300);
    QVERIFY(bar->tabToolTip(0).size() > 300);
    QVERIFY(window()->minimumSizeHint().width() <= 1024);
    QVERIFY(window()->minimumSizeHint().height() <= 640);
}

void TestMainWindow::aCaptureThatHoldsSomethingShowsIt()
{
    QVERIFY(startDemo());
    const QString path = capturePath();
    m_desktop = std::make_unique<Desktop>();
    QVERIFY(m_desktop->open(path));
    const auto *log = qobject_cast<LogPanel *>(window()->findChild<TabArea *>()->current());
    QVERIFY(log);
    QTRY_VERIFY_WITH_TIMEOUT(log->lens()->rowCount() >= 5, 20000);
}

void TestMainWindow::everyControlHasAName()
{
    QVERIFY(startDemo());
    for (const QWidget *widget : window()->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
            || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const bool inside = widget->focusProxy() || qobject_cast<const QLineEdit *>(widget->parentWidget())
            || widget->parentWidget()->inherits("QComboBox") || widget->parentWidget()->inherits("QTabBar");
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(named || inside,
                 qPrintable(QLatin1String(widget->metaObject()->className()) + QLatin1String(" in ")
                            + QLatin1String(widget->parentWidget()->metaObject()->className())));
    }
}

void TestMainWindow::anUnreadableCaptureIsAnError()
{
    const QString path = m_folder.filePath(QStringLiteral("not.weir"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no capture, and long enough to be read as a header if it were one, or so it seems\n");
    file.close();
    const auto *before = window();
    const auto opened = m_desktop->open(path);
    QVERIFY(!opened);
    QVERIFY(!errorText(opened.error()).isEmpty());
    QCOMPARE(window(), before);
}

WEIR_TEST(runUiTest<TestMainWindow>)

#include "tst_mainwindow.moc"
