// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventheader.h"
#include "eventrowpainter.h"
#include "eventtablefixture.h"
#include "intervals.h"
#include "theme.h"
#include "uitest.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>

using namespace weir;
class tst_EventTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Scheme::Light); }
    void intervalsMergeAndSplit();
    void followsTheNewestRow();
    void scrollingUpReleasesAndEndTakesBack();
    void wheelAndScrollBarMoveByRows();
    void saysHowManyAreNew();
    void followsTouchpadsByThePixel();
    void keysMoveAndSelect();
    void controlMovesWithoutSelecting();
    void mouseSelects();
    void draggingOutsideScrolls();
    void selectsAllAsOneInterval();
    void selectionOutlivesAFilter();
    void showsControlCharacters();
    void paintsSelectionAndRows();
    void survivesAnEndlessLine();
    void isATableToScreenReaders();
};

void tst_EventTable::intervalsMergeAndSplit()
{
    Intervals set;
    set.add(10, 20);
    set.add(30, 25);
    QCOMPARE(set.ranges(), (std::vector<Intervals::Range>{{10, 20}, {25, 30}}));
    set.add(21, 24);
    QCOMPARE(set.ranges(), (std::vector<Intervals::Range>{{10, 30}}));
    set.remove(15);
    set.remove(10);
    set.remove(30);
    set.remove(99);
    QCOMPARE(set.ranges(), (std::vector<Intervals::Range>{{11, 14}, {16, 29}}));
    QVERIFY(set.contains(11) && set.contains(14) && set.contains(29));
    QVERIFY(!set.contains(10) && !set.contains(15) && !set.contains(30));
    set.add(0, std::numeric_limits<quint64>::max() - 1);
    QCOMPARE(set.ranges().size(), size_t(1));
    set.add(5, 6);
    QCOMPARE(set.ranges().size(), size_t(1));
}

void tst_EventTable::followsTheNewestRow()
{
    EventTableFixture f(500);
    QTRY_COMPARE(f.lens.rowCount(), quint64(500));
    QVERIFY(f.table.isFollowing());
    QCOMPARE(f.table.topRow(), quint64(500 - f.table.visibleRows()));
    f.add(100);
    QTRY_COMPARE(f.table.topRow(), quint64(600 - f.table.visibleRows()));
    QVERIFY(f.chip()->isHidden());
}

void tst_EventTable::scrollingUpReleasesAndEndTakesBack()
{
    EventTableFixture f(500);
    QTRY_COMPARE(f.lens.rowCount(), quint64(500));
    QSignalSpy spy(&f.table, &EventTable::followChanged);
    f.press(Qt::Key_PageUp);
    f.press(Qt::Key_PageUp);
    QVERIFY(!f.table.isFollowing());
    const quint64 top = f.table.topRow();
    f.add(100);
    QTRY_COMPARE(f.lens.rowCount(), quint64(600));
    QCOMPARE(f.table.topRow(), top);
    f.press(Qt::Key_End);
    QVERIFY(f.table.isFollowing());
    QCOMPARE(f.table.currentSeq(), f.last());
    QCOMPARE(spy.count(), 2);
    f.press(Qt::Key_Home);
    QVERIFY(!f.table.isFollowing());
    QCOMPARE(f.table.topRow(), quint64(0));
    QCOMPARE(f.table.currentSeq(), quint64(1));
}

