// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "calloptions.h"

#include "base/eventsink.h"

#include <QObject>

#include <memory>
#include <set>

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

    void takeSent(const EventView &row, quint64 number);
    void takeAnswer(const EventView &row);
    void takeFailure(const EventView &row, const QString &sentence);
    void look(); // whether that was all
    void print() const;

    const CallOptions m_options;
    std::unique_ptr<LineClient> m_client;
    std::set<quint64> m_waiting; // calls without an answer, by their numbers
    QByteArrayList m_answers; // as they came
    QByteArray m_whole; // what came in one piece: a batch, or what is no JSON-RPC
    bool m_isSent = false;
    bool m_isTaken = false; // by a server that has nothing to answer
    bool m_hasError = false; // an error object
    bool m_hasFailed = false;
};

} // namespace weir
