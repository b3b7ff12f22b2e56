// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matcher.h"
#include "seqset.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace weir {

class JobThreads;

// Searches a range of a capture from the oldest event to the newest, block by block, on as many threads as
// help; hits are delivered in order.
class SearchJob final : public std::enable_shared_from_this<SearchJob>
{
public:
    struct Result
    {
        SeqSet hits; // above those of the result before
        quint64 scannedTo = 0;
        bool isFinished = false; // nothing follows
        std::optional<Error> error; // then it is finished
    };
    // Called on the threads of the job, one at a time.
    using Deliver = std::function<void(Result result)>;

    SearchJob(std::shared_ptr<const CaptureReader> reader, std::shared_ptr<const Matcher> matcher,
              quint64 first, quint64 last, Deliver deliver);
    Q_DISABLE_COPY_MOVE(SearchJob)

    void start(JobThreads &threads);
    // Nothing is delivered once this has returned.
    void stop();

private:
    struct Part
    {
        CaptureReader::Block block;
        quint64 first = 0;
        quint64 last = 0;
    };
    void run();
    std::optional<Part> takePart();
    void finishPart(quint64 first, Result result);

    const std::shared_ptr<const CaptureReader> m_reader;
    const std::shared_ptr<const Matcher> m_matcher;
    const quint64 m_first;
    const quint64 m_last;
    const Deliver m_deliver;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex;
    quint64 m_nextPart; // the first seq that no thread has taken
    quint64 m_nextDelivery; // the first seq that has not been delivered
    std::map<quint64, Result> m_done; // by first seq: finished before its turn
};

} // namespace weir
