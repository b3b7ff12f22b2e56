// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "limitsink.h"
#include "listenoptions.h"

#include <QObject>

#include <memory>
#include <vector>

namespace weir {

class NdjsonOutput;
class Recorder;
class SseClient;

// `weir listen`: clients on the main thread, one recorder, output on the log thread.
class Listen final : public QObject
{
    Q_OBJECT

public:
    explicit Listen(ListenOptions options);
    ~Listen() override;
    Q_DISABLE_COPY_MOVE(Listen)

    // Runs until it has ended; the exit code.
    int exec();

private:
    struct Feed
    {
        std::unique_ptr<EventSink> sink;
        std::unique_ptr<LimitSink> limited;
        std::unique_ptr<SseClient> client;
        bool finished = false;
    };
    Expected<void> open();
    void addFeed(const SseSettings &settings, const QString &name, const Secrets &secrets);
    void start();
    void stop();
    void onFinished(Feed &feed);
    void onBroken(int error);

    ListenOptions m_options;
    EventLimit m_limit;
    bool m_stopped = false; // we were asked to
    bool m_outputFailed = false;
    // in this order: the clients end before the log, the log before its output
    std::unique_ptr<NdjsonOutput> m_output;
    std::unique_ptr<Recorder> m_recorder;
    std::vector<std::unique_ptr<Feed>> m_feeds;
};

} // namespace weir
