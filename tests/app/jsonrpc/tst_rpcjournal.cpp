// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../sse/collectingsink.h"
#include "testprogram.h"

#include "jsonrpc/rpcjournal.h"

#include <QTest>

#include <random>

using namespace weir;

// Rows are told as "kind name id ->ref", where ref is the place of the row it refers to.
class TestRpcJournal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answerRefersToItsCall();
    void answersOfABatchComeInAnyOrder();
    void missingAnswersOfABatchAreListed();
    void notificationIsNoCall();
    void answerToANotificationIsNamed();
    void idKeepsItsType();
    void secondAnswerIsNamed();
    void unknownIdIsNamed();
    void lateAnswerIsARowAndANote();
    void callEndsWhenItsTimeIsOver();
    void cancelledCallIsAFailure();
    void ofCallsWithOneIdTheChosenOneIsCancelled();
    void wrongAnswerEndsItsCall();
    void errorWithoutIdAnswersTheOnlyCallOfItsExchange();
    void oneIdUsedTwiceIsAnsweredOldestFirst();
    void requestOfTheServerIsAnswered();
    void whatTheServerAskedEndsWithTheLine();
    void streamMayAnswerAnotherCall();
    void wrongRequestIsSentAsItIs();
    void manyCallsAreAnsweredInAnyOrder();

private:
    QByteArrayList rows();
    void sent(const QByteArray &text, qint64 time = 1'000'000) { m_exchange = m_journal->sent(text, time); }
    std::vector<RpcMessage> received(const QByteArray &text, qint64 time = 1'002'000, quint64 exchange = 0)
    {
        return m_journal->received(text, time, exchange);
    }

    std::unique_ptr<CollectingSink> m_sink;
    std::unique_ptr<LineLog> m_log;
    std::unique_ptr<RpcJournal> m_journal;
    quint64 m_exchange = 0;
};

void TestRpcJournal::init()
{
    m_sink = std::make_unique<CollectingSink>();
    m_log = std::make_unique<LineLog>(3, *m_sink);
    m_journal = std::make_unique<RpcJournal>(*m_log, 30'000);
}

QByteArrayList TestRpcJournal::rows()
{
    (void)m_log->deliver();
    QByteArrayList list;
    for (const Event &row : m_sink->rows) {
        const auto about = std::find(m_sink->numbers.begin(), m_sink->numbers.end(), row.ref);
        QByteArray text = QByteArray(row.direction == Direction::Out      ? ">"
                                         : row.direction == Direction::In ? "<"
                                                                          : "-")
            + kindName(row.kind) + ' ' + row.name + ' ' + row.id;
        if (row.ref != 0)
            text += " ->" + QByteArray::number(about - m_sink->numbers.begin());
        list.append(text);
    }
    return list;
}

void TestRpcJournal::answerRefersToItsCall()
{
    sent(R"({"jsonrpc":"2.0","method":"subtract","params":[42,23],"id":7})");
    QCOMPARE(m_journal->counts().pending, 1);
    received(R"({"jsonrpc":"2.0","result":19,"id":7.0})");
    QCOMPARE(rows(), QByteArrayList({">rpc.request subtract 7", "<rpc.result subtract 7.0 ->0"}));
    QCOMPARE(m_sink->rows[1].payload, R"({"jsonrpc":"2.0","result":19,"id":7.0})");
    QCOMPARE(m_sink->rows[1].time, 1'002'000);
    QCOMPARE(m_journal->counts().pending, 0);
    QCOMPARE(m_journal->counts().answers, 1u);
}

void TestRpcJournal::answersOfABatchComeInAnyOrder()
{
    sent(
        R"([{"jsonrpc":"2.0","method":"a","id":1},{"jsonrpc":"2.0","method":"n"},{"jsonrpc":"2.0","method":"b","id":2}])");
    received(
        R"([{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":2},{"jsonrpc":"2.0","result":1,"id":1}])");
    QCOMPARE(rows(),
             QByteArrayList({">rpc.batch  ", ">rpc.request a 1 ->0", ">rpc.notification n  ->0",
                             ">rpc.request b 2 ->0", "<rpc.batch   ->0", "<rpc.error b 2 ->3",
                             "<rpc.result a 1 ->1"}));
    QVERIFY(!m_journal->isPending(m_exchange));
    QCOMPARE(m_journal->counts().errors, 1u);
}

