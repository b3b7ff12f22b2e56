// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callcapture.h"
#include "testprogram.h"

#include "session/callindex.h"

#include <QFile>
#include <QSignalSpy>

using namespace weir;

class TestCallIndex final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyWithoutAReader();
    void readsTheCallsOfItsConnection();
    void growsWithTheLog();
    void tellsWhatChanged();
    void anotherReaderBeginsAnew();
    void keepsTheNewestWithinTheLimit();
    void saysWhyItCannotRead();
};

void TestCallIndex::isEmptyWithoutAReader()
{
    CallIndex index;
    index.grow();
    QCOMPARE(index.count(), qsizetype(0));
    QCOMPARE(index.indexOf(1), qsizetype(-1));
    QCOMPARE(index.dropped(), quint64(0));
}

void TestCallIndex::readsTheCallsOfItsConnection()
{
    CallCapture capture;
    CallRows rows;
    capture.writeFeed(9000); // more than one index block of them
    const quint64 first = rows.request("subtract", "7");
    rows.result(first, "19");
    capture.write(rows);
    capture.writeFeed(9000);
    rows.notification("update");
    const quint64 batch = rows.batch();
    const quint64 member = rows.request("sum", "8", batch);
    rows.error(member, -32601, "Method not found");
    capture.write(rows);

    CallIndex index;
    index.setReader(capture.reader(), {capture.connection()});
    QTRY_COMPARE(index.count(), qsizetype(4));
    QCOMPARE(index.at(0).method, QByteArray("subtract"));
    QCOMPARE(index.at(0).seq, quint64(9001));
    QCOMPARE(index.at(0).answer, quint64(9002));
    QCOMPARE(index.at(0).outcome, QByteArray("19"));
    QCOMPARE(index.at(1).state, Call::State::Sent);
    QCOMPARE(index.at(2).state, Call::State::Error);
    QCOMPARE(index.at(3).batch, index.at(2).seq);
    for (qsizetype i = 0; i < index.count(); ++i)
        QCOMPARE(index.indexOf(index.at(i).seq), i);
    QCOMPARE(index.indexOf(1), qsizetype(-1));
}

void TestCallIndex::growsWithTheLog()
{
    CallCapture capture;
    CallRows rows;
    CallIndex index;
    QSignalSpy appended(&index, &CallIndex::appended);
    index.setReader(capture.reader(), {capture.connection()});
    std::vector<quint64> seqs;
    for (int i = 0; i < 20; ++i) {
        seqs.push_back(rows.request("m", QByteArray::number(i)));
        if (i % 2)
            rows.result(seqs[size_t(i) / 2], "1");
        capture.write(rows);
        (void)capture.reader();
        index.grow();
        QTRY_COMPARE(index.count(), qsizetype(i + 1));
    }
    QTRY_COMPARE(index.at(9).state, Call::State::Result);
    QCOMPARE(index.at(10).state, Call::State::Waiting);
    int next = 0;
    for (const auto &signal : appended) {
        QCOMPARE(signal[0].value<qsizetype>(), qsizetype(next));
        next = int(signal[1].value<qsizetype>()) + 1;
    }
    QCOMPARE(next, 20);
}

void TestCallIndex::tellsWhatChanged()
{
    CallCapture capture;
    CallRows rows;
    const quint64 first = rows.request("a", "1");
    rows.request("b", "2");
    const quint64 third = rows.request("c", "3");
    capture.write(rows);
    CallIndex index;
    std::vector<qsizetype> changed;
    connect(&index, &CallIndex::changed, this,
            [&](const std::vector<qsizetype> &indices) { changed = indices; });
    index.setReader(capture.reader(), {capture.connection()});
    QTRY_COMPARE(index.count(), qsizetype(3));
    QVERIFY(changed.empty());

    rows.result(third, "3");
    rows.failure(first, "timeout", "No answer.");
    capture.write(rows);
    (void)capture.reader();
    index.grow();
    QTRY_COMPARE(changed, (std::vector<qsizetype>{0, 2}));
    QCOMPARE(index.at(0).state, Call::State::Failed);
    QCOMPARE(index.at(2).state, Call::State::Result);
}

void TestCallIndex::anotherReaderBeginsAnew()
{
    CallCapture one;
    CallCapture other;
    CallRows rows;
    rows.request("one", "1");
    one.write(rows);
    CallRows others;
    others.request("other", "1");
    other.write(others);
    CallIndex index;
    QSignalSpy reset(&index, &CallIndex::reset);
    index.setReader(one.reader(), {one.connection()});
    index.setReader(other.reader(), {other.connection()});
    QCOMPARE(reset.count(), 2);
    QTRY_COMPARE(index.count(), qsizetype(1));
    QCOMPARE(index.at(0).method, QByteArray("other"));
    index.setReader(nullptr, {});
    QCOMPARE(index.count(), qsizetype(0));
}

void TestCallIndex::keepsTheNewestWithinTheLimit()
{
    CallCapture capture;
    CallRows rows;
    constexpr int calls = int(CallIndex::limit) + 20'000;
    quint64 last = 0;
    for (int i = 0; i < calls; ++i) {
        last = rows.request("subtract", QByteArray::number(i));
        rows.result(last, "19");
    }
    capture.write(rows);
    CallIndex index;
    index.setReader(capture.reader(), {capture.connection()});
    QTRY_COMPARE_WITH_TIMEOUT(quint64(index.count()) + index.dropped(), quint64(calls), 60'000);
    QVERIFY(index.count() <= qsizetype(CallIndex::limit));
    QVERIFY(index.count() > qsizetype(CallIndex::limit / 2));
    QCOMPARE(index.at(index.count() - 1).seq, last);
    QCOMPARE(index.at(0).id, QByteArray::number(index.dropped()));
    QCOMPARE(index.indexOf(1), qsizetype(-1));
}

void TestCallIndex::saysWhyItCannotRead()
{
    CallCapture capture;
    CallRows rows;
    for (int i = 0; i < 20'000; ++i)
        rows.request("m", QByteArray::number(i));
    capture.write(rows);
    const auto reader = capture.reader();
    QVERIFY(QFile::resize(capture.path(), 1000));
    CallIndex index;
    QSignalSpy failed(&index, &CallIndex::failed);
    index.setReader(reader, {capture.connection()});
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!failed[0][0].toString().isEmpty());
}

WEIR_TEST(runAppTest<TestCallIndex>)
#include "tst_callindex.moc"
