// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capturefile.h"
#include "restricted.h"
#include "testprogram.h"

#include <QTemporaryDir>

#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <csignal>

using namespace weir;

class TestCaptureReader final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir{folderTemplate()};
    int m_files = 0;
    QString newPath() { return m_dir.filePath(QStringLiteral("%1.weir").arg(++m_files)); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        QCOMPARE(::chmod(QFile::encodeName(m_dir.path()).constData(), 0755), 0);
    }

    void refusesWhatIsNoCapture()
    {
        const QString path = newPath();
        QCOMPARE(openError(path), ErrorCode::FileNotFound);
        for (const QByteArray &bytes :
             {QByteArray("x"), QByteArray("WEIRCAP\n"), QByteArray(1000, 'x'), QByteArray(100, '\0')}) {
            setContents(path, bytes);
            QCOMPARE(openError(path), ErrorCode::NotACapture);
            QCOMPARE(writeError(path), ErrorCode::NotACapture);
            QCOMPARE(contents(path), bytes);
        }
        QCOMPARE(openError(m_dir.path()), ErrorCode::NotACapture);
        setContents(path, {});
        QCOMPARE(openError(path), ErrorCode::NotACapture);
        QCOMPARE(writeError(path), ErrorCode::None); // an empty file may become one
        QCOMPARE(openError(path), ErrorCode::None);
    }

    void refusesANewerVersion()
    {
        const QString path = newPath();
        QVERIFY(CaptureWriter::open(path));
        QByteArray bytes = contents(path);
        bytes[8] = 2;
        setContents(path, bytes);
        QCOMPARE(openError(path), ErrorCode::NewerCapture);
        QCOMPARE(writeError(path), ErrorCode::NewerCapture);
        QCOMPARE(contents(path), bytes);
    }

    void saysThatPermissionIsMissing()
    {
        const QString path = newPath();
        QVERIFY(CaptureWriter::open(path));
        const QByteArray name = QFile::encodeName(path);
        QCOMPARE(::chmod(name.constData(), 0444), 0);
        {
            const Nobody nobody;
            QCOMPARE(writeError(path), ErrorCode::PermissionDenied);
            QCOMPARE(openError(path), ErrorCode::None);
        }
        QCOMPARE(::chmod(name.constData(), 0), 0);
        const Nobody nobody;
        QCOMPARE(openError(path), ErrorCode::PermissionDenied);
        QCOMPARE(writeError(path), ErrorCode::PermissionDenied);
    }

    void saysThatAnotherProcessWrites()
    {
        const QString path = newPath();
        QVERIFY(CaptureWriter::open(path));
        const QByteArray before = contents(path);
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t other = ::fork();
        if (other == 0) {
            const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR);
            const bool isLocked = ::flock(fd, LOCK_EX) == 0 && ::write(ready[1], "x", 1) == 1;
            while (isLocked)
                ::pause();
            ::_exit(1);
        }
        QVERIFY(other > 0);
        char byte = 0;
        QCOMPARE(::read(ready[0], &byte, 1), ssize_t(1));
        QCOMPARE(writeError(path), ErrorCode::CaptureInUse);
        QCOMPARE(openError(path), ErrorCode::None);
        QCOMPARE(contents(path), before);
        QCOMPARE(::kill(other, SIGKILL), 0);
        QCOMPARE(::waitpid(other, nullptr, 0), other);
        ::close(ready[0]);
        ::close(ready[1]);
        QCOMPARE(writeError(path), ErrorCode::None);
    }

    void hasOneWriterAndAnyReaders()
    {
        const QString path = newPath();
        auto writer = CaptureWriter::open(path);
        QVERIFY(writer);
        QCOMPARE(writeError(path), ErrorCode::CaptureInUse);
        const auto one = CaptureReader::open(path);
        const auto two = CaptureReader::open(path);
        QVERIFY(one && two);
        write(**writer, 7);
        for (const auto &reader : {*one, *two}) {
            QCOMPARE(reader->count(), 0u);
            QVERIFY(reader->refresh());
            QCOMPARE(reader->count(), 7u);
        }
        writer->reset();
        QCOMPARE(writeError(path), ErrorCode::None);
    }

    void readsManySmallBatchesAsTheyArrive()
    {
        const QString path = newPath();
        auto writer = CaptureWriter::open(path);
        const auto reader = CaptureReader::open(path);
        QVERIFY(writer && reader);
        CaptureReader::Batch batch; // one for all: it reads ahead
        for (int i = 1; i <= 2000; ++i) {
            const quint64 first = (*writer)->lastSeq() + 1;
            const QByteArray payload = QByteArray::number(i).rightJustified(i % 300, '.');
            write(**writer, i % 3 + 1, payload);
            QVERIFY((*reader)->refresh());
            for (const quint64 seq : {first, first / 2 + 1, (*writer)->lastSeq()}) {
                QVERIFY((*reader)->readBatch(seq, CaptureReader::Both, batch));
                const Event event = batch.at(size_t(seq - batch.firstSeq)).toEvent();
                QCOMPARE(event, *(*reader)->event(seq));
                QVERIFY((*reader)->readBatch(seq, CaptureReader::Bytes, batch));
                QVERIFY((*reader)->addRecords(batch));
                QCOMPARE(batch.at(size_t(seq - batch.firstSeq)).toEvent(), event);
                if (seq >= first)
                    QCOMPARE(event.payload, payload);
            }
        }
        QCOMPARE(readAll(**reader), (*reader)->count());
    }

    void doesNotWaitForAFifo()
    {
        const QString path = newPath();
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QCOMPARE(openError(path), ErrorCode::NotACapture);
        QCOMPARE(writeError(path), ErrorCode::NotACapture);
    }

    void saysThatTheFileWasTruncated()
    {
        const QString path = newPath();
        auto writer = CaptureWriter::open(path);
        write(**writer, 10000);
        writer->reset();
        const auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        QVERIFY((*reader)->event(9999));
        QCOMPARE(::truncate(QFile::encodeName(path).constData(), 100), 0);
        QCOMPARE((*reader)->event(9998).error().code, ErrorCode::CaptureChanged);
        CaptureReader::Batch batch;
        QCOMPARE((*reader)->readBatch(5000, CaptureReader::Both, batch).error().code,
                 ErrorCode::CaptureChanged);
        QCOMPARE((*reader)->refresh().error().code, ErrorCode::CaptureChanged);
    }

    void skipsBlocksItDoesNotKnow()
    {
        const QString path = newPath();
        auto writer = CaptureWriter::open(path);
        write(**writer, 3);
        writer->reset();
        QByteArray bytes = contents(path);
        quint64 salt = 0;
        memcpy(&salt, bytes.constData() + offsetof(capture::FileHeader, salt), sizeof salt);
        capture::BlockHeader unknown;
        unknown.type = 999;
        unknown.firstSeq = 4;
        bytes += capture::sealedBlock(unknown, "from the future", salt, quint64(bytes.size()));
        setContents(path, bytes);
        writer = CaptureWriter::open(path);
        QVERIFY(writer);
        QCOMPARE((*writer)->tornBytes(), 0u);
        write(**writer, 2);
        const auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        QCOMPARE((*reader)->count(), 5u);
    }
};

WEIR_TEST(runAppTest<TestCaptureReader>)
#include "tst_capturereader.moc"
