// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "sse/sseparser.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace weir;

namespace {
struct Case
{
    QByteArray input;
    QByteArray lastEventId;
    qint64 lineLimit = 16 * 1024 * 1024;
    QByteArrayList expected;
};

QByteArray unescaped(const QByteArray &text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            out += text[i];
            continue;
        }
        const char c = text[++i];
        if (c == 'x') {
            out += char(text.mid(i + 1, 2).toInt(nullptr, 16));
            i += 2;
        } else {
            out += c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c == '0' ? '\0' : c;
        }
    }
    return out;
}

QByteArray escaped(QByteArrayView bytes)
{
    QByteArray out;
    for (const char c : bytes) {
        if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else if (c == '\t')
            out += "\\t";
        else if (c == '\0')
            out += "\\0";
        else if (quint8(c) >= 0x7f)
            out += "\\x" + QByteArray::number(quint8(c), 16).toUpper();
        else
            out += c;
    }
    return out;
}

// The pieces end before each of `cuts`, and at the end.
QByteArrayList trace(const Case &c, const std::vector<qsizetype> &cuts)
{
    SseParser parser(c.lineLimit, c.lastEventId);
    EventBatch batch;
    StreamSink sink{batch};
    qsizetype from = 0;
    for (const qsizetype cut : cuts) {
        // A copy of exactly these bytes, so that the sanitizers see a read beyond them.
        const std::vector<char> piece(c.input.cbegin() + from, c.input.cbegin() + cut);
        parser.feed(QByteArrayView(piece.data(), qsizetype(piece.size())), sink);
        from = cut;
    }
    const std::vector<char> piece(c.input.cbegin() + from, c.input.cend());
    parser.feed(QByteArrayView(piece.data(), qsizetype(piece.size())), sink);
    parser.finish(sink);
    QByteArrayList rows;
    for (qsizetype i = 0; i < batch.count(); ++i) {
        const EventView e = batch.at(i);
        rows += kindName(e.kind) + " \"" + escaped(e.name) + "\" \"" + escaped(e.id)
            + (e.flags & OwnId ? "*" : "") + "\" \"" + escaped(e.payload) + '"';
    }
    const auto retry = parser.reconnectionTime();
    rows += "= \"" + escaped(parser.lastEventId()) + "\" " + (retry ? QByteArray::number(*retry) : "-") + ' '
        + QByteArray::number(sink.events) + ' ' + QByteArray::number(sink.discardedLines);
    return rows;
}

QMap<QByteArray, Case> readCorpora()
{
    QMap<QByteArray, Case> cases;
    const QDir folder(QStringLiteral(WEIR_TEST_DATA "/sse"));
    for (const QString &name : folder.entryList({QStringLiteral("*.txt")})) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read a corpus");
        Case *c = nullptr;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("== "))
                c = &cases[name.toUtf8() + ": " + line.mid(3)];
            else if (line.startsWith("! lineLimit "))
                c->lineLimit = line.mid(12).toLongLong();
            else if (line.startsWith("! lastEventId "))
                c->lastEventId = line.mid(14);
            else if (line.startsWith("< "))
                c->input += unescaped(line.mid(2));
            else if (line.startsWith("> "))
                c->expected += line.mid(2);
            else if (line.startsWith("= "))
                c->expected += line;
        }
    }
    return cases;
}
}

class TestSseParser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void corpus_data()
    {
        QTest::addColumn<QByteArray>("name");
        m_cases = readCorpora();
        QVERIFY(m_cases.size() > 30);
        for (auto it = m_cases.cbegin(); it != m_cases.cend(); ++it)
            QTest::newRow(it.key().constData()) << it.key();
    }

    void corpus()
    {
        QFETCH(QByteArray, name);
        const Case &c = m_cases[name];
        QCOMPARE(trace(c, {}), c.expected);
        std::vector<qsizetype> every;
        for (qsizetype i = 1; i < c.input.size(); ++i)
            every.push_back(i);
        QCOMPARE(trace(c, every), c.expected);
        for (qsizetype i = 1; i < c.input.size(); ++i) {
            QCOMPARE(trace(c, {i}), c.expected);
            for (qsizetype j = i; j < std::min(i + 4, c.input.size()); ++j)
                QCOMPARE(trace(c, {i, j}), c.expected);
        }
    }

    void aLoneCarriageReturnAtTheEndOfAChunkDispatchesAtOnce()
    {
        SseParser parser;
        EventBatch batch;
        StreamSink sink{batch};
        parser.feed("data: 1\r\r", sink);
        QCOMPARE(batch.count(), 1);
        parser.feed("\ndata: 2\n\n", sink);
        QCOMPARE(batch.count(), 2);
    }

    void rowsCarryTheTimeAndTheResponse()
    {
        SseParser parser;
        EventBatch batch;
        StreamSink sink{batch, 77, 5};
        parser.feed(":c\ndata: 1\n\nretry: 3\nx\n", sink);
        QCOMPARE(batch.count(), 4);
        for (const EventBatch::Record &record : batch.records()) {
            QCOMPARE(record.time, 77);
            QCOMPARE(record.ref, 5u);
        }
    }

    void resetForgetsTheBlockAndKeepsTheId()
    {
        SseParser parser;
        EventBatch batch;
        StreamSink sink{batch};
        parser.feed("id: 1\ndata: a\n\nid: 2\ndata: lost", sink);
        parser.reset();
        parser.feed("\xEF\xBB\xBF"
                    "data: b\n\n",
                    sink);
        QCOMPARE(batch.count(), 2);
        QCOMPARE(batch.at(1).payload, QByteArrayView("b"));
        QCOMPARE(batch.at(1).id, QByteArrayView("1"));
        QCOMPARE(parser.lastEventId(), QByteArray("1"));
    }

    void anIdThatNoHeaderCanCarryIsDiscarded()
    {
        SseParser parser;
        EventBatch batch;
        StreamSink sink{batch};
        const QByteArray fits = "id: " + QByteArray(SseParser::idLimit, 'a') + "\ndata: 1\n\n";
        parser.feed(fits, sink);
        QCOMPARE(parser.lastEventId().size(), SseParser::idLimit);
        const QByteArray tooLong = "id: " + QByteArray(SseParser::idLimit + 1, 'b') + "\ndata: 1\n\n";
        parser.feed(tooLong, sink);
        QCOMPARE(parser.lastEventId(), QByteArray(SseParser::idLimit, 'a'));
        QCOMPARE(sink.discardedLines, 1u);
    }

    void tenMegabytesInOneByteChunks()
    {
        SseParser parser;
        EventBatch batch;
        StreamSink sink{batch};
        constexpr qsizetype size = 10 * 1024 * 1024;
        parser.feed("data: ", sink);
        for (qsizetype i = 0; i < size; ++i)
            parser.feed("a", sink);
        parser.feed("\n\n", sink);
        QCOMPARE(batch.count(), 1);
        QCOMPARE(batch.at(0).payload.size(), size);
    }

private:
    QMap<QByteArray, Case> m_cases;
};

WEIR_TEST(runPlainTest<TestSseParser>)
#include "tst_sseparser.moc"
