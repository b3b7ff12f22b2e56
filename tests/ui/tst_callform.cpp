// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callformfixture.h"

class TestCallForm final : public CallFormFixture
{
    Q_OBJECT

private Q_SLOTS:
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
    void theAutomaticIdFollows();
    void anIdCanBeOfOnesOwn();
    void anExampleFillsTheForm();
    void buttonsHandTheTextOn();
    void aLongRequestIsSentAndNotShown();
    void everyControlHasAName();
};

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

WEIR_TEST(runUiTest<TestCallForm>)
#include "tst_callform.moc"
