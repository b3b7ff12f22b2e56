// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "session/sendplan.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace weir;
using Action = SendStep::Action;

namespace {
Variables counting()
{
    const auto count = std::make_shared<quint64>(0);
    return Variables({.generators = {.counter = [count] { return ++*count; }}});
}
}

class TestSendPlan final : public QObject
{
    Q_OBJECT

    struct Run
    {
        SendPlan plan;
        QSignalSpy sent{&plan, &SendPlan::sendRequested};
        QSignalSpy progressed{&plan, &SendPlan::progressed};
        QSignalSpy finished{&plan, &SendPlan::finished};
        QSignalSpy failed{&plan, &SendPlan::failed};
        QSignalSpy stopped{&plan, &SendPlan::stopped};

        QByteArrayList payloads() const
        {
            QByteArrayList all;
            for (const QList<QVariant> &one : sent)
                all.append(one[1].toByteArray());
            return all;
        }
        qsizetype ends() const { return finished.size() + failed.size() + stopped.size(); }
    };

private Q_SLOTS:
    void aRepetitionCountsExactly()
    {
        Run run;
        run.plan.setVariables(counting());
        run.plan.start(RepeatPlan{s("n {{$counter}}"), MessageFormat::Text, 1, 5});
        QVERIFY(run.plan.isRunning());
        QVERIFY(run.sent.isEmpty()); // not inside of the call
        QTRY_COMPARE(run.finished.size(), 1);
        QCOMPARE(run.payloads(), (QByteArrayList{"n 1", "n 2", "n 3", "n 4", "n 5"}));
        QCOMPARE(run.progressed.constLast(), (QList<QVariant>{quint64(5), quint64(5)}));
        QVERIFY(!run.plan.isRunning());
        QCOMPARE(run.ends(), 1);
    }

    void aRepetitionKeepsItsInterval()
    {
        Run run;
        QElapsedTimer clock;
        clock.start();
        run.plan.start(RepeatPlan{s("x"), MessageFormat::Text, 20, 4});
        QTRY_COMPARE(run.finished.size(), 1);
        QVERIFY(clock.elapsed() >= 59); // three intervals between four
    }

    void withoutAnEndItGoesOnUntilItIsStopped()
    {
        Run run;
        run.plan.start(RepeatPlan{s("ff"), MessageFormat::Hex, 1, 0});
        QTRY_VERIFY(run.sent.size() >= 20);
        run.plan.stop();
        const qsizetype sent = run.sent.size();
        QCOMPARE(run.stopped.size(), 1);
        QCOMPARE(run.progressed.constLast()[1].toULongLong(), 0);
        // Another one takes as many turns of the event loop: the first is silent meanwhile.
        Run other;
        other.plan.start(RepeatPlan{s("y"), MessageFormat::Text, 1, 10});
        QTRY_COMPARE(other.finished.size(), 1);
        QCOMPARE(run.sent.size(), sent);
        QCOMPARE(run.ends(), 1);
        run.plan.stop();
        QCOMPARE(run.ends(), 1);
        QCOMPARE(run.sent.constFirst()[0].value<Kind>(), Kind::WsBinary);
    }

    void stoppedFromASlotItSendsNoMore()
    {
        Run run;
        connect(&run.plan, &SendPlan::sendRequested, &run.plan, [&run] { run.plan.stop(); });
        run.plan.start(RepeatPlan{s("x"), MessageFormat::Text, 1, 5});
        QTRY_COMPARE(run.stopped.size(), 1);
        QCOMPARE(run.sent.size(), 1);
        run.plan.start(QList<SendStep>{{.text = s("a")}, {.text = s("b")}});
        QTRY_COMPARE(run.stopped.size(), 2);
        QCOMPARE(run.payloads(), (QByteArrayList{"x", "a"}));
        QCOMPARE(run.ends(), 2);
    }

