// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profileeditorfixture.h"

class TestAnswersPage final : public ProfileEditorFixture
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreTypedAndChosen();
    void anAnswerThatIsWrongIsTold();
};

void TestAnswersPage::answersAreTypedAndChosen()
{
    m_bar->setProfile({.protocol = Protocol::JsonRpc});
    editor()->showTab(ProfileEditor::Tab::Answers);
    auto *table = named<RowsView>(QStringLiteral("Answers to the server's requests"));
    table->setFocus(Qt::TabFocusReason);
    const auto write = [](const QString &text) {
        for (const QChar c : text)
            QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    };
    write(QStringLiteral("confirm"));
    write(QString()); // a result
    write(QStringLiteral("true"));
    QCOMPARE(m_bar->profile().answers,
             (QList<AnswerRule>{{.method = QStringLiteral("confirm"), .json = QStringLiteral("true")}}));
    write(QStringLiteral("*"));
    write(QStringLiteral("e")); // an error
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(m_bar->profile().answers.size(), 2);
    QVERIFY(m_bar->profile().answers[1].isError);
    QCOMPARE(m_bar->profile().answers[1].json,
             QStringLiteral("{\"code\": -32601, \"message\": \"Method not found\"}"));
    QCOMPARE(tabText(ProfileEditor::Tab::Answers), QStringLiteral("Answers 2"));
    table->setCurrentIndex(table->model()->index(1, AnswerModel::On));
    QTest::keyClick(table, Qt::Key_Space);
    QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_bar->profile().answers[0].method, QStringLiteral("*"));
    QCOMPARE(tabText(ProfileEditor::Tab::Answers), QStringLiteral("Answers 1"));
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(m_bar->profile().answers.size(), 1);
}

void TestAnswersPage::anAnswerThatIsWrongIsTold()
{
    const auto sentence = [this] {
        editor()->showTab(ProfileEditor::Tab::Answers);
        for (const QLabel *label : m_bar->findChildren<QLabel *>(QStringLiteral("errorSentence"))) {
            if (label->parentWidget()->inherits("weir::AnswersPage"))
                return label->isVisibleTo(editor()) ? label->text() : QString();
        }
        return QStringLiteral("no label");
    };
    Profile profile{.protocol = Protocol::JsonRpc};
    profile.answers = {{.method = QStringLiteral("a"), .json = QStringLiteral("{\"x\": {{nobody}}}")},
                       {.method = QStringLiteral("b"), .json = QStringLiteral("["), .on = false}};
    m_bar->setProfile(profile);
    QCOMPARE(sentence(), QString());
    profile.answers[1].on = true;
    m_bar->setProfile(profile);
    QVERIFY2(sentence().startsWith(QStringLiteral("The answer to “b”: ")), qPrintable(sentence()));
    profile.answers[1] = {
        .method = QStringLiteral("c"), .isError = true, .json = QStringLiteral("{\"code\": 1}")};
    m_bar->setProfile(profile);
    QVERIFY2(sentence().contains(QStringLiteral("“c”: an error has a code")), qPrintable(sentence()));
    profile.answers[1].json = QStringLiteral("{\"code\": 1, \"message\": \"no\"}");
    m_bar->setProfile(profile);
    QCOMPARE(sentence(), QString());
}

WEIR_TEST(runUiTest<TestAnswersPage>)
#include "tst_answerspage.moc"
