// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detailview.h"
#include "displaytext.h"
#include "eventformat.h"
#include "hexview.h"
#include "payloadview.h"
#include "theme.h"
#include "uitest.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>

using namespace weir;

class tst_DetailView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void indentsJson_data();
    void indentsJson();
    void leavesWhatIsNotJson_data();
    void leavesWhatIsNotJson();
    void stopsWhenItIsCancelled();
    void breaksLongLines();
    void saysWhichEvent();
    void showsPrettyRawAndHex();
    void newestEventWins();
    void showsMarkupAsText();
    void opensSixteenMegabytes();
    void saysThatLinesAreBroken();
    void selectsAndCopiesBytes();
    void showsAsManyBytesAsFit();
    void formatsTimes();

private:
    static Event event(const QByteArray &payload)
    {
        Event event;
        event.seq = 7;
        event.time = 1'700'000'000'266'113;
        event.kind = Kind::SseEvent;
        event.name = "tick";
        event.id = "48199";
        event.payload = payload;
        return event;
    }
    static bool never() { return false; }
};

void tst_DetailView::initTestCase()
{
    applyTheme(*qApp, Theme::Scheme::Light);
}

void tst_DetailView::indentsJson_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("object") << QByteArray("{\"a\":1,\"b\":[true,null]}")
                            << QByteArray("{\n  \"a\": 1,\n  \"b\": [\n    true,\n    null\n  ]\n}");
    QTest::newRow("empty") << QByteArray(" [ {} , [ ] ] ") << QByteArray("[\n  {},\n  []\n]");
    QTest::newRow("numbers stay") << QByteArray("[1.0,12345678901234567890,1e+05]")
                                  << QByteArray("[\n  1.0,\n  12345678901234567890,\n  1e+05\n]");
    QTest::newRow("strings stay") << QByteArray("{\"a,{\\\"\":\"\\u0041:\\\\\"}")
                                  << QByteArray("{\n  \"a,{\\\"\": \"\\u0041:\\\\\"\n}");
}

void tst_DetailView::indentsJson()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, shown);
    const DisplayText text = displayText(payload, true, never);
    QVERIFY(text.isJson);
    QCOMPARE(text.text, shown);
}

