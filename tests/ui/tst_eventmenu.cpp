// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventheader.h"
#include "eventtablefixture.h"
#include "gotobox.h"
#include "theme.h"
#include "uitest.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>

using namespace weir;
class tst_EventMenu final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Scheme::Light); }
    void copiesVisibleColumns();
    void copiesPayloadsAsTheyCame();
    void copiesNdjson();
    void copiesTheTimeSinceTheRowBefore();
    void opensTheMenuOfARow();
    void menuOffersWhatThePageCanDo();
    void goesToARow();
};

void tst_EventMenu::copiesVisibleColumns()
{
    EventTableFixture f(20);
    QTRY_COMPARE(f.lens.rowCount(), quint64(20));
    f.table.header()->setColumnShown(1, false);
    f.table.header()->setColumnShown(2, false);
    f.press(Qt::Key_Home);
    f.press(Qt::Key_Down, Qt::ShiftModifier);
    QSignalSpy spy(&f.table, &EventTable::copied);
    f.press(Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(spy[0][0].toULongLong(), 2ull);
    QCOMPARE(spy[0][1].toBool(), false);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("1\ttick\t1\t7 B\t{\"n\":1}\n2\ttrade\t2\t7 B\t{\"n\":2}"));
}

void tst_EventMenu::copiesPayloadsAsTheyCame()
{
    EventTableFixture f(1);
    f.addPayload("a\tb\nc");
    f.addPayload(QByteArray(2000, 'x'));
    QTRY_COMPARE(f.lens.rowCount(), quint64(3));
    f.table.selectAll();
    QSignalSpy spy(&f.table, &EventTable::copied);
    f.table.copyPayloads();
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("{\"n\":1}\na\tb\nc\n") + QString(2000, u'x'));
    f.table.setCurrentSeq(2);
    f.table.copyRowsAsText();
    QTRY_COMPARE(spy.count(), 2);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(QLatin1String("\ta\\tb\\nc")));
}

void tst_EventMenu::copiesNdjson()
{
    EventTableFixture f(3);
    f.addPayload("a\nb");
    QTRY_COMPARE(f.lens.rowCount(), quint64(4));
    f.press(Qt::Key_End);
    f.press(Qt::Key_Up, Qt::ShiftModifier);
    QSignalSpy spy(&f.table, &EventTable::copied);
    f.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(spy.count(), 1);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(QLatin1String("{\"seq\":3,")));
    QCOMPARE(QJsonDocument::fromJson(lines[1].toUtf8()).object().value(QLatin1String("payload")).toString(),
             QStringLiteral("a\nb"));
}

void tst_EventMenu::copiesTheTimeSinceTheRowBefore()
{
    EventTableFixture f(20);
    QTRY_COMPARE(f.lens.rowCount(), quint64(20));
    f.table.setCurrentSeq(11);
    QSignalSpy spy(&f.table, &EventTable::copied);
    f.table.copyRowsAsText();
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text().split(u'\t').value(2), QStringLiteral("+1.5 ms"));
}

void tst_EventMenu::opensTheMenuOfARow()
{
    EventTableFixture f(50);
    QTRY_VERIFY(f.isLoaded(49) && f.isLoaded(40));
    f.table.setCurrentSeq(50);
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(&f.table, &byKey);
    QPointer<QMenu> menu = f.table.findChild<QMenu *>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().first()->text(), QStringLiteral("Copy “50”"));
    menu->actions().first()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("50"));
    menu->close();
    QTRY_VERIFY(!menu);
    QContextMenuEvent byMouse(QContextMenuEvent::Mouse, f.placeOf(40),
                              f.table.viewport()->mapToGlobal(f.placeOf(40)));
    QApplication::sendEvent(f.table.viewport(), &byMouse);
    menu = f.table.findChild<QMenu *>();
    QVERIFY(menu);
    QVERIFY(menu->actions().first()->text().contains(QLatin1Char(':'))); // the time under the mouse
}

void tst_EventMenu::menuOffersWhatThePageCanDo()
{
    EventTableFixture f(20);
    QTRY_VERIFY(f.isLoaded(19));
    const auto open = [&](int column) {
        delete f.table.findChild<QMenu *>();
        const QPoint place = f.table.cellRect(f.table.topRow() + 1, column).center();
        QContextMenuEvent wish(QContextMenuEvent::Mouse, place, f.table.viewport()->mapToGlobal(place));
        QTest::mouseClick(f.table.viewport(), Qt::RightButton, {}, place);
        QApplication::sendEvent(f.table.viewport(), &wish);
        QHash<QString, QAction *> actions;
        for (QAction *action : f.table.findChild<QMenu *>()->actions())
            actions.insert(action->text(), action);
        return actions;
    };
    QVERIFY(!open(3).contains(QStringLiteral("Show in the event log")));
    f.table.setOffers({{EventColumn::EventName}, true, true});
    QSignalSpy filters(&f.table, &EventTable::filterRequested);
    QSignalSpy searches(&f.table, &EventTable::searchRequested);
    QSignalSpy shows(&f.table, &EventTable::showInLogRequested);
    const quint64 seq = f.table.topRow() + 2;
    const QString name = seq % 2 ? QStringLiteral("tick") : QStringLiteral("trade");
    QAction *filter = open(3).value(QStringLiteral("Show only “%1”").arg(name));
    QVERIFY(filter);
    filter->trigger();
    QCOMPARE(filters.value(0).value(0).value<EventColumn>(), EventColumn::EventName);
    QCOMPARE(filters.value(0).value(1).value<Event>().seq, seq);
    QAction *search = open(6).value(QStringLiteral("Search for “{\"n\":%1}”").arg(seq));
    QVERIFY(search);
    search->trigger();
    QCOMPARE(searches.value(0).value(0).toString(), QStringLiteral("{\"n\":%1}").arg(seq));
    open(0).value(QStringLiteral("Show in the event log"))->trigger();
    QCOMPARE(shows.value(0).value(0).toULongLong(), seq);
    QSignalSpy copied(&f.table, &EventTable::copied);
    open(0).value(QStringLiteral("Copy payload"))->trigger();
    QTRY_COMPARE(copied.count(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("{\"n\":%1}").arg(seq));
}

void tst_EventMenu::goesToARow()
{
    EventTableFixture f(2000);
    QTRY_COMPARE(f.lens.rowCount(), quint64(2000));
    f.press(Qt::Key_G, Qt::ControlModifier);
    auto *box = f.table.findChild<GoToBox *>();
    QVERIFY(box && box->isVisible());
    auto *number = box->findChild<QLineEdit *>();
    number->setText(QStringLiteral("1,204"));
    QTest::keyClick(number, Qt::Key_Return);
    QVERIFY(!box->isVisible());
    QCOMPARE(f.table.currentSeq(), quint64(1204));
    QVERIFY(!f.table.isFollowing());
    QVERIFY(!f.table.cellRect(1203, 0).isNull());
    // In a filtered view the next row that is there.
    Query query;
    query.names = {"trade"};
    f.lens.setQuery(query);
    QTRY_COMPARE(f.lens.rowCount(), quint64(1000));
    f.table.goTo(101);
    QCOMPARE(f.table.currentSeq(), quint64(102));
    f.table.goTo(999'999);
    QCOMPARE(f.table.currentSeq(), quint64(2000));
    f.press(Qt::Key_G, Qt::ControlModifier);
    QTest::keyClick(number, Qt::Key_Escape);
    QVERIFY(!box->isVisible());
    QCOMPARE(f.table.currentSeq(), quint64(2000));
}

WEIR_TEST(runUiTest<tst_EventMenu>)

#include "tst_eventmenu.moc"
