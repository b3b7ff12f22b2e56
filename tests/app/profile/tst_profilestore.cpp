// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleprofile.h"
#include "storefixture.h"
#include "testprogram.h"

#include <QFileInfo>

using namespace weir;

namespace {
const QString c = QStringLiteral("c");
}

class TestProfileStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyFolderIsRead()
    {
        StoreFixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(fixture.store.profiles().empty());
        QVERIFY(fixture.store.environments().empty());
        QVERIFY(!fixture.store.canUndo() && !fixture.store.canRedo());
        QVERIFY(fixture.errors.isEmpty());
    }

    void whatIsAddedIsInItsFile()
    {
        StoreFixture fixture;
        QVERIFY(fixture.open());
        QSignalSpy changed(&fixture.store, &ProfileStore::changed);
        const QString id = fixture.store.add(named(QStringLiteral("Market/ticks")));
        QCOMPARE(id, QStringLiteral("Market-ticks"));
        QCOMPARE(changed.count(), 1);
        QVERIFY(fixture.store.profile(id)->isUnsaved); // shown at once
        QTRY_VERIFY(fixture.isSaved(id));
        QCOMPARE(fixture.content(id), writeProfile(named(QStringLiteral("Market/ticks"))));
        StoreFixture other;
        other.path = fixture.path;
        QVERIFY(other.open());
        QCOMPARE(other.name(id), QStringLiteral("Market/ticks"));
        QVERIFY(other.isSaved(id));
    }

    void theIdStaysWhenTheNameChanges()
    {
        StoreFixture fixture;
        QVERIFY(fixture.open());
        const QString id = fixture.store.add(named(a));
        fixture.store.save(id, named(b)); // without waiting for the first
        QTRY_VERIFY(fixture.isSaved(id));
        QCOMPARE(fixture.content(id), writeProfile(named(b)));
        QCOMPARE(QDir(fixture.path).entryList(QDir::Files), QStringList{QStringLiteral("a.json")});
        QVERIFY(fixture.conflicts.isEmpty());
    }

    void twoOfOneNameAreTwoFiles()
    {
        StoreFixture fixture;
        StoreFixture::write(fixture.fileOf(QStringLiteral("MARKET")), "broken");
        QVERIFY(fixture.open());
        const QStringList ids = fixture.store.addAll(
            {named(QStringLiteral("Market")), named(QStringLiteral("market")), named({}), named({})});
        QCOMPARE(ids,
                 (QStringList{QStringLiteral("Market 2"), QStringLiteral("market 3"),
                              QStringLiteral("example.com"), QStringLiteral("example.com 2")}));
        QTRY_VERIFY(fixture.isSaved(ids.constLast()));
        QCOMPARE(QDir(fixture.path).entryList(QDir::Files).size(), 5);
        QCOMPARE(fixture.content(QStringLiteral("MARKET")), QByteArray("broken"));
    }

    void everythingIsWrittenAtTheEnd()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("deep/in/there"));
        {
            ProfileStore store;
            store.open(path, ProfileStore::Create::Yes);
            for (int i = 0; i < 50; ++i)
                store.add(named(QString::number(i)));
        }
        QCOMPARE(QDir(path).entryList(QDir::Files).size(), 50);
    }

    void othersChangesAppear_data()
    {
        QTest::addColumn<bool>("replace");
        QTest::newRow("in place") << false;
        QTest::newRow("replaced") << true;
    }
    void othersChangesAppear()
    {
        QFETCH(bool, replace);
        StoreFixture fixture;
        const auto write = [&](const QString &id, const Profile &profile) {
            if (!replace)
                return StoreFixture::write(fixture.fileOf(id), writeProfile(profile));
            StoreFixture::write(fixture.file(QStringLiteral("tmp")), writeProfile(profile));
            QCOMPARE(
                ::rename(qPrintable(fixture.file(QStringLiteral("tmp"))), qPrintable(fixture.fileOf(id))), 0);
        };
        write(a, named(QStringLiteral("1")));
        QVERIFY(fixture.open());
        QCOMPARE(fixture.name(a), QStringLiteral("1"));
        for (int i = 2; i < 5; ++i) { // of the same size, within the grain of the clock
            write(a, named(QString::number(i)));
            QTRY_COMPARE(fixture.name(a), QString::number(i));
        }
        write(b, named(b)); // a new one
        QTRY_COMPARE(fixture.name(b), b);
        write(b, named(c)); // which is watched too
        QTRY_COMPARE(fixture.name(b), c);
        QSignalSpy removed(&fixture.store, &ProfileStore::removed);
        QVERIFY(QFile::remove(fixture.fileOf(b)));
        QTRY_COMPARE(removed.count(), 1);
        QCOMPARE(removed[0][0].toStringList(), QStringList{b});
        QVERIFY(!fixture.store.profile(b));
        QVERIFY(fixture.isSaved(a));
    }

    void ourOwnChangesAreNotTold()
    {
        StoreFixture fixture;
        QVERIFY(fixture.open());
        const QString id = fixture.store.add(named(a));
        QTRY_VERIFY(fixture.isSaved(id));
        QSignalSpy changed(&fixture.store, &ProfileStore::changed);
        fixture.store.save(id, named(b));
        fixture.store.save(id, named(b)); // nothing new
        QTRY_VERIFY(fixture.isSaved(id));
        const qsizetype told = changed.count();
        fixture.store.refresh();
        const QString env = fixture.store.addEnvironment(environmentNamed(QStringLiteral("dev")));
        QTRY_VERIFY(!fixture.store.environment(env)->isUnsaved); // later than the refresh
        QCOMPARE(changed.count(), told);
        QVERIFY(fixture.conflicts.isEmpty());
    }

    void whatIsNotChangedIsNotWritten()
    {
        StoreFixture fixture;
        const QByteArray byHand = "{\"weir\":1,\"url\":\"u\",\"name\":\"a\"}";
        StoreFixture::write(fixture.fileOf(a), byHand);
        QVERIFY(fixture.open());
        fixture.store.save(a, fixture.store.profile(a)->value);
        QVERIFY(fixture.isSaved(a));
        QCOMPARE(fixture.content(a), byHand);
    }

    void aBrokenFileIsShownAndLeftAlone()
    {
        StoreFixture fixture;
        const QByteArray broken = "{\n\"weir\": 1,\n\"name\": 5}";
        StoreFixture::write(fixture.fileOf(a), broken);
        StoreFixture::write(fixture.fileOf(b), writeProfile(named(b)));
        QVERIFY(fixture.open());
        const ProfileEntry *entry = fixture.store.profile(a);
        QVERIFY(entry && entry->broken);
        QCOMPARE(entry->broken->line, 3);
        QCOMPARE(entry->value.name, a);
        QVERIFY(!fixture.store.profile(b)->broken);
        fixture.store.save(a, named(c));
        QCOMPARE(fixture.errors, QList{ErrorCode::ProfileBroken});
        QCOMPARE(fixture.content(a), broken);
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(a))); // repaired
        QTRY_VERIFY(!fixture.store.profile(a)->broken);
        StoreFixture::write(fixture.fileOf(a), broken);
        const auto isAsWritten = [](const ProfileEntry *now) {
            return now->broken && now->broken->line == 3;
        };
        QTRY_VERIFY(isAsWritten(fixture.store.profile(a)));
        fixture.store.remove({a}); // by the person
        QTRY_VERIFY(!QFile::exists(fixture.fileOf(a)));
        QTRY_VERIFY(fixture.store.canUndo());
        fixture.store.undo();
        QTRY_VERIFY(fixture.store.profile(a));
        QVERIFY(fixture.store.profile(a)->broken);
        QCOMPARE(fixture.content(a), broken);
    }

    void aConflictKeepsBothVersions()
    {
        StoreFixture fixture;
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(a)));
        QVERIFY(fixture.open());
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(b)));
        fixture.store.save(a, named(c)); // before it can know
        QTRY_COMPARE(fixture.conflicts, QStringList{a});
        const ProfileEntry *entry = fixture.store.profile(a);
        QVERIFY(entry->value == named(c));
        QVERIFY(entry->isUnsaved);
        QVERIFY(entry->conflict && entry->conflict->theirs == named(b));
        QCOMPARE(fixture.content(a), writeProfile(named(b)));
        fixture.store.save(a, named(QStringLiteral("d"))); // still not asked
        QCOMPARE(fixture.conflicts, (QStringList{a, a}));
        QVERIFY(fixture.store.profile(a)->conflict);
        QVERIFY(fixture.store.hasUnsaved());
        QVERIFY(!fixture.store.canUndo());
        fixture.store.save(a, named(c), ProfileStore::Overwrite::Yes);
        QTRY_VERIFY(fixture.isSaved(a));
        QVERIFY(!fixture.store.profile(a)->conflict);
        QCOMPARE(fixture.content(a), writeProfile(named(c)));
        fixture.store.undo(); // their version is not lost either
        QTRY_COMPARE(fixture.content(a), writeProfile(named(b)));
        QTRY_COMPARE(fixture.name(a), b);
    }

    void aConflictCanBeReverted()
    {
        StoreFixture fixture;
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(a)));
        QVERIFY(fixture.open());
        StoreFixture::write(fixture.fileOf(a), "{");
        fixture.store.save(a, named(c));
        QTRY_COMPARE(fixture.conflicts, QStringList{a});
        QVERIFY(fixture.store.profile(a)->conflict->broken);
        QVERIFY(!fixture.store.profile(a)->conflict->theirs);
        fixture.store.revert(a);
        QVERIFY(fixture.store.profile(a)->broken);
        QVERIFY(!fixture.store.hasUnsaved());
        QCOMPARE(fixture.content(a), QByteArray("{"));
    }

    void theSameChangeIsNoConflict()
    {
        StoreFixture fixture;
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(a)));
        QVERIFY(fixture.open());
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(b)));
        fixture.store.save(a, named(b));
        QTRY_VERIFY(fixture.isSaved(a));
        QVERIFY(fixture.conflicts.isEmpty());
    }

    void aFileThatOthersRemovedIsNotMadeAgainUnasked()
    {
        StoreFixture fixture;
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(a)));
        QVERIFY(fixture.open());
        QVERIFY(QFile::remove(fixture.fileOf(a)));
        fixture.store.save(a, named(c));
        QTRY_COMPARE(fixture.conflicts, QStringList{a});
        QVERIFY(!fixture.store.profile(a)->conflict->theirs && !fixture.store.profile(a)->conflict->broken);
        QVERIFY(!QFile::exists(fixture.fileOf(a)));
        QCOMPARE(fixture.name(a), c);
        fixture.store.save(a, named(c), ProfileStore::Overwrite::Yes);
        QTRY_VERIFY(fixture.isSaved(a));
        QCOMPARE(fixture.content(a), writeProfile(named(c)));
    }

    void whatOthersChangedIsNotDeleted()
    {
        StoreFixture fixture;
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(a)));
        StoreFixture::write(fixture.fileOf(b), writeProfile(named(b)));
        QVERIFY(fixture.open());
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(c)));
        QSignalSpy removed(&fixture.store, &ProfileStore::removed);
        fixture.store.remove({a, b});
        QCOMPARE(removed.count(), 1);
        QVERIFY(!fixture.store.profile(a));
        QTRY_COMPARE(fixture.errors, QList{ErrorCode::ProfileChanged});
        QCOMPARE(fixture.name(a), c);
        QVERIFY(!fixture.store.profile(b));
        QVERIFY(!QFile::exists(fixture.fileOf(b)));
    }

    void everyChangeCanBeUndone()
    {
        StoreFixture fixture;
        const QByteArray byHand = "{\"weir\":1,\"url\":\"u\",\"name\":\"a\", \"x\": 1}";
        StoreFixture::write(fixture.fileOf(a), byHand);
        QVERIFY(fixture.open());
        Profile changed = fixture.store.profile(a)->value;
        changed.url = QStringLiteral("v");
        fixture.store.save(a, changed);
        const QStringList added = fixture.store.addAll({named(b), named(c)});
        fixture.store.remove({a, b});
        QTRY_VERIFY(fixture.store.undoText().startsWith(QLatin1String("Delete 2")));
        QCOMPARE(QDir(fixture.path).entryList(QDir::Files), QStringList{QStringLiteral("c.json")});
        fixture.store.undo();
        fixture.store.undo(); // waits for the first
        QTRY_VERIFY(fixture.store.profile(a) && !fixture.store.profile(b) && !fixture.store.profile(c));
        QCOMPARE(fixture.content(a), writeProfile(changed));
        QCOMPARE(fixture.store.undoText(), QStringLiteral("Change “a”"));
        fixture.store.undo();
        QTRY_COMPARE(fixture.content(a), byHand); // byte by byte
        QTRY_VERIFY(!fixture.store.canUndo() && fixture.store.canRedo());
        for (int i = 0; i < 3; ++i)
            fixture.store.redo();
        QTRY_VERIFY(fixture.store.profiles().size() == 1 && fixture.store.profile(c));
        QTRY_VERIFY(!fixture.store.canRedo());
        QVERIFY(!QFile::exists(fixture.fileOf(a)));
        fixture.store.undo();
        QTRY_VERIFY(fixture.store.canRedo());
        fixture.store.add(named(QStringLiteral("new"))); // what was undone is over
        QTRY_VERIFY(!fixture.store.canRedo());
        QVERIFY(fixture.errors.isEmpty());
    }

    void undoingNeverTakesOthersWorkAway()
    {
        StoreFixture fixture;
        QVERIFY(fixture.open());
        const QString id = fixture.store.add(named(a));
        fixture.store.save(id, named(b));
        QTRY_VERIFY(fixture.isSaved(id) && fixture.store.canUndo());
        StoreFixture::write(fixture.fileOf(id), writeProfile(named(c)));
        fixture.store.undo();
        QTRY_COMPARE(fixture.errors, QList{ErrorCode::ProfileUndoRefused});
        QCOMPARE(fixture.content(id), writeProfile(named(c)));
        QCOMPARE(fixture.name(id), c);
        QVERIFY(!fixture.store.canRedo());
    }

    void environmentsAreKeptInTheirOwnFolder()
    {
        StoreFixture fixture;
        QVERIFY(fixture.open());
        const QString id = fixture.store.addEnvironment(environmentNamed(QStringLiteral("dev")));
        const QString file = fixture.file(QStringLiteral("environments/dev.json"));
        QTRY_COMPARE(StoreFixture::contentOfFile(file),
                     writeEnvironment(environmentNamed(QStringLiteral("dev"))));
        Environment changed = environmentNamed(QStringLiteral("dev"));
        changed.variables[0].value = QStringLiteral("example.com");
        StoreFixture::write(file, writeEnvironment(changed)); // by others
        QTRY_VERIFY(fixture.store.environment(id)->value == changed);
        changed.name = QStringLiteral("staging");
        fixture.store.saveEnvironment(id, changed);
        QTRY_VERIFY(!fixture.store.environment(id)->isUnsaved);
        fixture.store.removeEnvironments({id});
        QTRY_VERIFY(!QFile::exists(file));
        QTRY_VERIFY(fixture.store.undoText().contains(QLatin1String("staging")));
        fixture.store.undo();
        QTRY_VERIFY(fixture.store.environment(id) && fixture.store.environment(id)->value == changed);
        QVERIFY(fixture.store.profiles().empty());
        QSignalSpy conflicted(&fixture.store, &ProfileStore::environmentConflicted);
        StoreFixture::write(file, writeEnvironment({}));
        changed.name = QStringLiteral("prod");
        fixture.store.saveEnvironment(id, changed);
        QTRY_COMPARE(conflicted.count(), 1);
        fixture.store.revertEnvironment(id);
        QVERIFY(fixture.store.environment(id)->value == Environment());
        QVERIFY(fixture.errors.isEmpty());
    }

    void anotherFolderCanBeOpened()
    {
        StoreFixture fixture;
        QVERIFY(fixture.open());
        fixture.store.add(named(a));
        fixture.path = fixture.dir.filePath(QStringLiteral("other"));
        QVERIFY(fixture.open(ProfileStore::Create::Yes));
        QVERIFY(fixture.store.profiles().empty());
        QVERIFY(QFile::exists(fixture.dir.filePath(QStringLiteral("profiles/a.json"))));
        QVERIFY(!fixture.store.canUndo());
        fixture.store.add(named(b));
        QTRY_VERIFY(QFile::exists(fixture.fileOf(b)));
    }

    void hundredsOfProfilesLoad()
    {
        StoreFixture fixture;
        for (int i = 0; i < 300; ++i)
            StoreFixture::write(fixture.fileOf(QString::number(i)), writeProfile(fullProfile()));
        QVERIFY(fixture.open());
        QCOMPARE(fixture.store.profiles().size(), size_t(300));
        QVERIFY(std::all_of(fixture.store.profiles().begin(), fixture.store.profiles().end(),
                            [](const auto &entry) { return entry.second.value == fullProfile(); }));
    }
};

WEIR_TEST(runAppTest<TestProfileStore>)
#include "tst_profilestore.moc"
