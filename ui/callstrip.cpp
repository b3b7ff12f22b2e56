// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callstrip.h"

#include "elidedlabel.h"
#include "eventformat.h"
#include "theme.h"
#include "visibletext.h"
#include "widgets.h"

#include "session/calltext.h"

#include "base/clock.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace weir {

namespace {
constexpr int beat = 100; // ms
constexpr qsizetype longestId = 40; // characters
constexpr qsizetype longestState = 300;

const char *toneOf(Call::State state)
{
    switch (state) {
    case Call::State::Result:
        return "ok";
    case Call::State::Error:
    case Call::State::Invalid:
    case Call::State::Failed:
        return "error";
    case Call::State::Mixed:
        return "warn";
    default:
        return "";
    }
}

QString stateText(const Call &call)
{
    const QString outcome = visibleText(QStringView(callOutcomeText(call)).left(longestState));
    const bool isBatch = call.type == Call::Type::Batch;
    switch (call.state) {
    case Call::State::Waiting:
        return call.type == Call::Type::Asked ? CallStrip::tr("◂ The server asks")
                                              : CallStrip::tr("○ Waiting for the answer");
    case Call::State::Sent:
        return CallStrip::tr("○ Sent");
    case Call::State::Result:
        if (isBatch)
            return QStringLiteral("● ") + outcome;
        return call.type == Call::Type::Asked ? CallStrip::tr("● Answered") : CallStrip::tr("● Result");
    case Call::State::Error:
        return isBatch ? QStringLiteral("● ") + outcome : CallStrip::tr("● Error %1").arg(outcome);
    case Call::State::Invalid:
        return CallStrip::tr("● Invalid answer");
    case Call::State::Failed:
        return CallStrip::tr("✕ No answer");
    case Call::State::Mixed:
        return QStringLiteral("◐ ") + outcome;
    }
    return {};
}

QString idText(const Call &call, const QString &id)
{
    const QString shown = visibleText(QStringView(id).left(longestId));
    if (call.type == Call::Type::Notification)
        return CallStrip::tr("no id");
    if (call.type == Call::Type::Batch)
        return CallStrip::tr("ids %1").arg(shown);
    const bool isMatched = call.type == Call::Type::Call
        && (call.state == Call::State::Result || call.state == Call::State::Error);
    return isMatched ? CallStrip::tr("id %1 matched").arg(shown) : CallStrip::tr("id %1").arg(shown);
}
}

CallStrip::CallStrip(QWidget *parent)
    : QWidget(parent)
    , m_state(new ElidedLabel(tr("What became of the call"), this))
    , m_id(makeLabel(tr("Id"), this))
    , m_status(makeLabel(tr("Status of HTTP"), this))
    , m_time(makeLabel(tr("Time from the request to the answer"), this))
    , m_size(makeLabel(tr("Size of the answer"), this))
    , m_cancel(makeButton(tr("Stop waiting"), "", false, this))
    , m_answer(makeButton(tr("Reply…"), "", false, this))
{
    setObjectName(QStringLiteral("callStrip"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("The chosen call"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 12, 2);
    row->setSpacing(16);
    row->addWidget(m_state);
    for (QLabel *label : {m_id, m_status, m_time, m_size})
        row->addWidget(label);
    row->addStretch(1);
    for (QPushButton *button : {m_cancel, m_answer}) {
        button->setFont(smallFont());
        button->setProperty("size", QStringLiteral("small"));
        row->addWidget(button);
    }
    for (QLabel *label : {static_cast<QLabel *>(m_state), m_id, m_status, m_time, m_size})
        label->setFont(smallFont());
    setFixedHeight(31); // nothing below moves where a button comes and goes
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_tick.setInterval(beat);
    connect(&m_tick, &QTimer::timeout, this, &CallStrip::showTime);
    connect(m_cancel, &QPushButton::clicked, this, &CallStrip::cancelRequested);
    connect(m_answer, &QPushButton::clicked, this, &CallStrip::answerRequested);
    clear();
}

void CallStrip::setCall(const Call &call, const QString &id)
{
    m_call = call;
    const char *tone = toneOf(call.state);
    if (m_state->property("tone").toString() != QLatin1String(tone))
        setTone(m_state, tone);
    m_state->setText(stateText(call));
    m_state->show();
    m_id->setText(idText(call, id));
    m_id->show();
    m_size->setText(formatBytes(quint64(call.answerSize)));
    m_size->setVisible(call.answerSize > 0);
    const bool isWaiting = call.state == Call::State::Waiting;
    m_cancel->setVisible(isWaiting && call.type != Call::Type::Asked);
    m_answer->setVisible(isWaiting && call.type == Call::Type::Asked);
    showTime();
    if (isWaiting && isVisible())
        m_tick.start();
    else
        m_tick.stop();
}

void CallStrip::setHttpStatus(const QByteArray &status)
{
    m_status->setText(status.isEmpty() ? QString() : QLatin1String("HTTP ") + visibleText(status, 8));
    m_status->setVisible(!status.isEmpty());
}

void CallStrip::clear()
{
    m_call = {};
    m_tick.stop();
    m_state->setText({});
    const std::initializer_list<QWidget *> all{m_id, m_status, m_time, m_size, m_cancel, m_answer};
    for (QWidget *widget : all)
        widget->hide();
}

QString CallStrip::text() const
{
    QStringList words;
    for (const QLabel *label : {static_cast<QLabel *>(m_state), m_id, m_status, m_time, m_size}) {
        if (!label->isHidden() && !label->text().isEmpty())
            words << label->text();
    }
    return words.join(QStringLiteral(" · "));
}

void CallStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_call.seq != 0 && m_call.state == Call::State::Waiting)
        m_tick.start();
}

void CallStrip::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
}

void CallStrip::showTime()
{
    const QString time = callTimeText(m_call, nowMicroseconds());
    m_time->setText(time);
    m_time->setVisible(!time.isEmpty());
}

} // namespace weir
