// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventformat.h"
#include "eventheader.h"
#include "eventtablefixture.h"
#include "glyphfont.h"
#include "theme.h"
#include "uitest.h"

#include <QContextMenuEvent>
#include <QDateTime>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStringBuilder>

#include <cmath>

using namespace weir;
class tst_EventHeader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Scheme::Light); }
    void keepsColumns();
    void refusesColumnsOfOthers_data();
    void refusesColumnsOfOthers();
    void lastColumnFillsTheRoom();
    void fitsAColumnToItsText();
    void numbersAreNeverCut();
    void offersColumnsInAMenu();
    void tellsWhatColumnsAre();
    void cutsLongText();
    void writesNumbersAsTheLocaleDoes_data();
    void writesNumbersAsTheLocaleDoes();
    void writesTimesAsQtDoes();
};

void tst_EventHeader::keepsColumns()
{
    QByteArray state;
    {
        EventTableFixture f(1);
        f.table.header()->resizeSection(3, 177);
        f.table.header()->resizeSection(2, 133);
        f.table.header()->moveSection(4, 0);
        f.table.header()->setColumnShown(2, false);
        state = f.table.saveColumns();
    }
    EventTableFixture f(1);
    QVERIFY(f.table.restoreColumns(state));
    QCOMPARE(f.table.header()->sectionSize(3), 177);
    QCOMPARE(f.table.header()->visualIndex(4), 0);
    QVERIFY(f.table.header()->isSectionHidden(2));
    QCOMPARE(f.table.saveColumns(), state);
    f.table.header()->setColumnShown(2, true);
    QCOMPARE(f.table.header()->sectionSize(2), 133);
    f.table.header()->resetColumns();
    QCOMPARE(f.table.header()->visualIndex(4), 4);
    QCOMPARE(f.table.header()->sectionSize(3), columnWidth(EventColumn::EventName));
}

void tst_EventHeader::refusesColumnsOfOthers_data()
{
    QTest::addColumn<QByteArray>("state");
    const EventTableFixture log(1, logColumns());
    QTest::newRow("of the log") << log.table.saveColumns();
    for (const char *state : {"", "garbage", "2 seq:80", "1", "1 seq:80 seq:90", "1 seq:0", "1 seq:99999999",
                              "1 seq", "1 :80", "1 -seq:80"})
        QTest::newRow(state) << QByteArray(state);
}

void tst_EventHeader::refusesColumnsOfOthers()
{
    QFETCH(QByteArray, state);
    const EventTableFixture feed(1);
    const QByteArray before = feed.table.saveColumns();
    QVERIFY(!const_cast<EventTable &>(feed.table).restoreColumns(state));
    QCOMPARE(feed.table.header()->count(), int(feedColumns().size()));
    QCOMPARE(feed.table.saveColumns(), before);
}

void tst_EventHeader::lastColumnFillsTheRoom()
{
    EventTableFixture f(1);
    EventHeader *header = f.table.header();
    const int last = header->count() - 1;
    const auto right = [&] {
        return header->sectionPosition(header->logicalIndex(last))
            + header->sectionSize(header->logicalIndex(last));
    };
    QCOMPARE(right(), f.table.viewport()->width());
    f.table.resize(1200, 300);
    QTRY_COMPARE(right(), f.table.viewport()->width());
    // Never less than its own width: then the table scrolls sideways.
    f.table.resize(300, 300);
    QTRY_COMPARE(header->sectionSize(last), columnWidth(EventColumn::Data));
    QVERIFY(f.table.horizontalScrollBar()->maximum() > 0);
    f.table.resize(1200, 300);
    header->moveSection(0, last);
    QTRY_COMPARE(right(), f.table.viewport()->width());
    QCOMPARE(header->sectionSize(last), columnWidth(EventColumn::Data));
}

void tst_EventHeader::fitsAColumnToItsText()
{
    EventTableFixture f(30);
    QTRY_VERIFY(f.isLoaded(29));
    EventHeader *header = f.table.header();
    header->resizeSection(5, 300);
    const QPoint divider(header->sectionViewportPosition(5) + 299, header->height() / 2);
    QTest::mouseDClick(header->viewport(), Qt::LeftButton, {}, divider);
    const int fitted = header->sectionSize(5);
    QVERIFY2(fitted < 120, qPrintable(QString::number(fitted)));
    // The widest text of the column is whole.
    QVERIFY(fitted > QFontMetrics(fixedFont()).horizontalAdvance(QStringLiteral("18 B")));
}

