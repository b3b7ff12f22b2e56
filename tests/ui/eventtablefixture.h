// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "eventtable.h"

#include "log/capturereader.h"
#include "log/lens.h"
#include "log/recorder.h"

#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace weir {

inline Recorder::Options optionsFor(const QString &capture)
{
    Recorder::Options options;
    options.capturePath = capture;
    return options;
}

// A capture of one feed, its lens and the table on it, shown.
class EventTableFixture final
{
public:
    explicit EventTableFixture(int events, std::vector<EventColumn> columns = feedColumns())
        : m_recorder(Recorder::start(optionsFor(m_folder.filePath(QStringLiteral("a.weir")))).value())
        , m_port(m_recorder->addConnection({0, Protocol::Sse, "Market ticks", "http://127.0.0.1/"}))
        , m_reader(m_recorder->reader())
        , table(&lens, std::move(columns))
    {
        add(events);
        lens.setReader(m_reader);
        table.setReader(m_reader);
        table.resize(900, 300);
        table.show();
        table.setFocus();
        (void)QTest::qWaitForWindowExposed(&table); // its layout is settled
    }
    ~EventTableFixture() { m_port.sink.reset(); }
    Q_DISABLE_COPY_MOVE(EventTableFixture)

    void add(int events)
    {
        EventBatch batch;
        for (int i = 0; i < events; ++i) {
            const QByteArray number = QByteArray::number(++m_made);
            EventBatch::Record head;
            head.time = 1'700'000'000'000'000 + m_made * 1500;
            head.kind = Kind::SseEvent;
            batch.append(head, m_made % 2 ? "tick" : "trade", number, QByteArray("{\"n\":" + number + '}'));
        }
        (void)m_port.sink->accept(batch);
        waitForCommit();
    }
    void addPayload(const QByteArray &payload)
    {
        EventBatch batch;
        EventBatch::Record head;
        head.kind = Kind::SseEvent;
        batch.append(head, "tick", "x", payload);
        ++m_made;
        (void)m_port.sink->accept(batch);
        waitForCommit();
    }
    quint64 last() const { return lens.rowCount(); } // the newest seq, where nothing is filtered
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&table, Qt::Key(key), modifiers);
    }
    QPoint placeOf(quint64 row) const { return table.cellRect(row, 1).center(); }
    QToolButton *chip() const { return table.findChild<QToolButton *>(); }
    bool isLoaded(quint64 row) { return lens.row(row) != nullptr; }

private:
    void waitForCommit()
    {
        QTRY_VERIFY(m_recorder->committed() >= quint64(m_made));
        QVERIFY(m_reader->refresh().has_value());
        lens.grow();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Recorder> m_recorder;
    Recorder::Port m_port;
    std::shared_ptr<CaptureReader> m_reader;
    int m_made = 0;

public:
    Lens lens;
    EventTable table;
};

} // namespace weir
