// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "log/capturereader.h"
#include "log/recorder.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <mutex>
#include <thread>

// A capture under a temporary directory and what was written into it, to compare with.
class TestCapture final
{
public:
    static constexpr quint32 connections = 3;
    static constexpr std::array<weir::Kind, 5> kinds{weir::Kind::SseEvent, weir::Kind::SseComment,
                                                     weir::Kind::SseRetry, weir::Kind::HttpResponse,
                                                     weir::Kind::State};

    explicit TestCapture(quint32 seed = 1)
        : m_random(seed)
    {
        weir::Recorder::Options options;
        options.capturePath = path();
        options.tap = [this](const weir::EventBatch &batch) {
            const std::lock_guard lock(m_mutex);
            for (qsizetype i = 0; i < batch.count(); ++i)
                m_events.push_back(batch.at(i).toEvent());
        };
        auto recorder = weir::Recorder::start(std::move(options));
        if (!recorder)
            qFatal("no recorder: %s", qPrintable(weir::errorText(recorder.error())));
        m_recorder = std::move(*recorder);
        for (quint32 i = 1; i <= connections; ++i)
            m_ports.push_back(m_recorder->addConnection(
                {0, weir::Protocol::Sse, "feed " + QByteArray::number(i), "http://127.0.0.1/"}));
    }
    ~TestCapture()
    {
        m_ports.clear();
        m_recorder.reset();
    }
    Q_DISABLE_COPY_MOVE(TestCapture)

    QString path() const { return m_directory.filePath(QStringLiteral("test.weir")); }
    // Valid until the next write.
    const std::vector<weir::Event> &events() const { return m_events; }
    // One and the same reader, which sees everything written so far.
    std::shared_ptr<weir::CaptureReader> reader()
    {
        if (!m_reader)
            m_reader = weir::CaptureReader::open(path()).value();
        if (!m_reader->refresh())
            qFatal("the reader cannot be refreshed");
        return m_reader;
    }

    // Writes events of the connections they name (1, 2 or 3), each in a batch of its own.
    void write(const std::vector<weir::Event> &events)
    {
        for (const weir::Event &event : events) {
            weir::EventBatch batch;
            add(batch, event);
            (void)m_ports[event.connection - 1].sink->accept(batch);
        }
        m_sent += events.size();
        flush();
    }
    void write(const weir::Event &event) { write(std::vector{event}); }

    // Random events in batches of random size, all connections in turn.
    void writeRandom(qsizetype count)
    {
        while (count > 0) {
            weir::EventBatch batch;
            const quint32 connection = m_random.bounded(connections);
            const qsizetype size = std::min<qsizetype>(count, 1 + m_random.bounded(700));
            for (qsizetype i = 0; i < size; ++i)
                add(batch, randomEvent());
            (void)m_ports[connection].sink->accept(batch);
            count -= size;
            m_sent += quint64(size);
        }
        flush();
    }

    // The rows that match, found the simple way.
    template <typename Predicate> std::vector<quint64> seqsWhere(Predicate predicate) const
    {
        std::vector<quint64> seqs;
        for (const weir::Event &event : m_events) {
            if (predicate(event))
                seqs.push_back(event.seq);
        }
        return seqs;
    }

private:
    weir::Event randomEvent()
    {
        static constexpr std::array<const char *, 6> words{"tick",   "Trade",  "needle",
                                                           "NEEDLE", "Needle", "\xe2\x82\xac"};
        weir::Event event;
        event.kind = kinds[m_random.bounded(100) < 90 ? 0 : m_random.bounded(quint32(kinds.size()))];
        event.direction = event.kind == weir::Kind::State ? weir::Direction::Local : weir::Direction::In;
        if (event.kind == weir::Kind::SseEvent)
            event.name = words[m_random.bounded(4u)];
        event.id = QByteArray::number(m_random.bounded(100000));
        event.payload = "{\"n\":" + QByteArray::number(m_random.generate()) + ",\"text\":\"";
        for (quint32 i = m_random.bounded(8); i; --i)
            event.payload.append(m_random.bounded(20) ? "padding "
                                                      : words[m_random.bounded(quint32(words.size()))]);
        // Half a needle here and the other half at the front of the next row's bytes must not be one.
        event.payload.append(m_random.bounded(10) ? "\"}" : "nee");
        if (m_random.bounded(10) == 0)
            event.name = "dle";
        return event;
    }

    void add(weir::EventBatch &batch, const weir::Event &event)
    {
        m_time += m_random.bounded(2000);
        batch.append(
            {.time = event.time ? event.time : m_time, .kind = event.kind, .direction = event.direction},
            event.name, event.id, event.payload);
    }

    void flush()
    {
        while (m_recorder->committed() < m_sent)
            std::this_thread::yield();
        while (true) {
            const std::lock_guard lock(m_mutex);
            if (m_events.size() >= m_sent)
                return;
        }
    }

    QTemporaryDir m_directory;
    QRandomGenerator m_random;
    std::unique_ptr<weir::Recorder> m_recorder;
    std::vector<weir::Recorder::Port> m_ports;
    std::shared_ptr<weir::CaptureReader> m_reader;
    std::mutex m_mutex;
    std::vector<weir::Event> m_events;
    quint64 m_sent = 0;
    qint64 m_time = 1'795'344'127'000'000;
};
