// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "queuepanel.h"
#include "theme.h"
#include "uitest.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace weir;

namespace {
QueueItem item(quint64 id)
{
    return {.id = id, .kind = Kind::WsText, .size = 10, .preview = QStringLiteral("m%1").arg(id)};
}
}

class TestQueuePanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void itIsHiddenWhileNothingWaits();
    void oneIsWithdrawnOrEdited();
    void theSelectionStaysWhileOthersAreSent();

private:
    QTableView *table() const { return m_panel->findChild<QTableView *>(); }
    QString selected() const { return table()->currentIndex().siblingAtColumn(0).data().toString(); }

    std::unique_ptr<QWidget> m_window;
    QueuePanel *m_panel = nullptr;
};

void TestQueuePanel::init()
{
    applyTheme(*qApp, Theme::Scheme::Light);
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 200);
    m_panel = new QueuePanel(m_window.get());
    m_panel->resize(600, 200);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    new QAbstractItemModelTester(table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal,
                                 table()->model());
}

void TestQueuePanel::itIsHiddenWhileNothingWaits()
{
    QVERIFY(!m_panel->isVisible());
    m_panel->setItems({item(1), {.id = 2, .kind = Kind::WsBinary, .size = 2048, .preview = {}}});
    QVERIFY(m_panel->isVisible());
    QCOMPARE(m_panel->findChild<QLabel *>()->text(), QStringLiteral("2 messages wait for the line"));
    QCOMPARE(table()->model()->index(1, 1).data().toString(), QStringLiteral("binary"));
    m_panel->setItems({});
    QVERIFY(!m_panel->isVisible());
}

void TestQueuePanel::oneIsWithdrawnOrEdited()
{
    QSignalSpy withdrawn(m_panel, &QueuePanel::withdrawRequested);
    QSignalSpy all(m_panel, &QueuePanel::withdrawAllRequested);
    QSignalSpy edited(m_panel, &QueuePanel::editRequested);
    m_panel->setItems({item(7), item(8), item(9)});
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(withdrawn, (QList<QList<QVariant>>{{quint64(8)}}));
    m_panel->setItems({item(7), item(9)});
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(edited.size(), 1);
    const auto buttons = m_panel->findChildren<QPushButton *>();
    QTest::mouseClick(buttons.at(0), Qt::LeftButton);
    QCOMPARE(edited.size(), 2);
    QTest::mouseClick(buttons.at(1), Qt::LeftButton);
    QCOMPARE(withdrawn.size(), 2);
    QTest::mouseClick(buttons.at(2), Qt::LeftButton);
    QCOMPARE(all.size(), 1);
}

void TestQueuePanel::theSelectionStaysWhileOthersAreSent()
{
    m_panel->setItems({item(1), item(2), item(3)});
    table()->selectRow(2);
    m_panel->setItems({item(2), item(3), item(4)});
    QCOMPARE(selected(), QStringLiteral("m3"));
    m_panel->setItems({item(3)});
    QCOMPARE(selected(), QStringLiteral("m3"));
    m_panel->setItems({item(5), item(6)});
    QCOMPARE(selected(), QStringLiteral("m5"));
    std::vector<QueueItem> many;
    for (quint64 id = 1; id <= 10'000; ++id)
        many.push_back(item(id));
    m_panel->setItems(many);
    QVERIFY(m_panel->sizeHint().height() < 200);
}

WEIR_TEST(runUiTest<TestQueuePanel>)

#include "tst_queuepanel.moc"
