// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chatstrip.h"

#include "actions.h"
#include "badges.h"
#include "elidedlabel.h"
#include "format.h"
#include "sparkline.h"
#include "statusstrip.h"
#include "theme.h"
#include "visibletext.h"
#include "widgets.h"

#include "base/closecode.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace weir {

namespace {

constexpr int beatMs = 250; // count-downs go on without a word of the client
constexpr int margin = 12; // pixels, as spacing
constexpr int spacing = 16;
constexpr int reasonRoom = 200;

QString trafficText(const QString &arrow, quint64 messages, quint64 bytes)
{
    return QStringLiteral("%1 %2 · %3").arg(arrow, countText(messages), sizeText(qint64(bytes)));
}

QString roundTripText(qint64 microseconds)
{
    return microseconds < 10'000 ? ChatStrip::tr("%1 ms").arg(double(microseconds) / 1000, 0, 'f', 1)
                                 : durationText(microseconds / 1000);
}

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void colour(QLabel *label, const char *tone)
{
    if (label->property("tone").toString() != QLatin1String(tone))
        setTone(label, tone);
}

} // namespace

ChatStrip::ChatStrip(QWidget *parent)
    : QWidget(parent)
    , m_state(new StateDot(this))
    , m_waiting(makeLabel(tr("Next attempt"), this))
    , m_subprotocol(makeLabel(tr("Subprotocol"), this))
    , m_ping(makeLabel(tr("Round trip of the last ping"), this))
    , m_pings(new Sparkline(this))
    , m_sent(makeLabel(tr("Sent"), this))
    , m_received(makeLabel(tr("Received"), this))
    , m_unsent(makeLabel(tr("Waiting to be sent"), this))
    , m_reason(new ElidedLabel(tr("Why"), this))
    , m_reconnectNow(makeButton(tr("Reconnect now"), "", false, this))
    , m_stop(makeButton(tr("Stop"), "", false, this))
    , m_policy(makeLabel(tr("How the line is kept"), this))
{
    build();
    connect(m_reconnectNow, &QPushButton::clicked, this, &ChatStrip::reconnectNowRequested);
    connect(m_stop, &QPushButton::clicked, this, &ChatStrip::stopRequested);
    connect(&m_beat, &QTimer::timeout, this, [this] {
        if (m_status.state == LineState::Waiting)
            refresh();
    });
    m_beat.start(beatMs);
    refresh();
}

