// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "streamdecoder.h"

namespace weir {

// The processing model of HTML 9.2.5 and 9.2.6. Bytes stay as they came: nothing is decoded, so invalid UTF-8
// survives. A row for every event, comment, valid `retry` and discarded line.
class SseParser final : public StreamDecoder
{
public:
    // Bytes. An event, whose data may have many lines, may be four times as long as a line.
    explicit SseParser(qint64 lineLimit = 16 * 1024 * 1024, QByteArray lastEventId = {});
    Q_DISABLE_COPY_MOVE(SseParser)

    // Longer ids are discarded: every event carries the id in effect, and no server takes such a header.
    static constexpr qsizetype idLimit = 8192;

    void feed(QByteArrayView bytes, StreamSink &sink) override;
    void finish(StreamSink &sink) override;
    void reset() override;
    QByteArray lastEventId() const override { return m_lastEventId.view().toByteArray(); }
    std::optional<qint64> reconnectionTime() const override { return m_retry; }

private:
    void take(QByteArrayView bytes, StreamSink &sink);
    const char *skipByteOrderMark(const char *at, const char *end);
    void keep(QByteArrayView part, StreamSink &sink);
    void endLine(QByteArrayView part, StreamSink &sink);
    void line(QByteArrayView line, StreamSink &sink);
    void field(QByteArrayView name, QByteArrayView value, QByteArrayView line, StreamSink &sink);
    void data(QByteArrayView value, StreamSink &sink);
    void retry(QByteArrayView value, QByteArrayView line, StreamSink &sink);
    void dispatch(StreamSink &sink);
    void tooLong(bool wholeEvent, StreamSink &sink);
    void discard(const QByteArray &reason, QByteArrayView text, StreamSink &sink);
    void clearBlock();
    void hold();

    // A value that points into the bytes being fed, and is copied only where it outlives them.
    class Text final
    {
    public:
        Text(QByteArray text = {})
            : m_own(std::move(text))
            , m_view(m_own)
        {
        }
        Q_DISABLE_COPY_MOVE(Text)

        QByteArrayView view() const { return m_view; }
        bool isEmpty() const { return m_view.isEmpty(); }
        // Only to what outlives this one, or the bytes being fed.
        void point(QByteArrayView text) { m_view = text; }
        void append(char c, QByteArrayView text);
        void hold();
        void clear() { m_view = {}; }
        // Gives back a buffer that was large once.
        void shrink();

    private:
        QByteArray m_own;
        QByteArrayView m_view; // of m_own, or of the bytes being fed
    };

    const qint64 m_lineLimit;
    const qint64 m_eventLimit;
    QByteArray m_line; // a line whose end has not come yet
    Text m_data;
    Text m_type;
    Text m_id; // HTML 9.2.6: the last event ID buffer
    Text m_lastEventId;
    std::optional<qint64> m_retry;
    qint64 m_blockLines = 0; // lines of the block that would be lost with it
    int m_markBytes = 0; // of the byte order mark; 3: that is over
    bool m_hasData = false;
    bool m_hasId = false;
    bool m_skipLineFeed = false; // a carriage return ended the chunk
    bool m_skipLine = false; // the line is too long: forget the rest of it
    bool m_dropEvent = false;

    const QByteArray m_unknownField; // translated once: a hostile feed may hold nothing else
    const QByteArray m_badRetry;
    const QByteArray m_badId;
    const QByteArray m_noData;
    const QByteArray m_incomplete;
};

} // namespace weir
