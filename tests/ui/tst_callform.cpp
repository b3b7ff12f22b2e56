// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callform.h"
#include "chips.h"
#include "paramrow.h"
#include "theme.h"
#include "uitest.h"
#include "variableedit.h"
#include "variabletextedit.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace weir;

namespace {
QString s(const char *text)
{
    return QString::fromUtf8(text);
}

constexpr char description[] = R"({"openrpc":"1.2.6","info":{"title":"Calculator","version":"1"},"methods":[
{"name":"subtract","summary":"Subtracts the second number from the first.","params":[
  {"name":"minuend","required":true,"schema":{"type":"number"}},
  {"name":"subtrahend","required":true,"schema":{"type":"number"}},
  {"name":"precision","schema":{"type":"integer","minimum":0,"maximum":15}},
  {"name":"rounding","schema":{"type":"string","enum":["half-even","half-up"]}}],
 "examples":[{"name":"Forty-two","params":[{"name":"minuend","value":42},{"name":"subtrahend","value":23}],
  "result":{"name":"difference","value":19}}]},
{"name":"sum_all","summary":"Adds numbers.","deprecated":true,"params":[
  {"name":"numbers","required":true,"schema":{"type":"array","items":{"type":"number"}}}]},
{"name":"ship","summary":"Ships a parcel.","params":[
  {"name":"to","required":true,"schema":{"type":"object","required":["street"],"properties":{
    "street":{"type":"string"},"express":{"type":"boolean"}}}},
  {"name":"pay","schema":{"oneOf":[{"title":"cash","type":"number"},{"title":"card","type":"string"}]}}]}]})";

std::shared_ptr<const RpcService> calculator()
{
    const auto service = readOpenRpc(description);
    return service ? std::make_shared<const RpcService>(*service) : nullptr;
}

std::vector<ParamNode> manyRows(int count)
{
    std::vector<ParamNode> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back(
            {.name = s("p%1").arg(i), .type = ParamNode::Type::Number, .text = QString::number(i)});
    return rows;
}
}

class TestCallForm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_form.reset(); }

    void whatIsWrittenInTheFormIsThePreview();
    void aKnownMethodBringsItsParameters();
    void methodsAreOfferedWhileOneIsNamed();
    void whatIsWrongStandsInItsPlace();
    void whatIsWrongCanBeSentAnyway();
    void thePreviewUpdatesTheForm();
    void aTextThatIsNoRequestLeavesTheFormAndIsSentAsItIs();
    void controlEnterSendsFromAnywhere();
    void variablesAreFilledIn();
    void aVariableThatBreaksTheJsonIsTold();
    void secretsWithoutAValueAreAskedFor();
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
    void theAutomaticIdFollows();
    void anIdCanBeOfOnesOwn();
    void anExampleFillsTheForm();
    void buttonsHandTheTextOn();
    void aLongRequestIsSentAndNotShown();
    void everyControlHasAName();

private:
    template <typename Widget> Widget *named(const char *name) const;
    VariableTextEdit *preview() const { return named<VariableTextEdit>("Request preview"); }
    VariableEdit *value(const char *name) const { return named<VariableEdit>(name); }
    QPushButton *sendButton() const { return named<QPushButton>("Send"); }
    void chip(const char *label) const;
    void choose(const char *method);
    QStringList errors() const;
    QByteArray sent(qsizetype number) const { return m_sent->at(number).at(0).toByteArray(); }
    void write(QWidget *field, const char *text) const
    {
        m_form->activateWindow(); // a list was open; offscreen nobody else brings it back
        QCoreApplication::processEvents();
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, s(text));
    }

    std::unique_ptr<CallForm> m_form;
    std::unique_ptr<QSignalSpy> m_sent;
};

template <typename Widget> Widget *TestCallForm::named(const char *name) const
{
    QCoreApplication::processEvents(); // what is laid out, is
    for (Widget *widget : m_form->findChildren<Widget *>()) {
        if (widget->accessibleName() == s(name) && widget->isVisible())
            return widget;
    }
    return nullptr;
}

void TestCallForm::chip(const char *label) const
{
    for (Chip *chip : m_form->findChildren<Chip *>()) {
        if (chip->shown() == s(label))
            QTest::mouseClick(chip, Qt::LeftButton);
    }
}

void TestCallForm::choose(const char *method)
{
    write(value("Method"), method);
    QTest::keyClick(value("Method"), Qt::Key_Escape);
    QTest::keyClick(value("Method"), Qt::Key_Return);
}

QStringList TestCallForm::errors() const
{
    QStringList sentences;
    for (const QLabel *label : m_form->findChildren<QLabel *>()) {
        const bool isSentence = label->wordWrap() && label->property("tone") == s("error");
        if (isSentence && label->isVisible())
            sentences.append(label->text());
    }
    return sentences;
}

