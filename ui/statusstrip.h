// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "badges.h"

#include "sse/sseclient.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace weir {

class ElidedLabel;
class Sparkline;

// How a line stands, in words: state, answer, Last-Event-ID, waiting time with its count-down, silence, rate.
class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(StatusStrip)

    void setStatus(const SseStatus &status, double eventsPerSecond);

Q_SIGNALS:
    void reconnectNowRequested();
    void stopRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fit();
    void beat();
    void refreshWaiting();
    void refreshSilence(qint64 now);
    static void say(QLabel *label, const QString &text);

    StateDot *m_state;
    QLabel *m_answer;
    QLabel *m_idCaption;
    QLabel *m_lastEventId;
    QLabel *m_retry;
    QLabel *m_reconnects;
    QLabel *m_firstByte;
    QLabel *m_discarded;
    QLabel *m_silence;
    QLabel *m_waiting;
    ElidedLabel *m_reason;
    QPushButton *m_reconnectNow;
    QPushButton *m_stop;
    QLabel *m_events;
    Sparkline *m_sparkline;
    SseStatus m_status;
    double m_rate = 0;
    QTimer m_timer;
    int m_beats = 0;
};

StateDot::Tone stateTone(const LineStatus &status);

} // namespace weir
