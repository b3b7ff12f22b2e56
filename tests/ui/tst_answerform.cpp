// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerform.h"
#include "chips.h"
#include "theme.h"
#include "uitest.h"
#include "variableedit.h"
#include "variabletextedit.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace weir;

class TestAnswerForm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_form.reset(); }

    void theRequestIsShown();
    void aResultIsSentWithTheIdAsItCame();
    void anErrorIsSentWithItsData();
    void whatIsWrongIsToldAndNotSent();
    void variablesAreFilledInAndTheIdIsNot();
    void theAnswerIsSavedAsARule();
    void everyControlHasAName();

private:
    template <typename Widget> Widget *named(const char *name) const;
    void chip(const char *label) const;
    QString fault() const;
    QByteArray sent(qsizetype number) const { return m_sent->at(number).at(0).toByteArray(); }
    static void write(QWidget *field, const char *text)
    {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, s(text));
    }

    std::unique_ptr<AnswerForm> m_form;
    std::unique_ptr<QSignalSpy> m_sent;
};

template <typename Widget> Widget *TestAnswerForm::named(const char *name) const
{
    for (Widget *widget : m_form->findChildren<Widget *>()) {
        if (widget->accessibleName() == s(name) && widget->isVisible())
            return widget;
    }
    return nullptr;
}

void TestAnswerForm::chip(const char *label) const
{
    for (Chip *chip : m_form->findChildren<Chip *>()) {
        if (chip->shown() == s(label))
            QTest::mouseClick(chip, Qt::LeftButton);
    }
}

QString TestAnswerForm::fault() const
{
    for (const QLabel *label : m_form->findChildren<QLabel *>()) {
        if (label->isVisible() && label->property("tone") == s("error"))
            return label->text();
    }
    return {};
}

void TestAnswerForm::init()
{
    applyTheme(*qApp, Theme::Scheme::Light);
    m_form = std::make_unique<AnswerForm>();
    m_form->resize(480, 480);
    m_sent = std::make_unique<QSignalSpy>(m_form.get(), &AnswerForm::answerRequested);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_form.get()));
    m_form->setRequest("\"srv-1\"", s("confirm"), R"({"text":"Go on?","n":1.0})");
}

void TestAnswerForm::theRequestIsShown()
{
    QCOMPARE(named<QLabel>("Method that the server calls")->text(), s("confirm"));
    QCOMPARE(named<VariableTextEdit>("Parameters of the request")->text(),
             s("{\n  \"text\": \"Go on?\",\n  \"n\": 1.0\n}"));
    m_form->setRequest("7", s("other"), {});
    QVERIFY(named<VariableTextEdit>("Parameters of the request")->text().isEmpty());
}

void TestAnswerForm::aResultIsSentWithTheIdAsItCame()
{
    m_form->focusAnswer();
    write(named<VariableTextEdit>("Result as JSON"), " {\"ok\": true} ");
    QTest::mouseClick(named<QPushButton>("Send answer"), Qt::LeftButton);
    QCOMPARE(sent(0), QByteArray(R"({"jsonrpc":"2.0","result":{"ok": true},"id":"srv-1"})"));
    m_form->setRequest("9007199254740993.0", s("confirm"), {});
    QTest::keyClick(named<VariableTextEdit>("Result as JSON"), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent(1), QByteArray(R"({"jsonrpc":"2.0","result":{"ok": true},"id":9007199254740993.0})"));
    m_form->setRequest({}, {}, {}); // nobody asks
    QVERIFY(!named<QPushButton>("Send answer")->isEnabled());
}

void TestAnswerForm::anErrorIsSentWithItsData()
{
    chip("error");
    QVERIFY(!named<VariableTextEdit>("Result as JSON"));
    QTest::mouseClick(named<QPushButton>("Send answer"), Qt::LeftButton);
    QCOMPARE(
        sent(0),
        QByteArray(R"({"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":"srv-1"})"));
    auto *code = named<QComboBox>("Code of the error");
    Q_EMIT code->activated(code->findData(QByteArray("-32602")));
    write(named<VariableTextEdit>("Data of the error, as JSON"), "[1]");
    QTest::mouseClick(named<QPushButton>("Send answer"), Qt::LeftButton);
    QVERIFY(sent(1).contains(R"({"code":-32602,"message":"Invalid params","data":[1]})"));
    code->setEditText(s("17"));
    write(named<VariableEdit>("Message of the error"), "say \"no\"");
    QTest::mouseClick(named<QPushButton>("Send answer"), Qt::LeftButton);
    QVERIFY(sent(2).contains(R"({"code":17,"message":"say \"no\"","data":[1]})"));
}

void TestAnswerForm::whatIsWrongIsToldAndNotSent()
{
    write(named<VariableTextEdit>("Result as JSON"), "{\"a\": }");
    QVERIFY(fault().startsWith(s("Line 1")));
    QVERIFY(!named<QPushButton>("Send answer")->isEnabled());
    write(named<VariableTextEdit>("Result as JSON"), " ");
    QVERIFY(fault().contains(s("null")));
    write(named<VariableTextEdit>("Result as JSON"), "1");
    QCOMPARE(fault(), QString());
    chip("error");
    named<QComboBox>("Code of the error")->setEditText(s("1.5"));
    QVERIFY(fault().contains(s("integer")));
    QTest::keyClick(named<VariableEdit>("Message of the error"), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_sent->size(), 0);
}

void TestAnswerForm::variablesAreFilledInAndTheIdIsNot()
{
    m_form->setVariables(
        Variables({.profile = {{s("who"), s("Ann")}}, .secrets = {{s("key"), s("hunter2hunter2")}}}));
    m_form->setRequest("\"{{who}}\"", s("confirm"), {});
    write(named<VariableTextEdit>("Result as JSON"), "\"{{who}} {{secret.key}}\"");
    QTest::mouseClick(named<QPushButton>("Send answer"), Qt::LeftButton);
    QCOMPARE(sent(0), QByteArray(R"({"jsonrpc":"2.0","result":"Ann hunter2hunter2","id":"{{who}}"})"));
    QCOMPARE(m_sent->at(0).at(1).value<Secrets>().values, QList<QByteArray>{"hunter2hunter2"});
}

void TestAnswerForm::theAnswerIsSavedAsARule()
{
    QSignalSpy saved(m_form.get(), &AnswerForm::saveRuleRequested);
    write(named<VariableTextEdit>("Result as JSON"), "\"{{who}}\"");
    QTest::mouseClick(named<QPushButton>("Save as rule for this method"), Qt::LeftButton);
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.at(0).at(0).value<AnswerRule>(),
             (AnswerRule{.method = s("confirm"), .json = s("\"{{who}}\"")}));
    chip("error");
    QTest::mouseClick(named<QPushButton>("Save as rule for this method"), Qt::LeftButton);
    const auto rule = saved.at(1).at(0).value<AnswerRule>();
    QVERIFY(rule.isError);
    QCOMPARE(rule.json, s(R"({"code":-32601,"message":"Method not found"})"));
}

void TestAnswerForm::everyControlHasAName()
{
    for (const char *kind : {"result", "error"}) {
        chip(kind);
        for (const QWidget *widget : m_form->findChildren<QWidget *>()) {
            const bool isInside = widget->parentWidget()->inherits("QComboBox");
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !isInside)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }
}

WEIR_TEST(runUiTest<TestAnswerForm>)

#include "tst_answerform.moc"
