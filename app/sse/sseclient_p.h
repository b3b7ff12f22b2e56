// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "continuity.h"
#include "feedlog.h"
#include "sseclient.h"
#include "streamdecoder.h"

#include "http/httpexchange.h"

#include "base/backoff.h"

#include <QElapsedTimer>
#include <QTimer>

#include <mutex>

namespace weir {

// What the sink's waker, on another thread, may still reach of the client.
struct WakeTarget
{
    std::mutex mutex;
    QObject *client = nullptr;
};

struct SseClient::Private final : QObject
{
    Private(SseClient *client, SseSettings s, quint32 connection, EventSink &sink,
            std::function<double()> random);
    ~Private() override;

    // states
    void setState(LineState state, const QString &sentence);
    void begin(); // an attempt, from the first URL
    void retryLater(const Error &reason, qint64 atLeast = 0);
    void fail(const Error &error);
    void end(const Error &error, bool failed);
    void lost(const Error &error, qint64 atLeast = 0); // retry or fail, as the error and the settings say
    void leave(); // the exchange, whatever it is at

    // the exchange
    void sending(const HttpRequest &request);
    void answered();
    void accepted();
    void follow();
    void read();
    void exchangeEnded(const Error &error);
    void checkIdle();

    void watchForSilence();

    void deliver();
    void wake();
    void publish();
    void publishSoon();
    bool event(QEvent *event) override;

    QString resumeText() const;

    SseClient *const q;
    const SseSettings settings;
    EventSink &sink;
    const std::function<double()> random;
    const StreamEnd streamEnd;
    const std::shared_ptr<WakeTarget> wakeTarget;
    std::unique_ptr<StreamDecoder> decoder;
    Continuity continuity;
    Backoff backoff;

    SseStatus status;
    StatusCell<SseStatus> cell;
    FeedLog log;
    std::vector<char> slice;

    HttpExchange exchange;
    QElapsedTimer sinceByte;
    QTimer idleTimer;
    QTimer waitTimer;
    QTimer publishTimer;
    std::optional<Error> endedWith; // the exchange is over; its last bytes may still wait for the log
    bool isStreaming = false; // the answer was accepted
    bool everOpen = false;
};

} // namespace weir
