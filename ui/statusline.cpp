// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statusline.h"

#include "badges.h"
#include "elidedlabel.h"
#include "format.h"
#include "sparkline.h"
#include "theme.h"
#include "widgets.h"

#include "log/capturereader.h"
#include "session/workbench.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>

namespace weir {

namespace {

constexpr int sentenceMs = 12000;
constexpr int beatMs = 50;
constexpr int beatsPerRefresh = 10;

} // namespace

StatusLine::StatusLine(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_demo(new StateDot(this))
    , m_lines(makeLabel(tr("Connections"), this))
    , m_sentence(new ElidedLabel(tr("Message"), this))
    , m_events(makeLabel(tr("Events and rate"), this))
    , m_sparkline(new Sparkline(this))
    , m_capture(makeLabel(tr("Capture"), this))
    , m_latency(makeLabel(tr("How late the window is"), this))
{
    m_demo->setQuiet(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 2, 10, 2);
    row->setSpacing(20);
    row->addWidget(m_demo);
    row->addWidget(m_lines);
    row->addWidget(m_sentence, 1);
    row->addStretch(0);
    auto *rate = new QHBoxLayout;
    rate->setSpacing(4);
    rate->addWidget(m_events);
    m_sparkline->setFixedSize(70, 14);
    m_sparkline->setAccessibleName(tr("Events a second of all connections, the last minute"));
    rate->addWidget(m_sparkline);
    row->addLayout(rate);
    row->addWidget(m_capture);
    row->addWidget(m_latency);
    for (QLabel *label : {m_lines, m_events, m_capture, m_latency}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setFont(smallFont());
    }
    m_sentence->setFont(smallFont());
    m_latency->setToolTip(tr("The longest the event loop was late in the last half second."));
    m_fading.setSingleShot(true);
    connect(&m_fading, &QTimer::timeout, m_sentence, &QLabel::clear);
    m_clock.start();
    m_beat.setTimerType(Qt::PreciseTimer);
    connect(&m_beat, &QTimer::timeout, this, &StatusLine::measure);
    m_beat.start(beatMs);
    refresh();
}

void StatusLine::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_fading.start(sentenceMs);
}

void StatusLine::measure()
{
    const qint64 now = m_clock.nsecsElapsed();
    m_worst = qMax(m_worst, now - m_lastBeat - beatMs * 1000000LL);
    m_lastBeat = now;
    if (++m_beats % beatsPerRefresh)
        return;
    m_latency->setText(tr("UI %1 ms").arg((m_worst + 500000) / 1000000));
    m_worst = 0;
    if (m_beats % (2 * beatsPerRefresh) == 0)
        m_sparkline->append(m_workbench.eventsPerSecond());
    refresh();
}

void StatusLine::refresh()
{
    const QUrl demo = m_workbench.demoUrl();
    m_demo->setState(demo.isEmpty() ? StateDot::Tone::Idle : StateDot::Tone::Ok,
                     demo.isEmpty() ? tr("Demo server is off")
                                    : tr("Demo server on %1:%2").arg(demo.host()).arg(demo.port()));
    int live = 0;
    int waiting = 0;
    for (const Connection *connection : m_workbench.connections()) {
        const LineState state = connection->status().state;
        live += state == LineState::Open;
        waiting += state == LineState::Waiting;
    }
    m_lines->setText(waiting ? tr("%1 live · %2 reconnecting").arg(live).arg(waiting)
                             : tr("%1 live").arg(live));
    m_events->setText(tr("%1 events · %2")
                          .arg(countText(m_workbench.eventCount()), rateText(m_workbench.eventsPerSecond())));
    const auto reader = m_workbench.reader();
    m_capture->setText(
        tr("capture: %1 · %2")
            .arg(QFileInfo(m_workbench.capturePath()).fileName(), sizeText(reader ? reader->fileSize() : 0)));
    m_capture->setToolTip(m_workbench.capturePath());
    for (QLabel *label : {m_lines, m_events, m_capture, m_latency})
        label->show();
}

} // namespace weir
