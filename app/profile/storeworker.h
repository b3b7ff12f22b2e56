// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storefile.h"

#include "base/loopthread.h"
#include "base/mailbox.h"

#include <memory>
#include <variant>
#include <vector>

namespace weir {

// The folder was read: what is other than the last time; the first time, all of it.
struct FilesFound
{
    QList<FileState> states;
};

struct StoreNews
{
    quint64 folder = 0; // which open() it belongs to
    std::variant<FilesFound, FileOutcome, Error> what; // an Error is of the folder; None: it is over
};

// The thread on which the store's files are read, written and watched. Its news reach the receiver as an
// event of type User, then take() has them.
class StoreWorker final
{
public:
    explicit StoreWorker(QObject *receiver);
    ~StoreWorker(); // what was asked for before is done first
    Q_DISABLE_COPY_MOVE(StoreWorker)

    void open(quint64 number, const QString &folder, bool create);
    void refresh();
    void run(const FileRequest &request);
    std::vector<StoreNews> take() { return m_news.take(); }

private:
    class Desk;
    Mailbox<std::vector<StoreNews>> m_news;
    std::unique_ptr<Desk> m_desk; // only the thread touches it
    LoopThread m_thread;
};

} // namespace weir