void tst_EventTable::wheelAndScrollBarMoveByRows()
{
    EventTableFixture f(500);
    QTRY_COMPARE(f.lens.rowCount(), quint64(500));
    const auto page = quint64(f.table.visibleRows());
    QWheelEvent up({50, 50}, f.table.viewport()->mapToGlobal(QPointF(50, 50)), {}, {0, 120}, Qt::NoButton,
                   Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(f.table.viewport(), &up);
    QCOMPARE(f.table.topRow(), 500 - page - 3);
    QVERIFY(!f.table.isFollowing());
    QScrollBar *bar = f.table.verticalScrollBar();
    QCOMPARE(bar->value(), int(500 - page - 3));
    bar->setValue(7);
    QCOMPARE(f.table.topRow(), quint64(7));
    QVERIFY(!f.table.isFollowing());
    bar->setValue(bar->maximum());
    QVERIFY(f.table.isFollowing());
    QCOMPARE(f.table.topRow(), 500 - page);
}

void tst_EventTable::saysHowManyAreNew()
{
    EventTableFixture f(500);
    QTRY_COMPARE(f.lens.rowCount(), quint64(500));
    f.press(Qt::Key_Home);
    f.add(1204);
    QTRY_COMPARE(f.lens.rowCount(), quint64(1704));
    QVERIFY(!f.chip()->isHidden());
    QVERIFY(f.chip()->text().startsWith(QLocale().toString(1204)));
    QTest::mouseClick(f.chip(), Qt::LeftButton);
    QVERIFY(f.table.isFollowing());
    QVERIFY(f.chip()->isHidden());
    // What a pause holds back is new too, and the page is asked to end the pause.
    QSignalSpy spy(&f.table, &EventTable::resumeRequested);
    f.lens.setPaused(true);
    f.add(10);
    QTRY_COMPARE(f.lens.pendingRows(), quint64(10));
    QVERIFY(!f.chip()->isHidden());
    QTest::mouseClick(f.chip(), Qt::LeftButton);
    QCOMPARE(spy.count(), 1);
}

void tst_EventTable::followsTouchpadsByThePixel()
{
    EventTableFixture f(500);
    QTRY_COMPARE(f.lens.rowCount(), quint64(500));
    f.press(Qt::Key_Home);
    const auto swipe = [&](int pixels) {
        QWheelEvent event({50, 50}, f.table.viewport()->mapToGlobal(QPointF(50, 50)), {0, -pixels},
                          {0, -pixels * 2}, Qt::NoButton, Qt::NoModifier, Qt::ScrollUpdate, false);
        QApplication::sendEvent(f.table.viewport(), &event);
    };
    const int height = f.table.rowHeight();
    swipe(7);
    QCOMPARE(f.table.topRow(), quint64(0));
    QCOMPARE(f.table.topShift(), 7);
    QCOMPARE(f.table.cellRect(0, 0).y(), -7);
    QCOMPARE(f.table.rowAt(height - 7), quint64(1));
    swipe(height);
    QCOMPARE(f.table.topRow(), quint64(1));
    QCOMPARE(f.table.topShift(), 7);
    swipe(-8);
    QCOMPARE(f.table.topRow(), quint64(0));
    QCOMPARE(f.table.topShift(), height - 1);
    f.press(Qt::Key_Home); // the row is cut: it comes into view whole
    QCOMPARE(f.table.topShift(), 0);
    swipe(-1000);
    QCOMPARE(f.table.topShift(), 0);
    swipe(1000 * height);
    QCOMPARE(f.table.topRow(), quint64(500 - f.table.visibleRows()));
    QCOMPARE(f.table.topShift(), 0);
    QVERIFY(f.table.isFollowing());
}

void tst_EventTable::keysMoveAndSelect()
{
    EventTableFixture f(500);
    QTRY_COMPARE(f.lens.rowCount(), quint64(500));
    QSignalSpy current(&f.table, &EventTable::currentChanged);
    f.press(Qt::Key_Home);
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Down);
    QCOMPARE(f.table.currentSeq(), quint64(3));
    f.press(Qt::Key_Down, Qt::ShiftModifier);
    f.press(Qt::Key_Down, Qt::ShiftModifier);
    f.press(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(f.table.selection().ranges(), (std::vector<Intervals::Range>{{3, 4}}));
    f.press(Qt::Key_PageDown);
    QCOMPARE(f.table.currentSeq(), 4 + quint64(f.table.visibleRows()) - 1);
    QCOMPARE(f.table.selection().ranges().size(), size_t(1));
    f.press(Qt::Key_Up);
    f.press(Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(f.table.selection().ranges().front().last, quint64(500));
    QCOMPARE(current.count(), 9);
    QSignalSpy activated(&f.table, &EventTable::activated);
    f.press(Qt::Key_Return);
    QCOMPARE(activated.value(0).value(0).toULongLong(), 500ull);
}

void tst_EventTable::controlMovesWithoutSelecting()
{
    EventTableFixture f(100);
    QTRY_COMPARE(f.lens.rowCount(), quint64(100));
    f.press(Qt::Key_Home);
    f.press(Qt::Key_Down, Qt::ControlModifier);
    f.press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(f.table.currentSeq(), quint64(3));
    QCOMPARE(f.table.selection().ranges(), (std::vector<Intervals::Range>{{1, 1}}));
    f.press(Qt::Key_Space);
    QCOMPARE(f.table.selection().ranges(), (std::vector<Intervals::Range>{{1, 1}, {3, 3}}));
    f.press(Qt::Key_Space);
    QCOMPARE(f.table.selection().ranges(), (std::vector<Intervals::Range>{{1, 1}}));
    f.press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(f.table.selection().ranges(), (std::vector<Intervals::Range>{{100, 100}}));
    f.press(Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.table.selection().ranges(), (std::vector<Intervals::Range>{{1, 100}}));
}

void tst_EventTable::mouseSelects()
{
    EventTableFixture f(500);
    QTRY_COMPARE(f.lens.rowCount(), quint64(500));
    f.press(Qt::Key_Home);
    QWidget *area = f.table.viewport();
    QTest::mouseClick(area, Qt::LeftButton, {}, f.placeOf(2));
    QTest::mouseClick(area, Qt::LeftButton, Qt::ShiftModifier, f.placeOf(5));
    QCOMPARE(f.table.selection().ranges(), (std::vector<Intervals::Range>{{3, 6}}));
    QTest::mouseClick(area, Qt::LeftButton, Qt::ControlModifier, f.placeOf(4));
    QCOMPARE(f.table.selection().ranges(), (std::vector<Intervals::Range>{{3, 4}, {6, 6}}));
    QTest::mouseClick(area, Qt::RightButton, {}, f.placeOf(3));
    QCOMPARE(f.table.selection().ranges().size(), size_t(2)); // a menu keeps what it is opened on
    QTest::mouseClick(area, Qt::LeftButton, {}, f.placeOf(1));
    QCOMPARE(f.table.selection().ranges(), (std::vector<Intervals::Range>{{2, 2}}));
}

void tst_EventTable::draggingOutsideScrolls()
{
    EventTableFixture f(500);
    QTRY_COMPARE(f.lens.rowCount(), quint64(500));
    f.press(Qt::Key_Home);
    QWidget *area = f.table.viewport();
    const QPoint from = f.placeOf(2);
    QTest::mousePress(area, Qt::LeftButton, {}, from);
    const auto moveTo = [&](const QPoint &place) {
        QMouseEvent move(QEvent::MouseMove, place, area->mapToGlobal(place), Qt::NoButton, Qt::LeftButton,
                         {});
        QApplication::sendEvent(area, &move);
    };
    moveTo({from.x(), area->height() + 30});
    QTRY_VERIFY(f.table.topRow() > 10);
    QVERIFY(f.table.currentSeq() > quint64(f.table.visibleRows()));
    QCOMPARE(f.table.selection().ranges().front().first, quint64(3));
    QTest::mouseRelease(area, Qt::LeftButton, {}, from);
    const quint64 top = f.table.topRow();
    QCoreApplication::processEvents();
    QCOMPARE(f.table.topRow(), top);
}

void tst_EventTable::selectsAllAsOneInterval()
{
    EventTableFixture f(500);
    QTRY_COMPARE(f.lens.rowCount(), quint64(500));
    f.press(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(f.table.selection().ranges(), (std::vector<Intervals::Range>{{1, 500}}));
}

void tst_EventTable::selectionOutlivesAFilter()
{
    EventTableFixture f(500);
    QTRY_COMPARE(f.lens.rowCount(), quint64(500));
    f.table.setCurrentSeq(251); // a tick
    f.table.setFollowing(false);
    Query query;
    query.names = {"tick"};
    f.lens.setQuery(query);
    QTRY_COMPARE(f.lens.rowCount(), quint64(250));
    QCOMPARE(f.table.currentSeq(), quint64(251));
    f.press(Qt::Key_Down);
    QCOMPARE(f.table.currentSeq(), quint64(253));
    f.lens.setQuery({});
    QTRY_COMPARE(f.lens.rowCount(), quint64(500));
    QVERIFY(f.table.topRow() <= 252 && f.table.topRow() + quint64(f.table.visibleRows()) > 252);
}

void tst_EventTable::showsControlCharacters()
{
    EventTableFixture f(0);
    f.addPayload("a\nb\x1b\xe2\x80\xae");
    QTRY_VERIFY(f.isLoaded(0));
    QCOMPARE(f.table.text(0, int(f.table.columns().size()) - 1), QStringLiteral("a␊b␛⟪U+202E⟫"));
}

void tst_EventTable::paintsSelectionAndRows()
{
    EventTableFixture f(3, logColumns());
    QTRY_VERIFY(f.isLoaded(2));
    f.table.setCurrentSeq(2);
    const QImage image = f.table.viewport()->grab().toImage();
    const qreal ratio = image.devicePixelRatio();
    const auto at = [&](QPoint place) { return image.pixelColor((QPointF(place) * ratio).toPoint()); };
    const int right = f.table.viewport()->width() - 3;
    QCOMPARE(at({right, f.table.cellRect(1, 0).center().y()}), Theme::light().soft);
    QCOMPARE(at({right, f.table.cellRect(0, 0).center().y()}), Theme::light().window);
    const QRect connection = f.table.cellRect(0, 2);
    QCOMPARE(at({connection.x() + 12, connection.center().y()}), Theme::light().dot(1));
    QCOMPARE(EventRowPainter::nameColour(Theme::light(), "tick"), Theme::light().shade(1));
    QCOMPARE(EventRowPainter::nameColour(Theme::light(), "trade"), Theme::light().shade(3));
    QCOMPARE(EventRowPainter::kindColour(Theme::light(), Kind::Error), Theme::light().error);
}

void tst_EventTable::survivesAnEndlessLine()
{
    EventTableFixture f(3);
    f.addPayload(QByteArray(16 * 1024 * 1024, 'x'));
    f.addPayload("שלום עולם مرحبا \xe2\x80\xae" + QByteArray(1024, 'y'));
    QTRY_VERIFY(f.isLoaded(4));
    const int data = int(f.table.columns().size()) - 1;
    QCOMPARE(f.table.text(3, data).size(), Lens::previewLimit);
    QVERIFY(f.table.text(4, data).startsWith(QStringLiteral("שלום עולם مرحبا ⟪U+202E⟫yy")));
    QCOMPARE(f.table.text(3, 5), QStringLiteral("16.8 MB"));
    QVERIFY(!f.table.viewport()->grab().isNull());
}

void tst_EventTable::isATableToScreenReaders()
{
    EventTableFixture f(500);
    QTRY_COMPARE(f.lens.rowCount(), quint64(500));
    f.press(Qt::Key_Home);
    f.table.setAccessibleName(QStringLiteral("Events"));
    QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&f.table);
    QVERIFY(root);
    QCOMPARE(root->role(), QAccessible::Table);
    QCOMPARE(root->text(QAccessible::Name), QStringLiteral("Events"));
    QAccessibleTableInterface *table = root->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 500);
    QCOMPARE(table->columnCount(), 7);
    QCOMPARE(table->columnDescription(3), QStringLiteral("Event"));
    QCOMPARE(root->child(0)->role(), QAccessible::ColumnHeader);
    QCOMPARE(root->child(1)->text(QAccessible::Name), QStringLiteral("Time"));
    QAccessibleInterface *cell = table->cellAt(1, 3);
    QVERIFY(cell);
    QTRY_COMPARE(cell->text(QAccessible::Name), QStringLiteral("trade"));
    QCOMPARE(cell->tableCellInterface()->rowIndex(), 1);
    QVERIFY(!cell->state().selected);
    QVERIFY(table->selectRow(1));
    QCOMPARE(f.table.currentSeq(), quint64(2));
    QVERIFY(cell->state().selected);
    QCOMPARE(table->selectedRowCount(), 1);
    QCOMPARE(table->selectedRows(), QList<int>{1});
    QVERIFY(cell->rect().isValid());
    QCOMPARE(root->childAt(cell->rect().center().x(), cell->rect().center().y()), cell);
    QCOMPARE(root->child(root->indexOfChild(cell)), cell);
    QVERIFY(table->cellAt(400, 0)->state().invisible);
    QVERIFY(!table->cellAt(500, 0));
    f.table.selectAll();
    QCOMPARE(table->selectedRowCount(), 500);
}

WEIR_TEST(runUiTest<tst_EventTable>)

#include "tst_eventtable.moc"
