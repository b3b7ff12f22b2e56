// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profileeditorfixture.h"

class TestProfileSecrets final : public ProfileEditorFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aLiteralIsNoSecretUntilItIsKept();
    void aLiteralThatWaitsHoldsConnectAndSave();
    void aSecretHasANameOfItsOwn();
    void aSchemeMayStandBeforeAReference();
    void aPinIsRemoved();
};

void TestProfileSecrets::aLiteralIsNoSecretUntilItIsKept()
{
    QSignalSpy secrets(m_bar.get(), &RequestBar::secretEntered);
    Profile profile;
    profile.name = QStringLiteral("Märkte & Ticks");
    m_bar->setProfile(profile);
    choose(QStringLiteral("Type"), 1);
    editor()->showTab(ProfileEditor::Tab::Auth);
    auto *field = named<VariableEdit>(QStringLiteral("Password"));
    QTest::keyClicks(field, QStringLiteral("hunter2"));
    QVERIFY(m_bar->profile().auth.password.isEmpty());
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QVERIFY(!editor()->pendingSentence().isEmpty());
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(secrets.size(), 1);
    QCOMPARE(secrets[0][0].toString(), QStringLiteral("m_rkte_ticks_password"));
    QCOMPARE(secrets[0][1].toString(), QStringLiteral("hunter2"));
    QCOMPARE(field->text(), QStringLiteral("{{secret.m_rkte_ticks_password}}"));
    QCOMPARE(field->echoMode(), QLineEdit::Normal);
    QCOMPARE(m_bar->profile().auth.password, field->text());
    QVERIFY(editor()->pendingSentence().isEmpty());
    // Over a reference: the same secret gets another value. By the button this time.
    type(QStringLiteral("Password"), QStringLiteral("hunter3"));
    for (QPushButton *keep : editor()->findChildren<QPushButton *>()) {
        if (keep->isVisible())
            keep->click();
    }
    QCOMPARE(secrets.size(), 2);
    QCOMPARE(secrets[1][0], secrets[0][0]);
    QVERIFY(!field->isUndoAvailable() || !field->text().contains(QLatin1String("hunter")));
}

void TestProfileSecrets::aLiteralThatWaitsHoldsConnectAndSave()
{
    QSignalSpy connects(m_bar.get(), &RequestBar::connectRequested);
    QSignalSpy saves(m_bar.get(), &RequestBar::saveRequested);
    m_bar->setSaved({});
    choose(QStringLiteral("Type"), 2);
    type(QStringLiteral("Token"), QStringLiteral("abc"));
    m_bar->setOptionsVisible(false);
    button(QStringLiteral("Connect"))->click();
    button(QStringLiteral("Save"))->click();
    QCOMPARE(connects.size() + saves.size(), 0);
    QVERIFY(editor()->isVisible() && named<VariableEdit>(QStringLiteral("Token"))->isVisible());
    bool said = false;
    for (const QLabel *label : m_bar->findChildren<QLabel *>(QStringLiteral("errorSentence")))
        said = said || (label->isVisible() && !label->text().isEmpty());
    QVERIFY(said);
    type(QStringLiteral("Token"), QString());
    button(QStringLiteral("Connect"))->click();
    QCOMPARE(connects.size(), 1);
}

void TestProfileSecrets::aSecretHasANameOfItsOwn()
{
    VariableSources sources;
    sources.secrets = {{QStringLiteral("token"), QStringLiteral("x")},
                       {QStringLiteral("token_2"), QStringLiteral("x")}};
    m_bar->setVariables(Variables(sources));
    QSignalSpy secrets(m_bar.get(), &RequestBar::secretEntered);
    type(QStringLiteral("Token"), QStringLiteral("a{b"));
    QTest::keyClick(named<VariableEdit>(QStringLiteral("Token")), Qt::Key_Return);
    QCOMPARE(secrets[0][0].toString(), QStringLiteral("token_3"));
    QCOMPARE(secrets[0][1].toString(), QStringLiteral("a{b"));
}

void TestProfileSecrets::aSchemeMayStandBeforeAReference()
{
    const QString value = QStringLiteral("Token {{secret.t}}");
    type(QStringLiteral("Authorization"), value);
    QCOMPARE(m_bar->profile().auth.value, value);
    type(QStringLiteral("Authorization"), QStringLiteral("Token abc"));
    QCOMPARE(m_bar->profile().auth.value, QString()); // emptied first, and the literal is not taken
    type(QStringLiteral("Password"), QStringLiteral("x {{secret.t}}"));
    QVERIFY(m_bar->profile().auth.password.isEmpty());
}

void TestProfileSecrets::aPinIsRemoved()
{
    Profile profile;
    profile.tls.pins = {QString(64, u'a'), QString(64, u'b')};
    m_bar->setProfile(profile);
    editor()->showTab(ProfileEditor::Tab::Transport);
    auto *remove = named<QToolButton>(QStringLiteral("Do not trust aaaaaaaaaaaa…"));
    QVERIFY(remove && remove->isVisibleTo(editor()));
    remove->click();
    QTRY_COMPARE(m_bar->profile().tls.pins, QStringList{QString(64, u'b')});
}

WEIR_TEST(runUiTest<TestProfileSecrets>)
#include "tst_profilesecrets.moc"