void ChatStrip::build()
{
    setObjectName(QStringLiteral("statusStrip"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Connection status"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margin, 2, margin, 2);
    row->setSpacing(spacing);
    row->addWidget(m_state);
    row->addWidget(m_waiting);
    row->addWidget(m_subprotocol);
    auto *ping = new QHBoxLayout;
    ping->setSpacing(5);
    ping->addWidget(m_ping);
    ping->addWidget(m_pings);
    row->addLayout(ping);
    for (QLabel *label : {m_sent, m_received, m_unsent})
        row->addWidget(label);
    row->addWidget(m_reason, 100);
    row->addWidget(m_reconnectNow);
    row->addWidget(m_stop);
    row->addStretch(1);
    row->addWidget(m_policy);
    m_pings->setAccessibleName(tr("Round trips of the last pings"));
    m_pings->setFixedSize(80, 20);
    m_subprotocol->setToolTip(tr("QWebSocket offers no extensions, so that messages are not compressed."));
    m_ping->setToolTip(tr("The ping goes to the server and back. Pings of the server are answered by "
                          "themselves, and are rows of the log."));
    for (QLabel *label : findChildren<QLabel *>())
        label->setFont(smallFont());
    for (QPushButton *button : {m_reconnectNow, m_stop}) {
        button->setFont(smallFont());
        button->setProperty("size", QStringLiteral("small"));
    }
    m_reconnectNow->setToolTip(tipText(ActionId::ReconnectNow));
    m_stop->setToolTip(tipText(ActionId::Disconnect));
    setTone(m_policy, "muted");
    // Room for the buttons that come and go, so that nothing below moves; and narrow windows stay narrow.
    setFixedHeight(31);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ChatStrip::setStatus(const WebSocketStatus &status)
{
    if (status.roundTrips != m_drawnPings && status.roundTrip >= 0)
        m_pings->append(double(status.roundTrip) / 1000);
    m_drawnPings = status.roundTrips;
    m_status = status;
    refresh();
}

void ChatStrip::setPolicy(const QString &text)
{
    say(m_policy, text);
    fit();
}

void ChatStrip::refresh()
{
    const bool waiting = m_status.state == LineState::Waiting;
    m_state->setState(stateTone(m_status),
                      m_status.state == LineState::Open && !m_status.held ? tr("Open") : stateText(m_status));
    say(m_waiting,
        waiting ? tr("Attempt %1 in %2").arg(m_status.attempt + 1).arg(waitText(m_status)) : QString());
    say(m_subprotocol,
        m_status.state != LineState::Open    ? QString()
            : m_status.subprotocol.isEmpty() ? tr("no subprotocol")
                                             : tr("subprotocol %1").arg(visibleText(m_status.subprotocol)));
    say(m_ping, m_status.roundTrip >= 0 ? tr("ping %1").arg(roundTripText(m_status.roundTrip)) : QString());
    say(m_sent, trafficText(QStringLiteral("↑"), m_status.sentMessages, m_status.sentBytes));
    say(m_received, trafficText(QStringLiteral("↓"), m_status.events, m_status.bytes));
    const qint64 unsent = m_status.queuedBytes + m_status.unsentBytes;
    say(m_unsent,
        m_status.queuedMessages > 0 || unsent > 64 * 1024 ? tr("%1 waiting").arg(sizeText(unsent))
                                                          : QString());
    m_reconnectNow->setVisible(waiting);
    m_stop->setVisible(waiting);
    refreshReason();
    colour(m_waiting, "warn");
    colour(m_unsent, "warn");
    fit();
}

void ChatStrip::refreshReason()
{
    const bool waiting = m_status.state == LineState::Waiting;
    // A close that ends the line is no failure; what it was is told all the same.
    const bool ended = m_status.state == LineState::Closed && m_status.error.code != ErrorCode::None;
    const bool closed = m_status.state == LineState::Closed && !ended && m_status.closeCode != 0;
    m_reason->setText(waiting || ended ? errorText(m_status.error)
                          : closed     ? tr("Closed with %1.").arg(closeCodeText(m_status.closeCode))
                                       : QString());
    m_reason->setVisible(!m_reason->text().isEmpty());
    colour(m_reason, m_status.failed ? "error" : waiting ? "warn" : "");
}

// Leaves out what there is no room for, the least telling first; all of it can be read in the log.
void ChatStrip::fit()
{
    const bool waiting = m_status.state == LineState::Waiting;
    int room = width() - 2 * margin - m_state->sizeHint().width();
    if (!m_reason->text().isEmpty())
        room -= reasonRoom;
    if (waiting)
        room -= m_reconnectNow->sizeHint().width() + m_stop->sizeHint().width() + 2 * spacing;
    const std::vector<QWidget *> parts = {m_policy, m_pings, m_subprotocol, m_ping, m_sent, m_received};
    const auto wanted = [this](const QWidget *part) {
        const auto *label = qobject_cast<const QLabel *>(part);
        return label ? !label->text().isEmpty() : m_status.roundTrip >= 0;
    };
    for (QWidget *part : {static_cast<QWidget *>(m_waiting), static_cast<QWidget *>(m_unsent)})
        room -= wanted(part) ? part->sizeHint().width() + spacing : 0;
    for (QWidget *part : parts)
        room -= wanted(part) ? part->sizeHint().width() + spacing : 0;
    for (QWidget *part : parts) {
        const bool visible = wanted(part) && room >= 0;
        if (wanted(part) && !visible)
            room += part->sizeHint().width() + spacing;
        part->setVisible(visible);
    }
}

void ChatStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace weir
