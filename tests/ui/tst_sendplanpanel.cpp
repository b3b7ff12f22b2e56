// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sendplanpanel.h"
#include "sequencemodel.h"
#include "theme.h"
#include "uitest.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>

using namespace weir;
using Act = SendStep::Action;

class TestSendPlanPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }

    void theEditorsMessageIsRepeated();
    void nothingWrittenIsASentence();
    void aSequenceRunsAndMarksItsStep();
    void aWaitThatTakesTooLongIsASentence();
    void stopEndsBoth();
    void stepsAreWrittenWithoutTheMouse();

private:
    QPushButton *button(int number) const { return m_panel->findChildren<QPushButton *>().at(number); }
    QTableView *table() const { return m_panel->findChild<QTableView *>(); }
    SequenceModel *model() const { return static_cast<SequenceModel *>(table()->model()); }
    QStringList labels() const;

    std::unique_ptr<SendPlanPanel> m_panel;
    MessageTemplate m_written;
};

void TestSendPlanPanel::init()
{
    applyTheme(*qApp, Theme::Scheme::Light);
    m_written = {.format = MessageFormat::Text, .body = s("ping")};
    m_panel = std::make_unique<SendPlanPanel>();
    m_panel->setSource([this] { return m_written; });
    m_panel->resize(320, 460);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    new QAbstractItemModelTester(model(), QAbstractItemModelTester::FailureReportingMode::Fatal, model());
}

QStringList TestSendPlanPanel::labels() const
{
    QStringList texts;
    for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts;
}

void TestSendPlanPanel::theEditorsMessageIsRepeated()
{
    QSignalSpy sent(m_panel.get(), &SendPlanPanel::sendRequested);
    const auto boxes = m_panel->findChildren<QSpinBox *>();
    boxes.at(0)->setValue(1);
    boxes.at(1)->setValue(3);
    QTest::mouseClick(button(0), Qt::LeftButton);
    QVERIFY(m_panel->isRunning());
    QCOMPARE(button(0)->text(), s("Stop"));
    QTRY_VERIFY(!m_panel->isRunning());
    QCOMPARE(sent.size(), 3);
    QCOMPARE(sent[0][1].toByteArray(), QByteArray("ping"));
    QVERIFY(labels().contains(s("Done: 3 of 3")));
    QCOMPARE(button(0)->text(), s("Start"));
}

void TestSendPlanPanel::nothingWrittenIsASentence()
{
    m_written = {};
    QTest::mouseClick(button(0), Qt::LeftButton);
    QVERIFY(!m_panel->isRunning());
    QVERIFY(labels().join(u' ').contains(s("Write the message first")));
}

void TestSendPlanPanel::aSequenceRunsAndMarksItsStep()
{
    QSignalSpy sent(m_panel.get(), &SendPlanPanel::sendRequested);
    m_panel->setSteps(
        {{.text = s("join")}, {.action = Act::WaitFor, .text = s("welcome")}, {.text = s("hi")}});
    QTest::mouseClick(button(1), Qt::LeftButton);
    QTRY_VERIFY(model()->index(1, 0).data(SequenceModel::RunningRole).toBool());
    QVERIFY(!model()->index(0, 0).data(SequenceModel::RunningRole).toBool());
    QVERIFY(labels().contains(s("Step 2 of 3")));
    m_panel->messageReceived("welcome");
    QTRY_VERIFY(!m_panel->isRunning());
    QCOMPARE(sent.size(), 2);
    for (int row = 0; row < 3; ++row)
        QVERIFY(!model()->index(row, 0).data(SequenceModel::RunningRole).toBool());
}

void TestSendPlanPanel::aWaitThatTakesTooLongIsASentence()
{
    m_panel->setSteps({{.action = Act::WaitFor, .text = s("never"), .time = 5}});
    QTest::mouseClick(button(1), Qt::LeftButton);
    QTRY_VERIFY(labels().join(u' ').contains(s("no message with “never” came within 5 ms")));
    QVERIFY(!m_panel->isRunning());
}

void TestSendPlanPanel::stopEndsBoth()
{
    QSignalSpy running(m_panel.get(), &SendPlanPanel::runningChanged);
    m_panel->setSteps({{.action = Act::WaitFor}});
    QTest::mouseClick(button(0), Qt::LeftButton);
    QTest::mouseClick(button(1), Qt::LeftButton);
    QVERIFY(m_panel->isRunning());
    m_panel->stop();
    QVERIFY(!m_panel->isRunning());
    QCOMPARE(running.size(), 4);
}

void TestSendPlanPanel::stepsAreWrittenWithoutTheMouse()
{
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Insert);
    auto *value = table()->findChild<QLineEdit *>();
    QVERIFY(value && !value->accessibleName().isEmpty());
    QTest::keyClicks(value, s("hello"));
    QTest::keyClick(value, Qt::Key_Return);
    QTRY_COMPARE(m_panel->steps(), (QList<SendStep>{{.text = s("hello")}}));
    table()->setFocus();
    table()->setCurrentIndex(model()->index(0, SequenceModel::Action));
    QTest::keyClick(table(), Qt::Key_F2);
    auto *action = table()->findChild<QComboBox *>();
    QVERIFY(action);
    action->setCurrentIndex(4);
    Q_EMIT action->activated(4);
    QTRY_COMPARE(m_panel->steps().constFirst().action, Act::WaitFor);
    QCOMPARE(m_panel->steps().constFirst().time, SequenceModel::usualWait);
    table()->setFocus();
    model()->insert(1, {.text = s("two")});
    QTest::keyClick(table(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_panel->steps().constFirst().text, s("two"));
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(m_panel->steps(), (QList<SendStep>{{.text = s("two")}}));
}

WEIR_TEST(runUiTest<TestSendPlanPanel>)

#include "tst_sendplanpanel.moc"
