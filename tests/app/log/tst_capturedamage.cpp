// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capturefile.h"
#include "restricted.h"
#include "testprogram.h"

#include <QTemporaryDir>

#include <csignal>

using namespace weir;

// Files that were cut, torn or changed: a reader shows what is whole, a writer goes on behind it.
class TestCaptureDamage final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir{folderTemplate()};
    int m_files = 0;
    QString newPath() { return m_dir.filePath(QStringLiteral("%1.weir").arg(++m_files)); }

    // A few small blocks; where each of them ends, and the events up to there.
    QByteArray smallCapture(std::vector<std::pair<qint64, quint64>> &ends)
    {
        const QString path = newPath();
        auto writer = CaptureWriter::open(path);
        const auto note = [&] { ends.emplace_back(QFile(path).size(), (*writer)->lastSeq()); };
        note();
        (*writer)->define({1, Protocol::Sse, "a", "http://x/"});
        for (int i = 1; i < 5; ++i) {
            write(**writer, i);
            note();
        }
        writer->reset();
        return contents(path);
    }

    // What a writer makes of the file that was cut to `cut`, and had so many whole events before it.
    void compareContinued(const QByteArray &cut, quint64 events)
    {
        const QString path = newPath();
        setContents(path, cut);
        auto writer = CaptureWriter::open(path);
        QVERIFY(writer);
        QCOMPARE((*writer)->lastSeq(), events);
        const qint64 torn = qint64((*writer)->tornBytes());
        QCOMPARE(contents(path), cut.chopped(torn));
        QCOMPARE(contents(path + QStringLiteral(".torn")), cut.right(torn));
        write(**writer, 2);
        writer->reset();
        const auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        QCOMPARE((*reader)->tornBytes(), 0);
        QCOMPARE((*reader)->count(), events + 2);
        QCOMPARE(readAll(**reader), events + 2);
        QCOMPARE(contents(path).first(cut.size() - torn), cut.chopped(torn));
        QFile::remove(path);
        QFile::remove(path + QStringLiteral(".torn"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        std::signal(SIGXFSZ, SIG_IGN); // a file size limit shall be an error
        QVERIFY(m_dir.isValid());
    }

    void seesWholeBlocksOfAFileCutAnywhere()
    {
        std::vector<std::pair<qint64, quint64>> ends;
        const QByteArray whole = smallCapture(ends);
        const QString path = newPath();
        setContents(path, whole);
        for (qsizetype size = whole.size(); size >= 0; --size) {
            QCOMPARE(::truncate(QFile::encodeName(path).constData(), size), 0);
            const auto reader = CaptureReader::open(path);
            QCOMPARE(bool(reader), size >= ends.front().first);
            if (!reader)
                continue;
            quint64 events = 0;
            for (const auto &[end, count] : ends)
                events = end <= size ? count : events;
            QCOMPARE((*reader)->count(), events);
            QCOMPARE((*reader)->fileSize() + (*reader)->tornBytes(), size);
            QCOMPARE(readAll(**reader), events);
            QCOMPARE(contents(path), whole.first(size));
        }
    }

    void aWriterGoesOnWithAFileCutAnywhere()
    {
        std::vector<std::pair<qint64, quint64>> ends;
        const QByteArray whole = smallCapture(ends);
        for (qsizetype size = ends.front().first; size <= whole.size(); ++size) {
            quint64 events = 0;
            for (const auto &[end, count] : ends)
                events = end <= size ? count : events;
            compareContinued(whole.first(size), events);
        }
    }

    void aFileWithIndexBlocksIsCutAtEveryBoundary()
    {
        const QString path = newPath();
        std::vector<std::pair<qint64, quint64>> cuts; // and the events before
        {
            auto writer = CaptureWriter::open(path);
            for (int i = 0; i < 7; ++i) {
                const qint64 begin = QFile(path).size();
                const quint64 before = (*writer)->lastSeq();
                write(**writer, int(capture::indexEvents / 2), "x");
                // Behind the header, a record, the last record, the bytes; and behind all, where every second
                // time an index block stands.
                const qint64 records = begin + qint64(sizeof(capture::BlockHeader));
                const qint64 bytes = records + qint64(capture::indexEvents / 2 * sizeof(capture::Record));
                const qint64 end = bytes + 7 * qint64(capture::indexEvents / 2);
                for (const qint64 cut : {records, records + 32, bytes - 32, bytes, bytes + 1, end, end + 15})
                    cuts.emplace_back(cut, before);
                const qint64 size = QFile(path).size();
                for (const qint64 cut : {end + 16, end + 17, size - 1, size})
                    cuts.emplace_back(std::clamp(cut, end + 16, size), (*writer)->lastSeq());
            }
        }
        const QByteArray whole = contents(path);
        for (const auto &[size, events] : cuts) {
            setContents(path, whole.first(size));
            const auto reader = CaptureReader::open(path);
            QVERIFY(reader);
            QCOMPARE((*reader)->count(), events);
            QCOMPARE((*reader)->fileSize() + (*reader)->tornBytes(), size);
            QCOMPARE(contents(path), whole.first(size));
            compareContinued(whole.first(size), events);
        }
    }

    void aTornTailStaysWhereTheDiskIsFull()
    {
        const QString path = newPath();
        {
            auto writer = CaptureWriter::open(path);
            write(**writer, 3);
            write(**writer, 1, QByteArray(100'000, 'x'));
        }
        const QByteArray cut = contents(path).chopped(1);
        setContents(path, cut);
        {
            const SizeLimit limit(50'000);
            QCOMPARE(writeError(path), ErrorCode::DiskFull);
        }
        QCOMPARE(contents(path), cut);
        QVERIFY(!QFile::exists(path + QStringLiteral(".torn")));
        compareContinued(cut, 3);
    }

    void writerMovesATornTail()
    {
        const QString path = newPath();
        auto writer = CaptureWriter::open(path);
        write(**writer, 3);
        const qint64 whole = QFile(path).size();
        write(**writer, 5);
        writer->reset();
        for (int round = 0; round < 2; ++round) {
            const QByteArray torn = contents(path).mid(whole).chopped(3);
            QCOMPARE(::truncate(QFile::encodeName(path).constData(), whole + torn.size()), 0);
            writer = CaptureWriter::open(path);
            QVERIFY(writer);
            QCOMPARE((*writer)->lastSeq(), 3u);
            QCOMPARE((*writer)->tornBytes(), quint64(torn.size()));
            QCOMPARE((*writer)->tornPath(),
                     path + (round == 0 ? QStringLiteral(".torn") : QStringLiteral(".torn.2")));
            QCOMPARE(contents((*writer)->tornPath()), torn);
            write(**writer, 5);
            writer->reset();
        }
        const auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        QCOMPARE((*reader)->count(), 8u);
    }

    void survivesEveryFlippedByte()
    {
        std::vector<std::pair<qint64, quint64>> ends;
        const QByteArray whole = smallCapture(ends);
        const QString path = newPath();
        setContents(path, whole);
        for (qsizetype at = 0; at < whole.size(); ++at) {
            setByte(path, at, char(whole[at] ^ 0x41));
            if (const auto reader = CaptureReader::open(path)) {
                QVERIFY((*reader)->count() < ends.back().second || (*reader)->connection(1).name.isEmpty());
                QCOMPARE(readAll(**reader), (*reader)->count());
            } else {
                QVERIFY(at < ends.front().first);
            }
            setByte(path, at, whole[at]);
        }
    }

    void survivesFlippedBytesWithIndexBlocks()
    {
        const QString path = newPath();
        {
            auto writer = CaptureWriter::open(path);
            for (int i = 0; i < 3; ++i)
                write(**writer, int(capture::indexEvents), "x");
            write(**writer, 2);
        }
        const QByteArray whole = contents(path);
        CaptureReader::Batch batch;
        for (qsizetype at = 64; at < whole.size(); at += 3001) {
            setByte(path, at, char(~whole[at]));
            const auto reader = CaptureReader::open(path);
            QVERIFY(reader);
            for (quint64 seq = 1; seq <= (*reader)->count(); seq += 97) {
                (void)(*reader)->event(seq);
                (void)(*reader)->readBatch(seq, CaptureReader::Both, batch);
            }
            setByte(path, at, whole[at]);
        }
    }

    void findsAllEventsWhereAnIndexBlockIsDamaged()
    {
        const QString path = newPath();
        qint64 begin = 0;
        {
            auto writer = CaptureWriter::open(path);
            write(**writer, int(capture::indexEvents));
            begin = QFile(path).size() - 20; // in the index block
            write(**writer, int(capture::indexEvents));
            write(**writer, 10);
        }
        QByteArray bytes = contents(path);
        bytes[begin] = char(~bytes[begin]);
        setContents(path, bytes);
        const auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        QCOMPARE((*reader)->count(), 2 * capture::indexEvents + 10);
        QCOMPARE(readAll(**reader), (*reader)->count());
        // A writer would lose what the reader can still see: it leaves the file alone.
        QCOMPARE(writeError(path), ErrorCode::CaptureDamaged);
        QCOMPARE(contents(path), bytes);
    }

    void payloadCannotPassForABlock()
    {
        std::vector<std::pair<qint64, quint64>> ends;
        const QString path = newPath();
        {
            auto writer = CaptureWriter::open(path);
            write(**writer, 3);
            write(**writer, 1, contents(path)); // the capture within itself, with its own salt
            write(**writer, 1);
        }
        const QByteArray whole = contents(path);
        setContents(path, whole.first(whole.size() - 1)); // torn: the reader looks for the last whole block
        auto reader = CaptureReader::open(path);
        QVERIFY(reader);
        QCOMPARE((*reader)->count(), 4u);
        reader->reset();
        setContents(path, whole.first(whole.size() - 200)); // torn within the payload
        reader = CaptureReader::open(path);
        QVERIFY(reader);
        QCOMPARE((*reader)->count(), 3u);
    }
};

WEIR_TEST(runAppTest<TestCaptureDamage>)
#include "tst_capturedamage.moc"
