// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ssesettings.h"

#include "http/lineclient.h"

#include "base/statuscell.h"

namespace weir {

// What the strip above a feed shows.
struct SseStatus : LineStatus
{
    int httpStatus = 0;
    QByteArray contentType;
    QByteArray lastEventId;
    qint64 firstByteMs = -1; // from the request to the first byte of the answer
    quint64 discardedLines = 0;
};

// One subscription: request, redirects, reconnection, continuity.
class SseClient final : public LineClient
{
    Q_OBJECT

public:
    SseClient(const SseSettings &settings, quint32 connection, EventSink &sink,
              std::function<double()> random = {});
    ~SseClient() override;
    Q_DISABLE_COPY_MOVE(SseClient)

    // A sentence's worth of error where these settings cannot be used; checked before anything starts. Any
    // thread.
    static Expected<void> validate(const SseSettings &settings);

    const StatusCell<SseStatus> &status() const; // any thread
    LineStatus lineStatus() const override;

private:
    LineStatus &line() override;
    Expected<void> check() const override;
    void forget() override;
    void attempt() override;
    void leave() override;
    void hold() override;
    void resume() override;
    void share() override;
    QString resumeText() const override;

    void answered();
    void accepted();
    void follow();
    void read();
    void exchangeEnded(const Error &error);
    void checkIdle();
    void watchForSilence();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace weir
