// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "limitsink.h"
#include "listenoptions.h"

#include <QObject>

#include <memory>
#include <vector>

namespace weir {

class LineClient;
class NdjsonOutput;
class Outbox;
class Recorder;
class StdinSender;

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
        std::shared_ptr<Outbox> outbox; // of a WebSocket
        std::unique_ptr<LineClient> client;
        bool finished = false;
    };
    Expected<void> open();
    void addFeed(const ClientSettings &settings, const QString &name, const Secrets &secrets);
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
    std::unique_ptr<StdinSender> m_input; // sends by the first feed
};

} // namespace weir
