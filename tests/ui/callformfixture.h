// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

inline constexpr char description[] =
    R"({"openrpc":"1.2.6","info":{"title":"Calculator","version":"1"},"methods":[
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

inline std::shared_ptr<const RpcService> calculator()
{
    const auto service = readOpenRpc(description);
    return service ? std::make_shared<const RpcService>(*service) : nullptr;
}

inline std::vector<ParamNode> manyRows(int count)
{
    std::vector<ParamNode> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back(
            {.name = s("p%1").arg(i), .type = ParamNode::Type::Number, .text = QString::number(i)});
    return rows;
}
// A form of its own for every test of a class.
class CallFormFixture : public QObject
{
    Q_OBJECT

protected:
    template <typename Widget> Widget *named(const char *name) const
    {
        QCoreApplication::processEvents(); // what is laid out, is
        for (Widget *widget : m_form->findChildren<Widget *>()) {
            if (widget->accessibleName() == s(name) && widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    VariableTextEdit *preview() const { return named<VariableTextEdit>("Request preview"); }
    VariableEdit *value(const char *name) const { return named<VariableEdit>(name); }
    QPushButton *sendButton() const { return named<QPushButton>("Send"); }
    void chip(const char *label) const
    {
        for (Chip *chip : m_form->findChildren<Chip *>()) {
            if (chip->shown() == s(label))
                QTest::mouseClick(chip, Qt::LeftButton);
        }
    }
    void choose(const char *method)
    {
        write(value("Method"), method);
        QTest::keyClick(value("Method"), Qt::Key_Escape);
        QTest::keyClick(value("Method"), Qt::Key_Return);
    }
    QStringList errors() const
    {
        QStringList sentences;
        for (const QLabel *label : m_form->findChildren<QLabel *>()) {
            const bool isSentence = label->wordWrap() && label->property("tone") == s("error");
            if (isSentence && label->isVisible())
                sentences.append(label->text());
        }
        return sentences;
    }
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

private Q_SLOTS:
    void init()
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
    void cleanup() { m_form.reset(); }
};
