// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "callrows.h"

#include "log/capturereader.h"
#include "log/recorder.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

// A capture of one JSON-RPC connection and of a feed beside it.
class CallCapture final
{
public:
    CallCapture()
        : m_recorder(weir::Recorder::start(optionsFor(m_folder)).value())
        , m_calls(
              m_recorder->addConnection({0, weir::Protocol::JsonRpc, "Calculator", "http://127.0.0.1/rpc"}))
        , m_feed(m_recorder->addConnection({0, weir::Protocol::Sse, "Ticks", "http://127.0.0.1/"}))
    {
    }
    ~CallCapture()
    {
        m_calls.sink.reset();
        m_feed.sink.reset();
    }
    Q_DISABLE_COPY_MOVE(CallCapture)

    quint32 connection() const { return m_calls.id; }
    QString path() const { return m_recorder->capturePath(); }
    std::shared_ptr<weir::CaptureReader> reader()
    {
        if (!m_reader)
            m_reader = weir::CaptureReader::open(path()).value();
        if (!m_reader->refresh())
            qFatal("the reader cannot be refreshed");
        return m_reader;
    }

    void write(CallRows &rows) { write(rows.take()); }
    void write(const std::vector<weir::Event> &rows)
    {
        weir::EventBatch batch;
        for (const weir::Event &row : rows) {
            batch.append({.time = row.time,
                          .number = row.seq,
                          .ref = row.ref,
                          .kind = row.kind,
                          .direction = row.direction},
                         row.name, row.id, row.payload);
            if (batch.cost() > 512 * 1024)
                send(m_calls, batch);
        }
        send(m_calls, batch);
    }
    void writeFeed(int events)
    {
        weir::EventBatch batch;
        for (int i = 0; i < events; ++i)
            batch.append({.time = CallRows::start, .kind = weir::Kind::SseEvent}, "tick", {}, "{}");
        send(m_feed, batch);
    }

private:
    static weir::Recorder::Options optionsFor(const QTemporaryDir &folder)
    {
        weir::Recorder::Options options;
        options.capturePath = folder.filePath(QStringLiteral("calls.weir"));
        return options;
    }
    void send(weir::Recorder::Port &port, weir::EventBatch &batch)
    {
        m_sent += quint64(batch.count());
        (void)port.sink->accept(batch);
        batch.clear();
        while (m_recorder->committed() < m_sent)
            std::this_thread::yield();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<weir::Recorder> m_recorder;
    weir::Recorder::Port m_calls;
    weir::Recorder::Port m_feed;
    std::shared_ptr<weir::CaptureReader> m_reader;
    quint64 m_sent = 0;
};
