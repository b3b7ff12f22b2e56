// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "base/eventbatch.h"

#include <QTest>

using namespace weir;

class TestEventBatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasAppended()
    {
        EventBatch batch;
        batch.setConnection(7);
        batch.append({.time = 5, .kind = Kind::SseEvent, .flags = OwnId}, "tick", "1", "{}");
        batch.append({.time = 6, .ref = 2, .kind = Kind::Note, .direction = Direction::Local}, {}, {}, {});
        batch.setFirstSeq(40);
        const EventView first = batch.at(0);
        QCOMPARE(first.seq, 40u);
        QCOMPARE(first.name, QByteArrayView("tick"));
        QCOMPARE(first.id, QByteArrayView("1"));
        QCOMPARE(first.payload, QByteArrayView("{}"));
        QCOMPARE(first.connection, 7u);
        QCOMPARE(batch.at(1).seq, 41u);
        QVERIFY(batch.at(1).payload.isEmpty());
    }

    void everyKindHasANameThatLeadsBack()
    {
        for (int i = 0; i < KindLimit; ++i) {
            const QByteArrayView name = kindName(Kind(i));
            if (name != QByteArrayView("unknown"))
                QCOMPARE(kindFromName(name), Kind(i));
        }
        QVERIFY(!kindFromName("sse"));
    }
};

WEIR_TEST(runPlainTest<TestEventBatch>)
#include "tst_eventbatch.moc"
