// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "capturereader.h"
#include "jobthreads.h"

#include "base/error.h"
#include "base/mailbox.h"

#include <QEvent>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace weir {

// Runs a job over a capture, and again whenever that has grown, a while after the run before. What it finds
// comes gathered to the thread of this object. A job has stop(), for any thread, and run(report), which goes
// on where it stopped, calls report(Found) while it finds and returns an Expected<void>.
template <typename Job, typename Found> class FollowingJob final : public QObject
{
public:
    struct Owner
    {
        std::function<void(Found &gathered, Found &&more)> gather; // under a lock; on the job's thread
        std::function<void(Found found)> take;
        std::function<void(const Error &error)> fail; // nothing more comes then
    };
    // `interval`: ms between two runs.
    FollowingJob(int interval, Owner owner)
        : m_owner(std::move(owner))
        , m_mailbox(std::make_shared<Mailbox<Letter>>(this))
    {
        m_pause.setSingleShot(true);
        m_pause.setInterval(interval);
        connect(&m_pause, &QTimer::timeout, this, [this] { run(); });
    }
    ~FollowingJob() override
    {
        m_mailbox->close();
        if (m_job)
            m_job->stop();
    }
    Q_DISABLE_COPY_MOVE(FollowingJob)

    // What the job before has found and not handed over yet is forgotten. Null: there is none.
    void setJob(std::shared_ptr<CaptureReader> reader, std::shared_ptr<Job> job)
    {
        if (m_job)
            m_job->stop();
        ++m_token;
        m_reader = std::move(reader);
        m_job = std::move(job);
        m_readTo = 0;
        m_isRunning = m_isFailed = false;
        m_pause.stop();
        grow();
    }
    // The reader was refreshed.
    void grow()
    {
        m_hasGrown = true;
        run();
    }

private:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        Letter letter = m_mailbox->take();
        if (letter.token != m_token)
            return true;
        if (letter.isFinished) {
            m_isRunning = false;
            m_isFailed = letter.error.has_value();
            m_pause.start();
        }
        if (letter.found)
            m_owner.take(std::move(*letter.found));
        if (letter.error)
            m_owner.fail(*letter.error);
        return true;
    }

    struct Letter
    {
        quint64 token = 0; // of the job
        std::optional<Found> found = {};
        bool isFinished = false;
        std::optional<Error> error = {};
    };

    void run()
    {
        // Not by looking at the reader alone: it grows also for those who do not ask, and they would read on.
        if (!m_hasGrown || !m_job || m_isRunning || m_isFailed || m_pause.isActive())
            return;
        m_hasGrown = false;
        if (m_reader->count() == m_readTo)
            return;
        m_readTo = m_reader->count();
        m_isRunning = true;
        m_threads.start([box = m_mailbox, mine = m_token, job = m_job, gather = m_owner.gather] {
            const auto post = [&](auto write) {
                box->post(true, [&](Letter &letter) {
                    if (mine > letter.token) {
                        letter.token = mine;
                        letter.found.reset();
                        letter.isFinished = false;
                        letter.error.reset();
                    }
                    if (mine == letter.token)
                        write(letter);
                });
            };
            const auto done = job->run([&](Found found) {
                post([&](Letter &letter) {
                    if (letter.found)
                        gather(*letter.found, std::move(found));
                    else
                        letter.found = std::move(found);
                });
            });
            post([&](Letter &letter) {
                letter.isFinished = true;
                if (!done)
                    letter.error = done.error();
            });
        });
    }

    const Owner m_owner;
    const std::shared_ptr<Mailbox<Letter>> m_mailbox;
    std::shared_ptr<CaptureReader> m_reader;
    std::shared_ptr<Job> m_job;
    QTimer m_pause; // between two runs
    quint64 m_token = 0;
    quint64 m_readTo = 0;
    bool m_hasGrown = false; // since the last run began
    bool m_isRunning = false;
    bool m_isFailed = false;
    JobThreads m_threads{1};
};

} // namespace weir
