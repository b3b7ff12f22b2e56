// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testcapture.h"
#include "testprogram.h"

#include "log/lens.h"

#include <QFile>
#include <QSignalSpy>

using namespace weir;

namespace {
QByteArray lowered(QByteArray text)
{
    for (char &c : text) {
        if (c >= 'A' && c <= 'Z')
            c = char(c | 0x20);
    }
    return text;
}

// What a query means, said as simply as it can be.
bool matches(const Query &query, const Event &event)
{
    if (!query.connections.empty() && !query.connections.count(event.connection))
        return false;
    if (query.kinds && !(query.kinds & kindBit(event.kind)))
        return false;
    if (!query.names.empty() && event.kind == Kind::SseEvent && !query.names.count(event.name))
        return false;
    if (event.time < query.fromTime || event.time > query.toTime)
        return false;
    if (query.caseSensitive)
        return event.payload.contains(query.text);
    return lowered(event.payload).contains(lowered(query.text));
}

std::vector<quint64> expectedSeqs(const TestCapture &capture, const Query &query)
{
    return capture.seqsWhere([&](const Event &event) { return matches(query, event); });
}

std::vector<quint64> seqsOf(const Lens &lens)
{
    std::vector<quint64> seqs;
    for (quint64 row = 0; row < lens.rowCount(); ++row)
        seqs.push_back(lens.seqAt(row));
    return seqs;
}

Query textQuery(const QByteArray &text, bool caseSensitive = false)
{
    Query query;
    query.text = text;
    query.caseSensitive = caseSensitive;
    return query;
}
}

