// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "linelog.h"
#include "linesettings.h"
#include "linestatus.h"

#include "base/backoff.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace weir {

// One line that is kept: attempts, waits between them, and how it ends. What goes over it is the business of
// those that derive from it. Everything it does is an event in its sink. Lives on the network thread it was
// moved to; the status and the sink are the only things shared.
class LineClient : public QObject
{
    Q_OBJECT

public:
    ~LineClient() override;
    Q_DISABLE_COPY_MOVE(LineClient)

    virtual LineStatus lineStatus() const = 0; // any thread

    // On the client's thread.
    void start();
    void stop();
    void stopNow(); // without waiting for a peer
    void reconnectNow();

Q_SIGNALS:
    void statusChanged(); // at most once in 16 ms
    void finished(); // closed for good, or stopped

protected:
    // Random numbers in [0, 1) for the jitter come from outside.
    LineClient(const LineSettings &settings, quint32 connection, EventSink &sink,
               std::function<double()> random);

    virtual LineStatus &line() = 0; // a part of the status of what derives from this
    virtual Expected<void> check() const = 0; // of the settings, before anything starts
    virtual void forget() = 0; // what the status has of the attempt before
    virtual void attempt() = 0; // begins one, from the first URL
    virtual void leave() = 0; // ends it, whatever it is at
    virtual void part() { end({}, false); } // we were asked to stop; end() comes at the end of it
    virtual void hold() = 0; // the log has enough
    virtual void resume() = 0; // it has room again
    virtual void share() = 0; // puts the status where other threads see it
    virtual QString resumeText() const { return {}; } // what the next attempt will ask for: ", like this"

    void setState(LineState state, const QString &sentence);
    void lost(const Error &error, qint64 atLeast = 0); // retry or fail, as the error and the settings say
    void retryLater(const Error &reason, qint64 atLeast = 0); // in `atLeast` ms at the earliest
    void fail(const Error &error);
    void end(const Error &error, bool failed);
    void settled(); // something came: the next wait is a first one again
    void opened(const QString &sentence);

    void deliver();
    void publish();
    void publishSoon();
    bool event(QEvent *event) override;

    LineLog log;
    Backoff backoff;

private:
    struct WakeTarget;
    void begin();
    void wake();

    const QString m_place; // where to, as a person reads it
    const bool m_reconnect;
    const bool m_resilient;
    const std::function<double()> m_random;
    const std::shared_ptr<WakeTarget> m_wakeTarget;
    QTimer m_waitTimer;
    QTimer m_publishTimer;
    bool m_everOpen = false;
};

// "250 ms", "2.5 s".
QString millisecondsText(qint64 milliseconds);

} // namespace weir
