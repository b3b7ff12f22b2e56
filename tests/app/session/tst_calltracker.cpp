// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callrows.h"
#include "testprogram.h"

#include "session/calloutcome.h"
#include "session/calltracker.h"

#include <QTest>

using namespace weir;

class TestCallTracker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rows = {};
        m_tracker = std::make_unique<CallTracker>(1000);
        m_calls.clear();
    }

    void aCallWaitsUntilItsResultComes();
    void anErrorHasCodeAndMessage();
    void aNotificationIsSentAndNothingElse();
    void aNotificationOfTheServerIsNoCall();
    void noAnswerIsAFailureAndALateOneChangesNothing();
    void anAnswerThatIsNoneIsShown();
    void aPageOfHtmlIsToldByItsStatus();
    void whatTheServerAsksIsAnsweredByUs();
    void whatWeSentAndIsNoRequestIsACallToo();
    void theRowsOfHttpBelongToTheCall();

    void aBatchIsCountedByItsMembers();
    void aBatchOfNotificationsIsSent();
    void aBatchThatFailsTakesItsMembersAlong();
    void oneErrorForAWholeBatchIsThatOfItsMembers();
    void anErrorWithoutAnIdIsAboutAMemberThatHasNone();

    void theOutcomeIsOneShortLine_data();
    void theOutcomeIsOneShortLine();
    void theOldestAreGivenUp();

private:
    const Call &call(quint64 seq)
    {
        for (const Event &row : m_rows.take()) {
            if (CallTracker::kinds & kindBit(row.kind))
                m_tracker->take(CallRows::view(row));
        }
        CallChanges changes = m_tracker->takeChanges();
        for (const Call &one : changes.fresh)
            m_calls[one.seq] = one;
        for (const auto &[changed, one] : changes.changed)
            m_calls[changed] = one;
        return m_calls[seq];
    }

    CallRows m_rows;
    std::unique_ptr<CallTracker> m_tracker;
    std::map<quint64, Call> m_calls;
};

void TestCallTracker::aCallWaitsUntilItsResultComes()
{
    const quint64 seq = m_rows.request("subtract", "7");
    Call expected;
    expected.seq = seq;
    expected.begun = CallRows::start + CallRows::step;
    expected.id = "7";
    expected.method = "subtract";
    expected.requestSize = 44;
    QCOMPARE(call(seq), expected);

    expected.answer = m_rows.result(seq, "19");
    expected.state = Call::State::Result;
    expected.ended = CallRows::start + 2 * CallRows::step;
    expected.outcome = "19";
    expected.answerSize = 36;
    QCOMPARE(call(seq), expected);
    QCOMPARE(expected.duration(), CallRows::step);
}

void TestCallTracker::anErrorHasCodeAndMessage()
{
    const quint64 seq = m_rows.request("foobar", "\"a\"");
    m_rows.error(seq, -32601, "Method not \\u201efound\\u201c");
    QCOMPARE(call(seq).state, Call::State::Error);
    QCOMPARE(call(seq).outcome, QByteArray("-32601 Method not „found“"));
    QCOMPARE(call(seq).id, QByteArray("\"a\""));
}

void TestCallTracker::aNotificationIsSentAndNothingElse()
{
    const quint64 seq = m_rows.notification("update");
    QCOMPARE(call(seq).type, Call::Type::Notification);
    QCOMPARE(call(seq).state, Call::State::Sent);
    m_rows.error(seq, -32700, "Parse error"); // over HTTP, with the id null
    QCOMPARE(call(seq).state, Call::State::Error);
}

void TestCallTracker::aNotificationOfTheServerIsNoCall()
{
    const quint64 seq =
        m_rows.add(Kind::RpcNotification, Direction::In, "tick", {}, 0, R"({"method":"tick"})");
    (void)call(seq);
    QCOMPARE(m_calls.size(), size_t(1)); // that is the empty one just asked for
    QCOMPARE(m_calls[seq], Call());
}

void TestCallTracker::noAnswerIsAFailureAndALateOneChangesNothing()
{
    const quint64 seq = m_rows.request("slow", "1");
    const quint64 why = m_rows.failure(seq, "timeout", "No answer to slow (id 1) in 3 s.");
    const Call failed = call(seq);
    QCOMPARE(failed.state, Call::State::Failed);
    QCOMPARE(failed.answer, why);
    QCOMPARE(failed.outcome, QByteArray("No answer to slow (id 1) in 3 s."));
    m_rows.result(seq, "1");
    QCOMPARE(call(seq), failed);
}