void TestCallForm::init()
{
    applyTheme(*qApp, Theme::Scheme::Light);
    m_form = std::make_unique<CallForm>();
    m_form->resize(480, 700);
    m_sent = std::make_unique<QSignalSpy>(m_form.get(), &CallForm::sendRequested);
    m_form->setNextId(8);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_form.get()));
    m_form->activateWindow();
}

void TestCallForm::whatIsWrittenInTheFormIsThePreview()
{
    write(value("Method"), "echo");
    QTest::mouseClick(named<QToolButton>("Add parameter"), Qt::LeftButton);
    QVERIFY(value("Name of the parameter")->hasFocus());
    QTest::keyClicks(value("Name of the parameter"), s("text"));
    write(value("text"), "a \"b\"");
    QCOMPARE(m_form->text(),
             QByteArray(R"({"jsonrpc":"2.0","method":"echo","params":{"text":"a \"b\""},"id":8})"));
    QCOMPARE(preview()->text().toUtf8(), m_form->text());
    QCOMPARE(m_form->text(), callText(m_form->draft(), "8"));
    QTRY_VERIFY(sendButton()->isEnabled());
    QTest::mouseClick(sendButton(), Qt::LeftButton);
    QCOMPARE(sent(0), m_form->text());
}

void TestCallForm::aKnownMethodBringsItsParameters()
{
    m_form->setService(calculator());
    choose("subtract");
    QCOMPARE(m_form->draft().rows.size(), size_t(4));
    QVERIFY(m_form->draft().rows[0].on);
    QVERIFY(!m_form->draft().rows[2].on);
    QVERIFY(named<QLabel>("minuend, required"));
    write(value("minuend"), "42");
    write(value("subtrahend"), "23");
    QCOMPARE(m_form->text(),
             QByteArray(
                 R"({"jsonrpc":"2.0","method":"subtract","params":{"minuend":42,"subtrahend":23},"id":8})"));
    auto *rounding = named<QComboBox>("rounding");
    QCOMPARE(rounding->itemText(1), s("half-up"));
    bool told = false;
    for (const QLabel *label : m_form->findChildren<QLabel *>())
        told = told || (label->isVisible() && label->text().startsWith(s("Subtracts the second")));
    QVERIFY(told);
}

void TestCallForm::methodsAreOfferedWhileOneIsNamed()
{
    m_form->setService(calculator());
    m_form->setKnownMethods({s("subtract"), s("system.uptime")});
    value("Method")->setFocus();
    QTest::keyClicks(value("Method"), s("U"));
    auto *list = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
    QVERIFY(list);
    QCOMPARE(list->model()->rowCount(), 3); // sUbtract, sUm_all, system.Uptime
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_form->draft().method, s("subtract"));
    QCOMPARE(m_form->draft().rows.size(), size_t(4));
}

void TestCallForm::whatIsWrongStandsInItsPlace()
{
    m_form->setService(calculator());
    choose("subtract");
    write(value("minuend"), "42");
    write(value("subtrahend"), "23");
    QTRY_VERIFY(sendButton()->isEnabled());
    write(value("precision"), "two");
    QTRY_COMPARE(errors().size(), 1);
    QVERIFY(errors().first().contains(s("two")));
    QVERIFY(value("precision")->property("invalid").toBool());
    QVERIFY(!value("minuend")->property("invalid").toBool());
    QVERIFY(!sendButton()->isEnabled());
    QVERIFY(m_form->text().contains("\"precision\":two"));
    write(value("precision"), "2");
    QTRY_VERIFY(sendButton()->isEnabled());
    QCOMPARE(errors(), QStringList());
}

void TestCallForm::whatIsWrongCanBeSentAnyway()
{
    m_form->setService(calculator());
    choose("subtract");
    write(value("minuend"), "many");
    QTest::keyClick(value("minuend"), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_sent->size(), 0);
    QTRY_VERIFY(named<QPushButton>("Send anyway"));
    QTest::mouseClick(named<QPushButton>("Send anyway"), Qt::LeftButton);
    QCOMPARE(sent(0), m_form->text());
    QVERIFY(sent(0).contains("\"minuend\":many"));
}

void TestCallForm::thePreviewUpdatesTheForm()
{
    m_form->setService(calculator());
    choose("subtract");
    const char written[] =
        R"({ "jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 1.0, "subtrahend": 1e400}, "id": 8 })";
    write(preview(), written);
    QCOMPARE(m_form->text(), QByteArray(written));
    QCOMPARE(value("minuend")->text(), s("1.0"));
    QCOMPARE(value("subtrahend")->text(), s("1e400"));
    QCOMPARE(m_form->draft().id, CallDraft::Id::Automatic);
    QVERIFY(preview()->hasFocus());
    m_form->sendAnyway();
    QCOMPARE(sent(0), QByteArray(written));
    write(value("minuend"), "2");
    QCOMPARE(m_form->text(), callText(m_form->draft(), "8"));
}

