// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../log/restricted.h"
#include "storefixture.h"
#include "testprogram.h"

#include <sys/stat.h>

#include <csignal>

using namespace weir;

// Files and folders that cannot be used: a sentence, and nothing is lost.
class TestStoreTrouble final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGXFSZ, SIG_IGN); }

    void aFullDiskLosesNothing()
    {
        StoreFixture fixture;
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(a)));
        QVERIFY(fixture.open());
        Profile changed = named(b);
        changed.notes = QString(1000, QLatin1Char('x'));
        {
            const SizeLimit limit(500);
            fixture.store.save(a, changed);
            QTRY_COMPARE(fixture.errors, QList{ErrorCode::DiskFull});
            QVERIFY(fixture.store.profile(a)->value == changed);
            QVERIFY(fixture.store.profile(a)->isUnsaved);
            QCOMPARE(fixture.content(a), writeProfile(named(a)));
            QCOMPARE(QDir(fixture.path).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                     QStringList{QStringLiteral("a.json")});
            QVERIFY(!fixture.store.canUndo());
        }
        fixture.store.save(a, changed);
        QTRY_VERIFY(fixture.isSaved(a));
        QCOMPARE(fixture.content(a), writeProfile(changed));
        QVERIFY(fixture.conflicts.isEmpty());
    }

    void aStepThatDoesNotFitIsUndoneWholeOrNotAtAll()
    {
        StoreFixture fixture;
        Profile large = named(b);
        large.notes = QString(1000, QLatin1Char('x'));
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(a)));
        StoreFixture::write(fixture.fileOf(b), writeProfile(large));
        QVERIFY(fixture.open());
        fixture.store.remove({a, b});
        QTRY_VERIFY(fixture.store.canUndo());
        {
            const SizeLimit limit(500);
            fixture.store.undo();
            QTRY_COMPARE(fixture.errors, QList{ErrorCode::DiskFull});
            QVERIFY(!QFile::exists(fixture.fileOf(a)) && !QFile::exists(fixture.fileOf(b)));
        }
        QVERIFY(fixture.store.canUndo()); // when there is room
        fixture.store.undo();
        QTRY_VERIFY(fixture.isSaved(a) && fixture.isSaved(b));
    }

    void aReadOnlyFolderLosesNothing()
    {
        StoreFixture fixture;
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(a)));
        QVERIFY(fixture.open());
        QCOMPARE(::chmod(qPrintable(fixture.dir.path()), 0755), 0);
        QCOMPARE(::chmod(qPrintable(fixture.path), 0555), 0);
        {
            const Nobody nobody;
            fixture.store.save(a, named(b));
            QTRY_COMPARE(fixture.errors, QList{ErrorCode::PermissionDenied});
            fixture.store.remove({a});
            QVERIFY(!fixture.store.profile(a));
            QTRY_COMPARE(fixture.errors, (QList{ErrorCode::PermissionDenied, ErrorCode::PermissionDenied}));
            QVERIFY(fixture.store.profile(a));
        }
        QCOMPARE(::chmod(qPrintable(fixture.path), 0755), 0);
        QCOMPARE(fixture.name(a), b); // what was not saved is back with it
        QVERIFY(fixture.store.profile(a)->isUnsaved);
        QCOMPARE(fixture.content(a), writeProfile(named(a)));
        fixture.store.save(a, named(b));
        QTRY_VERIFY(fixture.isSaved(a));
    }

    void aFolderDisappearsAndComesBack()
    {
        StoreFixture fixture;
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(a)));
        QVERIFY(fixture.open());
        const QString away = fixture.dir.filePath(QStringLiteral("away"));
        QVERIFY(QDir().rename(fixture.path, away));
        QTRY_COMPARE(fixture.errors, QList{ErrorCode::ProfileFolderMissing});
        QCOMPARE(fixture.name(a), a);
        fixture.store.save(a, named(b));
        QTRY_COMPARE(fixture.errors,
                     (QList{ErrorCode::ProfileFolderMissing, ErrorCode::ProfileFolderMissing}));
        QVERIFY(!QFile::exists(fixture.path));
        StoreFixture::write(away + QLatin1String("/new.json"), writeProfile(named(QStringLiteral("new"))));
        QVERIFY(QDir().rename(away, fixture.path));
        QTRY_COMPARE(fixture.errors.constLast(), ErrorCode::None);
        QTRY_COMPARE(fixture.name(QStringLiteral("new")), QStringLiteral("new"));
        QCOMPARE(fixture.name(a), b);
        QVERIFY(fixture.store.profile(a)->isUnsaved && !fixture.store.profile(a)->conflict);
        fixture.store.save(a, named(b));
        QTRY_VERIFY(fixture.isSaved(a));
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(QStringLiteral("c")))); // is watched again
        QTRY_COMPARE(fixture.name(a), QStringLiteral("c"));
    }

    void whatCouldNotBeWrittenIsToldAfterAnotherWasOpened()
    {
        StoreFixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(QDir().rmdir(fixture.path));
        fixture.store.add(named(a));
        fixture.path = fixture.dir.filePath(QStringLiteral("other"));
        QVERIFY(fixture.open(ProfileStore::Create::Yes));
        QVERIFY(fixture.errors.contains(ErrorCode::ProfileFolderMissing));
        QVERIFY(fixture.store.profiles().empty());
    }

    void anotherFolderTakesItsPlace()
    {
        StoreFixture fixture;
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(a)));
        QVERIFY(fixture.open());
        const QString other = fixture.dir.filePath(QStringLiteral("other"));
        QVERIFY(QDir().mkpath(other));
        StoreFixture::write(other + QLatin1String("/b.json"), writeProfile(named(b)));
        QVERIFY(QDir().rename(fixture.path, fixture.dir.filePath(QStringLiteral("away"))));
        QVERIFY(QDir().rename(other, fixture.path));
        QTRY_VERIFY(fixture.store.profile(b) && !fixture.store.profile(a));
        StoreFixture::write(fixture.fileOf(b), writeProfile(named(QStringLiteral("c"))));
        QTRY_COMPARE(fixture.name(b), QStringLiteral("c"));
    }

    void aFolderThatIsNotThereIsToldAndAwaited()
    {
        StoreFixture fixture;
        fixture.path = fixture.dir.filePath(QStringLiteral("not/yet"));
        QVERIFY(fixture.open());
        QCOMPARE(fixture.errors, QList{ErrorCode::ProfileFolderMissing});
        QVERIFY(QDir().mkpath(fixture.path));
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(a)));
        QTRY_COMPARE(fixture.name(a), a);
        QCOMPARE(fixture.errors, (QList{ErrorCode::ProfileFolderMissing, ErrorCode::None}));
    }

    void whatIsNoFileIsShownAndLeftAlone()
    {
        StoreFixture fixture;
        const auto file = [&](const char *name) { return fixture.fileOf(QString::fromLatin1(name)); };
        QVERIFY(QDir().mkpath(file("folder")));
        QCOMPARE(::mkfifo(qPrintable(file("pipe")), 0600), 0);
        StoreFixture::write(file("large"), QByteArray(10'000'000, ' '));
        StoreFixture::write(file("empty"), {});
        StoreFixture::write(fixture.dir.filePath(QStringLiteral("target")), writeProfile(named(a)));
        QVERIFY(QFile::link(fixture.dir.filePath(QStringLiteral("target")), file("link")));
        QVERIFY(QFile::link(fixture.dir.filePath(QStringLiteral("nothing")), file("dangling")));
        StoreFixture::write(file(".hidden"), "x");
        StoreFixture::write(fixture.file(QStringLiteral("README.md")), "x");
        StoreFixture::write(file("good"), writeProfile(named(b)));
        QVERIFY(fixture.open());
        const auto reason = [&](const char *id) {
            const ProfileEntry *entry = fixture.store.profile(QString::fromLatin1(id));
            return entry && entry->broken ? std::optional(entry->broken->reason) : std::nullopt;
        };
        using Reason = ProfileFault::Reason;
        QCOMPARE(fixture.store.profiles().size(), size_t(7));
        QVERIFY(reason("folder") == Reason::NotAFile);
        QVERIFY(reason("pipe") == Reason::NotAFile);
        QVERIFY(reason("large") == Reason::TooLarge);
        QVERIFY(reason("empty") == Reason::EndsEarly);
        QVERIFY(reason("dangling") == Reason::NotRead);
        QVERIFY(!reason("link") && !reason("good"));
        QVERIFY(fixture.errors.isEmpty());

        fixture.store.remove({QStringLiteral("folder"), QStringLiteral("pipe"), QStringLiteral("large")});
        QCOMPARE(fixture.errors, (QList<ErrorCode>(3, ErrorCode::ProfileNotAFile)));
        fixture.store.save(QStringLiteral("pipe"), named(a));
        QCOMPARE(fixture.errors.constLast(), ErrorCode::ProfileBroken);
        QCOMPARE(fixture.store.profiles().size(), size_t(7));

        fixture.store.save(QStringLiteral("link"), named(b)); // goes where the link leads
        QTRY_VERIFY(fixture.isSaved(QStringLiteral("link")));
        QVERIFY(QFileInfo(file("link")).isSymLink());
        QCOMPARE(StoreFixture::contentOfFile(fixture.dir.filePath(QStringLiteral("target"))),
                 writeProfile(named(b)));
    }

    void whatTurnsIntoAFolderIsNotWritten()
    {
        StoreFixture fixture;
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(a)));
        QVERIFY(fixture.open());
        QVERIFY(QFile::remove(fixture.fileOf(a)));
        QVERIFY(QDir().mkpath(fixture.fileOf(a)));
        fixture.store.save(a, named(b));
        QTRY_COMPARE(fixture.errors, QList{ErrorCode::ProfileNotAFile});
        QCOMPARE(fixture.name(a), b);
        QVERIFY(fixture.store.profile(a)->conflict->broken);
        fixture.store.save(a, named(b), ProfileStore::Overwrite::Yes);
        QTRY_COMPARE(fixture.errors.size(), 2);
        QVERIFY(fixture.store.profile(a)->isUnsaved);
        QVERIFY(QDir(fixture.fileOf(a)).exists());
    }

    void whatCannotBeReadAgainIsNotWritten()
    {
        StoreFixture fixture;
        QVERIFY(fixture.open());
        Profile profile = named(a);
        profile.readTimeout = -1;
        const QString id = fixture.store.add(profile);
        QCOMPARE(fixture.errors, QList{ErrorCode::ProfileInvalid});
        QVERIFY(fixture.store.profile(id)->isUnsaved);
        profile.readTimeout = 0;
        profile.notes = QString(5'000'000, QLatin1Char('x'));
        fixture.store.save(id, profile);
        QCOMPARE(fixture.errors.size(), 2);
        QCOMPARE(fixture.store.profile(id)->value.notes.size(), 5'000'000);
        profile.notes.clear();
        fixture.store.save(id, profile);
        QTRY_VERIFY(fixture.isSaved(id));
    }

    void theModeOfAFileStays()
    {
        StoreFixture fixture;
        StoreFixture::write(fixture.fileOf(a), writeProfile(named(a)));
        QCOMPARE(::chmod(qPrintable(fixture.fileOf(a)), 0640), 0);
        QVERIFY(fixture.open());
        fixture.store.save(a, named(b));
        QTRY_VERIFY(fixture.isSaved(a));
        struct stat status = {};
        QCOMPARE(::stat(qPrintable(fixture.fileOf(a)), &status), 0);
        QCOMPARE(status.st_mode & 0777u, 0640u);
    }
};

WEIR_TEST(runAppTest<TestStoreTrouble>)
#include "tst_storetrouble.moc"
