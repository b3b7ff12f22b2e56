// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callsfixture.h"
#include "callslist.h"
#include "chips.h"
#include "searchfield.h"
#include "theme.h"
#include "uitest.h"

#include "session/callsmodel.h"

#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>

using namespace weir;

Q_DECLARE_METATYPE(weir::Call)

class TestCallsList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theNewestIsChosenUntilAnotherIs();
    void aQuestionOfTheServerDoesNotTakeThePlace();
    void theChosenOneStaysChosen();
    void whoScrolledDownGoesOnSeeingTheSame();
    void fieldAndChipsFilter();
    void keysDoWhatTheMenuDoes();
    void aBatchOpensByKeyAndByMouse();
    void theMenuOffersWhatIsPossible();
    void twoResultsAreCompared();
    void emptyPlacesSayWhy();
    void aQuarterOfAMillionIsShown();

private:
    QTableView *table() const { return m_list->findChild<QTableView *>(); }
    int rows() const { return table()->model()->rowCount(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    int rowOf(quint64 seq) const;
    QMenu *menuAt(int row);
    QAction *action(QMenu *menu, const char *text);
    void click(const char *chip);

    std::unique_ptr<CallsFixture> m_fixture;
    std::unique_ptr<CallsList> m_list;
};

void TestCallsList::init()
{
    qRegisterMetaType<Call>();
    applyTheme(*qApp, Theme::Scheme::Light);
    m_fixture = std::make_unique<CallsFixture>();
    m_list = std::make_unique<CallsList>(m_fixture->index);
    m_list->resize(720, 200);
    m_list->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
}

void TestCallsList::cleanup()
{
    m_list.reset();
    m_fixture.reset();
}

int TestCallsList::rowOf(quint64 seq) const
{
    for (int row = 0; row < rows(); ++row) {
        if (table()->model()->index(row, 0).data(CallsModel::SeqRole).value<quint64>() == seq)
            return row;
    }
    return -1;
}

QMenu *TestCallsList::menuAt(int row)
{
    const QPoint at = table()->visualRect(table()->model()->index(row, 0)).center();
    Q_EMIT table()->customContextMenuRequested(at);
    const auto menus = m_list->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    return menus.isEmpty() ? nullptr : menus.back();
}

QAction *TestCallsList::action(QMenu *menu, const char *text)
{
    for (QAction *one : menu->findChildren<QAction *>()) {
        if (one->text() == QString::fromUtf8(text))
            return one;
    }
    return nullptr;
}

void TestCallsList::click(const char *label)
{
    for (Chip *chip : m_list->findChildren<Chip *>()) {
        if (chip->isVisible() && chip->shown().startsWith(QString::fromUtf8(label)))
            chip->click();
    }
}

void TestCallsList::theNewestIsChosenUntilAnotherIs()
{
    QSignalSpy changed(m_list.get(), &CallsList::currentChanged);
    const quint64 first = m_fixture->rows.request("a", "1");
    m_fixture->flush(1);
    QCOMPARE(m_list->current(), first);
    const quint64 second = m_fixture->rows.request("b", "2");
    m_fixture->flush(2);
    QCOMPARE(m_list->current(), second);
    QCOMPARE(changed.count(), 2);

    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(m_list->current(), first);
    m_fixture->rows.request("c", "3");
    m_fixture->flush(3);
    QCOMPARE(m_list->current(), first);
    QCOMPARE(table()->currentIndex().row(), 2);

    m_list->followNewest();
    const quint64 fourth = m_fixture->rows.request("d", "4");
    m_fixture->flush(4);
    QCOMPARE(m_list->current(), fourth);
}

void TestCallsList::aQuestionOfTheServerDoesNotTakeThePlace()
{
    const quint64 ours = m_fixture->rows.request("a", "1");
    m_fixture->rows.asked("confirm", "1");
    m_fixture->flush(2);
    QCOMPARE(m_list->current(), ours);
}

void TestCallsList::theChosenOneStaysChosen()
{
    m_fixture->writePicture();
    m_fixture->flush(10);
    const quint64 wrong = m_fixture->index.at(7).seq;
    m_list->setCurrent(wrong);
    QCOMPARE(cell(table()->currentIndex().row(), CallsModel::Method), QStringLiteral("foobar"));
    click("Results");
    QCOMPARE(m_list->current(), wrong); // it is only out of sight
    QVERIFY(!table()->currentIndex().isValid());
    click("All");
    QCOMPARE(table()->currentIndex().row(), rowOf(wrong));
    m_list->setCurrent(4711); // comes later
    QCOMPARE(m_list->current(), quint64(4711));
    QVERIFY(!table()->currentIndex().isValid());
}

void TestCallsList::whoScrolledDownGoesOnSeeingTheSame()
{
    for (int i = 0; i < 100; ++i)
        m_fixture->rows.request("m", QByteArray::number(i));
    m_fixture->flush(100);
    m_list->setCurrent(m_fixture->index.at(50).seq);
    table()->verticalScrollBar()->setValue(40);
    const QString top = cell(table()->rowAt(1), CallsModel::Id);
    for (int i = 100; i < 110; ++i)
        m_fixture->rows.request("m", QByteArray::number(i));
    m_fixture->flush(110);
    QCOMPARE(table()->verticalScrollBar()->value(), 50);
    QCOMPARE(cell(table()->rowAt(1), CallsModel::Id), top);
    QCOMPARE(m_list->current(), m_fixture->index.at(50).seq);
}

void TestCallsList::fieldAndChipsFilter()
{
    m_fixture->writePicture();
    m_fixture->flush(10);
    QCOMPARE(rows(), 6);
    auto *field = m_list->findChild<SearchField *>();
    m_list->focusFilter();
    QTest::keyClicks(field, QStringLiteral("SUBTR"));
    QCOMPARE(rows(), 3); // one of them in the batch, beneath it
    QTest::keyClick(field, Qt::Key_Escape);
    click("Errors");
    QCOMPARE(rows(), 3);
    QCOMPARE(cell(0, CallsModel::Outcome), QStringLiteral("−32601 Method not found"));
    click("Server");
    QCOMPARE(rows(), 4);
    click("All");
    QCOMPARE(rows(), 6);
}

void TestCallsList::keysDoWhatTheMenuDoes()
{
    QSignalSpy edit(m_list.get(), &CallsList::editRequested);
    QSignalSpy again(m_list.get(), &CallsList::sendAgainRequested);
    QSignalSpy cancel(m_list.get(), &CallsList::cancelRequested);
    QSignalSpy answer(m_list.get(), &CallsList::answerRequested);
    QSignalSpy copy(m_list.get(), &CallsList::copyRequested);
    const quint64 done = m_fixture->exchange("a", "1", "1");
    const quint64 asked = m_fixture->rows.asked("confirm", "1");
    const quint64 waiting = m_fixture->rows.request("b", "2");
    m_fixture->flush(3);

    m_list->setCurrent(done);
    QTest::keyClick(table(), Qt::Key_Return);
    QTest::keyClick(table(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(edit.count(), 1);
    QCOMPARE(edit[0][0].value<Call>().seq, done);
    QCOMPARE(again.count(), 1);
    QCOMPARE(copy.count(), 1);
    QCOMPARE(copy[0][1].value<CallsList::CopyForm>(), CallsList::CopyForm::Answer);
    QCOMPARE(cancel.count(), 0);

    m_list->setCurrent(waiting);
    QTest::keyClick(table(), Qt::Key_Delete);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(cancel.count(), 1);
    QCOMPARE(copy.count(), 1);

    const quint64 batch = m_fixture->rows.batch();
    m_fixture->rows.request("c", "3", batch);
    const quint64 member = m_fixture->rows.request("d", "4", batch);
    m_fixture->rows.result(member, "4");
    m_fixture->flush(6);
    m_list->setCurrent(batch);
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(cancel.count(), 2);
    QCOMPARE(cancel.takeLast()[0].value<Call>().id, QByteArray("3"));

    m_list->setCurrent(asked);
    QTest::keyClick(table(), Qt::Key_Return);
    QTest::keyClick(table(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(answer.count(), 1);
    QCOMPARE(again.count(), 1);
    QCOMPARE(cancel.count(), 1);
}

void TestCallsList::aBatchOpensByKeyAndByMouse()
{
    m_fixture->writePicture();
    m_fixture->flush(10);
    const quint64 batch = m_fixture->index.at(1).seq;
    m_list->setCurrent(batch);
    QTest::keyClick(table(), Qt::Key_Right);
    QCOMPARE(rows(), 10);
    QCOMPARE(m_list->current(), batch);
    QCOMPARE(cell(rowOf(batch) + 1, CallsModel::Method), QStringLiteral("sum"));
    QTest::keyClick(table(), Qt::Key_Left);
    QCOMPARE(rows(), 6);
    const QRect method = table()->visualRect(table()->model()->index(rowOf(batch), CallsModel::Method));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, method.topLeft() + QPoint(10, 8));
    QCOMPARE(rows(), 10);
}

void TestCallsList::theMenuOffersWhatIsPossible()
{
    const quint64 done = m_fixture->exchange("a", "1", "1");
    const quint64 asked = m_fixture->rows.asked("confirm", "1");
    const quint64 waiting = m_fixture->rows.request("b", "2");
    m_fixture->flush(3);
    m_list->setCurrent(done);
    QMenu *menu = menuAt(rowOf(done));
    QVERIFY(menu);
    QVERIFY(!action(menu, "Reply…"));
    QVERIFY(!action(menu, "Stop waiting")->isEnabled());
    QVERIFY(action(menu, "JSON of the answer")->isEnabled());
    QVERIFY(!action(menu, "Compare the two results")->isEnabled());
    QSignalSpy save(m_list.get(), &CallsList::saveRequested);
    QSignalSpy duplicate(m_list.get(), &CallsList::duplicateRequested);
    QSignalSpy log(m_list.get(), &CallsList::showInLogRequested);
    QSignalSpy copy(m_list.get(), &CallsList::copyRequested);
    for (const char *text :
         {"Save as named call…", "Duplicate into the form", "Show in the event log", "cURL"})
        action(menu, text)->trigger();
    QCOMPARE(save.count(), 1);
    QCOMPARE(duplicate.count(), 1);
    QCOMPARE(log[0][0].value<quint64>(), done);
    QCOMPARE(copy[0][1].value<CallsList::CopyForm>(), CallsList::CopyForm::Curl);
    delete menu;

    m_list->setCurrent(waiting);
    menu = menuAt(rowOf(waiting));
    QVERIFY(action(menu, "Stop waiting")->isEnabled());
    QVERIFY(!action(menu, "JSON of the answer")->isEnabled());
    delete menu;

    m_list->setCurrent(asked);
    menu = menuAt(rowOf(asked));
    QVERIFY(action(menu, "Reply…")->isEnabled());
    QVERIFY(!action(menu, "Send again"));
    delete menu;
}

void TestCallsList::twoResultsAreCompared()
{
    const quint64 first = m_fixture->exchange("a", "1", "1");
    m_fixture->rows.request("b", "2");
    const quint64 third = m_fixture->exchange("a", "3", "2");
    m_fixture->flush(3);
    QSignalSpy compare(m_list.get(), &CallsList::compareRequested);
    m_list->setCurrent(third);
    table()->selectionModel()->select(table()->model()->index(2, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QMenu *menu = menuAt(0);
    action(menu, "Compare the two results")->trigger();
    QCOMPARE(compare.count(), 1);
    QCOMPARE(compare[0][0].value<Call>().seq, first);
    QCOMPARE(compare[0][1].value<Call>().seq, third);
    delete menu;
    table()->selectAll();
    menu = menuAt(0);
    QVERIFY(!action(menu, "Compare the two results")->isEnabled());
    delete menu;
}

void TestCallsList::emptyPlacesSayWhy()
{
    auto *hint = table()->viewport()->findChild<QLabel *>();
    QVERIFY(hint->isVisible());
    m_fixture->rows.request("a", "1");
    m_fixture->flush(1);
    QVERIFY(!hint->isVisible());
    m_list->findChild<SearchField *>()->setText(QStringLiteral("none is like this"));
    QVERIFY(hint->isVisible());
}

void TestCallsList::aQuarterOfAMillionIsShown()
{
    for (int i = 0; i < 249'000; ++i) {
        const quint64 seq = m_fixture->rows.request("subtract", QByteArray::number(i));
        m_fixture->rows.result(seq, QByteArray::number(i));
    }
    m_fixture->flush(249'000);
    QTRY_COMPARE(rows(), 249'000);
    m_fixture->rows.request("one more", "1");
    m_fixture->flush(249'001);
    m_list->findChild<SearchField *>()->setText(QStringLiteral("77"));
    click("Results");
    m_list->findChild<SearchField *>()->clear();
    QCOMPARE(rows(), 249'000);
}

WEIR_TEST(runUiTest<TestCallsList>)
#include "tst_callslist.moc"
