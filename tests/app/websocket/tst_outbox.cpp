// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "websocket/flight.h"

#include <QTest>

#include <thread>

using namespace weir;

// Messages that wait: none is lost, none goes twice.
class TestOutbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesLeaveInTheirOrder()
    {
        Outbox outbox;
        QCOMPARE(*outbox.push(Kind::WsText, "a"), 1u);
        QCOMPARE(*outbox.push(Kind::WsBinary, QByteArray("\0\xff", 2)), 2u);
        QCOMPARE(outbox.count(), 2);
        QCOMPARE(outbox.bytes(), 3);
        QCOMPARE(*outbox.take(), (OutMessage{1, Kind::WsText, "a"}));
        QCOMPARE(outbox.take()->id, 2u);
        QVERIFY(!outbox.take());
        QCOMPARE(outbox.bytes(), 0);
    }

    void onlyWhatStillWaitsCanBeWithdrawn()
    {
        Outbox outbox;
        const quint64 first = *outbox.push(Kind::WsText, "first");
        const quint64 second = *outbox.push(Kind::WsText, "second");
        QVERIFY(outbox.take());
        QVERIFY(!outbox.withdraw(first));
        QVERIFY(outbox.withdraw(second));
        QVERIFY(!outbox.withdraw(second));
        QCOMPARE(outbox.count(), 0);
    }

    void whatALineLostComesFirstAgain()
    {
        Outbox outbox;
        for (const char *text : {"a", "b", "c"})
            QVERIFY(outbox.push(Kind::WsText, text));
        Flight flight;
        flight.add(*outbox.take(), 10);
        flight.add(*outbox.take(), 20);
        QVERIFY(!flight.land(9));
        QCOMPARE(flight.land(10)->payload, "a");
        QVERIFY(!flight.land(19)); // half a frame is no message
        outbox.putBack(flight.takeAll());
        QVERIFY(flight.isEmpty());
        QCOMPARE(outbox.take()->payload, "b");
        QCOMPARE(outbox.take()->payload, "c");
    }

    void whatIsAnsweredHasLandedWithAllBeforeIt()
    {
        Flight flight;
        for (quint64 id = 1; id <= 4; ++id)
            flight.add({.id = id, .payload = QByteArray::number(id)}, qint64(id) * 10);
        QVERIFY(flight.landThrough([](const QByteArray &) { return false; }).empty());
        const auto landed = flight.landThrough([](const QByteArray &payload) { return payload == "3"; });
        QCOMPARE(landed.size(), size_t(3));
        QCOMPARE(landed.front().payload, "1");
        QCOMPARE(landed.back().payload, "3");
        QVERIFY(!flight.land(39));
        QCOMPARE(flight.land(40)->payload, "4");
    }

    void beyondTheLimitNothingIsTaken()
    {
        Outbox outbox;
        const QByteArray large(Outbox::limit + 1, 'x');
        QVERIFY(outbox.push(Kind::WsText, large)); // one alone always goes
        const auto refused = outbox.push(Kind::WsText, "x");
        QCOMPARE(refused.error().code, ErrorCode::OutboxFull);
        QVERIFY(errorText(refused.error()).contains(QStringLiteral("64 MB")));
        QCOMPARE(outbox.count(), 1);
        outbox.withdrawAll();
        // nothing is free: empty messages fill it, too
        int taken = 0;
        while (outbox.push(Kind::WsText, {}))
            ++taken;
        QCOMPARE(taken, int(Outbox::limit / Outbox::overhead));
    }

    void aRevisionTellsOfEveryChange()
    {
        Outbox outbox;
        quint64 last = outbox.revision();
        const auto changed = [&] { return std::exchange(last, outbox.revision()) != last; };
        QVERIFY(!changed());
        const quint64 id = *outbox.push(Kind::WsText, "a");
        QVERIFY(changed());
        QCOMPARE(outbox.withdraw(id)->payload, "a");
        QVERIFY(changed());
        QVERIFY(outbox.push(Kind::WsText, "b") && changed());
        QVERIFY(outbox.take() && changed());
        QVERIFY(!changed());
    }

    void aTextHasToBeUtf8()
    {
        Outbox outbox;
        QCOMPARE(outbox.push(Kind::WsText, "\xc3").error().code, ErrorCode::InvalidText);
        QVERIFY(outbox.push(Kind::WsBinary, "\xc3"));
    }

    void twoThreadsShareIt()
    {
        Outbox outbox;
        constexpr int count = 20'000;
        std::thread writer([&outbox] {
            for (int i = 0; i < count; ++i)
                (void)outbox.push(Kind::WsText, QByteArray::number(i));
        });
        int next = 0;
        while (next < count) {
            if (const auto message = outbox.take()) {
                if (message->payload != QByteArray::number(next))
                    break;
                ++next;
            }
        }
        writer.join();
        QCOMPARE(next, count);
    }
};

WEIR_TEST(runAppTest<TestOutbox>)
#include "tst_outbox.moc"
