// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rpcoutcome.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <map>

namespace weir {

// What the demo server has asked its clients and nobody has answered yet.
class RpcQuestions final
{
public:
    using Heard = std::function<void(const DemoRpcOutcome &)>;

    RpcQuestions() = default;
    Q_DISABLE_COPY_MOVE(RpcQuestions)

    // Gives the id that the request shall have, "srv-1"; the question goes with its context.
    QByteArray add(QObject *context, Heard heard);
    bool answer(const QByteArray &id, const DemoRpcOutcome &outcome); // false: nobody waits for this
    void withdraw(const QByteArray &id) { m_open.erase(id); }

private:
    struct Question
    {
        QPointer<QObject> context;
        Heard heard;
    };
    std::map<QByteArray, Question> m_open;
    quint64 m_asked = 0;
};

} // namespace weir
