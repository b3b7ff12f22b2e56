// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "copyjob.h"

#include "delivery.h"
#include "visibletext.h"

#include "log/capturereader.h"
#include "log/ndjson.h"

#include "base/utf8.h"

#include <QThreadPool>
#include <QTimer>

namespace weir {

namespace {
constexpr int rowsInATurn = 2000; // rows looked up between two turns of the event loop

// One line of text: what would end the cell or the row is written as an escape.
QString cell(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\t')
            out += QLatin1String("\\t");
        else if (c == u'\n')
            out += QLatin1String("\\n");
        else if (c == u'\r')
            out += QLatin1String("\\r");
        else
            out += c;
    }
    return out;
}

struct Result
{
    QString text;
    quint64 rows = 0;
    bool cut = false;
};

void appendRow(QString &out, const std::vector<EventColumn> &columns, const Lens::Row &row,
               const CaptureReader &reader)
{
    for (size_t i = 0; i < columns.size(); ++i) {
        if (i > 0)
            out += u'\t';
        if (columns[i] == EventColumn::Data)
            out += cell(textFromUtf8(row.event.payload));
        else
            out += cell(cellText(columns[i], row,
                                 QString::fromUtf8(reader.connection(row.event.connection).name), 0));
    }
}

QString ndjsonLine(const Event &event, const CaptureReader &reader)
{
    const EventView view{event.seq,   event.time, event.connection, event.direction, event.kind,
                         event.flags, event.ref,  event.name,       event.id,        event.payload};
    QByteArray line;
    appendNdjson(line, view, reader.connection(event.connection).name);
    line.chop(1); // its LF: lines are parted here
    return textFromUtf8(line);
}

void append(Result &result, Lens::Row &row, const CopyJob::Options &options, const CaptureReader &reader)
{
    if (result.rows > 0)
        result.text += u'\n';
    switch (options.form) {
    case CopyJob::Form::Text:
        appendRow(result.text, options.columns, row, reader);
        break;
    case CopyJob::Form::Ndjson:
        result.text += ndjsonLine(row.event, reader);
        break;
    case CopyJob::Form::Payloads:
        result.text += textFromUtf8(row.event.payload);
        break;
    }
    ++result.rows;
}

Result makeText(const CaptureReader &reader, const std::vector<CopyJob::Wanted> &rows,
                const CopyJob::Options &options, const Delivery &delivery)
{
    Result result;
    Lens::Row row;
    for (const CopyJob::Wanted &wanted : rows) {
        if (delivery.isCancelled())
            return {};
        if (wanted.previous != 0) {
            const Expected<Event> before = reader.event(wanted.previous);
            row.previousTime = before ? before->time : 0;
        }
        Expected<Event> event = reader.event(wanted.seq);
        if (!event)
            continue;
        if (result.text.size() + event->payload.size() > options.maxBytes && result.rows > 0) {
            result.cut = true;
            break;
        }
        row.event = std::move(*event);
        row.payloadSize = quint64(row.event.payload.size());
        append(result, row, options, reader);
        row.previousTime = row.event.time;
    }
    return result;
}
} // namespace

CopyJob::CopyJob(Lens *lens, std::shared_ptr<CaptureReader> reader, Intervals selection, Options options)
    : m_lens(lens)
    , m_reader(std::move(reader))
    , m_selection(std::move(selection))
    , m_options(std::move(options))
    , m_delivery(std::make_shared<Delivery>(this))
{
}

CopyJob::~CopyJob()
{
    m_delivery->cancel();
}

void CopyJob::start()
{
    QTimer::singleShot(0, this, &CopyJob::collect);
}

void CopyJob::collect()
{
    for (int i = 0; i < rowsInATurn; ++i) {
        if (m_range == m_selection.ranges().size() || m_wanted.size() >= m_options.maxRows) {
            m_cut = m_range < m_selection.ranges().size();
            read();
            return;
        }
        const Intervals::Range &range = m_selection.ranges()[m_range];
        const bool isFirst = !m_inRange;
        if (isFirst)
            m_row = m_lens->rowOf(range.first);
        m_inRange = true;
        const quint64 seq = m_lens->seqAt(m_row);
        if (seq == 0 || seq > range.last) {
            ++m_range;
            m_inRange = false;
        } else {
            m_wanted.push_back({seq, isFirst && m_row > 0 ? m_lens->seqAt(m_row - 1) : 0});
            ++m_row;
        }
    }
    QTimer::singleShot(0, this, &CopyJob::collect);
}

void CopyJob::read()
{
    QThreadPool::globalInstance()->start([this, delivery = m_delivery, reader = m_reader,
                                          rows = std::move(m_wanted), options = m_options, cut = m_cut] {
        const auto result = std::make_shared<Result>(makeText(*reader, rows, options, *delivery));
        result->cut |= cut;
        delivery->deliver([this, result] { Q_EMIT finished(result->text, result->rows, result->cut); });
    });
}

} // namespace weir