class TestLens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyWithoutAReader()
    {
        Lens lens;
        lens.setQuery(textQuery("x"));
        lens.grow();
        QCOMPARE(lens.rowCount(), 0u);
        QCOMPARE(lens.seqAt(0), 0u);
        QVERIFY(!lens.row(0));
        QVERIFY(!lens.isSearching());
        QCOMPARE(lens.progress(), 1.0);
    }

    void showsEverythingWithoutAQuery()
    {
        TestCapture capture;
        capture.writeRandom(1000);
        Lens lens;
        QSignalSpy resets(&lens, &Lens::reset);
        QSignalSpy failures(&lens, &Lens::failed);
        lens.setReader(capture.reader());
        QCOMPARE(resets.count(), 1);
        QCOMPARE(lens.rowCount(), 1000u);
        QCOMPARE(lens.seqAt(0), 1u);
        QCOMPARE(lens.seqAt(999), 1000u);
        QCOMPARE(lens.seqAt(1000), 0u);
        QCOMPARE(lens.rowOf(500), 499u);
        QCOMPARE(lens.rowOf(5000), 1000u);
        for (const quint64 row : {0, 127, 128, 500, 999})
            compareRow(lens, capture, row);
        QCOMPARE(failures.count(), 0);
    }

    void findsWhatBruteForceFinds_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < int(queries(0, 0).size()); ++i)
            QTest::addRow("query %d", i) << i;
    }

    void findsWhatBruteForceFinds()
    {
        QFETCH(int, which);
        TestCapture capture(quint32(which) + 1);
        capture.writeRandom(20000);
        const Query query =
            queries(capture.events().front().time, capture.events().back().time)[size_t(which)];
        Lens lens;
        lens.setReader(capture.reader());
        lens.setQuery(query);
        QTRY_VERIFY(!lens.isSearching());
        const std::vector<quint64> expected = expectedSeqs(capture, query);
        QCOMPARE(seqsOf(lens), expected);
        for (quint64 i = 0; i < expected.size(); i += 1 + expected.size() / 5)
            compareRow(lens, capture, i);
        for (quint64 i = 0; i < expected.size(); i += 97) {
            QCOMPARE(lens.rowOf(expected[i]), i);
            QCOMPARE(lens.rowOf(expected[i] + 1), i + 1);
        }
    }

    void aNewQueryReplacesTheOneThatSearches()
    {
        TestCapture capture;
        capture.writeRandom(30000);
        Lens lens;
        lens.setReader(capture.reader());
        for (int i = 0; i < 200; ++i) {
            lens.setQuery(textQuery("needle" + QByteArray(i % 3, ' ')));
            if (i % 7 == 0)
                QCoreApplication::processEvents();
        }
        const Query last = textQuery("Trade", true);
        lens.setQuery(last);
        QTRY_VERIFY(!lens.isSearching());
        QCOMPARE(seqsOf(lens), expectedSeqs(capture, last));
        lens.setQuery({});
        QCOMPARE(lens.rowCount(), 30000u);
        QVERIFY(!lens.isSearching());
    }

    void keepsUpWithACaptureThatGrows()
    {
        TestCapture capture;
        capture.writeRandom(500);
        Lens filtered;
        Lens whole;
        filtered.setReader(capture.reader());
        whole.setReader(capture.reader());
        const Query query = textQuery("needle");
        filtered.setQuery(query);
        for (int i = 0; i < 30; ++i) {
            capture.writeRandom(1 + i * 37);
            (void)capture.reader();
            filtered.grow();
            whole.grow();
            // Like a view that follows the end.
            filtered.row(filtered.rowCount() - 1);
            whole.row(whole.rowCount() - 1);
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(seqsOf(filtered), expectedSeqs(capture, query));
        QTRY_COMPARE(whole.rowCount(), quint64(capture.events().size()));
        compareRow(whole, capture, whole.rowCount() - 1);
        compareRow(filtered, capture, filtered.rowCount() - 1);
    }

    void theTailIsReadBeforeItIsShown()
    {
        TestCapture capture;
        capture.writeRandom(300);
        Lens lens;
        lens.setReader(capture.reader());
        compareRow(lens, capture, 299);
        capture.writeRandom(1000);
        (void)capture.reader();
        bool wasThere = false;
        connect(&lens, &Lens::rowsAppended, this,
                [&] { wasThere = lens.row(lens.rowCount() - 1) && lens.row(lens.rowCount() - 60); });
        lens.grow();
        QTRY_COMPARE(lens.rowCount(), 1300u);
        QVERIFY(wasThere);
    }

    void aPauseHoldsBackNewRowsOnly()
    {
        TestCapture capture;
        capture.writeRandom(2000);
        Lens lens;
        lens.setReader(capture.reader());
        lens.setPaused(true);
        capture.writeRandom(700);
        (void)capture.reader();
        lens.grow();
        QCOMPARE(lens.rowCount(), 2000u);
        QCOMPARE(lens.pendingRows(), 700u);

        // Another query, still paused: it looks at the same moment.
        Query query;
        query.kinds = kindBit(Kind::SseEvent);
        lens.setQuery(query);
        const std::vector<quint64> all = expectedSeqs(capture, query);
        std::vector<quint64> before = all;
        std::erase_if(before, [](quint64 seq) { return seq > 2000; });
        QTRY_COMPARE(seqsOf(lens), before);
        QTRY_COMPARE(lens.pendingRows(), quint64(all.size() - before.size()));
        QSignalSpy appended(&lens, &Lens::rowsAppended);
        lens.setPaused(false);
        QCOMPARE(seqsOf(lens), all);
        QCOMPARE(lens.pendingRows(), 0u);
        QCOMPARE(appended.count(), 1);
    }

    void cutsTheRowAndLoadsTheWholeEvent()
    {
        TestCapture capture;
        Event big;
        big.connection = 2;
        big.kind = Kind::SseEvent;
        big.payload = QByteArray(3 * 1024 * 1024, 'x') + "end";
        capture.write(big);
        Lens lens;
        lens.setReader(capture.reader());
        QTRY_VERIFY(lens.row(0));
        QCOMPARE(lens.row(0)->event.payload.size(), Lens::previewLimit);
        QCOMPARE(lens.row(0)->payloadSize, quint64(big.payload.size()));
        Event loaded;
        connect(&lens, &Lens::eventLoaded, this, [&](const Event &event) { loaded = event; });
        lens.loadEvent(1);
        lens.setQuery(textQuery("end")); // the detail does not depend on the query
        QTRY_COMPARE(loaded, capture.events().front());
        QTRY_COMPARE(lens.rowCount(), 1u);
    }

    void keepsAFixedNumberOfRows()
    {
        TestCapture capture;
        capture.writeRandom(20000);
        Lens lens;
        lens.setReader(capture.reader());
        for (quint64 row = 0; row < 20000; row += 500)
            compareRow(lens, capture, row);
        compareRow(lens, capture, 0);
    }

    void aCaptureThatIsCutUnderUsIsAnError()
    {
        TestCapture capture;
        capture.writeRandom(5000);
        Lens lens;
        lens.setReader(capture.reader());
        QVERIFY(QFile::resize(capture.path(), 4096));
        QSignalSpy failures(&lens, &Lens::failed);
        QVERIFY(!lens.row(4000));
        QTRY_COMPARE(failures.count(), 1);
        QVERIFY(!lens.row(4000));
        lens.setQuery(textQuery("needle"));
        QTRY_COMPARE(failures.count(), 2);
        QVERIFY(!lens.isSearching());
        lens.setQuery({}); // from here on the same error is news again
        lens.loadEvent(4000);
        QTRY_COMPARE(failures.count(), 3);
        QCOMPARE(lens.rowCount(), 5000u);
    }

    void goesWhileItSearches()
    {
        TestCapture capture;
        capture.writeRandom(20000);
        for (int i = 0; i < 20; ++i) {
            Lens lens;
            lens.setReader(capture.reader());
            lens.setQuery(textQuery("needle"));
            lens.row(0);
            lens.loadEvent(1);
            if (i % 2)
                QCoreApplication::processEvents();
        }
    }

private:
    static std::vector<Query> queries(qint64 from, qint64 to)
    {
        std::vector<Query> result(13);
        result[0].kinds = kindBit(Kind::SseEvent);
        result[1].kinds = kindBit(Kind::State) | kindBit(Kind::SseRetry);
        result[2].connections = {1};
        result[3].connections = {2, 3};
        result[3].names = {"tick"};
        result[4] = textQuery("needle");
        result[5] = textQuery("needle", true);
        result[6] = textQuery("NeEdLe");
        result[6].names = {"Trade", "dle"};
        result[6].connections = {3};
        result[7].fromTime = from + (to - from) / 3;
        result[7].toTime = to - (to - from) / 3;
        result[8] = result[7];
        result[8].text = "\xe2\x82\xac";
        result[9] = textQuery("e", true);
        result[10] = textQuery("nothing has this text");
        result[11].kinds = kindBit(Kind::WsText); // never occurs
        result[12] = textQuery(QByteArray(5000, 'y'));
        return result;
    }

    void compareRow(Lens &lens, const TestCapture &capture, quint64 row)
    {
        const Lens::Row *found = nullptr;
        QTRY_VERIFY((found = lens.row(row)));
        QCOMPARE(found->event, capture.events()[lens.seqAt(row) - 1]);
        QCOMPARE(found->payloadSize, quint64(found->event.payload.size()));
        QCOMPARE(found->previousTime, row ? capture.events()[lens.seqAt(row - 1) - 1].time : 0);
    }
};

WEIR_TEST(runAppTest<TestLens>)
#include "tst_lens.moc"
