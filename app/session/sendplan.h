// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "checkedmessage.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace weir {

// One message again and again.
struct RepeatPlan
{
    QString text;
    MessageFormat format = MessageFormat::Text;
    qint64 interval = 1000; // ms, from 1; from send to send
    quint64 times = 10; // 0: until it is stopped
};

struct SendStep
{
    enum class Action { Send, WaitFor, Pause };
    Action action = Action::Send;
    QString text = {}; // Send: the message; WaitFor: what is contained in one that is received, empty: any
    MessageFormat format = MessageFormat::Text;
    qint64 time = 0; // ms; WaitFor: for how long at most, 0: for ever; Pause: for how long

    bool operator==(const SendStep &) const = default;
};

// Sends by a plan: a repetition or a sequence of steps. Variables are filled in at each send. Its owner sends
// what it asks for and tells it what is received. Nothing is sent inside of a call: a plan that is started or
// told a message goes on from the event loop.
class SendPlan final : public QObject
{
    Q_OBJECT

public:
    explicit SendPlan(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SendPlan)

    void setVariables(Variables variables) { m_variables = std::move(variables); }
    // A plan that runs is replaced, without a word.
    void start(const RepeatPlan &repeat);
    void start(const QList<SendStep> &steps);
    bool isRunning() const { return m_run != Run::None; }
    void stop(); // nothing more is sent; says `stopped`

    // The payload of each message that is received, as it came.
    void messageReceived(QByteArrayView payload);

Q_SIGNALS:
    void sendRequested(Kind kind, const QByteArray &payload, const Secrets &secrets);
    // Step by step, from 1: a repetition has sent `step`, a sequence begins it. `of` is 0 where there is no
    // end.
    void progressed(quint64 step, quint64 of);
    // One of these ends each run that was not replaced.
    void finished();
    void failed(const QString &sentence);
    void stopped();

private:
    enum class Run { None, Repeat, Steps };
    void begin(Run run);
    void end();
    void fail(const QString &sentence);
    bool send(const QString &text, MessageFormat format);
    void tick();
    void repeatOnce();
    void goOn();
    bool beginStep(const SendStep &step);
    bool isOver(quint64 generation) const { return generation != m_generation || !isRunning(); }

    Variables m_variables;
    RepeatPlan m_repeat;
    QList<SendStep> m_steps;
    Run m_run = Run::None;
    quint64 m_generation = 0; // of the run: a slot may start another one
    quint64 m_done = 0; // messages sent, or steps behind us
    bool m_begun = false; // a wait or a pause is under way: a message or the timer ends it
    QByteArray m_awaited;
    QTimer m_timer;
    QElapsedTimer m_clock; // since a repetition began
    qint64 m_due = 0; // ms of that clock
};

} // namespace weir
