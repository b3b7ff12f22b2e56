// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "log/recorder.h"
#include "session/captures.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace weir;

class TestCaptures final : public QObject
{
    Q_OBJECT

    static void make(const QString &path, int size, int ageInDays)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(size, 'x'));
        file.flush();
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-ageInDays),
                                 QFileDevice::FileModificationTime));
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void theFolderIsForItsUserAlone()
    {
        const auto folder = captureFolder();
        QVERIFY(folder);
        QVERIFY(folder->path().endsWith(QLatin1String("/captures")));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(folder->path()).permissions() & others, QFile::Permissions());
    }

    void namesTellTheTimeAndAreNeverTaken()
    {
        QTemporaryDir dir;
        const QDateTime now({2026, 11, 22}, {10, 42, 7});
        const QString first = newCapturePath(QDir(dir.path()), now);
        QCOMPARE(QFileInfo(first).fileName(), QStringLiteral("session-2026-11-22T104207.weir"));
        make(first, 1, 0);
        const QString second = newCapturePath(QDir(dir.path()), now);
        QCOMPARE(QFileInfo(second).fileName(), QStringLiteral("session-2026-11-22T104207-2.weir"));
    }

    void theOldestGoFirst()
    {
        QTemporaryDir dir;
        const QDir folder(dir.path());
        const QString oldest = folder.filePath(QStringLiteral("session-1.weir"));
        make(oldest, 400, 3);
        make(oldest + QLatin1String(".torn"), 10, 3);
        make(folder.filePath(QStringLiteral("session-2.weir")), 400, 2);
        make(folder.filePath(QStringLiteral("session-3.weir")), 400, 1);
        QCOMPARE(pruneCaptures(folder, 1200, {}), 0);
        QCOMPARE(pruneCaptures(folder, 800, {}), 1);
        QCOMPARE(folder.entryList(QDir::Files),
                 (QStringList{QStringLiteral("session-2.weir"), QStringLiteral("session-3.weir")}));
    }

    void theOpenOneAndWhatIsNotOursStay()
    {
        QTemporaryDir dir;
        const QDir folder(dir.path());
        const QString open = folder.filePath(QStringLiteral("session-1.weir"));
        make(open, 400, 3);
        make(folder.filePath(QStringLiteral("kept.weir")), 4000, 9);
        make(folder.filePath(QStringLiteral("session-2.weir")), 400, 2);
        QCOMPARE(pruneCaptures(folder, 0, open), 1);
        QVERIFY(QFile::exists(open));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("kept.weir"))));
    }

    void whatAnotherWeirRecordsStays()
    {
        QTemporaryDir dir;
        const QDir folder(dir.path());
        const QString path = folder.filePath(QStringLiteral("session-1.weir"));
        auto recorder = Recorder::start({.capturePath = path, .tap = {}, .grown = {}, .trouble = {}});
        QVERIFY(recorder);
        QCOMPARE(pruneCaptures(folder, 0, {}), 0);
        QVERIFY(QFile::exists(path));
        recorder->reset();
        QCOMPARE(pruneCaptures(folder, 0, {}), 1);
    }
};

WEIR_TEST(runAppTest<TestCaptures>)
#include "tst_captures.moc"
