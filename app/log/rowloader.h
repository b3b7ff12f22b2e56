// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lens.h"

#include <QtGlobal>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace weir {

class CaptureReader;
class JobThreads;

// So many neighbouring rows of a lens are read and kept together.
struct RowPage
{
    static constexpr quint64 size = 128;

    quint64 number = 0; // its first row is number * size
    std::vector<Lens::Row> rows; // fewer at the end of the lens; seq 0 where reading failed
};

// Reads rows and whole events for one lens, one request at a time; of those that wait only the newest count.
class RowLoader final : public std::enable_shared_from_this<RowLoader>
{
public:
    struct PageRequest
    {
        quint64 number = 0;
        quint64 previous = 0; // the seq of the row before its first, 0 for none
        std::vector<quint64> seqs;
    };
    // What was read, with the token that setReader() was given.
    struct Pages
    {
        quint64 token = 0;
        std::vector<RowPage> pages;
        std::optional<Error> error;
    };
    using DeliverPages = std::function<void(Pages pages)>;
    using DeliverEvent = std::function<void(quint64 seq, Expected<Event> event)>;
    static constexpr size_t waitingLimit = 4; // pages

    // Both are called on the job's thread.
    RowLoader(DeliverPages deliverPages, DeliverEvent deliverEvent);
    Q_DISABLE_COPY_MOVE(RowLoader)

    // Forgets the pages that wait, and with another reader the event too.
    void setReader(std::shared_ptr<const CaptureReader> reader, quint64 token);
    // Returns the numbers of pages that will not be read after all, because newer ones are wanted.
    std::vector<quint64> askPage(PageRequest page, JobThreads &threads);
    void askEvent(quint64 seq, JobThreads &threads);

private:
    struct Work
    {
        std::shared_ptr<const CaptureReader> reader;
        quint64 token = 0;
        std::optional<quint64> event;
        std::vector<PageRequest> pages;
    };
    void begin(JobThreads &threads);
    void run();
    std::optional<Work> takeWork();

    const DeliverPages m_deliverPages;
    const DeliverEvent m_deliverEvent;
    std::mutex m_mutex;
    Work m_waiting;
    bool m_running = false;
};

} // namespace weir
