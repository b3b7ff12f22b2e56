// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpcconversation.h"

#include "callarguments.h"

#include "base/jsonformat.h"

#include <algorithm>

namespace weir {

namespace {
constexpr qint64 longest = 600'000; // milliseconds

DemoRpcOutcome failed(DemoRpcError::Code code, const QByteArray &message, const QByteArray &data = {})
{
    return tl::unexpected(DemoRpcError{code, message, data});
}

DemoRpcOutcome cannotPush()
{
    return failed(DemoRpcError::CannotPush, "Nothing can be pushed here",
                  quotedJson("Open a WebSocket, or accept text/event-stream."));
}

QByteArray invalidRequest(QByteArrayView id)
{
    return answerText(failed(DemoRpcError::InvalidRequest, "Invalid Request"), id);
}

// A message as far as it can be told.
struct Envelope
{
    QByteArray version;
    std::optional<QByteArray> method;
    QByteArrayView params;
    QByteArrayView id;
    QByteArrayView result;
    QByteArrayView error;
    bool isValid = false; // JSON-RPC 2.0, 4
    bool hasId = false; // a good one
};

Envelope envelopeOf(QByteArrayView message)
{
    Envelope envelope;
    for (const auto &[name, value] : jsonMembers(message)) {
        const bool isString = jsonType(value) == JsonType::String;
        if (name == "jsonrpc" && isString)
            envelope.version = jsonText(value);
        else if (name == "method" && isString)
            envelope.method = jsonText(value);
        else if (name == "params")
            envelope.params = value;
        else if (name == "id")
            envelope.id = value;
        else if (name == "result")
            envelope.result = value;
        else if (name == "error")
            envelope.error = value;
    }
    const auto isAny = [](QByteArrayView value, std::initializer_list<JsonType> types) {
        return value.isEmpty() || std::find(types.begin(), types.end(), jsonType(value)) != types.end();
    };
    const bool isIdGood = isAny(envelope.id, {JsonType::String, JsonType::Number, JsonType::Null});
    envelope.hasId = isIdGood && !envelope.id.isEmpty();
    envelope.isValid = isIdGood && envelope.version == "2.0" && envelope.method
        && isAny(envelope.params, {JsonType::Object, JsonType::Array});
    return envelope;
}

// What the client may give as the error of its answer.
DemoRpcError errorOf(QByteArrayView json)
{
    DemoRpcError error;
    for (const auto &[name, value] : jsonMembers(json)) {
        if (name == "code")
            error.code = wholeNumber(value).value_or(error.code);
        else if (name == "message")
            error.message = jsonText(value);
        else if (name == "data")
            error.data = value.toByteArray();
    }
    return error;
}

// The answers to a batch, until all are there.
struct Batch
{
    QList<QByteArray> answers; // empty: of a notification
    qsizetype missing = 0;

