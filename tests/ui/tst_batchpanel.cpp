// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchmodel.h"
#include "batchpanel.h"
#include "theme.h"
#include "uitest.h"
#include "variabletextedit.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace weir;

namespace {
QByteArray request(const char *method, int id)
{
    return QByteArray(R"({"jsonrpc":"2.0","method":")") + method + R"(","params":[1],"id":)"
        + QByteArray::number(id) + '}';
}

Call answered(const char *method, int id, Call::State state, const char *outcome, qint64 time)
{
    return {.state = state,
            .begun = 1000,
            .ended = 1000 + time,
            .id = QByteArray::number(id),
            .method = method,
            .outcome = outcome};
}

Call announced(const char *method)
{
    Call call;
    call.type = Call::Type::Notification;
    call.state = Call::State::Sent;
    call.method = method;
    return call;
}

Call waiting(const char *method, int id)
{
    Call call;
    call.begun = 1000;
    call.method = method;
    call.id = QByteArray::number(id);
    return call;
}
}

class TestBatchPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }

    void callsAreGatheredAndSentInOneMessage();
    void callsAreMovedDoubledAndRemoved();
    void aCallGoesBackIntoTheForm();
    void idsThatComeTwiceAreTold();
    void variablesAreFilledIn();
    void eachAnswerStandsBesideItsCall();
    void answersStayWithTheirCalls();
    void everyControlHasAName();

private:
    QTableView *table() const { return m_panel->findChild<QTableView *>(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QPushButton *button(const char *name) const;
    bool says(const char *text) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(table(), key, modifiers);
    }

    std::unique_ptr<BatchPanel> m_panel;
    std::unique_ptr<QSignalSpy> m_sent;
};

QPushButton *TestBatchPanel::button(const char *name) const
{
    for (QPushButton *button : m_panel->findChildren<QPushButton *>()) {
        if (button->accessibleName() == s(name) && button->isVisible())
            return button;
    }
    return nullptr;
}

bool TestBatchPanel::says(const char *text) const
{
    for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text() == s(text))
            return true;
    }
    return false;
}

void TestBatchPanel::init()
{
    applyTheme(*qApp, Theme::Scheme::Light);
    m_panel = std::make_unique<BatchPanel>();
    m_panel->resize(480, 480);
    m_sent = std::make_unique<QSignalSpy>(m_panel.get(), &BatchPanel::sendRequested);
    new QAbstractItemModelTester(table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal,
                                 table()->model());
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestBatchPanel::callsAreGatheredAndSentInOneMessage()
{
    QVERIFY(!button("Send batch")->isEnabled());
    m_panel->add(request("sum", 1));
    m_panel->add(R"({"jsonrpc":"2.0","method":"update"})");
    QCOMPARE(cell(0, BatchModel::Method), s("sum"));
    QCOMPARE(cell(0, BatchModel::Params), s("[1]"));
    QCOMPARE(cell(0, BatchModel::Id), s("1"));
    QCOMPARE(cell(1, BatchModel::Id), s("–"));
    const QByteArray text = '[' + request("sum", 1) + R"(,{"jsonrpc":"2.0","method":"update"}])";
    QCOMPARE(m_panel->text(), text);
    QCOMPARE(m_panel->findChild<VariableTextEdit *>()->text().toUtf8(), text);
    QTest::mouseClick(button("Send batch"), Qt::LeftButton);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_sent->size(), 2);
    QCOMPARE(m_sent->at(0).at(0).toByteArray(), text);
    QCOMPARE(m_panel->calls().size(), size_t(2)); // to be seen beside their answers
}

void TestBatchPanel::callsAreMovedDoubledAndRemoved()
{
    QSignalSpy changed(m_panel.get(), &BatchPanel::callsChanged);
    int next = 7;
    m_panel->setIdSource([&next] { return QByteArray::number(next++); });
    m_panel->setCalls({request("a", 1), request("b", 2)});
    press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(cell(1, BatchModel::Method), s("a"));
    QCOMPARE(table()->currentIndex().row(), 1);
    QTest::mouseClick(button("Duplicate"), Qt::LeftButton);
    QCOMPARE(cell(2, BatchModel::Method), s("a"));
    QCOMPARE(m_panel->calls().back(), request("a", 7));
    table()->setFocus();
    press(Qt::Key_Delete);
    QCOMPARE(m_panel->calls(), (std::vector<QByteArray>{request("b", 2), request("a", 1)}));
    QCOMPARE(changed.size(), 3);
    QTest::mouseClick(button("Clear"), Qt::LeftButton);
    QVERIFY(m_panel->calls().empty());
}

