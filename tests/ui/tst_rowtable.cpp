// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answermodel.h"
#include "rowmodel.h"
#include "rowtable.h"
#include "theme.h"
#include "uitest.h"
#include "variableedit.h"
#include "variablescope.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace weir;

namespace {
ProfileRow row(const char *name, const char *value, bool on = true)
{
    return {.name = QLatin1String(name), .value = QLatin1String(value), .on = on};
}
}

class TestRowTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void rowsAreTypedWithoutTheMouse();
    void tabLeavesBehindTheLastCell();
    void deleteRemovesAndAltMoves();
    void spaceSwitchesARowOff();
    void linesThatArePastedBecomeRows();
    void linesPastedIntoACellBecomeRows();
    void headerNamesAreOffered();
    void whatDiffersFromTheSavedIsMarked();
    void modelKeepsItsPromises();
    void answersKeepTheirPromisesToo();
    void textBecomesRows_data();
    void textBecomesRows();

private:
    QWidget *focus() const { return QApplication::focusWidget(); }
    // The first key opens an editor, which gets the others.
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClick(focus(), c.toLatin1());
    }

    VariableScope m_scope;
    std::unique_ptr<QWidget> m_window;
    RowTable *m_table = nullptr;
    QLineEdit *m_after = nullptr;
};

void TestRowTable::init()
{
    applyTheme(*qApp, Theme::Scheme::Light);
    m_window = std::make_unique<QWidget>();
    m_table = new RowTable(&m_scope, m_window.get());
    m_after = new QLineEdit(m_window.get());
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_table);
    layout->addWidget(m_after);
    m_window->resize(600, 260);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    m_table->setFocus(Qt::TabFocusReason);
    QTRY_COMPARE(focus(), m_table);
}

void TestRowTable::rowsAreTypedWithoutTheMouse()
{
    QSignalSpy edited(m_table, &RowTable::edited);
    type(QStringLiteral("Accept"));
    QTest::keyClick(focus(), Qt::Key_Tab);
    type(QStringLiteral("text/plain"));
    QTest::keyClick(focus(), Qt::Key_Return);
    type(QStringLiteral("X-Id"));
    QTest::keyClick(focus(), Qt::Key_Return);
    type(QStringLiteral("7"));
    QTest::keyClick(focus(), Qt::Key_Return);
    QCOMPARE(m_table->rows(), (QList<ProfileRow>{row("Accept", "text/plain"), row("X-Id", "7")}));
    QVERIFY(!edited.isEmpty());
    // Enter in the empty row ends; the table has the keyboard.
    QTest::keyClick(focus(), Qt::Key_Return);
    QCOMPARE(focus(), m_table);
    QCOMPARE(m_table->model()->rowCount(), 3);
}

void TestRowTable::tabLeavesBehindTheLastCell()
{
    QTest::keyClick(m_table, Qt::Key_Tab);
    QCOMPARE(m_table->currentIndex().column(), int(RowModel::Value));
    QTest::keyClick(m_table, Qt::Key_Tab);
    QCOMPARE(focus(), m_after);
    QTest::keyClick(m_after, Qt::Key_Backtab);
    QCOMPARE(focus(), m_table);
    QCOMPARE(m_table->currentIndex().column(), int(RowModel::Value));
}

void TestRowTable::deleteRemovesAndAltMoves()
{
    m_table->setRows({row("a", "1"), row("b", "2"), row("c", "3")});
    m_table->setCurrentIndex(m_table->model()->index(0, RowModel::Name));
    QTest::keyClick(m_table, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_table->rows().at(1).name, QStringLiteral("a"));
    QCOMPARE(m_table->currentIndex().row(), 1);
    QTest::keyClick(m_table, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(m_table, Qt::Key_Up, Qt::AltModifier); // the first stays where it is
    QCOMPARE(m_table->rows().at(0).name, QStringLiteral("a"));
    QTest::keyClick(m_table, Qt::Key_Delete);
    QCOMPARE(m_table->rows(), (QList<ProfileRow>{row("b", "2"), row("c", "3")}));
    m_table->setCurrentIndex(m_table->model()->index(2, RowModel::Name));
    QTest::keyClick(m_table, Qt::Key_Delete); // the empty one
    QTest::keyClick(m_table, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_table->rows().size(), 2);
}

void TestRowTable::spaceSwitchesARowOff()
{
    m_table->setRows({row("a", "1")});
    m_table->setCurrentIndex(m_table->model()->index(0, RowModel::On));
    QTest::keyClick(m_table, Qt::Key_Space);
    QCOMPARE(m_table->rows(), QList<ProfileRow>{row("a", "1", false)});
}

void TestRowTable::linesThatArePastedBecomeRows()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("Accept: a/b\n# Off: x\n"));
    QTest::keySequence(m_table, QKeySequence::Paste);
    QCOMPARE(m_table->rows(), (QList<ProfileRow>{row("Accept", "a/b"), row("Off", "x", false)}));
    m_table->selectRow(0);
    QTest::keySequence(m_table, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Accept: a/b"));
}

