// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace weir {

class ElidedLabel;
class Sparkline;
class StateDot;
class Workbench;

// What the bottom line says: demo server, lines, events and rate, capture, and how late the event loop is.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(Workbench &workbench, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(StatusLine)

    // A sentence that stands for a while.
    void say(const QString &sentence);

private:
    void measure();
    void refresh();

    Workbench &m_workbench;
    StateDot *m_demo;
    QLabel *m_lines;
    ElidedLabel *m_sentence;
    QLabel *m_events;
    Sparkline *m_sparkline;
    QLabel *m_capture;
    QLabel *m_latency;
    QTimer m_fading;
    QTimer m_beat; // asked for every beatMs; what it comes later is the event loop's lateness
    QElapsedTimer m_clock;
    qint64 m_lastBeat = 0; // nanoseconds
    qint64 m_worst = 0;
    int m_beats = 0;
};

} // namespace weir
