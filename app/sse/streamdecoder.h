// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/eventbatch.h"

#include <optional>

namespace weir {

// What happens when the body of a stream ends cleanly.
enum class StreamEnd { Reconnect, Stop };

// Where a decoder puts its rows, and what every one of them carries.
struct StreamSink
{
    EventBatch &batch;
    qint64 time = 0; // when these bytes were read
    quint64 ref = 0; // the local number of the response they belong to
    quint64 events = 0; // added to
    quint64 discardedLines = 0; // added to
};

// Turns the body of a response into rows: a push codec without clock or I/O. Another framing is another one
// of these.
class StreamDecoder
{
public:
    virtual ~StreamDecoder() = default;

    // The bytes may be cut anywhere; they are not kept.
    virtual void feed(QByteArrayView bytes, StreamSink &sink) = 0;
    // The stream is over, cleanly or not: what is incomplete is discarded, and said so.
    virtual void finish(StreamSink &sink) = 0;
    // A new stream begins; what outlives a reconnection stays.
    virtual void reset() = 0;

    // From where to resume: empty: from nowhere in particular.
    virtual QByteArray lastEventId() const = 0;
    // Milliseconds, once the stream has asked for them.
    virtual std::optional<qint64> reconnectionTime() const = 0;
};

} // namespace weir