void TestRowTable::linesPastedIntoACellBecomeRows()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("a: 1\nb: 2"));
    m_table->edit(m_table->model()->index(0, RowModel::Name));
    QVERIFY(qobject_cast<VariableEdit *>(focus()));
    QTest::keySequence(focus(), QKeySequence::Paste);
    QCOMPARE(m_table->rows(), (QList<ProfileRow>{row("a", "1"), row("b", "2")}));
}

void TestRowTable::headerNamesAreOffered()
{
    m_table->setNames({QStringLiteral("Accept"), QStringLiteral("Authorization")});
    m_table->edit(m_table->model()->index(0, RowModel::Name));
    type(QStringLiteral("au"));
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QTest::keyClick(focus(), Qt::Key_Tab);
    QCOMPARE(m_table->rows(), QList<ProfileRow>{row("Authorization", "")});
}

void TestRowTable::whatDiffersFromTheSavedIsMarked()
{
    m_table->setRows({row("a", "1"), row("b", "2"), row("c", "3")});
    const auto marked = [this](int at) {
        return m_table->model()->index(at, 0).data(RowModel::ChangedRole).toBool();
    };
    QVERIFY(!marked(0)); // nothing is saved: nothing to compare with
    m_table->setSaved(QList<ProfileRow>{row("b", "2"), row("a", "0")});
    QVERIFY(marked(0) && !marked(1) && marked(2));
    QVERIFY(m_table->model()->index(0, 1).data(Qt::ToolTipRole).toString().contains(QLatin1String("Was: 0")));
}

void TestRowTable::modelKeepsItsPromises()
{
    RowModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setData(model.index(0, RowModel::Value), QStringLiteral("v"), Qt::EditRole);
    model.setData(model.index(1, RowModel::Name), QStringLiteral("n"), Qt::EditRole);
    model.insert(1, {row("x", "1"), row("y", "2")});
    QVERIFY(model.moveRow(0, 3) && model.moveRow(3, 1) && !model.moveRow(0, 4));
    QVERIFY(model.removeRows(0, 2) && !model.removeRows(1, 2));
    model.setRows({row("z", "")});
    QCOMPARE(model.rowCount(), 2);
}

void TestRowTable::answersKeepTheirPromisesToo()
{
    AnswerModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!model.setData(model.index(0, AnswerModel::Outcome), true, Qt::EditRole)); // nothing to answer
    model.setData(model.index(0, AnswerModel::Method), QStringLiteral("a"), Qt::EditRole);
    model.setData(model.index(1, AnswerModel::Json), QStringLiteral("[]"), Qt::EditRole);
    QCOMPARE(model.rules(),
             (QList<AnswerRule>{{.method = QStringLiteral("a"), .json = QStringLiteral("null")},
                                {.method = QStringLiteral("*"), .json = QStringLiteral("[]")}}));
    model.setData(model.index(1, AnswerModel::Outcome), true, Qt::EditRole);
    QVERIFY(model.rules()[1].isError);
    QCOMPARE(model.rules()[1].json, QStringLiteral("[]")); // a person wrote it
    QVERIFY(model.moveRow({}, 0, {}, 2) && model.moveRow({}, 1, {}, 0) && !model.moveRow({}, 1, {}, 3));
    model.setSaved(QList<AnswerRule>{model.rules()[0]});
    QVERIFY(!model.index(0, 0).data(RowModel::ChangedRole).toBool());
    QVERIFY(model.index(1, 0).data(RowModel::ChangedRole).toBool());
    QVERIFY(model.removeRows(0, 2) && !model.removeRows(0, 1));
    QCOMPARE(model.rowCount(), 1);
}

void TestRowTable::textBecomesRows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<ProfileRow>>("rows");
    QTest::newRow("header") << QStringLiteral("A: b: c\r\n\r\n") << QList<ProfileRow>{row("A", "b: c")};
    QTest::newRow("pair") << QStringLiteral("a=b=c") << QList<ProfileRow>{row("a", "b=c")};
    QTest::newRow("url") << QStringLiteral("next=http://x") << QList<ProfileRow>{row("next", "http://x")};
    QTest::newRow("name") << QStringLiteral("  alone ") << QList<ProfileRow>{row("alone", "")};
    QTest::newRow("off") << QStringLiteral("// a: 1") << QList<ProfileRow>{row("a", "1", false)};
    QTest::newRow("nothing") << QStringLiteral("\n : x\n") << QList<ProfileRow>{};
}

void TestRowTable::textBecomesRows()
{
    QFETCH(QString, text);
    QFETCH(QList<ProfileRow>, rows);
    QCOMPARE(rowsFromText(text), rows);
}

WEIR_TEST(runUiTest<TestRowTable>)

#include "tst_rowtable.moc"