    QByteArray text()
    {
        answers.removeAll(QByteArray());
        return answers.isEmpty() ? QByteArray() : '[' + answers.join(',') + ']';
    }
};

QByteArray tick(const QByteArray &subscription, qint64 number)
{
    const qint64 cents = 10'000 + (number * 7919) % 997;
    const QByteArray price =
        QByteArray::number(cents / 100) + '.' + QByteArray::number(cents % 100).rightJustified(2, '0');
    return R"({"jsonrpc":"2.0","method":"tick","params":{"subscription":)" + quotedJson(subscription)
        + ",\"n\":" + QByteArray::number(number) + R"(,"symbol":"ACME","price":)" + price + "}}";
}
}

RpcConversation::RpcConversation(DemoRpcMethods methods, std::shared_ptr<RpcQuestions> questions, Reach reach,
                                 RpcListener *listener, QObject *parent)
    : QObject(parent)
    , m_methods(std::move(methods))
    , m_questions(std::move(questions))
    , m_reach(reach)
    , m_listener(listener)
{
    Q_ASSERT(listener || reach == Reach::Never);
}

RpcConversation::Heard RpcConversation::hear(QByteArrayView text, const Answered &answered)
{
    if (!checkJson(text)) {
        answered(answerText(failed(DemoRpcError::ParseError, "Parse error"), "null"));
        return Heard::Calls;
    }
    const QByteArrayView value = trimmedJson(text);
    if (jsonType(value) != JsonType::Array)
        return take(value, answered);
    takeBatch(value, answered);
    return Heard::Calls;
}

// JSON-RPC 2.0, 6
void RpcConversation::takeBatch(QByteArrayView text, const Answered &answered)
{
    const auto members = jsonElements(text);
    if (members.empty()) {
        answered(invalidRequest("null"));
        return;
    }
    const auto batch = std::make_shared<Batch>();
    batch->missing = qsizetype(members.size());
    batch->answers.resize(batch->missing);
    for (qsizetype i = 0; i < qsizetype(members.size()); ++i) {
        take(members[size_t(i)], [batch, answered, i](const QByteArray &answer) {
            batch->answers[i] = answer;
            if (--batch->missing == 0)
                answered(batch->text());
        });
    }
}

RpcConversation::Heard RpcConversation::take(QByteArrayView message, const Answered &answered)
{
    const Envelope envelope = envelopeOf(message);
    const bool isAnswer = !envelope.method && !(envelope.result.isEmpty() && envelope.error.isEmpty());
    if (isAnswer && envelope.hasId) {
        const Heard heard = takeAnswer(envelope.id, envelope.result, envelope.error);
        answered({}); // an answer is never answered: two peers could go on for ever
        return heard;
    }
    const QByteArray id = envelope.hasId ? envelope.id.toByteArray() : QByteArray("null");
    if (!envelope.isValid) {
        answered(invalidRequest(id));
    } else if (!envelope.hasId) {
        // JSON-RPC 2.0, 4.1: not even with an error
        call(*envelope.method, envelope.params, [](const DemoRpcOutcome &) {});
        answered({});
    } else {
        call(*envelope.method, envelope.params,
             [answered, id](const DemoRpcOutcome &outcome) { answered(answerText(outcome, id)); });
    }
    return Heard::Calls;
}

RpcConversation::Heard RpcConversation::takeAnswer(QByteArrayView id, QByteArrayView result,
                                                   QByteArrayView error)
{
    const DemoRpcOutcome outcome = error.isEmpty() ? DemoRpcOutcome(result.toByteArray())
                                                   : DemoRpcOutcome(tl::unexpected(errorOf(error)));
    return m_questions->answer(jsonText(id), outcome) ? Heard::Answers : Heard::UnknownAnswer;
}

void RpcConversation::call(const QByteArray &method, QByteArrayView params, const Done &done)
{
    if (method == "slow")
        slow(params, done);
    else if (method == "confirm")
        confirm(params, done);
    else if (method == "subscribe")
        subscribe(params, done);
    else if (method == "unsubscribe")
        unsubscribe(params, done);
    else if (const auto found = m_methods.find(method); found != m_methods.end())
        done(found->second(params));
    else
        done(failed(DemoRpcError::MethodNotFound, "Method not found"));
}

void RpcConversation::slow(QByteArrayView params, const Done &done)
{
    CallArguments arguments(params, {"ms"});
    const qint64 wait = arguments.integer("ms", 0, longest).value_or(1000);
    if (arguments.fault()) {
        done(tl::unexpected(*arguments.fault()));
        return;
    }
    QTimer::singleShot(int(wait), Qt::PreciseTimer, this,
                       [done, wait] { done("{\"waited\":" + QByteArray::number(wait) + '}'); });
}

// Asks the client back and answers with what it says.
void RpcConversation::confirm(QByteArrayView params, const Done &done)
{
    CallArguments arguments(params, {"question", "patience"});
    const QByteArray question = arguments.text("question").value_or("Shall I go on?");
    const qint64 patience = arguments.integer("patience", 1, longest).value_or(60'000);
    if (arguments.fault() || m_reach == Reach::Never) {
        done(arguments.fault() ? tl::unexpected(*arguments.fault()) : cannotPush());
        return;
    }
    auto *timer = new QTimer(this);
    const QByteArray id = m_questions->add(timer, [timer, done](const DemoRpcOutcome &said) {
        timer->stop();
        timer->deleteLater();
        const QByteArray name = said ? "answer" : "refusal";
        done("{\"" + name + "\":" + (said ? *said : toJson(said.error())) + '}');
    });
    timer->setSingleShot(true);
    timer->callOnTimeout(this, [this, timer, id, done] {
        m_questions->withdraw(id);
        timer->deleteLater();
        done(failed(DemoRpcError::NobodyAnswered, "Nobody answered", quotedJson(id)));
    });
    timer->start(int(patience));
    m_listener->say(R"({"jsonrpc":"2.0","method":"confirm","params":{"question":)" + quotedJson(question)
                    + "},\"id\":" + quotedJson(id) + '}');
}

// On a line that stays the result comes first, elsewhere last.
void RpcConversation::subscribe(QByteArrayView params, const Done &done)
{
    CallArguments arguments(params, {"rate", "count"});
    const qint64 rate = arguments.integer("rate", 1, 1000).value_or(1);
    const bool stays = m_reach == Reach::Always;
    const qint64 count = arguments.integer("count", 1, 1'000'000).value_or(stays ? 0 : 5);
    if (arguments.fault() || m_reach == Reach::Never) {
        done(arguments.fault() ? tl::unexpected(*arguments.fault()) : cannotPush());
        return;
    }
    const QByteArray id = "sub-" + QByteArray::number(++m_subscribed);
    auto timer = std::make_unique<QTimer>();
    timer->setTimerType(Qt::PreciseTimer);
    timer->callOnTimeout(this, [this, id, count, stays, done, number = qint64(0)]() mutable {
        if (!m_listener->keepsUp())
            return;
        m_listener->say(tick(id, ++number));
        if (number != count)
            return;
        // this function goes with its timer
        const QByteArray result = "{\"ticks\":" + QByteArray::number(count) + '}';
        QTimer *over = m_subscriptions.extract(id).mapped().release();
        over->stop();
        over->deleteLater();
        if (!stays)
            done(result);
    });
    timer->start(int(1000 / rate));
    m_subscriptions.emplace(id, std::move(timer));
    if (stays)
        done(quotedJson(id));
}

void RpcConversation::unsubscribe(QByteArrayView params, const Done &done)
{
    CallArguments arguments(params, {"subscription"});
    const QByteArrayView id =
        arguments.required("subscription", JsonType::String, "the id that subscribe gave");
    if (!arguments.fault() && m_subscriptions.erase(jsonText(id)) == 0)
        arguments.blame("subscription", "a subscription that is open");
    done(arguments.fault() ? DemoRpcOutcome(tl::unexpected(*arguments.fault())) : QByteArray("true"));
}

} // namespace weir
