// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversationfixture.h"
#include "theme.h"
#include "uitest.h"

#include <QAccessible>
#include <QClipboard>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

using namespace weir;
class tst_ConversationView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Scheme::Light); }
    void putsEachSideInItsPlace();
    void startsAtTheTopAndFollows();
    void scrollingUpReleasesAndEndTakesBack();
    void saysHowManyAreNew();
    void scrollsByThePixelThroughAllHeights();
    void theScrollBarReachesEveryRow();
    void nothingJumpsWhenRowsAreMeasured();
    void keepsABoundedNumberOfLayouts();
    void keysMoveAndSelect();
    void pagesGoThroughAllMessages();
    void expandsAndCollapses();
    void anExpandedMessageIsReadFromItsBeginning();
    void showsTheBeginningOfTheLongest();
    void linksOfBinaryMessagesAreFollowed();
    void selectsAndCopiesCharacters();
    void copiesWholeMessages();
    void repliesWithWhatIsSelected();
    void theMenuOffersWhatFits();
    void marksWhatIsFound();
    void aChangeOfThemeAndFontIsFollowed();
    void outlivesAFilter();
    void isAListToScreenReaders();
};

void tst_ConversationView::putsEachSideInItsPlace()
{
    ConversationFixture f;
    f.put(Kind::State, Direction::Local, "connected", "open");
    f.put(Kind::WsText, Direction::In, "hello");
    f.put(Kind::WsText, Direction::Out, "hi");
    f.flush();
    QTRY_VERIFY(f.view.shown().size() == 3 && f.isSettled());
    const int width = f.view.width();
    QVERIFY(qAbs(f.bubble(1)->bubble().center().x() - width / 2) <= 1);
    QCOMPARE(f.bubble(2)->bubble().left(), BubbleLayout::margin);
    QCOMPARE(f.bubble(3)->bubble().right(), width - BubbleLayout::margin - 1);
    const QPoint inside(8, 4);
    const Theme &theme = Theme::light();
    const auto at = [&](quint64 seq) {
        return f.pixel(f.bubble(seq)->bubble().topLeft() + QPoint(0, f.shown(seq)->y) + inside);
    };
    QCOMPARE(at(2), theme.window);
    QCOMPARE(at(3), theme.soft);
    QCOMPARE(f.pixel({3, 3}), theme.deep);
}

void tst_ConversationView::startsAtTheTopAndFollows()
{
    ConversationFixture f(2);
    QTRY_VERIFY(f.view.shown().size() == 2 && f.isSettled());
    QCOMPARE(f.view.shown().front().y, 0);
    f.addMessages(300);
    QTRY_VERIFY(f.shown(302) && f.isSettled());
    QVERIFY(f.view.isFollowing());
    const auto &last = f.view.shown().back();
    QVERIFY(last.y + last.height <= f.view.viewport()->height());
    QVERIFY(last.y + last.height > f.view.viewport()->height() - 20);
    QVERIFY(f.chip()->isHidden());
}

void tst_ConversationView::scrollingUpReleasesAndEndTakesBack()
{
    ConversationFixture f(300);
    QTRY_VERIFY(f.shown(300) && f.isSettled());
    QSignalSpy spy(&f.view, &ConversationView::followChanged);
    f.wheel(-40);
    QVERIFY(!f.view.isFollowing());
    const auto before = f.view.shown().front();
    f.addMessages(50);
    QTRY_COMPARE(f.lens.rowCount(), quint64(350));
    QTRY_VERIFY(f.chip()->isVisible());
    QCOMPARE(f.view.shown().front().seq, before.seq);
    QCOMPARE(f.view.shown().front().y, before.y);
    f.press(Qt::Key_End);
    QVERIFY(f.view.isFollowing());
    QCOMPARE(f.view.currentSeq(), quint64(350));
    QVERIFY(f.shown(350));
    f.wheel(-10);
    QVERIFY(!f.view.isFollowing());
    f.wheel(1000); // down to the end
    QVERIFY(f.view.isFollowing());
    QCOMPARE(spy.count(), 4);
}

