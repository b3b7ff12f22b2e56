// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"
#include "visibletext.h"

#include "base/utf8.h"

#include <QTest>

using namespace weir;

class tst_VisibleText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOrdinaryTextAlone();
    void showsControls_data();
    void showsControls();
    void keepsLinesWhereAsked();
    void keepsAByteOrderMarkOfAValue();
    void cutsBetweenCharacters();
    void showsWhatIsNotUtf8();
    void replacesLoneSurrogates();
};

void tst_VisibleText::leavesOrdinaryTextAlone()
{
    const QString text = QStringLiteral("{\"a\":\"é 漢字 😀\"}");
    QCOMPARE(visibleText(text), text);
    QCOMPARE(visibleText(QByteArrayView(text.toUtf8()), 512), text);
}

void tst_VisibleText::showsControls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("null") << QString(QChar(u'\0')) << QStringLiteral("␀");
    QTest::newRow("escape") << QStringLiteral("\x1b[31m") << QStringLiteral("␛[31m");
    QTest::newRow("lf") << QStringLiteral("a\nb") << QStringLiteral("a␊b");
    QTest::newRow("tab") << QStringLiteral("a\tb") << QStringLiteral("a␉b");
    QTest::newRow("delete") << QString(QChar(0x7f)) << QStringLiteral("␡");
    QTest::newRow("c1") << QString(QChar(0x9b)) << QStringLiteral("⟪U+009B⟫");
    QTest::newRow("rlo") << QStringLiteral("a\u202Eb") << QStringLiteral("a⟪U+202E⟫b");
    QTest::newRow("isolate") << QStringLiteral("\u2066") << QStringLiteral("⟪U+2066⟫");
    QTest::newRow("zero width") << QStringLiteral("\u200B") << QStringLiteral("⟪U+200B⟫");
    QTest::newRow("soft hyphen") << QStringLiteral("\u00AD") << QStringLiteral("⟪U+00AD⟫");
    QTest::newRow("tag") << QStringLiteral("\U000E0041") << QStringLiteral("⟪U+E0041⟫");
}

void tst_VisibleText::showsControls()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(visibleText(text), shown);
}

void tst_VisibleText::keepsLinesWhereAsked()
{
    QCOMPARE(visibleText(QStringLiteral("a\r\nb\n\tc\rd"), Lines::Multi), QStringLiteral("a\nb\n\tc␍d"));
}

void tst_VisibleText::keepsAByteOrderMarkOfAValue()
{
    QCOMPARE(visibleText(QByteArrayView("\xef\xbb\xbfx"), 512), QStringLiteral("⟪U+FEFF⟫x"));
    QCOMPARE(textFromUtf8("\xef\xbb\xbfx"), QStringLiteral("\uFEFFx"));
}

void tst_VisibleText::cutsBetweenCharacters()
{
    const QByteArray text = QStringLiteral("aé漢😀").toUtf8();
    const QStringList shown = {QString(),
                               QStringLiteral("a"),
                               QStringLiteral("a"),
                               QStringLiteral("aé"),
                               QStringLiteral("aé"),
                               QStringLiteral("aé"),
                               QStringLiteral("aé漢"),
                               QStringLiteral("aé漢"),
                               QStringLiteral("aé漢"),
                               QStringLiteral("aé漢"),
                               QStringLiteral("aé漢😀")};
    for (qsizetype limit = 0; limit < shown.size(); ++limit)
        QCOMPARE(visibleText(QByteArrayView(text), limit), shown[limit]);
}

void tst_VisibleText::showsWhatIsNotUtf8()
{
    QCOMPARE(visibleText(QByteArrayView("a\xff\xc3"), 512), QStringLiteral("a\uFFFD\uFFFD"));
    const QByteArray stray(100, '\x80');
    QVERIFY(visibleText(QByteArrayView(stray), 50).size() >= 46);
}

void tst_VisibleText::replacesLoneSurrogates()
{
    QString text = QStringLiteral("ab");
    text[0] = QChar(0xd800);
    QCOMPARE(visibleText(text), QStringLiteral("\uFFFDb"));
    text = QString(QChar(0xdc00));
    QCOMPARE(visibleText(text), QStringLiteral("\uFFFD"));
}

WEIR_TEST(runAppTest<tst_VisibleText>)
#include "tst_visibletext.moc"
