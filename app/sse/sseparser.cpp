// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sseparser.h"

#include "base/error.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace weir {

namespace {
constexpr char byteOrderMark[] = "\xEF\xBB\xBF";
constexpr qsizetype idleCapacity = 1024 * 1024; // a buffer that was larger once is given back

const char *find(const char *at, const char *end, char c)
{
    const void *hit = at == end ? nullptr : std::memchr(at, c, size_t(end - at));
    return hit ? static_cast<const char *>(hit) : end;
}

template <size_t N> bool is(QByteArrayView name, const char (&text)[N])
{
    return name.size() == qsizetype(N - 1) && std::memcmp(name.data(), text, N - 1) == 0;
}

QByteArray reason(const char *text)
{
    return QCoreApplication::translate("SseParser", text).toUtf8();
}

void empty(QByteArray &buffer)
{
    if (buffer.capacity() > idleCapacity)
        buffer = QByteArray();
    else
        buffer.resize(0);
}
}

SseParser::SseParser(qint64 lineLimit, QByteArray lastEventId)
    : m_lineLimit(std::clamp<qint64>(lineLimit, 1, 256 * 1024 * 1024)) // a batch stays below 4 GiB
    , m_eventLimit(m_lineLimit * 4)
    , m_id(lastEventId)
    , m_lastEventId(std::move(lastEventId))
    , m_unknownField(reason(QT_TRANSLATE_NOOP("SseParser", "Unknown field: ")))
    , m_badRetry(reason(QT_TRANSLATE_NOOP("SseParser", "Not a number of milliseconds: ")))
    , m_badId(reason(QT_TRANSLATE_NOOP("SseParser", "An id with a NULL character or too long: ")))
    , m_noData(reason(QT_TRANSLATE_NOOP("SseParser", "An event without data: ")))
    , m_incomplete(reason(QT_TRANSLATE_NOOP("SseParser", "Incomplete at the end of the stream: ")))
{
}

void SseParser::Text::append(char c, QByteArrayView text)
{
    hold();
    m_own.append(c);
    m_own.append(text);
    m_view = m_own;
}

void SseParser::Text::hold()
{
    if (m_view.data() == m_own.constData() && m_view.size() == m_own.size())
        return;
    empty(m_own);
    m_own.append(m_view);
    m_view = m_own;
}

void SseParser::Text::shrink()
{
    empty(m_own);
    m_view = m_own;
}

void SseParser::feed(QByteArrayView bytes, StreamSink &sink)
{
    take(bytes, sink);
    hold();
}

void SseParser::take(QByteArrayView bytes, StreamSink &sink)
{
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    if (m_markBytes < 3)
        at = skipByteOrderMark(at, end);
    if (m_skipLineFeed && at != end) {
        m_skipLineFeed = false;
        if (*at == '\n')
            ++at;
    }
    // Each is looked for again only once it is passed, so that a feed without one of them costs no more.
    const char *lineFeed = find(at, end, '\n');
    const char *carriageReturn = find(at, end, '\r');
    while (at != end) {
        if (lineFeed < at)
            lineFeed = find(at, end, '\n');
        if (carriageReturn < at)
            carriageReturn = find(at, end, '\r');
        const char *const lineEnd = std::min(lineFeed, carriageReturn);
        if (lineEnd == end)
            return keep({at, lineEnd}, sink);
        endLine({at, lineEnd}, sink);
        at = lineEnd + 1;
        if (*lineEnd == '\r') {
            // The line is over at once; a line feed that follows belongs to the same end.
            m_skipLineFeed = at == end;
            if (at != end && *at == '\n')
                ++at;
        }
    }
}

void SseParser::finish(StreamSink &sink)
{
    // HTML 9.2.6: "Once the end of the file is reached, any pending data must be discarded."
    if (!m_skipLine && !m_line.isEmpty())
        ++m_blockLines;
    if (m_blockLines > 0 && !m_dropEvent) {
        QByteArray text = m_data.view().toByteArray();
        if (!m_line.isEmpty())
            text += (text.isEmpty() ? "" : "\n") + m_line;
        discard(m_incomplete, text, sink);
        sink.discardedLines += quint64(m_blockLines - 1);
    }
    reset();
}

void SseParser::reset()
{
    clearBlock();
    empty(m_line);
    // The id of an incomplete event is forgotten; the one in effect outlives the connection, as in browsers.
    m_id.point(m_lastEventId.view());
    m_id.hold();
    m_markBytes = 0;
    m_skipLineFeed = false;
    m_skipLine = false;
}

const char *SseParser::skipByteOrderMark(const char *at, const char *end)
{
    for (; at != end && m_markBytes < 3; ++at, ++m_markBytes) {
        if (*at != byteOrderMark[m_markBytes]) {
            m_line.append(byteOrderMark, m_markBytes);
            m_markBytes = 3;
            break;
        }
    }
    return at;
}

void SseParser::keep(QByteArrayView part, StreamSink &sink)
{
    if (m_skipLine)
        return;
    if (m_line.size() + part.size() > m_lineLimit) {
        m_skipLine = true;
        return tooLong(false, sink);
    }
    m_line.append(part);
}

