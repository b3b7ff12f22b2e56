// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logpanel.h"
#include "mainwindowfixture.h"

#include "log/capturereader.h"

#include <QLabel>
#include <QSignalSpy>

using namespace weir;

// What the views on the log have in common, on those that there are.
class TestLensView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tabGoesThroughThePartsAsTheyStand();
    void aHiddenViewStandsStillAndCatchesUp();
    void aViewThatWasNeverShownDoesNothing();
    void aQueryOfAHiddenViewWaits();
    void theDetailOfAHiddenViewWaits();
    void whatAPauseHoldsBackIsCounted();

private:
    quint64 written() const { return m_workbench->reader()->count(); }
    bool waitForMore() const
    {
        return QTest::qWaitFor([this, before = written()] { return written() > before + 10; }, 20000);
    }

    QTemporaryDir m_folder;
    QSettings m_store{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Settings m_settings{m_store};
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<SsePage> m_page; // shows rows, and more come
};

void TestLensView::init()
{
    const QString path =
        m_folder.filePath(QLatin1String(QTest::currentTestFunction()) + QLatin1String(".weir"));
    auto workbench = Workbench::open(path);
    QVERIFY(workbench);
    m_workbench = std::move(*workbench);
    m_workbench->startDemo();
    QTRY_VERIFY(!m_workbench->demoUrl().isEmpty());
    const QUrl feed = m_workbench->demoUrl().resolved(QUrl(QStringLiteral("/feeds/market?rate=50")));
    Connection *connection = m_workbench->addConnection({.url = feed.toString()});
    m_page = std::make_unique<SsePage>(*m_workbench, *connection, m_settings);
    m_page->resize(1000, 700);
    m_page->show();
    m_page->connectNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->lens()->rowCount() >= 5, 20000);
}

void TestLensView::cleanup()
{
    m_page.reset();
    m_workbench.reset();
}

void TestLensView::tabGoesThroughThePartsAsTheyStand()
{
    LogPanel log(*m_workbench, m_settings, LogPanel::Place::Tab);
    log.resize(1000, 700);
    log.show();
    for (LensView *view : std::initializer_list<LensView *>{m_page.get(), &log}) {
        QPoint last;
        bool hasTable = false;
        for (QWidget *widget = view->nextInFocusChain(); widget != view;
             widget = widget->nextInFocusChain()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy())
                continue;
            hasTable = hasTable || widget == view->table();
            const QPoint here = widget->mapTo(view, QPoint());
            // beside the one before, or below it
            QVERIFY2(here.x() > last.x() || here.y() > last.y(), widget->metaObject()->className());
            QVERIFY2(here.y() >= last.y() - 10, widget->metaObject()->className());
            last = here;
        }
        QVERIFY(hasTable);
    }
}

void TestLensView::aHiddenViewStandsStillAndCatchesUp()
{
    m_page->hide();
    const quint64 known = written();
    QVERIFY(waitForMore());
    const Lens *lens = m_page->lens();
    QVERIFY(lens->seqAt(lens->rowCount() - 1) <= known);
    m_page->show();
    QTRY_VERIFY_WITH_TIMEOUT(lens->seqAt(lens->rowCount() - 1) > known, 20000);
}

void TestLensView::aViewThatWasNeverShownDoesNothing()
{
    LogPanel log(*m_workbench, m_settings, LogPanel::Place::Panel);
    const QSignalSpy grown(log.lens(), &Lens::rowsAppended);
    const QSignalSpy reset(log.lens(), &Lens::reset);
    QVERIFY(waitForMore());
    QCOMPARE(log.lens()->rowCount(), 0u);
    QCOMPARE(grown.count() + reset.count(), 0);
    log.show();
    QTRY_VERIFY(log.lens()->rowCount() > 0);
}

void TestLensView::aQueryOfAHiddenViewWaits()
{
    m_page->hide();
    const Query before = m_page->lens()->query();
    QLineEdit *search = editNamed(m_page.get(), QStringLiteral("Search in data"));
    search->setText(QStringLiteral("no payload holds this"));
    Q_EMIT search->returnPressed();
    QCOMPARE(m_page->lens()->query(), before);
    m_page->show();
    QCOMPARE(m_page->lens()->query().text, QByteArray("no payload holds this"));
    QTRY_COMPARE_WITH_TIMEOUT(m_page->lens()->rowCount(), 0u, 20000);
}

void TestLensView::theDetailOfAHiddenViewWaits()
{
    QSignalSpy loaded(m_page->lens(), &Lens::eventLoaded);
    const quint64 seq = m_page->lens()->seqAt(3);
    m_page->hide();
    m_page->table()->setCurrentSeq(seq);
    QVERIFY(waitForMore());
    QCOMPARE(loaded.count(), 0);
    m_page->show();
    QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, 20000);
    QCOMPARE(loaded.constFirst().constFirst().value<Event>().seq, seq);
}

void TestLensView::whatAPauseHoldsBackIsCounted()
{
    LogPanel log(*m_workbench, m_settings, LogPanel::Place::Tab);
    log.show();
    for (LensView *view : std::initializer_list<LensView *>{m_page.get(), &log}) {
        const auto says = [view] {
            for (const QLabel *label : view->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().endsWith(QLatin1String(" new")))
                    return true;
            }
            return false;
        };
        view->setPaused(true);
        QTRY_VERIFY_WITH_TIMEOUT(says(), 20000);
        view->setPaused(false);
        QVERIFY(!says());
    }
}

WEIR_TEST(runUiTest<TestLensView>)

#include "tst_lensview.moc"
