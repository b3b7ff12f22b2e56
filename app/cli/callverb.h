// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "calloptions.h"

#include "base/eventsink.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <set>
#include <vector>

namespace weir {

class LineClient;

// One call, notification or batch: `weir call`. It is its client's log, and writes no file.
class CallVerb final : public QObject, private EventSink
{
    Q_OBJECT

public:
    explicit CallVerb(CallOptions options);
    ~CallVerb() override;
    Q_DISABLE_COPY_MOVE(CallVerb)

    int exec(); // the exit code

private:
    bool accept(EventBatch &batch) override;
    void setWaker(std::function<void()>) override { }

    struct Answer
    {
        QByteArray text; // as it came
        bool isError = false;
    };
    void takeSent(const EventView &row, quint64 number);
    void takeAnswer(const EventView &row);
    void takeInvalid(const EventView &row);
    void takeFailure(const EventView &row);
    void fail(const QString &sentence);
    bool isComplete() const;
    void print() const;

    const CallOptions m_options;
    std::unique_ptr<LineClient> m_client;
    QTimer m_limit; // also where no call waits: a body that never ends
    quint64 m_exchange = 0; // number of the whole that was sent
    std::set<quint64> m_calls; // their numbers
    std::set<quint64> m_waiting; // those without an answer
    std::vector<Answer> m_answers;
    QByteArray m_whole; // what came in one piece: a batch, or what is no JSON-RPC
    bool m_expectsError = false; // a part of what was sent is no request
    bool m_isTaken = false; // by a server that has nothing to answer
    bool m_hasFailed = false;
};

} // namespace weir
