// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recorder.h"

#include "capturereader.h"
#include "capturewriter.h"
#include "eventqueue.h"
#include "localnumbers.h"
#include "syncer.h"

#include "base/clock.h"
#include "base/maskingsink.h"

#include <QCoreApplication>

#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>

namespace weir {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {
constexpr auto gatherTime = 20ms; // between two writes, where little arrives
constexpr auto retryTime = 250ms; // on a full disk
constexpr qint64 writeBytes = capture::blockLimit;
}

struct Recorder::Private
{
    explicit Private(Options given)
        : options(std::move(given))
        , queue(options.queueLimit)
    {
    }

    const Options options;
    EventQueue queue;
    std::atomic<quint64> committed = 0;

    std::mutex connectionsMutex;
    std::vector<ConnectionInfo> connections;

    std::mutex readerMutex;
    std::shared_ptr<CaptureReader> reader;

    // The log thread's own
    std::unique_ptr<CaptureWriter> writer; // null: nothing is written
    quint64 lastSeq = 0;
    std::unordered_map<quint32, LocalNumbers> numbers;
    bool isTroubled = false;
    bool hasGivenUp = false; // the disk was still full at the end

    std::unique_ptr<Syncer> syncer;
    std::thread logThread;

    Port portOf(ConnectionInfo info);
    void run();
    void number(EventBatch &batch);
    void write(EventQueue::Work &work);
    void store(const EventBatch &batch);
    void commit();
    void publish(std::deque<EventBatch> &batches, size_t count);
    void report(const Error &error);
};

void Recorder::Private::run()
{
    // A file size limit shall be an error of write(), not the end of the process.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGXFSZ);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    EventQueue::Work work;
    auto since = Clock::now() - gatherTime;
    while (queue.gather(since + gatherTime, work)) {
        since = Clock::now();
        write(work);
    }
}

void Recorder::Private::number(EventBatch &batch)
{
    batch.setFirstSeq(lastSeq + 1);
    for (EventBatch::Record &record : batch.records()) {
        ++lastSeq;
        if (record.number != 0 || record.ref != 0)
            numbers[batch.connection()].resolve(record, lastSeq);
        record.flags &= quint16(~LastRef);
    }
}

// Batches are handed on as soon as all of their events are in the file.
void Recorder::Private::write(EventQueue::Work &work)
{
    for (const ConnectionInfo &info : work.connections) {
        if (writer)
            writer->define(info);
    }
    if (work.batches.empty())
        commit();
    qint64 gathered = 0;
    size_t count = 0;
    while (count < work.batches.size()) {
        EventBatch &batch = work.batches[count];
        number(batch);
        store(batch);
        ++count;
        gathered += batch.cost();
        if (gathered < writeBytes && count < work.batches.size())
            continue;
        commit();
        publish(work.batches, count);
        gathered = 0;
        count = 0;
    }
}

void Recorder::Private::store(const EventBatch &batch)
{
    for (qsizetype from = 0; writer && !hasGivenUp;) {
        from = writer->add(batch, from);
        if (from == batch.count())
            return;
        commit();
    }
}

void Recorder::Private::commit()
{
    if (!writer) {
        committed = lastSeq;
        return;
    }
    bool isLastTry = false; // at the end, when nobody is left to wait for room
    while (!hasGivenUp) {
        const auto written = writer->commit();
        const auto safe = written ? syncer->last() : written;
        report(safe ? Error{} : safe.error());
        if (written)
            break;
        hasGivenUp = std::exchange(isLastTry, queue.pause(retryTime));
    }
    if (hasGivenUp)
        return;
    committed = writer->lastSeq();
    syncer->setDirty();
    if (options.grown)
        options.grown();
}

void Recorder::Private::publish(std::deque<EventBatch> &batches, size_t count)
{
    for (size_t i = 0; i < count && options.tap && !hasGivenUp; ++i)
        options.tap(batches[i]);
    queue.release(batches, count);
}

void Recorder::Private::report(const Error &error)
{
    const bool isBad = error.code != ErrorCode::None;
    if (isBad == isTroubled)
        return;
    isTroubled = isBad;
    if (options.trouble)
        options.trouble(error);
}

Recorder::Recorder(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

Expected<std::unique_ptr<Recorder>> Recorder::start(Options options)
{
    auto data = std::make_unique<Private>(std::move(options));
    if (!data->options.capturePath.isEmpty()) {
        auto writer = CaptureWriter::open(data->options.capturePath);
        if (!writer)
            return tl::unexpected(writer.error());
        data->writer = std::move(*writer);
        data->lastSeq = data->writer->lastSeq();
        data->committed = data->lastSeq;
        data->connections = data->writer->connections();
    }
    std::unique_ptr<Recorder> recorder(new Recorder(std::move(data)));
    Private *d = recorder->d.get();
    if (d->writer)
        d->syncer = std::make_unique<Syncer>([writer = d->writer.get()] { return writer->sync(); });
    d->logThread = std::thread([d] { d->run(); });
    if (d->writer && d->writer->tornBytes() > 0) {
        recorder->note(
            QCoreApplication::translate("Recorder",
                                        "The last recording ended abruptly: %1 bytes behind the last "
                                        "whole batch were moved to %2.")
                .arg(d->writer->tornBytes())
                .arg(d->writer->tornPath()));
    }
    return recorder;
}

Recorder::~Recorder()
{
    d->queue.stop();
    d->logThread.join();
    d->syncer.reset();
}

Recorder::Port Recorder::addConnection(ConnectionInfo info, const SecretMask &mask)
{
    info.name = mask.masked(info.name);
    info.url = mask.masked(info.url);
    Port port = d->portOf(info);
    // What is sent by hand may bring secrets of its own later.
    if (mask.isEmpty() && info.protocol == Protocol::Sse)
        return port;
    auto masking = std::make_unique<MaskingSink>(std::move(port.sink), mask);
    port.masking = masking.get();
    port.sink = std::move(masking);
    return port;
}

Recorder::Port Recorder::Private::portOf(ConnectionInfo info)
{
    const std::lock_guard lock(connectionsMutex);
    const auto known = std::find_if(connections.begin(), connections.end(), [&](const auto &other) {
        return other.protocol == info.protocol && other.name == info.name && other.url == info.url;
    });
    if (known != connections.end())
        return {known->id, queue.makeSink(known->id), nullptr};
    info.id = 1;
    for (const ConnectionInfo &other : connections)
        info.id = std::max(info.id, other.id + 1);
    connections.push_back(info);
    queue.define(info);
    return {info.id, queue.makeSink(info.id), nullptr};
}

void Recorder::note(const QString &text)
{
    EventBatch batch;
    batch.append({.time = nowMicroseconds(), .kind = Kind::Note, .direction = Direction::Local}, {}, {},
                 text.toUtf8());
    d->queue.post(batch);
}

quint64 Recorder::committed() const
{
    return d->committed;
}

QString Recorder::capturePath() const
{
    return d->options.capturePath;
}

std::shared_ptr<CaptureReader> Recorder::reader() const
{
    if (!d->writer)
        return {};
    const std::lock_guard lock(d->readerMutex);
    if (!d->reader) {
        if (auto opened = CaptureReader::open(d->options.capturePath))
            d->reader = std::move(*opened);
        return d->reader;
    }
    (void)d->reader->refresh();
    return d->reader;
}

} // namespace weir
