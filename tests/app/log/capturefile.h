// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "log/capturereader.h"
#include "log/capturewriter.h"

#include <QFile>
#include <QTest>

// The bytes of a capture, and what opening it says: for tests that look at the file itself.
namespace weir {

// Of a temporary directory, in memory where that can be: a torn tail is flushed to the disk, thousands of
// times.
inline QString folderTemplate()
{
    return QFile::exists(QStringLiteral("/dev/shm")) ? QStringLiteral("/dev/shm/weir-XXXXXX")
                                                     : QStringLiteral("weir-XXXXXX");
}

inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void setContents(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

// In place: a file that is emptied and filled anew is flushed to the disk each time.
inline void setByte(const QString &path, qsizetype at, char byte)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QVERIFY(file.putChar(byte));
}

inline ErrorCode openError(const QString &path)
{
    const auto reader = CaptureReader::open(path);
    return reader ? ErrorCode::None : reader.error().code;
}

inline ErrorCode writeError(const QString &path)
{
    const auto writer = CaptureWriter::open(path);
    return writer ? ErrorCode::None : writer.error().code;
}

inline void write(CaptureWriter &writer, int events, const QByteArray &payload = "payload")
{
    EventBatch batch;
    batch.setConnection(1);
    for (int i = 0; i < events; ++i)
        batch.append({.time = 1000 + i, .kind = Kind::SseEvent}, "name", "id", payload);
    for (qsizetype from = 0; from < batch.count();) {
        from = writer.add(batch, from);
        QVERIFY(writer.commit());
    }
}

// Reads everything there is; how many events could be read. Must not crash, whatever the file holds.
inline quint64 readAll(const CaptureReader &reader)
{
    quint64 good = 0;
    CaptureReader::Batch batch;
    for (quint64 seq = 1; seq <= reader.count(); ++seq) {
        const auto event = reader.event(seq);
        if (event && event->seq == seq)
            ++good;
        const bool isNew = batch.records.empty() || seq >= batch.firstSeq + batch.records.size();
        if (isNew && reader.readBatch(seq, CaptureReader::Both, batch)) {
            for (size_t i = 0; i < batch.records.size(); ++i)
                good += batch.at(i).seq == 0;
        }
        if (!isNew)
            continue;
        const CaptureReader::Block block = reader.block(seq);
        if (block.first > seq || block.last < seq)
            return 0;
    }
    return good;
}

} // namespace weir
