// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "log/query.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <stop_token>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace weir {

class CaptureReader;

// One export at a time, written on a pool thread: its progress, a button that cancels it, and how it ended.
// Hidden while there is nothing to say.
class ExportBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ExportBar(QWidget *parent = nullptr);
    ~ExportBar() override; // asks a running export to stop; its file stays unwritten
    Q_DISABLE_COPY_MOVE(ExportBar)

    // A running export is cancelled first.
    void start(std::shared_ptr<CaptureReader> reader, const Query &query, const QString &path);
    bool isRunning() const { return m_job != nullptr; }

private:
    struct Job;
    void poll();
    void finish();
    void say(const QString &text, bool running);

    std::shared_ptr<Job> m_job;
    QLabel *m_label;
    QProgressBar *m_progress;
    QPushButton *m_button;
    QTimer m_timer;
};

} // namespace weir