void TestRpcJournal::missingAnswersOfABatchAreListed()
{
    sent(
        R"([{"jsonrpc":"2.0","method":"a","id":1},{"jsonrpc":"2.0","method":"b","id":"x"},{"jsonrpc":"2.0","method":"c","id":3}])");
    received(R"([{"jsonrpc":"2.0","result":1,"id":1}])", 2'000'000, m_exchange);
    QCOMPARE(m_journal->pendingIds(m_exchange), QByteArrayList({"\"x\"", "3"}));
    m_journal->giveUp(m_exchange, "missing", QStringLiteral("No more."));
    QCOMPARE(rows().last(), "-error missing  ->0");
    QCOMPARE(m_sink->rows.back().payload, "No more. Calls of this batch without an answer: \"x\", 3.");
    QCOMPARE(m_journal->counts().pending, 0);
    m_journal->giveUp(m_exchange, "missing", QStringLiteral("No more."));
    QCOMPARE(rows().size(), 7); // nothing is said twice
}

void TestRpcJournal::notificationIsNoCall()
{
    sent(R"({"jsonrpc":"2.0","method":"update","params":[1]})");
    QCOMPARE(rows(), QByteArrayList{">rpc.notification update "});
    QCOMPARE(m_journal->counts().calls, 0u);
    received(R"({"jsonrpc":"2.0","method":"tick","params":{"n":1}})");
    QCOMPARE(rows().last(), "<rpc.notification tick ");
}

void TestRpcJournal::answerToANotificationIsNamed()
{
    sent(R"({"jsonrpc":"2.0","method":"update"})");
    received(R"({"jsonrpc":"2.0","result":1,"id":null})", 2'000'000, m_exchange);
    QCOMPARE(rows().last(), "<rpc.invalid answers-notification null ->0");
    // one that could not be read has every right to be told so
    received(R"({"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null})", 2'000'000,
             m_exchange);
    QCOMPARE(rows().last(), "<rpc.error  null ->0");
}

void TestRpcJournal::idKeepsItsType()
{
    sent(R"({"jsonrpc":"2.0","method":"a","id":"1"})");
    received(R"({"jsonrpc":"2.0","result":1,"id":1})");
    QCOMPARE(rows().last(), "<rpc.invalid unknown-id 1");
    QCOMPARE(m_journal->counts().pending, 1);
}

void TestRpcJournal::secondAnswerIsNamed()
{
    sent(R"({"jsonrpc":"2.0","method":"a","id":1})");
    received(R"({"jsonrpc":"2.0","result":1,"id":1})");
    received(R"({"jsonrpc":"2.0","result":2,"id":1})");
    QCOMPARE(rows().last(), "<rpc.invalid answered-twice 1 ->0");
    QCOMPARE(m_journal->counts().answers, 1u);
}

void TestRpcJournal::unknownIdIsNamed()
{
    received(R"({"jsonrpc":"2.0","result":1,"id":99})");
    QCOMPARE(rows(), QByteArrayList{"<rpc.invalid unknown-id 99"});
}

void TestRpcJournal::lateAnswerIsARowAndANote()
{
    sent(R"({"jsonrpc":"2.0","method":"slow","id":1})");
    m_journal->expire(31'000'000);
    received(R"({"jsonrpc":"2.0","result":1,"id":1})", 34'200'000);
    QCOMPARE(rows(),
             QByteArrayList(
                 {">rpc.request slow 1", "-error timeout 1 ->0", "<rpc.result slow 1 ->0", "-note late "}));
    QCOMPARE(m_sink->rows.back().payload,
             "The answer to slow (id 1) came 33.2 s after it was sent; nobody waited for it any more.");
    received(R"({"jsonrpc":"2.0","result":1,"id":1})", 34'300'000);
    QCOMPARE(rows().last(), "<rpc.invalid answered-twice 1 ->0");
}