void TestCallTracker::anAnswerThatIsNoneIsShown()
{
    const quint64 seq = m_rows.request("m", "1");
    const quint64 answer =
        m_rows.add(Kind::RpcInvalid, Direction::In, "no-version", "1", seq, R"({"result":1,"id":1})");
    QCOMPARE(call(seq).state, Call::State::Invalid);
    QCOMPARE(call(seq).answer, answer);
    QVERIFY(call(seq).outcome.contains("jsonrpc"));
    m_rows.result(seq, "2");
    QCOMPARE(call(seq).answer, answer);

    // Nobody can tell which call it answers.
    m_rows.add(Kind::RpcInvalid, Direction::In, "not-json", {}, 0, "?");
    QCOMPARE(call(seq).answer, answer);
}

void TestCallTracker::aPageOfHtmlIsToldByItsStatus()
{
    const quint64 seq = m_rows.request("m", "1");
    const quint64 page = m_rows.add(Kind::RpcInvalid, Direction::In, "not-json", {}, seq, "<html>");
    m_rows.failure(seq, "http", "The server answered 502 Bad Gateway.");
    QCOMPARE(call(seq).state, Call::State::Invalid);
    QCOMPARE(call(seq).answer, page);
    QCOMPARE(call(seq).outcome, QByteArray("The server answered 502 Bad Gateway."));
}

void TestCallTracker::whatTheServerAsksIsAnsweredByUs()
{
    const quint64 seq = m_rows.asked("confirm", "\"srv-1\"");
    QCOMPARE(call(seq).type, Call::Type::Asked);
    QCOMPARE(call(seq).state, Call::State::Waiting);
    m_rows.result(seq, "1"); // theirs cannot be meant
    QCOMPARE(call(seq).state, Call::State::Waiting);
    const quint64 answer = m_rows.result(seq, "true", Direction::Out);
    QCOMPARE(call(seq).state, Call::State::Result);
    QCOMPARE(call(seq).answer, answer);
    QCOMPARE(call(seq).outcome, QByteArray("true"));
}

void TestCallTracker::whatWeSentAndIsNoRequestIsACallToo()
{
    const quint64 seq = m_rows.add(Kind::RpcInvalid, Direction::Out, "bad-method", {}, 0, R"({"method":1})");
    QCOMPARE(call(seq).state, Call::State::Sent);
    QVERIFY(!call(seq).outcome.isEmpty());
    m_rows.error(seq, -32600, "Invalid Request");
    QCOMPARE(call(seq).state, Call::State::Error);
    QCOMPARE(call(seq).outcome, QByteArray("-32600 Invalid Request"));
}

void TestCallTracker::theRowsOfHttpBelongToTheCall()
{
    const quint64 batch = m_rows.batch();
    const quint64 member = m_rows.request("a", "1", batch);
    const quint64 other = m_rows.request("b", "2");
    m_rows.add(Kind::HttpRequest, Direction::Out, "POST", {}, batch, "POST /old");
    m_rows.add(Kind::HttpResponse, Direction::In, "307", {}, batch + 3, {});
    const quint64 request = m_rows.add(Kind::HttpRequest, Direction::Out, "POST", {}, batch, "POST /");
    const quint64 response = m_rows.add(Kind::HttpResponse, Direction::In, "200", {}, request, {});
    m_rows.result(member, "1");
    for (const quint64 seq : {batch, member}) {
        QCOMPARE(call(seq).httpRequest, request);
        QCOMPARE(call(seq).httpResponse, response);
    }
    QCOMPARE(call(other).httpRequest, quint64(0));
}

void TestCallTracker::aBatchIsCountedByItsMembers()
{
    const quint64 batch = m_rows.batch();
    const quint64 first = m_rows.request("a", "1", batch);
    const quint64 second = m_rows.request("b", "2", batch);
    const quint64 third = m_rows.request("c", "3", batch);
    const quint64 note = m_rows.notification("d", batch);
    QCOMPARE(call(batch).type, Call::Type::Batch);
    QCOMPARE(call(batch).state, Call::State::Waiting);
    QCOMPARE(call(batch).members, 4);
    QCOMPARE(call(first).batch, batch);
    QCOMPARE(call(note).state, Call::State::Sent);

    const quint64 whole = m_rows.add(Kind::RpcBatch, Direction::In, {}, {}, batch, "[.....]");
    m_rows.result(first, "1");
    m_rows.error(third, -32601, "Method not found");
    QCOMPARE(call(batch).state, Call::State::Waiting);
    QCOMPARE(call(batch).results, 1);
    QCOMPARE(call(batch).errors, 1);
    m_rows.result(second, "2");
    QCOMPARE(call(batch).state, Call::State::Mixed);
    QCOMPARE(call(batch).answer, whole);
    QCOMPARE(call(batch).answerSize, 7);
    QVERIFY(call(batch).ended > 0);
    QCOMPARE(call(third).state, Call::State::Error);

    const quint64 good = m_rows.batch();
    const quint64 member = m_rows.request("a", "1", good);
    m_rows.result(member, "1");
    QCOMPARE(call(good).state, Call::State::Result);
}

