// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewprobe.h"

#include <QEvent>
#include <QPaintEvent>
#include <QWidget>

#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace {
thread_local quint64 allocationCount = 0;

const QEvent::Type pingType = QEvent::Type(QEvent::registerEventType());

double monotonic()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double threadTime()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

double quantile(std::vector<double> &values, double share)
{
    if (values.empty())
        return 0;
    const auto place = values.begin() + qsizetype(double(values.size() - 1) * share);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

class Ping final : public QEvent
{
public:
    Ping()
        : QEvent(pingType)
        , posted(monotonic())
    {
    }
    const double posted;
};
}

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
extern "C" {
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

void *malloc(size_t size)
{
    ++allocationCount;
    return __libc_malloc(size);
}
void *calloc(size_t count, size_t size)
{
    ++allocationCount;
    return __libc_calloc(count, size);
}
void *realloc(void *memory, size_t size)
{
    ++allocationCount;
    return __libc_realloc(memory, size);
}
}
#endif

quint64 allocations()
{
    return allocationCount;
}

ViewProbe::ViewProbe(int &argc, char **argv)
    : QApplication(argc, argv)
{
    m_late.reserve(1'000'000);
    m_frames.reserve(100'000);
    m_pinger = std::thread([this] { postPings(); });
}

ViewProbe::~ViewProbe()
{
    m_stop = true;
    m_pinger.join();
}

void ViewProbe::postPings()
{
    while (!m_stop) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        QCoreApplication::postEvent(&m_target, new Ping);
    }
}

void ViewProbe::watch(const QWidget *viewport, int rowHeight)
{
    m_rowHeights.insert(viewport, rowHeight);
}

void ViewProbe::begin()
{
    m_late.clear();
    m_frames.clear();
    m_paintTime = 0;
    m_paints = m_paintAllocations = m_paintedRows = 0;
    m_beganAt = monotonic();
    m_cpuAtBegin = threadTime();
    m_allocationsAtBegin = allocations();
}

ViewFigures ViewProbe::end(quint64 events)
{
    const double took = monotonic() - m_beganAt;
    ViewFigures figures;
    figures.cpu = (threadTime() - m_cpuAtBegin) / took;
    if (events > 0)
        figures.perEvent = double(allocations() - m_allocationsAtBegin) / double(events);
    figures.lateMedian = quantile(m_late, 0.5) * 1e3;
    figures.lateHigh = quantile(m_late, 0.99) * 1e3;
    figures.lateWorst = quantile(m_late, 1) * 1e3;
    figures.framesPerSecond = double(m_frames.size()) / took;
    double sum = 0;
    for (const double frame : m_frames)
        sum += frame;
    figures.frame = m_frames.empty() ? 0 : sum / double(m_frames.size()) * 1e3;
    figures.frameHigh = quantile(m_frames, 0.99) * 1e3;
    figures.tablePaint = m_paints ? m_paintTime / double(m_paints) * 1e3 : 0;
    figures.perPaintedRow = m_paintedRows ? double(m_paintAllocations) / double(m_paintedRows) : 0;
    return figures;
}

bool ViewProbe::notify(QObject *receiver, QEvent *event)
{
    if (event->type() == pingType) {
        m_late.push_back(monotonic() - static_cast<Ping *>(event)->posted);
        return true;
    }
    if (event->type() == QEvent::UpdateRequest && !m_inFrame)
        return notifyFrame(receiver, event);
    if (event->type() == QEvent::Paint) {
        if (const int rowHeight = m_rowHeights.value(receiver))
            return notifyPaint(receiver, event, rowHeight);
    }
    return QApplication::notify(receiver, event);
}

bool ViewProbe::notifyFrame(QObject *receiver, QEvent *event)
{
    m_inFrame = true;
    const double begin = monotonic();
    const bool result = QApplication::notify(receiver, event);
    m_frames.push_back(monotonic() - begin);
    m_inFrame = false;
    return result;
}

bool ViewProbe::notifyPaint(QObject *receiver, QEvent *event, int rowHeight)
{
    m_paintedRows += quint64(static_cast<QPaintEvent *>(event)->rect().height() / rowHeight);
    const quint64 before = allocations();
    const double begin = monotonic();
    const bool result = QApplication::notify(receiver, event);
    m_paintTime += monotonic() - begin;
    m_paintAllocations += allocations() - before;
    ++m_paints;
    return result;
}