void TestCallForm::aTextThatIsNoRequestLeavesTheFormAndIsSentAsItIs()
{
    m_form->setDraft({.method = s("echo")});
    const CallDraft before = m_form->draft();
    write(preview(), "{\"jsonrpc\": \"2.0\", ");
    QTRY_COMPARE(errors().size(), 1);
    QCOMPARE(m_form->draft(), before);
    QVERIFY(!sendButton()->isEnabled());
    QTest::mouseClick(named<QPushButton>("Send anyway"), Qt::LeftButton);
    QCOMPARE(sent(0), QByteArray("{\"jsonrpc\": \"2.0\", "));
    m_form->setNextId(9);
    QCOMPARE(m_form->text(), QByteArray("{\"jsonrpc\": \"2.0\", "));
    write(value("Method"), "ping");
    QCOMPARE(m_form->text(), callText(m_form->draft(), "9"));
    QCOMPARE(errors(), QStringList());
}

void TestCallForm::controlEnterSendsFromAnywhere()
{
    m_form->setDraft({.method = s("echo"), .rows = {{.name = s("text"), .text = s("x")}}});
    int expected = 0;
    for (QWidget *field : std::initializer_list<QWidget *>{value("Method"), value("text"), preview(),
                                                           named<QComboBox>("Type of text")}) {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_sent->size(), ++expected);
    }
}

void TestCallForm::variablesAreFilledIn()
{
    m_form->setVariables(
        Variables({.profile = {{s("who"), s("Ann")}}, .secrets = {{s("key"), s("hunter2hunter2")}}}));
    m_form->setDraft({.method = s("echo"), .rows = {{.name = s("a"), .text = s("{{who}} {{secret.key}}")}}});
    QVERIFY(m_form->canSend());
    m_form->send();
    QVERIFY(m_form->text().contains("{{who}} {{secret.key}}"));
    QVERIFY(sent(0).contains("\"a\":\"Ann hunter2hunter2\""));
    QCOMPARE(m_sent->at(0).at(1).value<Secrets>().values, QList<QByteArray>{"hunter2hunter2"});
}

void TestCallForm::aVariableThatBreaksTheJsonIsTold()
{
    m_form->setVariables(Variables({.profile = {{s("quote"), s("\"")}}}));
    m_form->setDraft({.method = s("echo"), .rows = {{.name = s("a"), .text = s("{{quote}}")}}});
    m_form->send();
    QCOMPARE(m_sent->size(), 0);
    QCOMPARE(errors().size(), 1);
    QTest::mouseClick(named<QPushButton>("Send anyway"), Qt::LeftButton);
    QVERIFY(sent(0).contains("\"a\":\"\"\""));
    m_form->setDraft({.method = s("{{nobody}}")});
    m_form->send();
    QCOMPARE(m_sent->size(), 1);
    QCOMPARE(errors().size(), 1);
}

void TestCallForm::secretsWithoutAValueAreAskedFor()
{
    QSignalSpy missing(m_form.get(), &CallForm::secretsMissing);
    m_form->setDraft({.method = s("echo"), .rows = {{.name = s("a"), .text = s("{{secret.key}}")}}});
    QCOMPARE(missing, (QList<QList<QVariant>>{{QStringList{s("key")}}}));
    m_form->setDraft({.method = s("other"), .rows = m_form->draft().rows});
    QCOMPARE(missing.size(), 1);
}

void TestCallForm::switchingTheKindKeepsWhatWasTyped()
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

void TestCallForm::rowsAreAddedMovedAndRemoved()
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

void TestCallForm::aRowIsDraggedToItsPlace()
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

void TestCallForm::aRowThatIsOffIsNotSent()
{
    m_form->setDraft({.method = s("echo"), .rows = manyRows(2)});
    QTest::mouseClick(named<QCheckBox>("Send p0"), Qt::LeftButton, {}, QPoint(7, 13));
    QVERIFY(m_form->text().contains(R"({"p1":1})"));
    QCOMPARE(m_form->draft().rows.size(), size_t(2));
    write(value("p0"), "5"); // whoever writes a value wants it sent
    QVERIFY(m_form->text().contains(R"({"p0":5,"p1":1})"));
    QVERIFY(named<QCheckBox>("Send p0")->isChecked());
}

void TestCallForm::namedParametersAreOfferedAgain()
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

void TestCallForm::nestedObjectsOpenAsATree()
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