void tst_EventHeader::numbersAreNeverCut()
{
    EventTableFixture f(9);
    EventHeader *header = f.table.header();
    header->setColumnWidth(0, 30);
    QTRY_COMPARE(f.lens.rowCount(), quint64(9));
    f.add(1000);
    QTRY_COMPARE(f.lens.rowCount(), quint64(1009));
    QVERIFY(header->sectionSize(0)
            > QFontMetrics(fixedFont()).horizontalAdvance(QStringLiteral("9,999")) + 15);
}

void tst_EventHeader::offersColumnsInAMenu()
{
    EventTableFixture f(1);
    EventHeader *header = f.table.header();
    QContextMenuEvent wish(QContextMenuEvent::Mouse, {30, 8}, header->mapToGlobal(QPoint(30, 8)));
    QApplication::sendEvent(header->viewport(), &wish);
    auto *menu = header->findChild<QMenu *>();
    QVERIFY(menu);
    const QList<QAction *> actions = menu->actions();
    QCOMPARE(actions[2]->text(), QStringLiteral("Time since the row before"));
    QVERIFY(actions[2]->isChecked());
    actions[2]->trigger();
    QVERIFY(header->isSectionHidden(2));
    menu->close();
    for (int i = 0; i < header->count(); ++i)
        header->setColumnShown(i, false);
    QCOMPARE(header->hiddenSectionCount(), header->count() - 1);
}

void tst_EventHeader::tellsWhatColumnsAre()
{
    EventTableFixture f(1, logColumns());
    for (int i = 0; i < f.table.header()->count(); ++i) {
        QVERIFY(!f.table.title(i).isEmpty());
        QVERIFY(
            !f.table.header()->model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }
}

void tst_EventHeader::cutsLongText()
{
    GlyphFont font(fixedFont());
    const qreal advance = QFontMetricsF(fixedFont()).horizontalAdvance(u'0');
    QImage image(400, 20, QImage::Format_RGB32);
    QPainter painter(&image);
    const auto shown = [&](const QString &text, qreal room) {
        Chars chars;
        appendText(chars, text);
        font.paint(painter, QRect(0, 0, int(std::ceil(room)), 20), Qt::AlignLeft, chars);
        return QStringView(chars).toString();
    };
    QCOMPARE(shown(QStringLiteral("0123456789"), 10 * advance), QStringLiteral("0123456789"));
    QCOMPARE(shown(QStringLiteral("0123456789"), 10 * advance - 2), QStringLiteral("01234567…"));
    QCOMPARE(shown(QStringLiteral("0123456789"), advance), QStringLiteral("…"));
    QCOMPARE(shown(QStringLiteral("0123456789"), advance - 2), QString());
}

void tst_EventHeader::writesNumbersAsTheLocaleDoes_data()
{
    QTest::addColumn<QLocale>("locale");
    for (const char *name :
         {"C", "en_US", "zh_CN", "de_DE", "fr_FR", "es_ES", "pl_PL", "hi_IN", "ar_EG", "de_CH"})
        QTest::newRow(name) << QLocale(QString::fromLatin1(name));
}

void tst_EventHeader::writesNumbersAsTheLocaleDoes()
{
    QFETCH(QLocale, locale);
    const QLocale before;
    QLocale::setDefault(locale);
    QStringList ours;
    QStringList qts;
    for (quint64 number : {0ull, 9ull, 999ull, 1000ull, 9999ull, 10'000ull, 123'456'789ull, ~0ull}) {
        ours.append(formatCount(number));
        qts.append(locale.toString(qulonglong(number)));
    }
    const QString size = formatBytes(18'249);
    QLocale::setDefault(before);
    QCOMPARE(ours, qts);
    QCOMPARE(size, u"18" % locale.decimalPoint() % u"2 kB");
}

void tst_EventHeader::writesTimesAsQtDoes()
{
    for (qint64 milliseconds : {0ll, -1ll, 1'700'000'000'266ll, 1'711'846'799'999ll, 1'711'846'800'000ll,
                                4'102'444'800'001ll, -86'400'001ll})
        QCOMPARE(formatTime(milliseconds * 1000),
                 QDateTime::fromMSecsSinceEpoch(milliseconds).toString(u"HH:mm:ss.zzz"));
    QCOMPARE(formatTime(-1), QDateTime::fromMSecsSinceEpoch(-1).toString(u"HH:mm:ss.zzz"));
}

WEIR_TEST(runUiTest<tst_EventHeader>)

#include "tst_eventheader.moc"