void tst_ConversationView::saysHowManyAreNew()
{
    ConversationFixture f(100);
    QTRY_VERIFY(f.shown(100) && f.isSettled());
    f.press(Qt::Key_Home);
    f.addMessages(1204);
    QTRY_VERIFY(f.chip()->isVisible());
    QVERIFY(f.chip()->text().startsWith(QLocale().toString(1204)));
    QTest::mouseClick(f.chip(), Qt::LeftButton);
    QVERIFY(f.view.isFollowing());
    QVERIFY(f.chip()->isHidden());
    QSignalSpy spy(&f.view, &ConversationView::resumeRequested);
    f.lens.setPaused(true);
    f.addMessages(10);
    QTRY_VERIFY(f.chip()->isVisible());
    QTest::mouseClick(f.chip(), Qt::LeftButton);
    QCOMPARE(spy.count(), 1);
}

void tst_ConversationView::scrollsByThePixelThroughAllHeights()
{
    ConversationFixture f(60);
    QTRY_VERIFY(f.shown(60) && f.isSettled());
    f.press(Qt::Key_Home);
    QTRY_VERIFY(f.shown(1) && f.isSettled());
    QCOMPARE(f.view.shown().front().y, 0);
    // Every row moves by exactly what was scrolled, until the end is reached.
    quint64 last = 0;
    for (int i = 0; i < 2000 && !f.view.isFollowing(); ++i) {
        const auto before = f.view.shown().back();
        f.wheel(17);
        QTRY_VERIFY(f.isSettled());
        if (const auto *now = f.shown(before.seq); !f.view.isFollowing())
            QCOMPARE(now->y, before.y - 17);
        QVERIFY(f.view.shown().back().seq >= last);
        last = f.view.shown().back().seq;
    }
    QVERIFY(f.view.isFollowing());
    QCOMPARE(last, quint64(60));
}

void tst_ConversationView::theScrollBarReachesEveryRow()
{
    ConversationFixture f(500);
    QTRY_VERIFY(f.shown(500) && f.isSettled());
    QScrollBar *bar = f.view.verticalScrollBar();
    bar->setValue(0);
    QCOMPARE(f.view.topRow(), quint64(0));
    QVERIFY(!f.view.isFollowing());
    bar->setValue(bar->maximum() / 2);
    QVERIFY(f.view.topRow() > 200 && f.view.topRow() < 300);
    bar->setValue(bar->maximum());
    QVERIFY(f.view.isFollowing());
    QVERIFY(f.shown(500));
}

void tst_ConversationView::nothingJumpsWhenRowsAreMeasured()
{
    ConversationFixture f(5000);
    QTRY_VERIFY(f.shown(5000) && f.isSettled());
    f.view.showSeq(2500);
    QTRY_VERIFY(f.isSettled());
    const int y = f.shown(2500)->y;
    QVERIFY(y > 0 && y < f.view.viewport()->height());
    QCOMPARE(f.view.currentSeq(), quint64(2500));
    // One above that is on screen now grows: what is read stays.
    const quint64 above = f.view.shown().front().seq;
    f.view.setExpanded(above, true);
    QTRY_VERIFY(f.view.bubbles().count() > 0 && f.isSettled());
    QVERIFY(f.shown(2500));
    f.wheel(-3);
    QTRY_VERIFY(f.isSettled());
    QCOMPARE(f.shown(2500)->y, y + 3);
}

void tst_ConversationView::keepsABoundedNumberOfLayouts()
{
    ConversationFixture f(5000);
    QTRY_VERIFY(f.shown(5000) && f.isSettled());
    QScrollBar *bar = f.view.verticalScrollBar();
    for (int i = 0; i <= 100; ++i) {
        bar->setValue(int(qint64(bar->maximum()) * i / 100));
        QTRY_VERIFY(f.isSettled());
        f.wheel(-700);
        QTRY_VERIFY(f.isSettled());
    }
    QVERIFY(f.view.bubbles().count() > 20);
    QVERIFY(f.view.bubbles().count() <= 500);
}

