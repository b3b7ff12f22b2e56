// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_view [EVENTS [SECONDS [FOLDER]]]: the whole window on a capture of that many rows while 100,000
// events a second arrive over HTTP, following and scrolling through; beside it the same window idle, and a
// QTableView in its place. Any platform: QT_QPA_PLATFORM=offscreen, or xcb under Xvfb.

#include "connectionpage.h"
#include "detailview.h"
#include "eventtable.h"
#include "mainwindow.h"
#include "settings.h"
#include "theme.h"
#include "viewfeed.h"
#include "viewprobe.h"

#include "log/capturereader.h"
#include "log/lens.h"
#include "log/recorder.h"
#include "profile/profilestore.h"
#include "profile/secretstore.h"
#include "session/workbench.h"

#include "base/clock.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace weir;

namespace {
constexpr int rate = 100'000;
constexpr int perBatch = 500;
constexpr int frame = 16; // ms
const char connectionName[] = "Market ticks";

// The data of the peer: the newest events in memory, the row's number choosing among them.
class RingModel final : public QAbstractTableModel
{
public:
    RingModel(Workbench &workbench, QObject *parent)
        : QAbstractTableModel(parent)
        , m_workbench(workbench)
        , m_columns(feedColumns())
        , m_rows(int(workbench.eventCount()))
        , m_text(smallFont())
        , m_fixed(fixedFont())
    {
        for (quint64 i = 0; i < ringSize; ++i) {
            Lens::Row row;
            row.event.kind = Kind::SseEvent;
            row.event.name = i % 7 ? "tick" : "trade";
            row.event.id = QByteArray::number(i);
            row.event.payload = ViewFeed::payload(i);
            row.event.time = nowMicroseconds() + qint64(i) * 10;
            row.previousTime = row.event.time - 10;
            row.payloadSize = quint64(row.event.payload.size());
            m_ring.push_back(std::move(row));
        }
        connect(&workbench, &Workbench::logGrown, this, &RingModel::grow);
    }

    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex &) const override { return int(m_columns.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const EventColumn column = m_columns[size_t(index.column())];
        if (role == Qt::TextAlignmentRole)
            return int((isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        if (role == Qt::FontRole)
            return isFixedFont(column) ? m_fixed : m_text;
        if (role != Qt::DisplayRole)
            return {};
        Lens::Row row = m_ring[quint64(index.row()) % ringSize];
        row.event.seq = quint64(index.row()) + 1;
        return cellText(column, row, {}, Lens::previewLimit);
    }
    void grow()
    {
        const int rows = int(m_workbench.eventCount());
        if (rows <= m_rows)
            return;
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    }

private:
    static constexpr quint64 ringSize = 65536;
    Workbench &m_workbench;
    std::vector<EventColumn> m_columns;
    int m_rows;
    QFont m_text;
    QFont m_fixed;
    std::vector<Lens::Row> m_ring;
};

void record(const QString &path, const QByteArray &url, quint64 events)
{
    Recorder::Options options;
    options.capturePath = path;
    const auto recorder = Recorder::start(options);
    if (!recorder)
        std::exit(1);
    const auto port = (*recorder)->addConnection({0, Protocol::Sse, connectionName, url});
    std::atomic<bool> mayGoOn = true;
    port.sink->setWaker([&] {
        mayGoOn = true;
        mayGoOn.notify_one();
    });
    EventBatch batch;
    for (quint64 sent = 0; sent < events; sent += perBatch) {
        const qint64 now = nowMicroseconds();
        for (quint64 i = sent; i < sent + perBatch; ++i)
            batch.append({.time = now + qint64(i - sent), .kind = Kind::SseEvent}, i % 7 ? "tick" : "trade",
                         QByteArray::number(i), ViewFeed::payload(i));
        mayGoOn = false;
        if (!port.sink->accept(batch))
            mayGoOn.wait(false);
    }
}

void spin(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

class Bench final
{
public:
    Bench(ViewProbe &probe, ViewFeed &feed, Workbench &workbench, int seconds)
        : m_probe(probe)
        , m_feed(feed)
        , m_workbench(workbench)
        , m_seconds(seconds)
    {
    }
    Q_DISABLE_COPY_MOVE(Bench)

    ViewFigures run(const char *name, int eventsPerSecond, QScrollBar *scrolled,
                    const std::function<void()> &start = {})
    {
        m_feed.setRate(eventsPerSecond);
        QTimer scroll;
        scroll.setTimerType(Qt::PreciseTimer);
        // Three pages a second, then a jump, as a hand on the scroll bar does.
        QObject::connect(&scroll, &QTimer::timeout, &scroll, [scrolled, turn = 0]() mutable {
            if (++turn % 30 == 0)
                scrolled->setValue(int(QRandomGenerator::global()->bounded(scrolled->maximum())));
            else
                scrolled->setValue(scrolled->value() - 3);
        });
        if (scrolled)
            scroll.start(frame);
        spin(1500);
        const quint64 before = m_workbench.eventCount();
        m_probe.begin();
        if (start)
            start();
        spin(m_seconds * 1000);
        const quint64 events = m_workbench.eventCount() - before;
        const ViewFigures figures = m_probe.end(events);
        std::printf("%-34s%6.0f %7.2f %7.2f %7.1f  %5.0f %6.2f %6.2f %7.3f %8.2f %8.3f %5.0f %%\n", name,
                    double(events) / m_seconds / 1000, figures.lateMedian, figures.lateHigh,
                    figures.lateWorst, figures.framesPerSecond, figures.frame, figures.frameHigh,
                    figures.tablePaint, figures.perPaintedRow, figures.perEvent, figures.cpu * 100);
        std::fflush(stdout);
        m_feed.setRate(0);
        return figures;
    }

private:
    ViewProbe &m_probe;
    ViewFeed &m_feed;
    Workbench &m_workbench;
    const int m_seconds;
};

void printRatio(const char *name, const ViewFigures &ours, const ViewFigures &peers)
{
    const auto ratio = [](double peer, double our) { return our > 0 ? peer / our : 0; };
    std::printf("QTableView / ours, %-12s  late p50 %.1f, p99 %.1f; frame %.1f; painting the table %.1f; "
                "processor %.1f\n",
                name, ratio(peers.lateMedian, ours.lateMedian), ratio(peers.lateHigh, ours.lateHigh),
                ratio(peers.frame, ours.frame), ratio(peers.tablePaint, ours.tablePaint),
                ratio(peers.cpu, ours.cpu));
}

struct Pair
{
    ViewFigures following;
    ViewFigures scrolling;
};

Pair runOurs(ViewProbe &probe, Bench &bench, Workbench &workbench, const Profile &profile)
{
    QTemporaryDir folder;
    QSettings store(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    Settings keep(store);
    ProfileStore profiles;
    SecretStore secrets;
    MainWindow window(workbench, profiles, secrets, keep);
    Connection *connection = workbench.addConnection(profile);
    ConnectionPage *page = window.openConnection(connection);
    page->connectNow();
    window.show();
    for (const EventTable *table : window.findChildren<EventTable *>())
        probe.watch(table->viewport(), table->rowHeight());
    spin(2000);
    const auto *table = page->findChild<EventTable *>();
    if (table->lens()->rowCount() < workbench.eventCount() / 2)
        std::printf("the window does not show the capture\n");
    (void)bench.run("idle window", 0, nullptr);
    Pair figures;
    figures.following = bench.run("Weir, following", rate, nullptr);
    figures.scrolling = bench.run("Weir, scrolling through", rate, table->verticalScrollBar());
    Event event;
    event.seq = 1;
    event.kind = Kind::SseEvent;
    const QByteArray one = ViewFeed::payload(7);
    event.payload = '[' + one + QByteArray(',' + one).repeated(16 * 1024 * 1024 / (one.size() + 1)) + ']';
    (void)bench.run("Weir, 16 MiB of JSON in detail", rate, nullptr,
                    [&] { page->findChild<DetailView *>()->setEvent(event); });
    connection->stop();
    return figures;
}

Pair runPeer(ViewProbe &probe, Bench &bench, Workbench &workbench, const Profile &profile)
{
    Connection *connection = workbench.addConnection(profile);
    (void)connection->start();
    QTableView view;
    RingModel model(workbench, &view);
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(19);
    view.verticalHeader()->hide();
    view.setWordWrap(false);
    view.setShowGrid(false);
    view.horizontalHeader()->setStretchLastSection(true);
    view.setModel(&model);
    for (size_t i = 0; i < feedColumns().size(); ++i)
        view.setColumnWidth(int(i), columnWidth(feedColumns()[i]));
    view.resize(812, 430);
    view.show();
    view.scrollToBottom();
    probe.forgetTables();
    probe.watch(view.viewport(), 19);
    const auto follow =
        QObject::connect(&model, &QAbstractItemModel::rowsInserted, &view, &QTableView::scrollToBottom);
    spin(2000);
    Pair figures;
    figures.following = bench.run("QTableView, following", rate, nullptr);
    QObject::disconnect(follow);
    figures.scrolling = bench.run("QTableView, scrolling through", rate, view.verticalScrollBar());
    connection->stop();
    return figures;
}
}

int main(int argc, char **argv)
{
    ViewProbe probe(argc, argv);
    const quint64 events = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10'000'000;
    const int seconds = argc > 2 ? std::atoi(argv[2]) : 10;
    const QTemporaryDir folder((argc > 3 ? QString::fromLocal8Bit(argv[3]) + QLatin1Char('/') : QString())
                               + QLatin1String("weir-XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("bench.weir"));
    applyTheme(probe, Theme::Scheme::Light);

    ViewFeed feed;
    const Profile profile{.name = QString::fromLatin1(connectionName),
                          .url = QStringLiteral("http://127.0.0.1:%1/").arg(feed.port())};
    record(path, profile.url.toUtf8(), events);
    const auto workbench = Workbench::open(path);
    if (!workbench)
        return 1;
    std::printf("%s, %.0f M rows, aim: late p50 1 ms, p99 16 ms\n"
                "                                    k/s    late: p50, p99, max (ms)  fps  frame: mean, p99"
                "  table  alloc/row   /event   processor\n",
                qPrintable(QGuiApplication::platformName()), double(events) / 1e6);
    Bench bench(probe, feed, **workbench, seconds);
    const Pair ours = runOurs(probe, bench, **workbench, profile);
    const Pair peers = runPeer(probe, bench, **workbench, profile);
    printRatio("following", ours.following, peers.following);
    printRatio("scrolling", ours.scrolling, peers.scrolling);
    return 0;
}