void TestCallForm::alternativesAreChosen()
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

void TestCallForm::typesOfFreeRowsAreChosen()
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

void TestCallForm::typingKeepsTheKeyboardAndTheCursor()
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

void TestCallForm::onlyWhatCanBeSeenHasWidgets()
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

void TestCallForm::tabWalksThroughAllRows()
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

void TestCallForm::theAutomaticIdFollows()
{
    m_form->setDraft({.method = s("echo"), .params = CallDraft::Params::None});
    m_form->setNextId(9);
    QCOMPARE(m_form->text(), QByteArray(R"({"jsonrpc":"2.0","method":"echo","id":9})"));
    write(preview(), "{\"id\": 9, \"jsonrpc\": \"2.0\", \"method\": \"echo\"}");
    m_form->setNextId(10);
    QCOMPARE(m_form->text(), QByteArray("{\"id\": 10, \"jsonrpc\": \"2.0\", \"method\": \"echo\"}"));
}

void TestCallForm::anIdCanBeOfOnesOwn()
{
    m_form->setDraft({.method = s("echo"), .params = CallDraft::Params::None});
    chip("string");
    QVERIFY(value("String that is the id")->hasFocus());
    QTest::keyClicks(value("String that is the id"), s("a"));
    QVERIFY(m_form->text().endsWith(R"("id":"a"})"));
    chip("number");
    QTRY_VERIFY(!m_form->canSend()); // a
    write(value("Number that is the id"), "9007199254740993");
    QVERIFY(m_form->text().endsWith(R"("id":9007199254740993})"));
    QTRY_VERIFY(m_form->canSend());
    chip("null");
    QVERIFY(m_form->text().endsWith(R"("id":null})"));
    chip("notification");
    QVERIFY(!m_form->text().contains("\"id\""));
    m_form->setNextId(11);
    QVERIFY(!m_form->text().contains("\"id\""));
}

void TestCallForm::anExampleFillsTheForm()
{
    m_form->setService(calculator());
    choose("subtract");
    QMenu *menu = named<QToolButton>("Examples")->menu();
    QCOMPARE(menu->actions().size(), 1);
    QCOMPARE(menu->actions().first()->text(), s("Forty-two"));
    menu->actions().first()->trigger();
    QVERIFY(m_form->canSend());
    const std::vector<ParamNode> &rows = m_form->draft().rows;
    QCOMPARE(rows[0].text, s("42"));
    QCOMPARE(rows[1].text, s("23"));
    QVERIFY(!rows[2].on);
}

void TestCallForm::buttonsHandTheTextOn()
{
    QSignalSpy batch(m_form.get(), &CallForm::batchRequested);
    QSignalSpy curl(m_form.get(), &CallForm::copyAsCurlRequested);
    QSignalSpy changed(m_form.get(), &CallForm::draftChanged);
    m_form->setDraft({.method = s("{{m}}"), .params = CallDraft::Params::None});
    m_form->setBatchCount(2);
    QCOMPARE(changed.size(), 0);
    const QByteArray text = R"({"jsonrpc":"2.0","method":"{{m}}","id":8})";
    QCOMPARE(named<QPushButton>("Add to batch")->text(), s("Add to batch (2)"));
    QTest::mouseClick(named<QPushButton>("Add to batch"), Qt::LeftButton);
    QTest::mouseClick(named<QPushButton>("Copy as cURL"), Qt::LeftButton);
    QCOMPARE(batch, (QList<QList<QVariant>>{{text}}));
    QCOMPARE(curl, (QList<QList<QVariant>>{{text}}));
    write(value("Method"), "x");
    QVERIFY(!changed.isEmpty());
}

void TestCallForm::aLongRequestIsSentAndNotShown()
{
    m_form->setDraft({.method = s("echo"), .rows = {{.name = s("a"), .text = QString(200'000, u'x')}}});
    QTRY_VERIFY(preview()->isReadOnly());
    QVERIFY(preview()->text().isEmpty());
    m_form->send();
    QCOMPARE(sent(0), callText(m_form->draft(), "8"));
    m_form->setDraft({.method = s("echo")});
    QVERIFY(!preview()->isReadOnly());
}

void TestCallForm::everyControlHasAName()
{
    m_form->setService(calculator());
    choose("ship");
    chip("string");
    for (const QWidget *widget : m_form->findChildren<QWidget *>()) {
        const bool isInside = widget->parentWidget()->inherits("QLineEdit")
            || widget->parentWidget()->inherits("QComboBox")
            || widget->objectName() == s("qt_spinbox_lineedit");
        if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !isInside)
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

int main(int argc, char **argv)
{
    return runUiTest<TestCallForm>(argc, argv);
}

#include "tst_callform.moc"
