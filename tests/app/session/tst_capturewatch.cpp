// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "session/capturewatch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace weir;

class TestCaptureWatch final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    static constexpr qint64 second = 1000000;

    QString make(const QString &name, int size, int ageInDays = 0) const
    {
        const QString path = m_dir.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(QByteArray(size, 'x'));
        file.flush();
        file.setFileTime(QDateTime::currentDateTime().addDays(-ageInDays), QFileDevice::FileModificationTime);
        return path;
    }

private Q_SLOTS:
    void aFileThatStaysIsNoNews()
    {
        const QString path = make(QStringLiteral("a.weir"), 10);
        CaptureWatch watch(path, 0);
        QVERIFY(!watch.look(second));
        make(QStringLiteral("a.weir"), 20); // the same file, grown
        QVERIFY(!watch.look(3 * second));
    }

    void aFileThatGoesIsToldOnce()
    {
        const QString path = make(QStringLiteral("b.weir"), 10);
        CaptureWatch watch(path, 0);
        QVERIFY(QFile::rename(path, m_dir.filePath(QStringLiteral("elsewhere"))));
        const auto gone = watch.look(second);
        QVERIFY(gone);
        QCOMPARE(*gone, (Error{ErrorCode::CaptureRemoved, path}));
        QVERIFY(!watch.look(3 * second));
        // and when it comes back
        QVERIFY(QFile::rename(m_dir.filePath(QStringLiteral("elsewhere")), path));
        const auto back = watch.look(5 * second);
        QVERIFY(back);
        QCOMPARE(back->code, ErrorCode::None);
    }

    void anotherFileInItsPlaceIsNotIt()
    {
        const QString path = make(QStringLiteral("c.weir"), 10);
        CaptureWatch watch(path, 0);
        const QString other = make(QStringLiteral("other"), 10);
        QVERIFY(QFile::remove(path));
        QVERIFY(QFile::rename(other, path));
        const auto replaced = watch.look(second);
        QVERIFY(replaced);
        QCOMPARE(replaced->code, ErrorCode::CaptureRemoved);
    }

    void anAutomaticCaptureTakesHalfOfTheBudget()
    {
        const QString path = make(QStringLiteral("e.weir"), 10);
        QVERIFY(!CaptureWatch(path, 0).isFull(1LL << 50));
        QVERIFY(!CaptureWatch(path, 1000).isFull(499));
        QVERIFY(CaptureWatch(path, 1000).isFull(500));
    }

    void looksOnceASecond()
    {
        const QString path = make(QStringLiteral("d.weir"), 10);
        CaptureWatch watch(path, 0);
        QVERIFY(!watch.look(second));
        QVERIFY(QFile::remove(path));
        QVERIFY(!watch.look(2 * second - 1));
        QVERIFY(watch.look(2 * second));
    }

    void olderCapturesGoAsTheOpenOneGrows()
    {
        const QString old = make(QStringLiteral("session-1.weir"), 400, 2);
        const QString open = make(QStringLiteral("session-2.weir"), 400);
        CaptureWatch named(open, 0);
        CaptureWatch automatic(open, 1000);
        QVERIFY(!automatic.look(second));
        QVERIFY(QFile::exists(old));
        make(QStringLiteral("session-2.weir"), 2000);
        QVERIFY(!named.look(2 * second));
        QVERIFY(QFile::exists(old));
        QVERIFY(!automatic.look(2 * second));
        QVERIFY(!QFile::exists(old));
        QVERIFY(QFile::exists(open));
    }
};

WEIR_TEST(runAppTest<TestCaptureWatch>)
#include "tst_capturewatch.moc"
