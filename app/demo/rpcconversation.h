// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "calculator.h"
#include "rpcquestions.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace weir {

// Where messages go that the server says unasked.
class RpcListener
{
public:
    virtual ~RpcListener() = default;
    virtual void say(const QByteArray &text) = 0;
    virtual bool keepsUp() const = 0; // false: it has more to read than is good
};

// JSON-RPC 2.0 with one client, text in and text out: reads requests and batches, calls methods, and answers
// each when it is done, in whichever order that is.
class RpcConversation final : public QObject
{
    Q_OBJECT

public:
    // For how long the client hears what it did not ask for.
    enum class Reach { Never, UntilAnswered, Always };
    enum class Heard { Calls, Answers, UnknownAnswer };
    using Answered = std::function<void(const QByteArray &text)>;

    // The listener outlives this; null where the reach is Never.
    RpcConversation(DemoRpcMethods methods, std::shared_ptr<RpcQuestions> questions, Reach reach,
                    RpcListener *listener, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(RpcConversation)

    // Calls back once, sooner or later; with an empty text where there is nothing to answer.
    Heard hear(QByteArrayView text, const Answered &answered);

private:
    using Done = std::function<void(const DemoRpcOutcome &)>;
    Heard take(QByteArrayView message, const Answered &answered);
    Heard takeAnswer(QByteArrayView id, QByteArrayView result, QByteArrayView error);
    void takeBatch(QByteArrayView batch, const Answered &answered);
    void call(const QByteArray &method, QByteArrayView params, const Done &done);
    void slow(QByteArrayView params, const Done &done);
    void confirm(QByteArrayView params, const Done &done);
    void subscribe(QByteArrayView params, const Done &done);
    void unsubscribe(QByteArrayView params, const Done &done);

    const DemoRpcMethods m_methods;
    const std::shared_ptr<RpcQuestions> m_questions;
    const Reach m_reach;
    RpcListener *const m_listener;
    std::map<QByteArray, std::unique_ptr<QTimer>> m_subscriptions;
    quint64 m_subscribed = 0;
};

} // namespace weir