void SseParser::endLine(QByteArrayView part, StreamSink &sink)
{
    if (m_line.isEmpty() && !m_skipLine && part.size() <= m_lineLimit)
        return line(part, sink);
    keep(part, sink);
    if (!m_skipLine) {
        line(m_line, sink);
        hold(); // m_line is used again
    }
    m_skipLine = false;
    empty(m_line);
}

void SseParser::line(QByteArrayView line, StreamSink &sink)
{
    if (line.isEmpty())
        return dispatch(sink);
    const char *const end = line.data() + line.size();
    const char *const colon = find(line.data(), end, ':');
    const QByteArrayView name(line.data(), colon);
    QByteArrayView value;
    if (colon != end) {
        value = QByteArrayView(colon + 1, end);
        if (value.startsWith(' ')) // HTML 9.2.6: one leading space
            value = value.sliced(1);
    }
    if (colon == line.data())
        sink.batch.append({.time = sink.time, .ref = sink.ref, .kind = Kind::SseComment}, {}, {}, value);
    else
        field(name, value, line, sink);
}

void SseParser::field(QByteArrayView name, QByteArrayView value, QByteArrayView line, StreamSink &sink)
{
    if (is(name, "data")) {
        data(value, sink);
    } else if (is(name, "event")) {
        ++m_blockLines;
        m_type.point(value);
    } else if (is(name, "id")) {
        // HTML 9.2.6: "If the field value does not contain U+0000 NULL, then set the last event ID buffer".
        if (value.size() > idLimit || value.contains('\0'))
            return discard(m_badId, line, sink);
        ++m_blockLines;
        m_id.point(value);
        m_hasId = true;
    } else if (is(name, "retry")) {
        retry(value, line, sink);
    } else {
        discard(m_unknownField, line, sink);
    }
}

void SseParser::data(QByteArrayView value, StreamSink &sink)
{
    if (m_dropEvent)
        return;
    if (m_data.view().size() + value.size() + 1 > m_eventLimit)
        return tooLong(true, sink);
    ++m_blockLines;
    if (m_hasData)
        m_data.append('\n', value);
    else
        m_data.point(value);
    m_hasData = true;
}

void SseParser::retry(QByteArrayView value, QByteArrayView line, StreamSink &sink)
{
    // HTML 9.2.6: "If the field value consists of only ASCII digits".
    const bool digits = !value.isEmpty()
        && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits)
        return discard(m_badRetry, line, sink);
    constexpr qint64 longest = 10LL * 365 * 24 * 3600 * 1000; // ten years are for ever, and no sum overflows
    qint64 milliseconds = 0;
    for (const char c : value)
        milliseconds = std::min(milliseconds * 10 + (c - '0'), longest);
    m_retry = milliseconds;
    sink.batch.append({.time = sink.time, .ref = sink.ref, .kind = Kind::SseRetry}, {}, {}, value);
}

void SseParser::dispatch(StreamSink &sink)
{
    // HTML 9.2.6: an id takes effect even where its block has no data.
    if (m_hasId)
        m_lastEventId.point(m_id.view());
    if (m_hasData && !m_dropEvent) {
        sink.batch.append({.time = sink.time,
                           .ref = sink.ref,
                           .kind = Kind::SseEvent,
                           .flags = quint16(m_hasId ? OwnId : 0)},
                          m_type.isEmpty() ? QByteArrayView("message") : m_type.view(), m_lastEventId.view(),
                          m_data.view());
        ++sink.events;
    } else if (!m_type.isEmpty() && !m_dropEvent) {
        discard(m_noData, m_type.view(), sink);
    }
    clearBlock();
}

void SseParser::tooLong(bool wholeEvent, StreamSink &sink)
{
    const Error error = wholeEvent ? Error{ErrorCode::EventTooLong, QString::number(m_eventLimit)}
                                   : Error{ErrorCode::LineTooLong, QString::number(m_lineLimit)};
    sink.batch.append(
        {.time = sink.time, .ref = sink.ref, .kind = Kind::Error, .direction = Direction::Local}, {}, {},
        errorText(error).toUtf8());
    sink.discardedLines += quint64(m_blockLines) + 1;
    m_blockLines = 0;
    m_dropEvent = true;
    empty(m_line);
    m_data.shrink();
}

void SseParser::discard(const QByteArray &reason, QByteArrayView text, StreamSink &sink)
{
    ++sink.discardedLines;
    const QByteArray sentence = reason + text.toByteArray();
    sink.batch.append({.time = sink.time, .ref = sink.ref, .kind = Kind::Note, .direction = Direction::Local},
                      "discarded", {}, sentence);
}

void SseParser::hold()
{
    m_lastEventId.hold(); // before m_id, whose bytes it may point to
    m_id.hold();
    m_type.hold();
    m_data.hold();
}

void SseParser::clearBlock()
{
    m_data.clear();
    m_type.clear();
    m_blockLines = 0;
    m_hasData = false;
    m_hasId = false;
    m_dropEvent = false;
}

} // namespace weir