void TestCallTracker::aBatchOfNotificationsIsSent()
{
    const quint64 batch = m_rows.batch();
    m_rows.notification("a", batch);
    m_rows.notification("b", batch);
    QCOMPARE(call(batch).state, Call::State::Sent);
    QCOMPARE(call(batch).members, 2);
}

void TestCallTracker::aBatchThatFailsTakesItsMembersAlong()
{
    const quint64 batch = m_rows.batch();
    const quint64 first = m_rows.request("a", "1", batch);
    const quint64 second = m_rows.request("b", "2", batch);
    m_rows.failure(batch, "transport", "The server closed the line.");
    for (const quint64 seq : {batch, first, second}) {
        QCOMPARE(call(seq).state, Call::State::Failed);
        QCOMPARE(call(seq).outcome, QByteArray("The server closed the line."));
    }
    QCOMPARE(call(batch).errors, 2);

    // Some were answered before.
    const quint64 half = m_rows.batch();
    const quint64 good = m_rows.request("a", "1", half);
    const quint64 missing = m_rows.request("b", "2", half);
    m_rows.result(good, "1");
    m_rows.failure(half, "missing", "There is none.");
    QCOMPARE(call(half).state, Call::State::Mixed);
    QCOMPARE(call(good).state, Call::State::Result);
    QCOMPARE(call(missing).state, Call::State::Failed);
}

void TestCallTracker::oneErrorForAWholeBatchIsThatOfItsMembers()
{
    const quint64 batch = m_rows.batch();
    const quint64 member = m_rows.request("a", "1", batch);
    const quint64 answer = m_rows.error(batch, -32700, "Parse error");
    QCOMPARE(call(member).state, Call::State::Waiting);
    m_rows.failure(batch, "missing", "The server's answer has none for this call.");
    for (const quint64 seq : {batch, member}) {
        QCOMPARE(call(seq).state, Call::State::Error);
        QCOMPARE(call(seq).outcome, QByteArray("-32700 Parse error"));
        QCOMPARE(call(seq).answer, answer);
    }
}

// JSON-RPC 2.0, 7: [{"foo": "boo"}, ...] is answered with errors whose id is null.
void TestCallTracker::anErrorWithoutAnIdIsAboutAMemberThatHasNone()
{
    const quint64 batch = m_rows.batch();
    const quint64 good = m_rows.request("sum", "1", batch);
    m_rows.add(Kind::RpcInvalid, Direction::Out, "no-outcome", {}, batch, R"({"foo":"boo"})");
    m_rows.result(good, "7");
    m_rows.error(batch, -32600, "Invalid Request");
    QCOMPARE(call(batch).state, Call::State::Mixed);
    QCOMPARE(call(batch).members, 2);
    QCOMPARE(call(batch).results, 1);
    QCOMPARE(call(batch).errors, 1);
}

void TestCallTracker::theOutcomeIsOneShortLine_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("outcome");
    const auto row = [](const char *name, const QByteArray &payload, const QByteArray &outcome) {
        QTest::newRow(name) << payload << outcome;
    };
    row("raw", R"({"result":1e400,"id":1})", "1e400");
    row("blanks", "{\"result\" : [\n  \"a  b\",\r\n\t5 ] }", R"([ "a  b", 5 ])");
    row("escapes", R"({"result":"a\"  \\"})", R"("a\"  \\")");
    row("last", R"({"result":1,"result":2})", "2");
    row("no code", R"({"error":"broken"})", R"("broken")");
    row("only a code", R"({"error":{"code":7}})", "7");
    row("cut", R"({"result":")" + QByteArray("é").repeated(500) + "\"}",
        '"' + QByteArray("é").repeated((outcomeLimit - 1) / 2) + "…");
    row("large", R"({"result":[)" + QByteArray("1,").repeated(2'000'000) + "1]}",
        '[' + QByteArray("1,").repeated(outcomeLimit).left(outcomeLimit - 1) + "…");
    row("behind", R"({"padding":")" + QByteArray(100'000, ' ') + R"(","result":7})", "7");
}

void TestCallTracker::theOutcomeIsOneShortLine()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, outcome);
    EventView row;
    row.kind = Kind::RpcResult;
    row.payload = payload;
    QCOMPARE(callOutcome(row), outcome);
}

void TestCallTracker::theOldestAreGivenUp()
{
    const quint64 first = m_rows.request("m", "0");
    for (int i = 1; i <= 1000; ++i)
        m_rows.request("m", QByteArray::number(i));
    m_rows.result(first, "1");
    m_rows.result(first + 1, "1");
    QCOMPARE(call(first).state, Call::State::Waiting);
    QCOMPARE(call(first + 1).state, Call::State::Result);
}

WEIR_TEST(runAppTest<TestCallTracker>)
#include "tst_calltracker.moc"