void tst_DetailView::leavesWhatIsNotJson_data()
{
    QTest::addColumn<QByteArray>("payload");
    for (const char *text : {"", "plain", "{\"a\":1", "[1}", "[\"a]", "{} {}", "[1],", "]"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("too deep") << QByteArray(100'000, '[');
}

void tst_DetailView::leavesWhatIsNotJson()
{
    QFETCH(QByteArray, payload);
    const DisplayText shown = displayText(payload, true, never);
    QVERIFY(!shown.isJson);
    QCOMPARE(QByteArray(shown.text).replace('\n', ""), payload);
}

void tst_DetailView::stopsWhenItIsCancelled()
{
    const QByteArray payload = '[' + QByteArray("1,").repeated(1'000'000) + "1]";
    QVERIFY(displayText(payload, true, [] { return true; }).text.isEmpty());
}

void tst_DetailView::breaksLongLines()
{
    const DisplayText shown = displayText(QByteArray(25'000, 'x') + "\nend", false, never);
    QVERIFY(shown.isBroken);
    const QList<QByteArray> lines = shown.text.split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0].size(), shownLineLimit(25'000));
    QCOMPARE(lines[2].size(), 5000);
    QVERIFY(!displayText("short", false, never).isBroken);
    const QByteArray many = displayText(QByteArray(1'000'000, 'x'), false, never).text;
    QCOMPARE(many.indexOf('\n'), shownLineLimit(1'000'000));
}

void tst_DetailView::saysWhichEvent()
{
    DetailView view;
    view.setEvent(event("0123456789"));
    QCOMPARE(view.summary(),
             QStringLiteral("event tick · id 48199 · 10 B · ") + formatTime(1'700'000'000'266'113));
    Event state;
    state.seq = 8;
    state.kind = Kind::State;
    view.setEvent(state);
    QVERIFY(view.summary().startsWith(QStringLiteral("state · 0 B")));
    view.clear();
    QCOMPARE(view.seq(), quint64(0));
}

void tst_DetailView::showsPrettyRawAndHex()
{
    DetailView view;
    view.resize(900, 300);
    view.show();
    view.setEvent(event("{\"a\":1}"));
    auto *pretty = view.findChild<PayloadView *>();
    QVERIFY(pretty);
    QVERIFY(!view.findChild<HexView *>()); // made when it is asked for
    QTRY_COMPARE(pretty->text(), QStringLiteral("{\n  \"a\": 1\n}"));
    view.setTab(DetailView::Raw);
    QCOMPARE(view.findChildren<PayloadView *>().size(), 2);
    QTRY_COMPARE(view.findChildren<PayloadView *>().last()->text(), QStringLiteral("{\"a\":1}"));
    view.setTab(DetailView::Hex);
    auto *hex = view.findChild<HexView *>();
    QVERIFY(hex);
    QCOMPARE(
        hex->line(0),
        QStringLiteral("00000000  7b 22 61 22 3a 31 7d                              {\"a\":1}         "));
}

void tst_DetailView::newestEventWins()
{
    DetailView view;
    view.show();
    for (int i = 0; i < 50; ++i)
        view.setEvent(event('[' + QByteArray::number(i) + ']'));
    auto *pretty = view.findChild<PayloadView *>();
    QTRY_COMPARE(pretty->text(), QStringLiteral("[\n  49\n]"));
}

void tst_DetailView::showsMarkupAsText()
{
    DetailView view;
    view.show();
    Event markup = event("<b>bold</b>\x1b[1m");
    markup.name = "<i>x</i>";
    view.setEvent(markup);
    for (const QLabel *label : view.findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'));
    QTRY_COMPARE(view.findChild<PayloadView *>()->text(), QStringLiteral("<b>bold</b>␛[1m"));
}

void tst_DetailView::opensSixteenMegabytes()
{
    const QByteArray payload = "{\"a\":\"" + QByteArray(16 * 1024 * 1024, 'x') + "\"}";
    PayloadView view(PayloadView::Form::Pretty);
    view.resize(400, 300);
    view.show();
    QSignalSpy spy(&view, &PayloadView::completed);
    view.setPayload(payload);
    QTRY_COMPARE_WITH_TIMEOUT(spy.count(), 1, 60'000);
    QVERIFY(view.text().size() > payload.size());
    view.setPayload("[]");
    QTRY_COMPARE(view.text(), QStringLiteral("[]"));
}

void tst_DetailView::saysThatLinesAreBroken()
{
    PayloadView view(PayloadView::Form::Raw);
    view.show();
    auto *note = view.findChild<QLabel *>();
    view.setPayload(QByteArray(25'000, 'x'));
    QTRY_VERIFY(note->isVisible());
    view.setPayload("short");
    QTRY_VERIFY(!note->isVisible());
}

void tst_DetailView::selectsAndCopiesBytes()
{
    HexView view;
    view.resize(700, 100);
    QByteArray bytes;
    for (int i = 0; i < 1000; ++i)
        bytes.append(char(i));
    view.setBytes(bytes);
    view.show();
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.selectionStart(), qsizetype(17));
    QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(view.selectionEnd(), qsizetype(20));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("11 12 13"));
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view.selectionEnd(), qsizetype(1000));
    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(view.selectionStart(), qsizetype(999));
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.selectionStart(), qsizetype(999));
    QContextMenuEvent wish(QContextMenuEvent::Mouse, {20, 20}, view.mapToGlobal(QPoint(20, 20)));
    QApplication::sendEvent(view.viewport(), &wish);
    auto *menu = view.findChild<QMenu *>();
    QVERIFY(menu);
    view.setBytes("grün\n");
    menu->actions().last()->trigger();
    menu->actions().value(1)->trigger();
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("grün\n"));
    menu->close();
    view.setBytes({});
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view.selectionEnd(), qsizetype(0));
}

void tst_DetailView::showsAsManyBytesAsFit()
{
    HexView view;
    view.setBytes(QByteArray(1000, 'x'));
    view.show();
    view.resize(1200, 200);
    QTRY_COMPARE(view.bytesPerLine(), 16);
    view.resize(1200 * 2 / 5, 200);
    QTRY_COMPARE(view.bytesPerLine(), 8);
    QCOMPARE(view.line(1), QStringLiteral("00000008  78 78 78 78  78 78 78 78  xxxxxxxx"));
    view.resize(150, 200);
    QTRY_COMPARE(view.bytesPerLine(), 4);
}

void tst_DetailView::formatsTimes()
{
    QCOMPARE(formatDelta(200), QStringLiteral("+0.2 ms"));
    QCOMPARE(formatDelta(1'500'000), QStringLiteral("+1.50 s"));
    QCOMPARE(formatDelta(123'000'000), QStringLiteral("+2 min 3 s"));
    QCOMPARE(formatDelta(3'723'000'000), QStringLiteral("+1 h 2 min"));
    QCOMPARE(formatDelta(-200), QStringLiteral("−0.2 ms"));
    QCOMPARE(formatBytes(118), QStringLiteral("118 B"));
    QVERIFY(formatTime(1'700'000'000'266'113).endsWith(QLatin1String(":20.266")));
}

WEIR_TEST(runUiTest<tst_DetailView>)

#include "tst_detailview.moc"