void tst_ConversationView::keysMoveAndSelect()
{
    ConversationFixture f(100);
    QTRY_VERIFY(f.shown(100) && f.isSettled());
    QSignalSpy current(&f.view, &ConversationView::currentChanged);
    f.press(Qt::Key_Home);
    QCOMPARE(f.view.currentSeq(), quint64(1));
    QVERIFY(!f.view.isFollowing());
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Down);
    QCOMPARE(f.view.currentSeq(), quint64(3));
    f.press(Qt::Key_Down, Qt::ShiftModifier);
    f.press(Qt::Key_Down, Qt::ShiftModifier);
    f.press(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(f.view.selection().ranges(), (std::vector<Intervals::Range>{{3, 4}}));
    QCOMPARE(current.count(), 6);
    for (int i = 0; i < 40; ++i)
        f.press(Qt::Key_Down);
    QCOMPARE(f.view.currentSeq(), quint64(44));
    QTRY_VERIFY(f.shown(44) && f.shown(44)->y >= 0);
    QSignalSpy activated(&f.view, &ConversationView::activated);
    f.press(Qt::Key_Return);
    QCOMPARE(activated.value(0).value(0).toULongLong(), 44ull);
    f.press(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(f.view.selection().ranges(), (std::vector<Intervals::Range>{{1, 100}}));
    f.click(f.middle(44));
    QCOMPARE(f.view.selection().ranges(), (std::vector<Intervals::Range>{{44, 44}}));
    f.click(f.middle(43), Qt::ShiftModifier);
    QCOMPARE(f.view.selection().ranges(), (std::vector<Intervals::Range>{{43, 44}}));
    QCOMPARE(f.view.currentSeq(), quint64(43));
}

void tst_ConversationView::pagesGoThroughAllMessages()
{
    ConversationFixture f(200);
    QTRY_VERIFY(f.shown(200) && f.isSettled());
    f.press(Qt::Key_Home);
    quint64 seq = 1;
    for (int i = 0; i < 200 && seq < 200; ++i) {
        f.press(Qt::Key_PageDown);
        QTRY_VERIFY(f.isSettled());
        QVERIFY(f.view.currentSeq() > seq);
        seq = f.view.currentSeq();
    }
    QCOMPARE(seq, quint64(200));
    QVERIFY(f.view.isFollowing());
    f.press(Qt::Key_PageUp);
    QVERIFY(!f.view.isFollowing());
    QVERIFY(f.view.currentSeq() < 200);
}

void tst_ConversationView::expandsAndCollapses()
{
    ConversationFixture f;
    const quint64 json = f.add(Kind::WsText, Direction::In, R"({"a":1,"b":[true]})");
    QByteArray words;
    for (int i = 0; i < 900; ++i)
        words += "word" + QByteArray::number(i) + ' ';
    words += "the end";
    const quint64 text = f.add(Kind::WsText, Direction::In, words);
    QTRY_VERIFY(f.shown(text) && f.isSettled());
    QCOMPARE(f.text(json), QStringLiteral("{ \"a\": 1, \"b\": [true] }"));
    QVERIFY(!f.text(text).contains(QLatin1String("the end")));
    const int before = f.shown(json)->height;
    f.click(f.placeOf(json, BubbleLink::Expand));
    QTRY_COMPARE(f.text(json), QStringLiteral("{\n  \"a\": 1,\n  \"b\": [\n    true\n  ]\n}"));
    QVERIFY(f.shown(json)->height > before);
    f.click(f.placeOf(json, BubbleLink::Collapse));
    QCOMPARE(f.shown(json)->height, before);
    f.click(f.placeOf(text, BubbleLink::Expand));
    QTRY_VERIFY(f.text(text).endsWith(QLatin1String("the end")));
    QVERIFY(f.placeOf(text, BubbleLink::Detail).isNull());
    // The same with the keyboard.
    f.view.setCurrentSeq(text);
    f.press(Qt::Key_Space);
    QTRY_VERIFY(!f.text(text).contains(QLatin1String("the end")));
}

void tst_ConversationView::anExpandedMessageIsReadFromItsBeginning()
{
    ConversationFixture f(50);
    QByteArray lines;
    for (int i = 0; i < 300; ++i)
        lines += "line " + QByteArray::number(i) + '\n';
    const quint64 seq = f.add(Kind::WsText, Direction::In, lines);
    QTRY_VERIFY(f.shown(seq) && f.isSettled() && f.view.isFollowing());
    const int y = f.shown(seq)->y;
    f.view.setExpanded(seq, true);
    QTRY_VERIFY(f.text(seq).contains(QLatin1String("line 299")));
    QCOMPARE(f.shown(seq)->y, y);
    QVERIFY(!f.view.isFollowing());
    // Closed from its far end, it comes back into view.
    f.wheel(3000);
    QVERIFY(f.shown(seq)->y < -1000);
    f.view.setExpanded(seq, false);
    QVERIFY(f.shown(seq) && f.shown(seq)->y >= 0);
}

void tst_ConversationView::showsTheBeginningOfTheLongest()
{
    ConversationFixture f;
    const quint64 seq = f.add(Kind::WsText, Direction::In, QByteArray("word ").repeated(50'000) + "end");
    QTRY_VERIFY(f.shown(seq) && f.isSettled());
    f.view.setExpanded(seq, true);
    QTRY_COMPARE(f.text(seq).size(), ExpandedMessages::shownBytes);
    f.press(Qt::Key_End);
    QVERIFY(f.bubble(seq)->content().info(false).text.contains(QLatin1String("first 64.0 kB of 250.0 kB")));
    QSignalSpy spy(&f.view, &ConversationView::activated);
    f.click(f.placeOf(seq, BubbleLink::Detail));
    QCOMPARE(spy.value(0).value(0).toULongLong(), seq);
}

void tst_ConversationView::linksOfBinaryMessagesAreFollowed()
{
    ConversationFixture f;
    const quint64 seq = f.add(Kind::WsBinary, Direction::Out, QByteArray("\x1f\x8b\x08\0\1\2\3", 7));
    QTRY_VERIFY(f.shown(seq) && f.isSettled());
    QVERIFY(f.text(seq).contains(QStringLiteral("7 B · gzip data")));
    QSignalSpy hex(&f.view, &ConversationView::hexRequested);
    QSignalSpy save(&f.view, &ConversationView::saveRequested);
    f.click(f.placeOf(seq, BubbleLink::Hex));
    QCOMPARE(hex.count(), 1);
    f.click(f.placeOf(seq, BubbleLink::Save));
    QCOMPARE(save.value(0).value(0).toULongLong(), seq);
    QCOMPARE(hex.count(), 1);
}

void tst_ConversationView::selectsAndCopiesCharacters()
{
    ConversationFixture f;
    const quint64 seq = f.add(Kind::WsText, Direction::In, "alpha beta gamma");
    QTRY_VERIFY(f.shown(seq) && f.isSettled());
    const QRect box = f.bubble(seq)->bubble().translated(0, f.shown(seq)->y);
    const QPoint first = box.topLeft() + QPoint(2, 14);
    QTest::mousePress(f.view.viewport(), Qt::LeftButton, Qt::NoModifier, first);
    QTest::mouseMove(f.view.viewport(), first + QPoint(300, 0));
    QMouseEvent move(QEvent::MouseMove, first + QPoint(300, 0), f.view.viewport()->mapToGlobal(first),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(f.view.viewport(), &move);
    QTest::mouseRelease(f.view.viewport(), Qt::LeftButton, Qt::NoModifier, first + QPoint(300, 0));
    QCOMPARE(f.view.selectedText(), QStringLiteral("alpha beta gamma"));
    f.press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("alpha beta gamma"));
    f.press(Qt::Key_Escape);
    QVERIFY(f.view.selectedText().isEmpty());
    // A word, and characters by keyboard.
    QTest::mouseDClick(f.view.viewport(), Qt::LeftButton, Qt::NoModifier, box.topLeft() + QPoint(16, 14));
    QCOMPARE(f.view.selectedText(), QStringLiteral("alpha"));
    f.press(Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    QVERIFY(f.view.selectedText().startsWith(QLatin1String("alpha b"))
            || f.view.selectedText() == QLatin1String("alpha "));
}

void tst_ConversationView::copiesWholeMessages()
{
    ConversationFixture f;
    const QByteArray longOne = QByteArray("abc ").repeated(500);
    f.add(Kind::WsText, Direction::In, longOne);
    f.add(Kind::WsText, Direction::Out, "two");
    QTRY_VERIFY(f.shown(2) && f.isSettled());
    QSignalSpy said(&f.view, &ConversationView::said);
    f.press(Qt::Key_A, Qt::ControlModifier);
    f.press(Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(said.count(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(longOne + "\ntwo"));
    f.view.setCurrentSeq(2);
    f.view.copyWithTime();
    QTRY_COMPARE(said.count(), 2);
    const QString line = QGuiApplication::clipboard()->text();
    QVERIFY(line.endsWith(QLatin1String("\ttwo")) && line.contains(u':'));
}

void tst_ConversationView::repliesWithWhatIsSelected()
{
    ConversationFixture f;
    const QByteArray longOne = QByteArray("abc ").repeated(500);
    const quint64 seq = f.add(Kind::WsText, Direction::In, longOne);
    QTRY_VERIFY(f.shown(seq) && f.isSettled());
    f.view.setCurrentSeq(seq);
    QSignalSpy spy(&f.view, &ConversationView::replyRequested);
    const auto reply = [&](const char *label) {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(&f.view, &event);
        const auto menus = f.view.findChildren<QMenu *>();
        for (QAction *action : menus.last()->actions()) {
            if (action->text() == QLatin1String(label))
                action->trigger();
        }
        delete menus.last();
    };
    reply("Reply");
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(spy.value(0).value(0).toByteArray(), longOne);
    f.press(Qt::Key_Right, Qt::ShiftModifier);
    f.press(Qt::Key_Right, Qt::ShiftModifier);
    reply("Reply with the selected text");
    QCOMPARE(spy.count(), 2);
    QCOMPARE(spy.value(1).value(0).toByteArray(), QByteArray("ab"));
}

void tst_ConversationView::theMenuOffersWhatFits()
{
    ConversationFixture f;
    f.put(Kind::WsText, Direction::In, "in");
    f.put(Kind::WsText, Direction::Out, "out");
    f.put(Kind::Error, Direction::Local, "trouble");
    f.put(Kind::WsBinary, Direction::In, "\x01");
    f.flush();
    QTRY_VERIFY(f.shown(4) && f.isSettled());
    const auto labels = [&](quint64 seq) {
        const QPoint place = f.middle(seq);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, f.view.viewport()->mapToGlobal(place));
        QApplication::sendEvent(f.view.viewport(), &event);
        QStringList texts;
        auto *menu = f.view.findChildren<QMenu *>().last();
        for (const QAction *action : menu->actions())
            texts += action->text();
        delete menu;
        return texts;
    };
    const QString again = QStringLiteral("Send again");
    const QString reply = QStringLiteral("Reply");
    const QString expand = QStringLiteral("Expand");
    QVERIFY(!labels(1).contains(again) && labels(1).contains(reply) && labels(1).contains(expand));
    QVERIFY(labels(2).contains(again));
    QVERIFY(!labels(3).contains(again) && !labels(3).contains(reply) && !labels(3).contains(expand));
    QVERIFY(!labels(4).contains(reply) && !labels(4).contains(expand));
    QVERIFY(labels(4).contains(QStringLiteral("Save as…")));
}

void tst_ConversationView::marksWhatIsFound()
{
    ConversationFixture f;
    const quint64 seq = f.add(Kind::WsText, Direction::In, "look for a needle here");
    QTRY_VERIFY(f.shown(seq) && f.isSettled());
    const QImage before = f.view.viewport()->grab().toImage();
    f.view.setHighlight(QStringLiteral("NEEDLE"));
    const QImage marked = f.view.viewport()->grab().toImage();
    QVERIFY(marked != before);
    f.view.setHighlight(QStringLiteral("nowhere"));
    QCOMPARE(f.view.viewport()->grab().toImage(), before);
    f.view.setHighlight({});
    QCOMPARE(f.view.viewport()->grab().toImage(), before);
}

void tst_ConversationView::aChangeOfThemeAndFontIsFollowed()
{
    ConversationFixture f(3);
    QTRY_VERIFY(f.shown(3) && f.isSettled());
    const int height = f.shown(1)->height;
    QFont font = f.view.font();
    font.setPointSizeF(font.pointSizeF() + 8);
    f.view.setFont(font);
    QVERIFY(f.shown(1)->height > height);
    applyTheme(*qApp, Theme::Scheme::Dark);
    QCOMPARE(f.pixel({3, 3}), Theme::dark().deep);
    applyTheme(*qApp, Theme::Scheme::Light);
    // A narrow one wraps.
    const int wide = f.shown(3)->height;
    f.view.resize(260, 500);
    QVERIFY(f.shown(3)->height > wide);
}

void tst_ConversationView::outlivesAFilter()
{
    ConversationFixture f(300);
    QTRY_VERIFY(f.shown(300) && f.isSettled());
    f.view.showSeq(150);
    Query query;
    query.text = "message 149"; // they are counted from 0
    f.lens.setQuery(query);
    QTRY_COMPARE(f.lens.rowCount(), quint64(1));
    QTRY_VERIFY(f.shown(150) && f.isSettled());
    QCOMPARE(f.view.currentSeq(), quint64(150));
    query.text = "nothing has this";
    f.lens.setQuery(query);
    QTRY_VERIFY(!f.lens.isSearching());
    QVERIFY(f.view.shown().empty());
    f.press(Qt::Key_Down);
    f.press(Qt::Key_PageUp);
    f.press(Qt::Key_End);
    f.wheel(50);
    f.lens.setQuery({});
    QTRY_VERIFY(f.isSettled());
}

void tst_ConversationView::isAListToScreenReaders()
{
    ConversationFixture f;
    f.put(Kind::WsText, Direction::In, "hello");
    f.put(Kind::WsText, Direction::Out, "hi");
    f.put(Kind::Note, Direction::Local, "a note");
    f.flush();
    QTRY_VERIFY(f.view.shown().size() == 3 && f.isSettled());
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&f.view);
    QVERIFY(list && list->role() == QAccessible::List);
    QCOMPARE(list->childCount(), 3);
    const auto name = [list](int index) { return list->child(index)->text(QAccessible::Name); };
    QVERIFY(name(0).startsWith(QLatin1String("received, ")));
    QVERIFY(name(0).endsWith(QLatin1String("5 bytes: hello")));
    QVERIFY(name(1).startsWith(QLatin1String("sent, ")));
    QVERIFY(name(2).endsWith(QLatin1String("a note")));
    QCOMPARE(list->child(1)->role(), QAccessible::ListItem);
    f.view.setCurrentSeq(2);
    QVERIFY(list->child(1)->state().selected);
    QCOMPARE(list->focusChild(), list->child(1));
    QCOMPARE(list->indexOfChild(list->child(2)), 2);
    QVERIFY(!list->child(2)->rect().isEmpty());
}

WEIR_TEST(runUiTest<tst_ConversationView>)
#include "tst_conversationview.moc"
