// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diffmodel.h"
#include "diffview.h"
#include "theme.h"
#include "uitest.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTableView>

using namespace weir;

class TestDiffView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void linesStandBesideEachOtherOrBeneath();
    void theRoomDecidesUntilAPersonDoes();
    void stepsFromChangeToChange();
    void copiesWhatIsSelected();
    void theNewestComparisonWins();
    void manyLines();

private:
    void compare(const QByteArray &left, const QByteArray &right);
    QTableView *table() const { return m_view->findChild<QTableView *>(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }

    std::unique_ptr<DiffView> m_view;
};

void TestDiffView::init()
{
    applyTheme(*qApp, Theme::Scheme::Light);
    QLocale::setDefault(QLocale::c());
    m_view = std::make_unique<DiffView>();
    m_view->resize(720, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    new QAbstractItemModelTester(table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal,
                                 table()->model());
}

void TestDiffView::compare(const QByteArray &left, const QByteArray &right)
{
    QSignalSpy compared(m_view.get(), &DiffView::compared);
    m_view->compare(left, right, QStringLiteral("before"), QStringLiteral("after"));
    QTRY_COMPARE(compared.count(), 1);
}

void TestDiffView::linesStandBesideEachOtherOrBeneath()
{
    compare(R"({"a":1,"b":2,"c":3})", R"({"a":1,"b":4,"c":5,"d":6})");
    QCOMPARE(m_view->summary(), QStringLiteral("2 removed, 3 added"));
    m_view->setSideBySide(true);
    QCOMPARE(table()->model()->rowCount(), 6);
    QCOMPARE(cell(2, 0), QStringLiteral("  \"b\": 2,"));
    QCOMPARE(cell(2, 1), QStringLiteral("  \"b\": 4,"));
    QCOMPARE(cell(4, 0), QString());
    QCOMPARE(cell(4, 1), QStringLiteral("  \"d\": 6"));
    m_view->setSideBySide(false);
    QCOMPARE(m_view->text(),
             QStringLiteral(" {\n   \"a\": 1,\n-  \"b\": 2,\n-  \"c\": 3\n+  \"b\": 4,\n+  \"c\": 5,\n+  "
                            "\"d\": 6\n }"));
    compare("[1]", "[ 1 ]");
    QCOMPARE(m_view->summary(), QStringLiteral("No difference"));
}

void TestDiffView::theRoomDecidesUntilAPersonDoes()
{
    compare("1", "2");
    QVERIFY(m_view->isSideBySide());
    m_view->resize(400, 300);
    QVERIFY(!m_view->isSideBySide());
    m_view->setSideBySide(true);
    m_view->resize(390, 300);
    QVERIFY(m_view->isSideBySide());
}

void TestDiffView::stepsFromChangeToChange()
{
    compare("[1,2,3,4,5,6]", "[1,9,9,4,5,7]");
    QCOMPARE(table()->currentIndex().row(), 2);
    QTest::keyClick(table(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(table()->currentIndex().row(), 6);
    QTest::keyClick(table(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(table()->currentIndex().row(), 6);
    QTest::keyClick(table(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(table()->currentIndex().row(), 2);
}

void TestDiffView::copiesWhatIsSelected()
{
    compare("[1,2]", "[1,3]");
    table()->selectAll();
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral(" [\n   1,\n-  2\n+  3\n ]\n"));
}

void TestDiffView::theNewestComparisonWins()
{
    QSignalSpy compared(m_view.get(), &DiffView::compared);
    for (int i = 0; i < 20; ++i)
        m_view->compare("0", QByteArray::number(i), {}, {});
    QTRY_COMPARE(m_view->text(), QStringLiteral("-0\n+19"));
    m_view->compare("0", "1", {}, {});
    m_view->clear(QStringLiteral("nothing"));
    QCOMPARE(m_view->text(), QString());
}

void TestDiffView::manyLines()
{
    QByteArray left = "[0";
    for (int i = 1; i < 100'000; ++i)
        left += ',' + QByteArray::number(i);
    compare(left + ']', left + ",1]");
    QVERIFY(m_view->summary().contains(QStringLiteral("too long")));
    QCOMPARE(table()->model()->rowCount(), 100'003);
}

WEIR_TEST(runUiTest<TestDiffView>)
#include "tst_diffview.moc"
