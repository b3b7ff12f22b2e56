// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sendplan.h"

#include <algorithm>
#include <chrono>

namespace weir {

namespace {
std::chrono::milliseconds milliseconds(qint64 time)
{
    return std::chrono::milliseconds(std::clamp<qint64>(time, 0, std::numeric_limits<int>::max()));
}
}

SendPlan::SendPlan(QObject *parent)
    : QObject(parent)
    , m_variables(VariableSources{})
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SendPlan::tick);
}

void SendPlan::start(const RepeatPlan &repeat)
{
    m_repeat = repeat;
    begin(Run::Repeat);
    m_clock.start();
    m_due = 0;
}

void SendPlan::start(const QList<SendStep> &steps)
{
    m_steps = steps;
    begin(Run::Steps);
}

void SendPlan::stop()
{
    if (!isRunning())
        return;
    end();
    Q_EMIT stopped();
}

void SendPlan::messageReceived(QByteArrayView payload)
{
    const bool waits =
        m_run == Run::Steps && m_begun && m_steps.at(qsizetype(m_done)).action == SendStep::Action::WaitFor;
    if (!waits || !payload.contains(m_awaited))
        return;
    ++m_done;
    m_begun = false;
    m_timer.start(0);
}

void SendPlan::begin(Run run)
{
    end();
    ++m_generation;
    m_run = run;
    m_done = 0;
    m_timer.start(0);
}

void SendPlan::end()
{
    m_timer.stop();
    m_run = Run::None;
    m_begun = false;
}

void SendPlan::fail(const QString &sentence)
{
    end();
    Q_EMIT failed(sentence);
}

bool SendPlan::send(const QString &text, MessageFormat format)
{
    const auto message = checkedMessage(text, format, m_variables);
    if (!message) {
        const QString sentence = errorText(message.error());
        fail(m_run == Run::Steps ? tr("Step %1: %2").arg(m_done + 1).arg(sentence) : sentence);
        return false;
    }
    Q_EMIT sendRequested(message->kind, message->payload, message->secrets);
    return true;
}

void SendPlan::tick()
{
    if (m_run == Run::Repeat)
        return repeatOnce();
    if (m_begun) {
        const SendStep &step = m_steps.at(qsizetype(m_done));
        if (step.action == SendStep::Action::WaitFor)
            return fail(tr("Step %1: no message with “%2” came within %3 ms.")
                            .arg(m_done + 1)
                            .arg(step.text)
                            .arg(step.time));
        ++m_done;
        m_begun = false;
    }
    goOn();
}

void SendPlan::repeatOnce()
{
    const quint64 generation = m_generation;
    if (!send(m_repeat.text, m_repeat.format) || isOver(generation))
        return;
    ++m_done;
    const bool isLast = m_repeat.times > 0 && m_done >= m_repeat.times;
    if (!isLast) {
        // From one due time to the next, so that lateness does not add up; what was slept through is left
        // out.
        const qint64 now = m_clock.elapsed();
        m_due = std::max(m_due + std::max<qint64>(1, m_repeat.interval), now);
        m_timer.start(milliseconds(m_due - now));
    }
    Q_EMIT progressed(m_done, m_repeat.times);
    if (!isLast || isOver(generation))
        return;
    end();
    Q_EMIT finished();
}

// From a send to the step behind it without a turn of the event loop: the answer finds a wait that has begun.
void SendPlan::goOn()
{
    const quint64 generation = m_generation;
    while (qsizetype(m_done) < m_steps.size()) {
        const SendStep step = m_steps.at(qsizetype(m_done));
        if (!beginStep(step))
            return;
        Q_EMIT progressed(m_done + 1, quint64(m_steps.size()));
        if (isOver(generation) || step.action != SendStep::Action::Send)
            return;
        if (!send(step.text, step.format) || isOver(generation))
            return;
        ++m_done;
    }
    end();
    Q_EMIT finished();
}

bool SendPlan::beginStep(const SendStep &step)
{
    if (step.action == SendStep::Action::Send)
        return true;
    if (step.action == SendStep::Action::WaitFor) {
        const ResolvedText awaited = m_variables.resolve(step.text);
        if (!awaited.problems.isEmpty()) {
            fail(tr("Step %1: %2").arg(m_done + 1).arg(awaited.problems.constFirst().sentence));
            return false;
        }
        m_awaited = awaited.text.toUtf8();
    }
    m_begun = true;
    if (step.action == SendStep::Action::Pause || step.time > 0)
        m_timer.start(milliseconds(step.time));
    return true;
}

} // namespace weir
