// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statusstrip.h"

#include "actions.h"
#include "elidedlabel.h"
#include "format.h"
#include "sparkline.h"
#include "theme.h"
#include "visibletext.h"
#include "widgets.h"

#include "base/clock.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace weir {

namespace {

// A feed that says nothing for this long is marked.
constexpr qint64 silenceMark = 10000;
// Below this the age of the last byte says nothing: it would only flicker.
constexpr qint64 ageMark = 2000;
constexpr int stripBeatMs = 250;
constexpr int beatsPerPoint = 4; // of the sparkline: one a second
// pixels
constexpr int stripMargin = 12;
constexpr int spacing = 16;
constexpr int reasonRoom = 200;
constexpr qsizetype longestId = 24; // characters

// "warn", "error" or "": the style sheet has the colours; a palette of its own would be put back by it.
void colour(QLabel *label, const char *tone)
{
    if (label->property("tone").toString() != QLatin1String(tone))
        setTone(label, tone);
}

} // namespace

StateDot::Tone stateTone(const LineStatus &status)
{
    switch (status.state) {
    case LineState::Open:
        return status.held ? StateDot::Tone::Warn : StateDot::Tone::Ok;
    case LineState::Connecting:
    case LineState::Waiting:
    case LineState::Closing:
        return StateDot::Tone::Warn;
    case LineState::Closed:
        break;
    }
    return status.failed ? StateDot::Tone::Error : StateDot::Tone::Idle;
}

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_state(new StateDot(this))
    , m_answer(makeLabel(tr("Answer"), this))
    , m_idCaption(makeLabel({}, this))
    , m_lastEventId(makeLabel(tr("Last-Event-ID"), this))
    , m_retry(makeLabel(tr("Reconnection time"), this))
    , m_reconnects(makeLabel(tr("Reconnects"), this))
    , m_firstByte(makeLabel(tr("Time to the first byte"), this))
    , m_discarded(makeLabel(tr("Discarded lines"), this))
    , m_silence(makeLabel(tr("Silence"), this))
    , m_waiting(makeLabel(tr("Next attempt"), this))
    , m_reason(new ElidedLabel(tr("Why"), this))
    , m_reconnectNow(makeButton(tr("Reconnect now"), "", false, this))
    , m_stop(makeButton(tr("Stop"), "", false, this))
    , m_events(makeLabel(tr("Events and rate"), this))
    , m_sparkline(new Sparkline(this))
{
    setObjectName(QStringLiteral("statusStrip"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Connection status"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(stripMargin, 2, stripMargin, 2);
    row->setSpacing(spacing);
    row->addWidget(m_state);
    row->addWidget(m_waiting);
    row->addWidget(m_answer);
    auto *id = new QHBoxLayout;
    id->setSpacing(5);
    m_idCaption->setText(tr("Last-Event-ID"));
    QFont bold = fixedFont();
    bold.setBold(true);
    m_lastEventId->setFont(bold);
    id->addWidget(m_idCaption);
    id->addWidget(m_lastEventId);
    row->addLayout(id);
    for (QLabel *label : {m_retry, m_reconnects, m_firstByte, m_discarded, m_silence})
        row->addWidget(label);
    row->addWidget(m_reason, 100);
    row->addWidget(m_reconnectNow);
    row->addWidget(m_stop);
    row->addStretch(1);
    row->addWidget(m_events);
    m_sparkline->setAccessibleName(tr("Events a second, the last minute"));
    m_sparkline->setFixedSize(110, 22);
    row->addWidget(m_sparkline);
    for (QLabel *label : findChildren<QLabel *>()) {
        if (label != m_lastEventId)
            label->setFont(smallFont());
    }
    for (QPushButton *button : {m_reconnectNow, m_stop}) {
        button->setFont(smallFont());
        button->setProperty("size", QStringLiteral("small"));
    }
    m_reconnectNow->setToolTip(tipText(ActionId::ReconnectNow));
    m_stop->setToolTip(tipText(ActionId::Disconnect));
    // Room for the buttons that come and go, so that nothing below moves; and narrow windows stay narrow.
    setFixedHeight(31);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_discarded->setToolTip(tr("Lines the HTML standard tells a client to ignore."));
    connect(m_reconnectNow, &QPushButton::clicked, this, &StatusStrip::reconnectNowRequested);
    connect(m_stop, &QPushButton::clicked, this, &StatusStrip::stopRequested);
    connect(&m_timer, &QTimer::timeout, this, &StatusStrip::beat);
    m_timer.start(stripBeatMs);
    refresh();
}

void StatusStrip::setStatus(const SseStatus &status, double eventsPerSecond)
{
    m_status = status;
    m_rate = eventsPerSecond;
    refresh();
}

void StatusStrip::beat()
{
    if (++m_beats % beatsPerPoint == 0)
        m_sparkline->append(m_status.state == LineState::Open ? m_rate : 0);
    refresh();
}

// Leaves out what there is no room for, the least telling first; all of it can be read in the log.
void StatusStrip::fit()
{
    const bool waiting = m_status.state == LineState::Waiting;
    const bool crowded = m_reason->isVisibleTo(this);
    std::vector<std::pair<QWidget *, int>> wanted = {{m_firstByte, 0}, {m_retry, 0}, {m_sparkline, 0}};
    for (QLabel *label : {m_reconnects, m_answer, m_discarded, m_events, m_silence, m_lastEventId, m_waiting})
        wanted.emplace_back(label, 0);
    int room = width() - 2 * stripMargin - m_state->sizeHint().width() - m_idCaption->sizeHint().width();
    room -= crowded ? reasonRoom : 0;
    room -= waiting ? m_reconnectNow->sizeHint().width() + m_stop->sizeHint().width() + 2 * spacing : 0;
    for (auto &[widget, needs] : wanted) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        // A reason is worth more than how fast the answer before was.
        const bool less = crowded && (widget == m_firstByte || widget == m_retry || widget == m_reconnects);
        if (!less && (!label || !label->text().isEmpty()))
            needs = widget->sizeHint().width() + spacing;
        room -= needs;
    }
    for (const auto &[widget, needs] : wanted) {
        const bool kept = widget == m_waiting || widget == m_silence || widget == m_lastEventId;
        const bool visible = needs > 0 && (room >= 0 || kept);
        room += visible ? 0 : needs;
        widget->setVisible(visible);
    }
    m_idCaption->setVisible(m_lastEventId->isVisibleTo(this));
}

void StatusStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void StatusStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void StatusStrip::refresh()
{
    const qint64 now = nowMicroseconds();
    const bool answered = m_status.httpStatus != 0;
    m_state->setState(stateTone(m_status), stateText(m_status));
    say(m_answer,
        answered ? tr("HTTP %1 · %2").arg(m_status.httpStatus).arg(QString::fromUtf8(m_status.contentType))
                 : QString());
    const QString id = QString::fromUtf8(m_status.lastEventId);
    say(m_lastEventId,
        visibleText(id.left(longestId)) + (id.size() > longestId ? QStringLiteral("…") : QString()));
    m_lastEventId->setToolTip(m_status.state == LineState::Waiting ? tr("The next attempt will send it.")
                                                                   : QString());
    say(m_retry, answered ? tr("retry %1").arg(durationText(m_status.reconnectionTime)) : QString());
    say(m_reconnects, m_status.reconnects ? tr("reconnects %1").arg(m_status.reconnects) : QString());
    say(m_firstByte,
        m_status.firstByteMs >= 0 ? tr("first byte %1").arg(durationText(m_status.firstByteMs)) : QString());
    say(m_discarded,
        m_status.discardedLines ? tr("%1 lines discarded").arg(countText(m_status.discardedLines))
                                : QString());
    refreshWaiting();
    refreshSilence(now);
    say(m_events, tr("%1 events · %2").arg(countText(m_status.events), rateText(m_rate)));
    fit();
}

void StatusStrip::refreshWaiting()
{
    const bool waiting = m_status.state == LineState::Waiting;
    m_reconnectNow->setVisible(waiting);
    m_stop->setVisible(waiting);
    if (waiting) {
        say(m_waiting, tr("Attempt %1 in %2").arg(m_status.attempt + 1).arg(waitText(m_status)));
    } else {
        say(m_waiting, {});
    }
    // 204 and a clean end without reconnecting close the line, and are no failures.
    const bool ended = m_status.state == LineState::Closed && m_status.error.code != ErrorCode::None;
    say(m_reason, waiting || ended ? errorText(m_status.error) : QString());
    m_reason->setVisible(!m_reason->text().isEmpty());
    colour(m_waiting, "warn");
    colour(m_reason, m_status.failed ? "error" : waiting ? "warn" : "");
}

void StatusStrip::refreshSilence(qint64 now)
{
    const qint64 silent = (now - m_status.lastByteAt) / 1000;
    const bool marked = m_status.state == LineState::Open && m_status.lastByteAt && silent >= silenceMark;
    const QString time = durationText(silent / 1000 * 1000);
    const bool aged = m_status.state == LineState::Open && m_status.lastByteAt && silent >= ageMark;
    say(m_silence,
        marked     ? tr("⚠ silent for %1").arg(time)
            : aged ? tr("heartbeat %1 ago").arg(time)
                   : QString());
    colour(m_silence, marked ? "warn" : "");
}

void StatusStrip::say(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
}

} // namespace weir
