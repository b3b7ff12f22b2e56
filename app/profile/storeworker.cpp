// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storeworker.h"

#include "folderwatch.h"
#include "profilefolder.h"

#include <utility>

namespace weir {

// What the thread has for one folder.
class StoreWorker::Desk final
{
public:
    Desk(Mailbox<std::vector<StoreNews>> &news, quint64 number, const QString &path)
        : m_news(news)
        , m_number(number)
        , m_folder(path)
        , m_watch(m_folder.path(), [this] { scan(); })
    {
    }
    Q_DISABLE_COPY_MOVE(Desk)

    void begin(bool create)
    {
        const auto created = create ? m_folder.create() : Expected<void>();
        if (!created)
            complain(created.error());
        scan();
    }

    void scan()
    {
        const auto found = m_folder.scan([this](const QStringList &paths) { m_watch.watch(paths); });
        const Error error = found ? Error() : found.error();
        if (!found)
            m_watch.watch(error.code == ErrorCode::ProfileFolderMissing ? QStringList()
                                                                        : QStringList{m_folder.path()});
        complain(error);
        const QList<FileState> states = found.value_or(QList<FileState>());
        if (!states.isEmpty() || !std::exchange(m_wasRead, true))
            send(FilesFound{states});
    }

    void run(const FileRequest &request)
    {
        const FileOutcome outcome = m_folder.apply(request);
        send(outcome);
        if (outcome.error && outcome.error->code == ErrorCode::ProfileFolderMissing)
            scan(); // which also watches for its return
    }

private:
    void send(decltype(StoreNews::what) what)
    {
        m_news.post(true, [&](std::vector<StoreNews> &news) { news.push_back({m_number, std::move(what)}); });
    }
    void complain(const Error &error) // once for each trouble
    {
        if (std::exchange(m_trouble, error) != error)
            send(error);
    }

    Mailbox<std::vector<StoreNews>> &m_news;
    const quint64 m_number;
    ProfileFolder m_folder;
    FolderWatch m_watch;
    Error m_trouble;
    bool m_wasRead = false;
};

StoreWorker::StoreWorker(QObject *receiver)
    : m_news(receiver)
    , m_thread(QStringLiteral("profiles"))
{
}

StoreWorker::~StoreWorker()
{
    m_thread.post([this] { m_desk.reset(); });
    m_thread.settle();
    m_news.close();
}

void StoreWorker::open(quint64 number, const QString &folder, bool create)
{
    m_thread.post([this, number, folder, create] {
        m_desk.reset();
        m_desk = std::make_unique<Desk>(m_news, number, folder);
        m_desk->begin(create);
    });
}

void StoreWorker::refresh()
{
    m_thread.post([this] {
        if (m_desk)
            m_desk->scan();
    });
}

void StoreWorker::run(const FileRequest &request)
{
    m_thread.post([this, request] {
        if (m_desk)
            m_desk->run(request);
    });
}

} // namespace weir
