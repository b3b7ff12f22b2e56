// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ssesettings.h"

#include "http/certificatereport.h"

#include "base/error.h"
#include "base/eventsink.h"
#include "base/statuscell.h"

#include <QObject>

#include <functional>
#include <memory>

namespace weir {

enum class LineState { Closed, Connecting, Open, Waiting, Closing };

// What the strip above a feed shows. Times: UTC microseconds; 0: not yet.
struct SseStatus
{
    LineState state = LineState::Closed;
    Error error; // why it is closed or waiting; code None: because we were asked
    bool failed = false; // closed for good by an error
    CertificateReport certificate; // of the server, where it was not accepted
    int httpStatus = 0;
    QByteArray contentType;
    QByteArray lastEventId;
    qint64 reconnectionTime = 3000; // ms
    int attempt = 0; // since the last event
    int reconnects = 0;
    qint64 waitingUntil = 0;
    qint64 firstByteMs = -1; // from the request to the first byte of the answer
    qint64 connectedAt = 0;
    qint64 lastByteAt = 0; // heartbeat age
    quint64 events = 0;
    quint64 bytes = 0; // of bodies, decompressed
    quint64 discardedLines = 0;
    bool held = false; // we do not read: the log is behind
};

// One subscription: request, redirects, reconnection, continuity. Everything it does is an event in its sink.
// Lives on the network thread it was moved to; the status cell and the sink are the only things shared.
class SseClient final : public QObject
{
    Q_OBJECT

public:
    // Random numbers in [0, 1) for the jitter come from outside.
    SseClient(SseSettings settings, quint32 connection, EventSink &sink, std::function<double()> random = {});
    ~SseClient() override;
    Q_DISABLE_COPY_MOVE(SseClient)

    // A sentence's worth of error where these settings cannot be used; checked before anything starts. Any
    // thread.
    static Expected<void> validate(const SseSettings &settings);

    const StatusCell<SseStatus> &status() const; // any thread

    // On the client's thread.
    void start();
    void stop();
    void reconnectNow();

Q_SIGNALS:
    void statusChanged(); // at most once in 16 ms
    void finished(); // closed for good, or stopped

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace weir
