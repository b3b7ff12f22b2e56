// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_lens [EVENTS [FOLDER]]: a rare string in a capture of 120-byte payloads beside ripgrep on its NDJSON
// export; filters by kind, connection and time; chips; pretty-printing beside QJsonDocument. All files are
// warm; medians of several runs. What it writes into FOLDER stays there and is used again.

#include "measure.h"

#include "log/capturereader.h"
#include "log/exportjob.h"
#include "log/facets.h"
#include "log/lens.h"
#include "log/recorder.h"

#include "base/jsonformat.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>

using namespace weir;

namespace {
constexpr int payloadSize = 120;
constexpr int perBatch = 500;
constexpr const char *needle = "Zq7-rare-needle";
constexpr qint64 startTime = 1'795'344'127'000'000;

void print(const char *what, const Cost &ours, const char *more)
{
    std::printf("%-24s %7.3f s, cpu %6.3f s   %s\n", what, ours.wall, ours.cpu, more);
}

QByteArray quote(QRandomGenerator &random)
{
    static constexpr const char *symbols[] = {"AAPL", "MSFT", "NVDA", "TSLA", "AMZN"};
    QByteArray text = "{\"symbol\":\"" + QByteArray(symbols[random.bounded(5)])
        + "\",\"price\":" + QByteArray::number(random.bounded(100'000) / 100.0)
        + ",\"size\":" + QByteArray::number(random.bounded(1000)) + ",\"venue\":\"XNAS\",\"note\":\"";
    return text + QByteArray(std::max<qsizetype>(0, payloadSize - 2 - text.size()), 'x') + "\"}";
}

// One of 1000 rows is a comment, so that no block is all of one kind; one row alone has the rare string.
void write(const QString &path, quint64 events)
{
    Recorder::Options options;
    options.capturePath = path;
    auto recorder = Recorder::start(options);
    if (!recorder)
        std::exit(1);
    const auto first = (*recorder)->addConnection({0, Protocol::Sse, "Market", "http://127.0.0.1/a"});
    const auto second = (*recorder)->addConnection({0, Protocol::Sse, "Orders", "http://127.0.0.1/b"});
    QRandomGenerator random(1);
    std::vector<QByteArray> payloads;
    for (int i = 0; i < 4096; ++i)
        payloads.push_back(quote(random));
    EventBatch batch;
    for (quint64 sent = 0; sent < events;) {
        for (int i = 0; i < perBatch; ++i, ++sent) {
            QByteArray payload = payloads[sent % payloads.size()];
            if (sent == events / 2)
                payload.replace(payloadSize - 60, qsizetype(strlen(needle)), needle);
            const bool isComment = sent % 1000 == 17;
            batch.append({.time = startTime + qint64(sent) * 10,
                          .kind = isComment ? Kind::SseComment : Kind::SseEvent},
                         isComment ? "" : "tick", QByteArray::number(sent), payload);
        }
        (void)(sent % (10 * perBatch) == 0 ? second : first).sink->accept(batch);
        while ((*recorder)->committed() + 100'000 < sent)
            QThread::usleep(200);
    }
}

void waitFor(const std::function<bool()> &isDone)
{
    while (!isDone())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

struct Search
{
    Cost cost;
    double firstHit = 0; // seconds until the lens showed a row, of the last run
    quint64 found = 0;
};

Search search(const std::shared_ptr<CaptureReader> &reader, const Query &query)
{
    Search result;
    result.cost = medianCost(9, [&] {
        Lens lens;
        lens.setReader(reader);
        QElapsedTimer timer;
        timer.start();
        result.firstHit = 0;
        QObject::connect(&lens, &Lens::rowsAppended, &lens, [&] {
            if (result.firstHit == 0)
                result.firstHit = double(timer.nsecsElapsed()) / 1e9;
        });
        lens.setQuery(query);
        waitFor([&] { return !lens.isSearching(); });
        result.found = lens.rowCount();
    });
    return result;
}

void printSearch(const char *what, const std::shared_ptr<CaptureReader> &reader, const Query &query,
                 const char *aim)
{
    const Search done = search(reader, query);
    print(what, done.cost,
          qPrintable(QString::asprintf("%llu rows, the first after %.1f ms   %s", qulonglong(done.found),
                                       done.firstHit * 1e3, aim)));
}

Cost ripgrep(const QString &program, bool caseSensitive, const QString &lines)
{
    const QString how = caseSensitive ? QStringLiteral("-Fc") : QStringLiteral("-Fci");
    return medianCost(9, [&] {
        QProcess process;
        process.start(program, {how, QLatin1String(needle), lines});
        process.waitForFinished(-1);
    });
}

void searches(const std::shared_ptr<CaptureReader> &reader, const QString &folder)
{
    const QString lines = folder + QLatin1String("/bench_lens.ndjson");
    if (!QFileInfo::exists(lines)) {
        quint64 written = 0;
        const Cost exported = costOf([&] { written = exportNdjson(*reader, {}, lines).value_or(0); });
        print("export as NDJSON", exported,
              qPrintable(QString::asprintf("%.2f M events/s", double(written) / exported.wall / 1e6)));
    }
    const QString program = QStandardPaths::findExecutable(QStringLiteral("rg"));
    for (const bool caseSensitive : {true, false}) {
        Query query;
        query.text = needle;
        query.caseSensitive = caseSensitive;
        const Search ours = search(reader, query);
        QString beside = QStringLiteral("ripgrep is not installed");
        if (!program.isEmpty()) {
            const Cost theirs = ripgrep(program, caseSensitive, lines);
            beside = QString::asprintf("ripgrep %.3f s, cpu %.3f s, ratio %.1f", theirs.wall, theirs.cpu,
                                       theirs.wall / ours.cost.wall);
        }
        print(caseSensitive ? "rare string" : "rare string, any case", ours.cost,
              qPrintable(QString::asprintf("%llu row   ", qulonglong(ours.found)) + beside
                         + QLatin1String("   aim 0.25 s")));
    }
    Query query;
    query.text = "NVDA";
    printSearch("one row in five", reader, query, "");
}

void filters(const std::shared_ptr<CaptureReader> &reader)
{
    Query query;
    query.kinds = kindBit(Kind::SseComment);
    printSearch("filter by kind", reader, query, "aim 0.15 s");
    query = {};
    query.connections = {2};
    printSearch("filter by connection", reader, query, "aim 0.15 s");
    query = {};
    query.fromTime = startTime + qint64(reader->count()) * 3;
    query.toTime = startTime + qint64(reader->count()) * 7;
    printSearch("filter by time", reader, query, "aim 0.15 s");
    query.kinds = kindBit(Kind::SseEvent);
    query.connections = {1};
    printSearch("filter by all three", reader, query, "aim 0.15 s");
    const Cost chips = medianCost(5, [&] {
        Facets facets(0);
        facets.setReader(reader);
        waitFor([&] {
            return !facets.names().empty() && facets.names().at("tick") + 1 > reader->count() * 999 / 1000;
        });
    });
    print("count names for chips", chips, "");
}

void comparePretty()
{
    QRandomGenerator random(2);
    QByteArray json = "[";
    while (json.size() < 1'000'000)
        json += quote(random) + ",";
    json += "null]";
    constexpr int times = 20; // in one run, as the clock of the processor is coarse
    const Cost ours = medianCost(9, [&] {
        for (int i = 0; i < times; ++i) {
            if (!formatJson(json))
                std::exit(1);
        }
    });
    const Cost theirs = medianCost(9, [&] { QJsonDocument::fromJson(json).toJson(QJsonDocument::Indented); });
    std::printf("pretty-print 1 MB        %7.2f ms, cpu %.2f ms   QJsonDocument %.2f ms, cpu %.2f ms, ratio "
                "%.1f   aim 8\n",
                ours.wall * 1e3 / times, ours.cpu * 1e3 / times, theirs.wall * 1e3, theirs.cpu * 1e3,
                theirs.wall * times / ours.wall);
}
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const quint64 events = arguments.size() > 1 ? arguments[1].toULongLong() : 10'000'000;
    QTemporaryDir temporary;
    const QString folder = arguments.size() > 2 ? arguments[2] : temporary.path();
    comparePretty();
    QDir().mkpath(folder);
    const QString path = folder + QLatin1String("/bench_lens.weir");
    if (!QFileInfo::exists(path))
        write(path, events);
    const auto reader = CaptureReader::open(path);
    if (!reader) {
        std::fprintf(stderr, "%s\n", qPrintable(errorText(reader.error())));
        return 1;
    }
    std::printf("%llu events, %.2f GB\n", qulonglong((*reader)->count()),
                double((*reader)->fileSize()) / 1e9);
    filters(*reader);
    searches(*reader, folder);
    return 0;
}