void TestRpcJournal::callEndsWhenItsTimeIsOver()
{
    sent(R"({"jsonrpc":"2.0","method":"a","id":1})", 1'000'000);
    sent(R"({"jsonrpc":"2.0","method":"b","id":2})", 5'000'000);
    QCOMPARE(m_journal->nextDeadline(), 31'000'000);
    m_journal->expire(30'999'999);
    QCOMPARE(m_journal->counts().pending, 2);
    m_journal->expire(31'000'000);
    QCOMPARE(m_journal->counts().pending, 1);
    QCOMPARE(m_journal->nextDeadline(), 35'000'000);
    received(R"({"jsonrpc":"2.0","result":1,"id":2})");
    QCOMPARE(m_journal->nextDeadline(), 0);
    RpcJournal patient(*m_log, 0);
    patient.sent(R"({"jsonrpc":"2.0","method":"a","id":1})", 1);
    QCOMPARE(patient.nextDeadline(), 0);
}

void TestRpcJournal::cancelledCallIsAFailure()
{
    sent(R"({"jsonrpc":"2.0","method":"slow","id":"x"})");
    QCOMPARE(m_journal->cancel("x", 1'000'000), 0u); // no JSON, no id
    QCOMPARE(m_journal->cancel("\"\\u0078\"", 1'000'000), m_exchange);
    QCOMPARE(rows().last(), "-error cancelled \"x\" ->0");
    QCOMPARE(m_journal->cancel("\"x\"", 1'000'000), 0u);
}

void TestRpcJournal::ofCallsWithOneIdTheChosenOneIsCancelled()
{
    sent(R"({"jsonrpc":"2.0","method":"first","id":1})", 1'000'000);
    sent(R"({"jsonrpc":"2.0","method":"second","id":1})", 1'500'000);
    QCOMPARE(m_journal->cancel("1", 1'500'000), m_exchange);
    QCOMPARE(rows().last(), "-error cancelled 1 ->1");
    QCOMPARE(m_journal->cancel("1", 1'500'000), 0u); // and no other one in its place
    received(R"({"jsonrpc":"2.0","result":true,"id":1})");
    QCOMPARE(rows().last(), "<rpc.result first 1 ->0");
}

void TestRpcJournal::wrongAnswerEndsItsCall()
{
    sent(R"({"jsonrpc":"2.0","method":"a","id":1})");
    received(R"({"jsonrpc":"2.0","result":1,"error":{"code":1,"message":"x"},"id":1})");
    QCOMPARE(rows().last(), "<rpc.invalid both-outcomes 1 ->0");
    QCOMPARE(m_journal->counts().pending, 0);
    sent(R"({"jsonrpc":"2.0","method":"b","id":2})");
    received("<html>", 2'000'000, m_exchange); // it answers this request and no other
    QCOMPARE(rows().last(), "<rpc.invalid not-json  ->2");
    QCOMPARE(m_journal->counts().pending, 0);
    sent(R"({"jsonrpc":"2.0","method":"c","id":3})");
    received("<html>"); // whoever it is for
    QCOMPARE(rows().last(), "<rpc.invalid not-json ");
    QCOMPARE(m_journal->counts().pending, 1);
}

void TestRpcJournal::errorWithoutIdAnswersTheOnlyCallOfItsExchange()
{
    sent(R"({"jsonrpc":"2.0","method":"a","id":1})");
    received(R"({"jsonrpc":"2.0","error":{"code":-32700,"message":"Parse error"},"id":null})", 2'000'000,
             m_exchange);
    QCOMPARE(rows().last(), "<rpc.error a null ->0");
    QCOMPARE(m_journal->counts().pending, 0);
}

void TestRpcJournal::oneIdUsedTwiceIsAnsweredOldestFirst()
{
    sent(R"({"jsonrpc":"2.0","method":"a","id":1})");
    sent(R"({"jsonrpc":"2.0","method":"b","id":1})");
    received(R"({"jsonrpc":"2.0","result":1,"id":1})", 2'000'000, m_exchange);
    received(R"({"jsonrpc":"2.0","result":1,"id":1})");
    QCOMPARE(rows().mid(2), QByteArrayList({"<rpc.result b 1 ->1", "<rpc.result a 1 ->0"}));
}

