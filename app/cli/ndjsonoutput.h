// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/eventbatch.h"

#include <QHash>

#include <functional>
#include <mutex>

namespace weir {

// Prints what the log has numbered: rows as NDJSON to a file descriptor, states and errors as sentences on
// standard error. take() runs on the log thread and blocks with its descriptor: that is the back-pressure.
class NdjsonOutput final
{
public:
    struct Options
    {
        int fd = 1;
        bool print = true;
        bool all = false; // also http.*, state, error, note
        std::function<void(int error)> broken; // nobody reads any more; called once, on the log thread
    };
    explicit NdjsonOutput(Options options)
        : m_options(std::move(options))
    {
    }
    Q_DISABLE_COPY_MOVE(NdjsonOutput)

    void setName(quint32 connection, const QByteArray &name); // any thread, before its first event
    void take(const EventBatch &batch); // the log thread

private:
    void diagnose(const EventView &event, const QByteArray &name) const;
    void write();

    Options m_options;
    QByteArray m_buffer;
    bool m_broken = false;
    std::mutex m_mutex;
    QHash<quint32, QByteArray> m_names;
};

} // namespace weir