void TestBatchPanel::aCallGoesBackIntoTheForm()
{
    QSignalSpy edited(m_panel.get(), &BatchPanel::editRequested);
    m_panel->setCalls({request("a", 1), request("b", 2)});
    press(Qt::Key_Return);
    QCOMPARE(edited, (QList<QList<QVariant>>{{request("a", 1)}}));
    QCOMPARE(m_panel->calls().size(), size_t(1));
}

void TestBatchPanel::idsThatComeTwiceAreTold()
{
    m_panel->setCalls({request("a", 1), request("b", 1)});
    QVERIFY(says("Two calls have the id 1: their answers cannot be told apart."));
    QVERIFY(button("Send batch")->isEnabled());
    m_panel->setCalls({request("a", 1), request("b", 2)});
    QVERIFY(!says("Two calls have the id 1: their answers cannot be told apart."));
}

void TestBatchPanel::variablesAreFilledIn()
{
    m_panel->setVariables(Variables({.profile = {{s("who"), s("Ann")}, {s("quote"), s("\"")}}}));
    m_panel->setCalls({R"({"jsonrpc":"2.0","method":"{{who}}","id":1})"});
    QTest::mouseClick(button("Send batch"), Qt::LeftButton);
    QCOMPARE(m_sent->at(0).at(0).toByteArray(), QByteArray(R"([{"jsonrpc":"2.0","method":"Ann","id":1}])"));
    m_panel->setCalls({R"({"jsonrpc":"2.0","method":"{{quote}}","id":1})"});
    QTest::mouseClick(button("Send batch"), Qt::LeftButton);
    QCOMPARE(m_sent->size(), 1);
    QTest::mouseClick(button("Send anyway"), Qt::LeftButton);
    QVERIFY(m_sent->at(1).at(0).toByteArray().contains("\"method\":\"\"\""));
}

void TestBatchPanel::eachAnswerStandsBesideItsCall()
{
    m_panel->setCalls(
        {request("a", 1), request("b", 2), R"({"jsonrpc":"2.0","method":"n"})", request("c", 3)});
    QVERIFY(table()->isColumnHidden(BatchModel::Outcome));
    m_panel->setOutcomes({answered("a", 1, Call::State::Result, "19", 1800),
                          answered("b", 2, Call::State::Error, "-32601 Method not found", 5000),
                          announced("n"), waiting("c", 3)});
    QVERIFY(!table()->isColumnHidden(BatchModel::Outcome));
    QCOMPARE(cell(0, BatchModel::Outcome), s("19"));
    QCOMPARE(cell(0, BatchModel::Time), s("1.8 ms"));
    QCOMPARE(cell(1, BatchModel::Outcome), s("-32601 Method not found"));
    QCOMPARE(cell(2, BatchModel::Outcome), s("notification, no reply expected"));
    QCOMPARE(cell(3, BatchModel::Outcome), s("waiting"));
    QVERIFY(says("2 of 3 answered · 1 error · 5.0 ms"));
}

void TestBatchPanel::answersStayWithTheirCalls()
{
    m_panel->setCalls({request("a", 1), request("b", 2)});
    const std::vector<Call> outcomes = {answered("a", 1, Call::State::Result, "19", 1800),
                                        answered("b", 2, Call::State::Result, "20", 1800)};
    m_panel->setOutcomes(outcomes);
    press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(cell(1, BatchModel::Outcome), s("19"));
    m_panel->setOutcomes(outcomes);
    QCOMPARE(cell(1, BatchModel::Outcome), s("19"));
    // The id was a variable.
    m_panel->setCalls({R"({"jsonrpc":"2.0","method":"a","id":"{{$uuid}}"})"});
    m_panel->setOutcomes({answered("a", 5, Call::State::Result, "21", 10)});
    QCOMPARE(cell(0, BatchModel::Outcome), s("21"));
}

void TestBatchPanel::everyControlHasAName()
{
    m_panel->setCalls({request("a", 1)});
    for (const QWidget *widget : m_panel->findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus)
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

WEIR_TEST(runUiTest<TestBatchPanel>)

#include "tst_batchpanel.moc"
