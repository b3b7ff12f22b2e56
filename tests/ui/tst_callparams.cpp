// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callformfixture.h"

class TestCallParams final : public CallFormFixture
{
    Q_OBJECT

private Q_SLOTS:
    void switchingTheKindKeepsWhatWasTyped();
    void rowsAreAddedMovedAndRemoved();
    void aRowIsDraggedToItsPlace();
    void aRowThatIsOffIsNotSent();
    void namedParametersAreOfferedAgain();
    void nestedObjectsOpenAsATree();
    void alternativesAreChosen();
    void typesOfFreeRowsAreChosen();
    void typingKeepsTheKeyboardAndTheCursor();
    void onlyWhatCanBeSeenHasWidgets();
    void tabWalksThroughAllRows();
};

void TestCallParams::switchingTheKindKeepsWhatWasTyped()
{
    m_form->setDraft({.method = s("echo"), .rows = {{.name = s("a"), .text = s("x")}}});
    const QByteArray byName = m_form->text();
    chip("raw JSON");
    QVERIFY(!value("a"));
    write(named<VariableTextEdit>("Parameters as JSON"), "[1, 2]");
    QVERIFY(m_form->text().contains("[1, 2]"));
    chip("by position");
    QVERIFY(m_form->text().contains("\"params\":[\"x\"]"));
    chip("none");
    QVERIFY(!m_form->text().contains("params"));
    chip("by name");
    QCOMPARE(m_form->text(), byName);
    chip("raw JSON");
    QVERIFY(m_form->text().contains("[1, 2]"));
}

void TestCallParams::rowsAreAddedMovedAndRemoved()
{
    m_form->setDraft({.method = s("echo"), .rows = manyRows(3)});
    value("p2")->setFocus();
    QTest::keyClick(value("p2"), Qt::Key_Up, Qt::AltModifier);
    QVERIFY(m_form->text().contains(R"({"p0":0,"p2":2,"p1":1})"));
    QVERIFY(value("p2")->hasFocus());
    QTest::keyClick(value("p2"), Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(value("p2"), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(m_form->text().contains(R"({"p0":0,"p1":1,"p2":2})"));
    QTest::mouseClick(named<QToolButton>("Remove p1"), Qt::LeftButton);
    QVERIFY(m_form->text().contains(R"({"p0":0,"p2":2})"));
    QTest::mouseClick(named<QToolButton>("Add parameter"), Qt::LeftButton);
    QCOMPARE(m_form->draft().rows.size(), size_t(3));
}

void TestCallParams::aRowIsDraggedToItsPlace()
{
    m_form->setDraft({.method = s("echo"), .rows = manyRows(3)});
    QWidget *first = value("p0")->parentWidget();
    const QPoint grip(3, 13);
    const int step = value("p1")->parentWidget()->y() - first->y();
    QTest::mousePress(first, Qt::LeftButton, {}, grip);
    QTest::mouseMove(first, grip + QPoint(0, step));
    QTest::mouseMove(first, grip + QPoint(0, 2 * step));
    QVERIFY(m_form->text().contains(R"({"p1":1,"p2":2,"p0":0})"));
    QTest::mouseMove(first, grip + QPoint(0, step));
    QTest::mouseRelease(first, Qt::LeftButton, {}, grip + QPoint(0, step));
    QVERIFY(m_form->text().contains(R"({"p1":1,"p0":0,"p2":2})"));
}

void TestCallParams::aRowThatIsOffIsNotSent()
{
    m_form->setDraft({.method = s("echo"), .rows = manyRows(2)});
    QTest::mouseClick(named<QCheckBox>("Send p0"), Qt::LeftButton, {}, QPoint(7, 13));
    QVERIFY(m_form->text().contains(R"({"p1":1})"));
    QCOMPARE(m_form->draft().rows.size(), size_t(2));
    write(value("p0"), "5"); // whoever writes a value wants it sent
    QVERIFY(m_form->text().contains(R"({"p0":5,"p1":1})"));
    QVERIFY(named<QCheckBox>("Send p0")->isChecked());
}

void TestCallParams::namedParametersAreOfferedAgain()
{
    m_form->setService(calculator());
    m_form->setDraft({.method = s("subtract"), .rows = {{.name = s("minuend"), .text = s("1")}}});
    QTest::mouseClick(named<QToolButton>("Add parameter"), Qt::LeftButton);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->actions().first()->text(), s("subtrahend"));
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(m_form->draft().rows.back().name, s("subtrahend"));
    QCOMPARE(m_form->focusWidget(), value("subtrahend"));
}

void TestCallParams::nestedObjectsOpenAsATree()
{
    m_form->setService(calculator());
    choose("ship");
    write(value("street"), "Elm");
    QVERIFY(m_form->text().contains(R"("to":{"street":"Elm"})"));
    QTest::mouseClick(named<QToolButton>("Add member"), Qt::LeftButton);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTest::mouseClick(named<QCheckBox>("express"), Qt::LeftButton, {}, QPoint(7, 13));
    QVERIFY(m_form->text().contains(R"("to":{"street":"Elm","express":true})"));
    QTest::mouseClick(named<QToolButton>("to"), Qt::LeftButton);
    QVERIFY(!value("street"));
    QTest::mouseClick(named<QToolButton>("to"), Qt::LeftButton);
    QCOMPARE(value("street")->text(), s("Elm"));
}

void TestCallParams::alternativesAreChosen()
{
    m_form->setService(calculator());
    choose("ship");
    auto *box = named<QComboBox>("Alternative for pay");
    QVERIFY(box);
    QCOMPARE(box->itemText(1), s("card"));
    box->setCurrentIndex(1);
    Q_EMIT box->activated(1);
    write(value("pay"), "4111");
    QVERIFY(m_form->text().contains(R"("pay":"4111")"));
    QCOMPARE(named<QComboBox>("Alternative for pay")->currentIndex(), 1);
}

void TestCallParams::typesOfFreeRowsAreChosen()
{
    m_form->setDraft({.method = s("echo"), .rows = {{.name = s("a"), .text = s("12")}}});
    const auto choose = [this](ParamNode::Type type) {
        auto *box = named<QComboBox>("Type of a");
        const int index = box->findData(int(type));
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    };
    choose(ParamNode::Type::Number);
    QVERIFY(m_form->text().contains(R"("a":12)"));
    choose(ParamNode::Type::Array);
    QTest::mouseClick(named<QToolButton>("Add item"), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), s("x"));
    QVERIFY(m_form->text().contains(R"("a":["x"])"));
    choose(ParamNode::Type::Null);
    QVERIFY(m_form->text().contains(R"("a":null)"));
    choose(ParamNode::Type::String);
    QVERIFY(m_form->text().contains(R"("a":"12")"));
}

