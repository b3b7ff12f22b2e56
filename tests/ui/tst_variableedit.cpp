// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme.h"
#include "uitest.h"
#include "variableedit.h"
#include "variablescope.h"
#include "variabletextedit.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolTip>

using namespace weir;

class TestVariableEdit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void placesAreFound();
    void tintsAreInTheThemesColours();
    void formatsSurviveACompositionOfAnInputMethod();
    void aToolTipTellsValueAndOriginButNoSecret();
    void anUnknownOneIsASentenceForScreenReaders();
    void bracesOfferNamesAndTheKeyboardTakesOne();
    void aNameInTheMiddleIsReplacedWhole();
    void escapeClosesTheListOnly();
    void linesAreTintedAndCompletedToo();
    void tintingIsNoEdit();

private:
    static Variables variables();
    static QAbstractItemView *list();
    static QString tipOver(VariableEdit &edit, int position);

    std::unique_ptr<VariableScope> m_scope;
};

Variables TestVariableEdit::variables()
{
    VariableSources sources;
    sources.profile = {{.name = QStringLiteral("tenant"), .value = QStringLiteral("<b>acme")}};
    sources.environment =
        Environment{.name = QStringLiteral("staging"),
                    .variables = {{.name = QStringLiteral("host"), .value = QStringLiteral("example.org")},
                                  {.name = QStringLiteral("hostname"), .value = QStringLiteral("x")}}};
    sources.secrets = {{QStringLiteral("token"), QStringLiteral("hunter2hunter2")}};
    return Variables(sources);
}

QAbstractItemView *TestVariableEdit::list()
{
    return qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
}

QString TestVariableEdit::tipOver(VariableEdit &edit, int position)
{
    edit.setCursorPosition(position);
    const QPoint at(edit.inputMethodQuery(Qt::ImCursorRectangle).toRect().center());
    QHelpEvent help(QEvent::ToolTip, at, edit.mapToGlobal(at));
    // What it says stays for a moment where nothing else is shown.
    return QApplication::sendEvent(&edit, &help) && help.isAccepted() ? QToolTip::text() : QString();
}

void TestVariableEdit::init()
{
    applyTheme(*qApp, Theme::Scheme::Light);
    m_scope = std::make_unique<VariableScope>();
    m_scope->setVariables(variables());
}

void TestVariableEdit::placesAreFound()
{
    VariableEdit edit(m_scope.get());
    edit.setText(QStringLiteral("{{host}}/{{nope}}"));
    QCOMPARE(edit.spans().size(), 2);
    QVERIFY(edit.spans()[0].known && !edit.spans()[1].known);
    m_scope->setVariables(Variables({}));
    QVERIFY(!edit.spans()[0].known);
}

void TestVariableEdit::tintsAreInTheThemesColours()
{
    for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
        VariableSpan span{0, 4, QStringLiteral("x"), VariableSpan::Kind::Environment, true, {}};
        QCOMPARE(VariableLook::format(span, *theme).background().color(), theme->soft);
        span.known = false;
        const QTextCharFormat unknown = VariableLook::format(span, *theme);
        QCOMPARE(unknown.foreground().color(), theme->error);
        QCOMPARE(unknown.underlineStyle(), QTextCharFormat::WaveUnderline);
        QVERIFY(contrastRatio(theme->text, theme->soft) >= 4.5);
        QVERIFY(contrastRatio(theme->error, theme->window) >= 4.5);
    }
}

void TestVariableEdit::formatsSurviveACompositionOfAnInputMethod()
{
    VariableEdit edit(m_scope.get());
    edit.show();
    edit.setText(QStringLiteral("{{host}}"));
    QInputMethodEvent composing(QStringLiteral("ni"), {});
    QApplication::sendEvent(&edit, &composing);
    m_scope->setVariables(variables()); // would tint, and end the composition
    QInputMethodEvent committed;
    committed.setCommitString(QStringLiteral("你"));
    QApplication::sendEvent(&edit, &committed);
    QCOMPARE(edit.text(), QStringLiteral("{{host}}你"));
}

