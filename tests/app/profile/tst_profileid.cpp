// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "profile/profile.h"
#include "profile/profileid.h"
#include "profile/profilesearch.h"

#include <QSet>
#include <QTest>

using namespace weir;

class TestProfileId final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyNameMakesAFileName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *what, const QString &name, const QString &id) {
            QTest::newRow(what) << name << id;
        };
        row("plain", QStringLiteral("Market ticks"), QStringLiteral("Market ticks"));
        row("empty", {}, QStringLiteral("unnamed"));
        row("spaces", QStringLiteral("  \t "), QStringLiteral("unnamed"));
        row("slashes", QStringLiteral("a/b\\c"), QStringLiteral("a-b-c"));
        row("up and away", QStringLiteral("../../etc/passwd"), QStringLiteral("etc-passwd"));
        row("dots", QStringLiteral(".."), QStringLiteral("unnamed"));
        row("hidden", QStringLiteral(".git"), QStringLiteral("git"));
        row("an option", QStringLiteral("--rf"), QStringLiteral("rf"));
        row("end", QStringLiteral("a. . "), QStringLiteral("a"));
        row("Windows", QStringLiteral("a:b*c?\"<>|"), QStringLiteral("a-b-c-----"));
        row("device", QStringLiteral("con"), QStringLiteral("_con"));
        row("device with an ending", QStringLiteral("Aux.feed"), QStringLiteral("_Aux.feed"));
        row("numbered device", QStringLiteral("LPT1"), QStringLiteral("_LPT1"));
        row("no device", QStringLiteral("console"), QStringLiteral("console"));
        row("line breaks", QStringLiteral("a\nb\u2028c"), QStringLiteral("a-b-c"));
        row("zero", QStringLiteral("a") + QChar(0) + QStringLiteral("b"), QStringLiteral("a-b"));
        row("emoji", QStringLiteral("😀 👩‍🚀"), QStringLiteral("😀 👩‍🚀"));
        row("half an emoji", QString(QChar(0xd83d)) + QLatin1Char('x'), QStringLiteral("x"));
        row("Chinese", QStringLiteral("行情"), QStringLiteral("行情"));
        row("two parts", QStringLiteral("e\u0301"), QStringLiteral("\u00e9"));
        row("byte order mark", QString(QChar(0xfeff)), QStringLiteral("unnamed"));
        row("backwards", QStringLiteral("a\u202egnp.json"), QStringLiteral("agnp.json"));
        row("long", QString(10000, QLatin1Char('x')), QString(120, QLatin1Char('x')));
        row("long with accents", QString(10000, QChar(0xe9)), QString(60, QChar(0xe9)));
    }
    void anyNameMakesAFileName()
    {
        QFETCH(QString, name);
        QFETCH(QString, id);
        QCOMPARE(idFromName(name), id);
        QCOMPARE(idFromName(id), id);
    }

    void aLongNameIsNotCutWithinACharacter()
    {
        const QString name = QStringLiteral("👩‍🚀").repeated(1000);
        const QString id = idFromName(name);
        QVERIFY(id.toUtf8().size() <= 120);
        QVERIFY(!id.isEmpty());
        QCOMPARE(id.size() % QStringLiteral("👩‍🚀").size(), 0);
    }

    void everyCharacterIsGoodSomehow()
    {
        for (int c = 0; c < 0x10000; ++c) {
            const QString id = idFromName(QString(QChar(ushort(c))));
            QVERIFY(!id.isEmpty() && !id.contains(QLatin1Char('/')) && !id.startsWith(QLatin1Char('.')));
            QCOMPARE(QString::fromUtf8(id.toUtf8()), id);
        }
    }

    void aNameThatIsTakenGetsANumber()
    {
        QSet<QString> taken;
        const auto next = [&taken](const QString &name) {
            const QString id = freeId(name, [&](const QString &other) { return taken.contains(other); });
            taken.insert(comparableId(id));
            return id;
        };
        QCOMPARE(next(QStringLiteral("Market")), QStringLiteral("Market"));
        QCOMPARE(next(QStringLiteral("MARKET")), QStringLiteral("MARKET 2"));
        QCOMPARE(next(QStringLiteral("market")), QStringLiteral("market 3"));
        QCOMPARE(next(QString(10000, QLatin1Char('x'))).size(), 120);
        QCOMPARE(next(QString(10001, QLatin1Char('x'))).size(), 122);
    }

    void wordsAreFoundInAnyField()
    {
        Profile profile;
        profile.name = QStringLiteral("Market ticks");
        profile.folder = QStringLiteral("Staging/EU");
        profile.url = QStringLiteral("https://example.com/feed");
        profile.notes = QStringLiteral("Ask Ärne");
        for (const char *needle :
             {"", " ", "market", "TICKS", "eu", "example.com", "ärne", "market  staging"})
            QVERIFY2(matches(profile, QString::fromUtf8(needle)), needle);
        for (const char *needle : {"x-ray", "market us", "https example.org"})
            QVERIFY2(!matches(profile, QString::fromUtf8(needle)), needle);
    }
};

WEIR_TEST(runAppTest<TestProfileId>)
#include "tst_profileid.moc"
