// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QHash>

#include <atomic>
#include <thread>
#include <vector>

// Calls of malloc and its kin on this thread so far.
quint64 allocations();

struct ViewFigures
{
    double lateMedian = 0; // ms, of the event loop
    double lateHigh = 0; // 99 of 100
    double lateWorst = 0;
    double framesPerSecond = 0;
    double frame = 0; // ms, mean: layout, painting and flush of all that a frame shows
    double frameHigh = 0; // 99 of 100
    double tablePaint = 0; // ms, mean: of one of the tables
    double perPaintedRow = 0; // allocations
    double perEvent = 0; // allocations of the whole thread for each event that arrived
    double cpu = 0; // share of one processor the thread took
};

// The application, watching itself: another thread posts an event every millisecond and it is looked at how
// late each of them is delivered; paint events are timed, and allocations in them are counted.
class ViewProbe final : public QApplication
{
public:
    ViewProbe(int &argc, char **argv);
    ~ViewProbe() override;
    Q_DISABLE_COPY_MOVE(ViewProbe)

    void watch(const QWidget *viewport, int rowHeight); // a table's
    void forgetTables() { m_rowHeights.clear(); }
    void begin();
    ViewFigures end(quint64 events);

    bool notify(QObject *receiver, QEvent *event) override;

private:
    bool notifyPaint(QObject *receiver, QEvent *event, int rowHeight);
    bool notifyFrame(QObject *receiver, QEvent *event);
    void postPings();

    QObject m_target; // of pings
    std::thread m_pinger;
    std::atomic<bool> m_stop = false;
    QHash<const QObject *, int> m_rowHeights;
    std::vector<double> m_late;
    std::vector<double> m_frames;
    bool m_inFrame = false;
    double m_paintTime = 0;
    quint64 m_paints = 0;
    quint64 m_paintAllocations = 0;
    quint64 m_paintedRows = 0;
    double m_beganAt = 0;
    double m_cpuAtBegin = 0;
    quint64 m_allocationsAtBegin = 0;
};
