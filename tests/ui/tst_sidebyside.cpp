// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diffview.h"
#include "sidebyside.h"
#include "theme.h"
#include "uitest.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace weir;

class TestSideBySide final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void needsTwoDifferentConnections();
    void sendsToBoth();
    void showsWhatDiffersOnceBothAreThere();
    void saysWhyThereIsNothingToCompare();

private:
    static Call call(Call::State state, qint64 duration)
    {
        Call call;
        call.seq = 1;
        call.id = "8";
        call.state = state;
        call.begun = 1'000'000;
        call.ended = state == Call::State::Waiting ? 0 : call.begun + duration;
        return call;
    }
    QPushButton *sendButton() const;
    bool says(const char *text) const;
    QString diff() const { return m_dialog->findChild<DiffView *>()->text(); }

    std::unique_ptr<SideBySide> m_dialog;
};

void TestSideBySide::init()
{
    applyTheme(*qApp, Theme::Scheme::Light);
    QLocale::setDefault(QLocale::c());
    m_dialog = std::make_unique<SideBySide>();
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    m_dialog->setRequest(QStringLiteral("book"), R"({"jsonrpc":"2.0","method":"book","id":8})");
    m_dialog->setCandidates({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}, 0, 2);
}

QPushButton *TestSideBySide::sendButton() const
{
    for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Send to both"))
            return button;
    }
    return nullptr;
}

bool TestSideBySide::says(const char *text) const
{
    for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(QString::fromUtf8(text)))
            return true;
    }
    return false;
}

void TestSideBySide::needsTwoDifferentConnections()
{
    QVERIFY(sendButton()->isEnabled());
    m_dialog->findChildren<QComboBox *>()[1]->setCurrentIndex(0);
    QVERIFY(!sendButton()->isEnabled());
    m_dialog->setCandidates({QStringLiteral("alone")});
    QVERIFY(!sendButton()->isEnabled());
    m_dialog->setCandidates({});
    QCOMPARE(m_dialog->candidate(SideBySide::Left), -1);
    QVERIFY(!sendButton()->isEnabled());
}

void TestSideBySide::sendsToBoth()
{
    QSignalSpy send(m_dialog.get(), &SideBySide::sendRequested);
    sendButton()->click();
    QCOMPARE(send.count(), 1);
    QCOMPARE(send[0][0].toInt(), 0);
    QCOMPARE(send[0][1].toInt(), 2);
}

void TestSideBySide::showsWhatDiffersOnceBothAreThere()
{
    m_dialog->setOutcome(SideBySide::Left, call(Call::State::Result, 1'800), "19");
    m_dialog->setOutcome(SideBySide::Right, call(Call::State::Waiting, 0), {});
    QVERIFY(says("Waiting for both answers."));
    m_dialog->setOutcome(SideBySide::Right, call(Call::State::Result, 4'200), "20");
    QTRY_COMPARE(diff(), QStringLiteral("-19\n+20"));
    QVERIFY(says("The left one was faster by 2.4 ms."));
    sendButton()->click();
    QCOMPARE(diff(), QString());
}

void TestSideBySide::saysWhyThereIsNothingToCompare()
{
    Call failed = call(Call::State::Failed, 3'000'000);
    failed.outcome = "No answer to book (id 8) in 3 s.";
    m_dialog->setOutcome(SideBySide::Left, call(Call::State::Result, 1'800), "19");
    m_dialog->setOutcome(SideBySide::Right, failed, {});
    QVERIFY(says("No answer to book"));
    QVERIFY(says("no two results"));
    m_dialog->setFailure(SideBySide::Right, QStringLiteral("It is not connected."));
    QVERIFY(says("It is not connected."));
}

WEIR_TEST(runUiTest<TestSideBySide>)
#include "tst_sidebyside.moc"
