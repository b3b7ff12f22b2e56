// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "websocket/websocketclient.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace weir {

class ElidedLabel;
class Sparkline;
class StateDot;

// How a WebSocket stands, in words: state, subprotocol, round trip, what went each way, what waits, and the
// next attempt with its count-down.
class ChatStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit ChatStrip(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ChatStrip)

    void setStatus(const WebSocketStatus &status);
    void setPolicy(const QString &text); // "auto-reconnect on · heartbeat 20 s"

Q_SIGNALS:
    void reconnectNowRequested();
    void stopRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void refresh();
    void refreshReason();
    void fit();

    StateDot *m_state;
    QLabel *m_waiting;
    QLabel *m_subprotocol;
    QLabel *m_ping;
    Sparkline *m_pings;
    QLabel *m_sent;
    QLabel *m_received;
    QLabel *m_unsent;
    ElidedLabel *m_reason;
    QPushButton *m_reconnectNow;
    QPushButton *m_stop;
    QLabel *m_policy;
    WebSocketStatus m_status;
    quint64 m_drawnPings = 0;
    QTimer m_beat;
};

} // namespace weir