void TestCallParams::typingKeepsTheKeyboardAndTheCursor()
{
    m_form->setDraft({.method = s("echo"), .rows = manyRows(500)});
    VariableEdit *edit = value("p1");
    edit->setText({});
    edit->setFocus();
    QTest::keyClicks(edit, s("135"));
    edit->setCursorPosition(1);
    QTest::keyClicks(edit, s("2"));
    QCOMPARE(edit->text(), s("1235"));
    QCOMPARE(edit->cursorPosition(), 2);
    QVERIFY(edit->hasFocus());
    QTRY_VERIFY(m_form->canSend());
    QCOMPARE(value("p1"), edit);
    QCOMPARE(edit->cursorPosition(), 2);
    QVERIFY(m_form->text().contains(R"("p1":1235)"));
}

void TestCallParams::onlyWhatCanBeSeenHasWidgets()
{
    m_form->setDraft({.method = s("echo"), .rows = manyRows(5000)});
    QVERIFY(m_form->findChildren<ParamRow *>().size() < 60);
    auto *bar = m_form->findChild<QAbstractScrollArea *>(QString())->verticalScrollBar();
    for (QAbstractScrollArea *area : m_form->findChildren<QAbstractScrollArea *>()) {
        if (area->accessibleName() == s("Parameters"))
            bar = area->verticalScrollBar();
    }
    bar->setValue(bar->maximum());
    QVERIFY(value("p4999"));
    QVERIFY(!value("p0"));
    QVERIFY(m_form->findChildren<ParamRow *>().size() < 60);
    write(value("p4999"), "7");
    QVERIFY(m_form->text().contains(R"("p4999":7})"));
}

void TestCallParams::tabWalksThroughAllRows()
{
    m_form->setDraft({.method = s("echo"), .rows = manyRows(60)});
    value("p0")->setFocus();
    QStringList seen;
    for (int i = 0; i < 60 * 5 && seen.size() < 60; ++i) {
        const QWidget *focus = QApplication::focusWidget();
        if (qobject_cast<const VariableEdit *>(focus) && focus->accessibleName().startsWith(u'p')
            && !seen.contains(focus->accessibleName()))
            seen.append(focus->accessibleName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(seen.size(), 60);
    QCOMPARE(seen.at(30), s("p30"));
}

WEIR_TEST(runUiTest<TestCallParams>)
#include "tst_callparams.moc"
