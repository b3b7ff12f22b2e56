// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportbar.h"

#include "format.h"
#include "widgets.h"

#include "log/capturereader.h"
#include "log/exportjob.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QThreadPool>

namespace weir {

// Shared with the pool thread; the result is read only once `done` was seen.
struct ExportBar::Job
{
    std::stop_source stop;
    QString path;
    std::atomic<quint64> events = 0;
    std::atomic<quint64> total = 0;
    std::atomic<bool> done = false;
    Expected<quint64> result = 0;
};

ExportBar::ExportBar(QWidget *parent)
    : QWidget(parent)
    , m_label(makeLabel(tr("Export"), this))
    , m_progress(new QProgressBar(this))
    , m_button(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 10, 4);
    row->addWidget(m_label, 1);
    row->addWidget(m_progress);
    row->addWidget(m_button);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress->setFixedWidth(220);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_timer.setInterval(60);
    connect(&m_timer, &QTimer::timeout, this, &ExportBar::poll);
    connect(m_button, &QPushButton::clicked, this,
            [this] { m_job ? void(m_job->stop.request_stop()) : hide(); });
    hide();
}

ExportBar::~ExportBar()
{
    if (m_job)
        m_job->stop.request_stop();
}

void ExportBar::start(std::shared_ptr<CaptureReader> reader, const Query &query, const QString &path)
{
    if (m_job)
        m_job->stop.request_stop();
    m_job = std::make_shared<Job>();
    m_job->path = path;
    QThreadPool::globalInstance()->start([job = m_job, reader = std::move(reader), query] {
        job->result = exportNdjson(*reader, query, job->path, job->stop.get_token(),
                                   [&job](quint64 events, quint64 total) {
                                       job->events = events;
                                       job->total = total;
                                   });
        job->done = true;
    });
    m_progress->setRange(0, 0);
    say(tr("Exporting to %1").arg(QDir::toNativeSeparators(path)), true);
    m_timer.start();
}

void ExportBar::poll()
{
    const quint64 total = m_job->total;
    if (total > 0) {
        m_progress->setRange(0, 1000);
        m_progress->setValue(int(double(m_job->events) / double(total) * 1000));
    }
    if (m_job->done)
        finish();
}

void ExportBar::finish()
{
    m_timer.stop();
    const std::shared_ptr<Job> job = std::exchange(m_job, nullptr);
    const QString path = QDir::toNativeSeparators(job->path);
    if (job->stop.stop_requested())
        say(tr("The export was cancelled; no file was written."), false);
    else if (!job->result)
        say(errorText(job->result.error()), false);
    else
        say(tr("Exported %1 events to %2").arg(countText(*job->result), path), false);
}

void ExportBar::say(const QString &text, bool running)
{
    m_label->setText(text);
    m_label->setToolTip(text);
    m_label->show();
    m_progress->setVisible(running);
    m_button->setText(running ? tr("Cancel") : tr("Close"));
    show();
}

} // namespace weir
