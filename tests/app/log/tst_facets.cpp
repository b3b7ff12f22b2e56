// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testcapture.h"
#include "testprogram.h"

#include "log/facets.h"

#include <QSignalSpy>

using namespace weir;

namespace {
struct Counts
{
    std::map<Kind, quint64> kinds;
    std::map<QByteArray, quint64> names;
    std::map<quint32, quint64> connections;
};

Counts expectedCounts(const TestCapture &capture, quint32 connection)
{
    Counts counts;
    for (const Event &event : capture.events()) {
        ++counts.connections[event.connection];
        if (connection && event.connection != connection)
            continue;
        ++counts.kinds[event.kind];
        if (event.kind == Kind::SseEvent)
            ++counts.names[event.name];
    }
    return counts;
}
}

class TestFacets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyWithoutAReader()
    {
        Facets facets(0);
        facets.grow();
        QVERIFY(facets.kinds().empty() && facets.names().empty() && facets.connections().empty());
    }

    void countsKindsNamesAndConnections_data()
    {
        QTest::addColumn<quint32>("connection");
        QTest::newRow("all") << 0u;
        QTest::newRow("one") << 2u;
    }
    void countsKindsNamesAndConnections()
    {
        QFETCH(quint32, connection);
        TestCapture capture;
        capture.writeRandom(20000);
        Facets facets(connection);
        facets.setReader(capture.reader());
        const Counts expected = expectedCounts(capture, connection);
        QTRY_COMPARE(facets.names(), expected.names);
        QCOMPARE(facets.kinds(), expected.kinds);
        QCOMPARE(facets.connections(), expected.connections);
        QCOMPARE(facets.others(), 0u);
    }

    void goesOnAsTheCaptureGrows()
    {
        TestCapture capture;
        Facets facets(1);
        facets.setReader(capture.reader());
        for (int i = 0; i < 12; ++i) {
            capture.writeRandom(900);
            (void)capture.reader();
            facets.grow();
            QCoreApplication::processEvents();
        }
        const Counts expected = expectedCounts(capture, 1);
        QTRY_COMPARE(facets.names(), expected.names);
        QCOMPARE(facets.kinds(), expected.kinds);
        QCOMPARE(facets.connections(), expected.connections);
        QSignalSpy changes(&facets, &Facets::changed);
        facets.setReader(nullptr);
        QVERIFY(facets.names().empty());
        QCOMPARE(changes.count(), 1);
    }

    void countsOnlyWhenItIsToldTo()
    {
        TestCapture capture;
        capture.writeRandom(900);
        Facets still(0);
        still.setReader(capture.reader());
        const Counts before = expectedCounts(capture, 0);
        QTRY_COMPARE(still.kinds(), before.kinds);
        Facets told(0);
        told.setReader(capture.reader());
        for (int i = 0; i < 2; ++i) {
            capture.writeRandom(900);
            (void)capture.reader();
            told.grow();
            QTRY_COMPARE(told.kinds(), expectedCounts(capture, 0).kinds);
        }
        QCOMPARE(still.kinds(), before.kinds);
        still.grow();
        QTRY_COMPARE(still.kinds(), told.kinds());
    }

    void namesBeyondTheLimitAreOthers()
    {
        TestCapture capture;
        Event event;
        event.connection = 1;
        event.kind = Kind::SseEvent;
        std::vector<Event> events;
        for (int i = 0; i < Facets::nameLimit + 50; ++i) {
            event.name = "name" + QByteArray::number(i);
            events.push_back(event);
        }
        capture.write(events);
        Facets facets(0);
        facets.setReader(capture.reader());
        QTRY_COMPARE(facets.others(), 50u);
        QCOMPARE(facets.names().size(), size_t(Facets::nameLimit));
        QCOMPARE(facets.kinds().at(Kind::SseEvent), quint64(Facets::nameLimit + 50));
    }

    void anotherReaderStartsAgain()
    {
        TestCapture big;
        big.writeRandom(20000);
        TestCapture small(2);
        small.writeRandom(10);
        Facets facets(0);
        facets.setReader(big.reader());
        facets.setReader(small.reader());
        const Counts expected = expectedCounts(small, 0);
        QTRY_COMPARE(facets.names(), expected.names);
        QCOMPARE(facets.kinds(), expected.kinds);
    }
};

WEIR_TEST(runAppTest<TestFacets>)
#include "tst_facets.moc"