void TestRpcJournal::requestOfTheServerIsAnswered()
{
    const auto asked = received(R"({"jsonrpc":"2.0","method":"confirm","params":["sure?"],"id":"srv-1"})");
    QCOMPARE(asked.size(), size_t(1));
    QCOMPARE(asked[0].id, "\"srv-1\"");
    sent(R"({"jsonrpc":"2.0","result":true,"id":"srv-1"})");
    sent(R"({"jsonrpc":"2.0","error":{"code":1,"message":"again"},"id":"srv-1"})");
    QCOMPARE(rows(),
             QByteArrayList({"<rpc.request confirm \"srv-1\"", ">rpc.result confirm \"srv-1\" ->0",
                             ">rpc.error  \"srv-1\""}));
}

void TestRpcJournal::whatTheServerAskedEndsWithTheLine()
{
    received(R"({"jsonrpc":"2.0","method":"confirm","id":"srv-1"})");
    m_journal->giveUpAsked("lost", QStringLiteral("Over."));
    QCOMPARE(rows().last(), "-error lost \"srv-1\" ->0");
    sent(R"({"jsonrpc":"2.0","result":true,"id":"srv-1"})");
    QCOMPARE(rows().last(), ">rpc.result  \"srv-1\"");
}

void TestRpcJournal::streamMayAnswerAnotherCall()
{
    sent(R"({"jsonrpc":"2.0","method":"a","id":1})");
    const quint64 first = m_exchange;
    sent(R"({"jsonrpc":"2.0","method":"b","id":1})");
    const QByteArray answer = R"({"jsonrpc":"2.0","result":1,"id":1})";
    const auto streamed = [&](const QByteArray &text, quint64 exchange) {
        m_journal->received(parseRpc(text), text, 2'000'000, exchange, RpcJournal::Part::OneOfMany);
    };
    streamed(answer, m_exchange); // its own first
    streamed(answer, m_exchange); // then whichever waits
    QCOMPARE(rows().mid(2), QByteArrayList({"<rpc.result b 1 ->1", "<rpc.result a 1 ->0"}));
    QVERIFY(!m_journal->isPending(first));
    sent(R"({"jsonrpc":"2.0","method":"c","id":3})");
    streamed("{}", m_exchange); // something else on the way
    QVERIFY(m_journal->isPending(m_exchange));
}

void TestRpcJournal::wrongRequestIsSentAsItIs()
{
    sent("{\"jsonrpc\": \"2.0\", \"method\": \"foobar, \"params\": \"bar\", \"baz]");
    sent(R"({"jsonrpc":"1.0","method":"a","id":1})");
    received(R"({"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":1})");
    sent("[]");
    QCOMPARE(rows(),
             QByteArrayList({">rpc.invalid not-json ", ">rpc.request a 1", "<rpc.error a 1 ->1",
                             ">rpc.batch  ", ">rpc.invalid empty-batch  ->3"}));
}

void TestRpcJournal::manyCallsAreAnsweredInAnyOrder()
{
    constexpr int count = 20'000;
    std::vector<int> ids;
    for (int id = 0; id < count; ++id) {
        sent("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":" + QByteArray::number(id) + '}');
        ids.push_back(id);
    }
    std::shuffle(ids.begin(), ids.end(), std::mt19937(1));
    for (const int id : ids)
        received("{\"jsonrpc\":\"2.0\",\"result\":0,\"id\":" + QByteArray::number(id) + '}');
    (void)m_log->deliver();
    QCOMPARE(m_journal->counts().answers, quint64(count));
    for (int i = 0; i < count; ++i) {
        const Event &answer = m_sink->rows[size_t(count + i)];
        QCOMPARE(answer.kind, Kind::RpcResult);
        QCOMPARE(answer.ref, m_sink->numbers[size_t(ids[size_t(i)])]);
    }
}

WEIR_TEST(runPlainTest<TestRpcJournal>)
#include "tst_rpcjournal.moc"