void TestVariableEdit::aToolTipTellsValueAndOriginButNoSecret()
{
    VariableEdit edit(m_scope.get());
    edit.resize(600, 30);
    edit.show();
    edit.setText(QStringLiteral("{{host}} {{secret.token}} {{tenant}} {{nope}} plain"));
    QVERIFY(tipOver(edit, 3).contains(QLatin1String("example.org")));
    const QString secret = tipOver(edit, 15);
    QVERIFY2(!secret.isEmpty() && !secret.contains(QLatin1String("hunter")), qPrintable(secret));
    QVERIFY(tipOver(edit, 32).contains(QLatin1String("&lt;b&gt;acme")));
    QVERIFY(tipOver(edit, 42).contains(QLatin1String("nope")));
    QVERIFY(tipOver(edit, 50).isEmpty());
}

void TestVariableEdit::anUnknownOneIsASentenceForScreenReaders()
{
    VariableEdit edit(m_scope.get());
    edit.setText(QStringLiteral("{{nope}}"));
    QVERIFY(edit.accessibleDescription().contains(QLatin1String("{{nope}}")));
    edit.setText(QStringLiteral("{{host}}"));
    QVERIFY(edit.accessibleDescription().isEmpty());
}

void TestVariableEdit::bracesOfferNamesAndTheKeyboardTakesOne()
{
    VariableEdit edit(m_scope.get());
    QSignalSpy edited(&edit, &QLineEdit::textEdited);
    QSignalSpy returned(&edit, &QLineEdit::returnPressed);
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit));
    QTest::keyClicks(&edit, QStringLiteral("ws://{{ho"));
    QTRY_VERIFY(list());
    QCOMPARE(list()->currentIndex().data().toString(), QStringLiteral("host"));
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(edit.text(), QStringLiteral("ws://{{host}}"));
    QCOMPARE(edited.constLast().constFirst().toString(), edit.text());
    QCOMPARE(returned.size(), 0);
    QTest::keyClicks(&edit, QStringLiteral("/{{HOST"));
    QTRY_VERIFY(list());
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Tab);
    QCOMPARE(edit.text(), QStringLiteral("ws://{{host}}/{{hostname}}"));
}

void TestVariableEdit::aNameInTheMiddleIsReplacedWhole()
{
    VariableEdit edit(m_scope.get());
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit));
    edit.setText(QStringLiteral("a{{xx}}b"));
    edit.setCursorPosition(4);
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QTRY_VERIFY(list());
    QTest::keyClicks(list(), QStringLiteral("ten"));
    QTRY_VERIFY(list());
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(edit.text(), QStringLiteral("a{{tenant}}b"));
}

void TestVariableEdit::escapeClosesTheListOnly()
{
    VariableEdit edit(m_scope.get());
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit));
    QTest::keyClicks(&edit, QStringLiteral("{{"));
    QTRY_VERIFY(list());
    QTest::keyClick(list(), Qt::Key_Escape);
    QTRY_VERIFY(!list());
    QCOMPARE(edit.text(), QStringLiteral("{{"));
}

void TestVariableEdit::linesAreTintedAndCompletedToo()
{
    VariableTextEdit edit(m_scope.get());
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit));
    edit.setText(QStringLiteral("first\n{{host}} {{nope}}"));
    QTRY_COMPARE(edit.document()->lastBlock().layout()->formats().size(), 2);
    edit.moveCursor(QTextCursor::End);
    QTest::keyClicks(&edit, QStringLiteral(" {{ten"));
    QTRY_VERIFY(list());
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(edit.toPlainText(), QStringLiteral("first\n{{host}} {{nope}} {{tenant}}"));
}

void TestVariableEdit::tintingIsNoEdit()
{
    VariableEdit line(m_scope.get());
    VariableTextEdit lines(m_scope.get());
    QSignalSpy edited(&line, &QLineEdit::textEdited);
    QSignalSpy changed(&lines, &VariableTextEdit::edited);
    line.setText(QStringLiteral("{{host}}"));
    lines.setText(QStringLiteral("{{host}}"));
    m_scope->setVariables(Variables({}));
    QCoreApplication::processEvents();
    QCOMPARE(edited.size(), 0);
    QCOMPARE(changed.size(), 0);
}

WEIR_TEST(runUiTest<TestVariableEdit>)

#include "tst_variableedit.moc"