    void aSequenceTakesItsStepsInOrder()
    {
        Run run;
        run.plan.setVariables(counting());
        run.plan.start({{.text = s("join {{$counter}}")},
                        {.action = Action::WaitFor, .text = s("welcome"), .time = 60000},
                        {.action = Action::Pause, .time = 1},
                        {.text = s("AQI="), .format = MessageFormat::Base64}});
        QTRY_COMPARE(run.sent.size(), 1);
        run.plan.messageReceived("unrelated");
        run.plan.messageReceived("you are WELCOME"); // as it came: no other case
        QCOMPARE(run.progressed.size(), 2);
        run.plan.messageReceived("bot: welcome, ann");
        QTRY_COMPARE(run.finished.size(), 1);
        QCOMPARE(run.payloads(), (QByteArrayList{"join 1", "\x01\x02"}));
        QCOMPARE(run.sent[1][0].value<Kind>(), Kind::WsBinary);
        QCOMPARE(run.progressed.size(), 4);
        QCOMPARE(run.progressed.constLast(), (QList<QVariant>{quint64(4), quint64(4)}));
        QCOMPARE(run.ends(), 1);
    }

    void aWaitSeesOnlyWhatComesAfterItBegan()
    {
        Run run;
        run.plan.start({{.action = Action::Pause, .time = 5},
                        {.action = Action::WaitFor, .text = s("go")},
                        {.text = s("gone")}});
        run.plan.messageReceived("go"); // before the first step
        QTRY_COMPARE(run.progressed.size(), 1);
        run.plan.messageReceived("go"); // in the pause
        QTRY_COMPARE(run.progressed.size(), 2);
        QCOMPARE(run.ends(), 0);
        QVERIFY(run.sent.isEmpty());
        run.plan.messageReceived("go");
        QTRY_COMPARE(run.finished.size(), 1);
        QCOMPARE(run.payloads(), QByteArrayList{"gone"});
    }

    void theAnswerToASendIsNotMissed()
    {
        Run run;
        connect(
            &run.plan, &SendPlan::sendRequested, &run.plan, [&run] { run.plan.messageReceived("pong"); },
            Qt::QueuedConnection);
        run.plan.start({{.text = s("ping")}, {.action = Action::WaitFor, .text = s("pong")}});
        QTRY_COMPARE(run.finished.size(), 1);
    }

    void anEmptyWaitTakesAnyMessage()
    {
        Run run;
        run.plan.start(QList<SendStep>{{.action = Action::WaitFor}});
        QTRY_COMPARE(run.progressed.size(), 1);
        run.plan.messageReceived("");
        QTRY_COMPARE(run.finished.size(), 1);
    }

    void aWaitThatTakesTooLongFails()
    {
        Run run;
        run.plan.start(
            {{.action = Action::WaitFor, .text = s("never"), .time = 10}, {.text = s("not sent")}});
        QTRY_COMPARE(run.failed.size(), 1);
        QCOMPARE(run.failed[0][0].toString(), s("Step 1: no message with “never” came within 10 ms."));
        QVERIFY(run.sent.isEmpty());
        QVERIFY(!run.plan.isRunning());
        QCOMPARE(run.ends(), 1);
    }

    void whatCannotBeSentIsASentence()
    {
        Run run;
        run.plan.start(RepeatPlan{s("{{nobody}}"), MessageFormat::Text, 1, 5});
        QTRY_COMPARE(run.failed.size(), 1);
        QVERIFY(run.failed[0][0].toString().contains(s("{{nobody}}")));
        run.plan.start(QList<SendStep>{{.text = s("ok")}, {.text = s("{"), .format = MessageFormat::Json}});
        QTRY_COMPARE(run.failed.size(), 2);
        QVERIFY2(run.failed[1][0].toString().startsWith(s("Step 2: Line 1, column 2: ")),
                 qPrintable(run.failed[1][0].toString()));
        QCOMPARE(run.payloads(), QByteArrayList{"ok"});
        QCOMPARE(run.ends(), 2);
    }

    void anotherPlanTakesThePlaceOfTheFirst()
    {
        Run run;
        run.plan.start(RepeatPlan{s("a"), MessageFormat::Text, 1, 0});
        run.plan.start(QList<SendStep>{{.text = s("b")}});
        QTRY_COMPARE(run.finished.size(), 1);
        QCOMPARE(run.payloads(), QByteArrayList{"b"});
        run.plan.start(QList<SendStep>());
        QTRY_COMPARE(run.finished.size(), 2);
    }
};

WEIR_TEST(runAppTest<TestSendPlan>)
#include "tst_sendplan.moc"
