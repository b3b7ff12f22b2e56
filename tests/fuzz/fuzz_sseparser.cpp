// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sse/sseparser.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace weir;

namespace {

struct Outcome
{
    EventBatch batch;
    QByteArray lastEventId;
    std::optional<qint64> reconnectionTime;
    quint64 events = 0;
    quint64 discardedLines = 0;
};

// Feeds the stream in chunks of at most `chunk` bytes, each in memory of its own so that reading beyond is
// seen.
void parse(QByteArrayView stream, qsizetype chunk, qint64 lineLimit, Outcome &outcome)
{
    SseParser parser(lineLimit);
    StreamSink sink{outcome.batch, 1, 0};
    for (qsizetype at = 0; at < stream.size(); at += chunk) {
        const std::vector<char> bytes(stream.begin() + at,
                                      stream.begin() + std::min(at + chunk, stream.size()));
        parser.feed(QByteArrayView(bytes.data(), qsizetype(bytes.size())), sink);
    }
    parser.finish(sink);
    outcome.lastEventId = parser.lastEventId();
    outcome.reconnectionTime = parser.reconnectionTime();
    outcome.events = sink.events;
    outcome.discardedLines = sink.discardedLines;
}

bool isSame(const Outcome &a, const Outcome &b)
{
    bool same = a.batch.count() == b.batch.count() && a.lastEventId == b.lastEventId
        && a.reconnectionTime == b.reconnectionTime && a.events == b.events
        && a.discardedLines == b.discardedLines;
    for (qsizetype i = 0; same && i < a.batch.count(); ++i)
        same = a.batch.at(i).toEvent() == b.batch.at(i).toEvent();
    return same;
}

} // namespace

// The first two bytes choose the chunks and the line limit, the rest is the stream. However it is cut, the
// rows are the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const qsizetype chunk = 1 + data[0] % 17;
    const qint64 lineLimit = data[1] < 128 ? 8 + data[1] : 16 * 1024 * 1024;
    const QByteArrayView stream(reinterpret_cast<const char *>(data) + 2, qsizetype(size) - 2);
    Outcome whole;
    Outcome cut;
    parse(stream, std::max<qsizetype>(stream.size(), 1), lineLimit, whole);
    parse(stream, chunk, lineLimit, cut);
    if (!isSame(whole, cut))
        std::abort();
    return 0;
}
