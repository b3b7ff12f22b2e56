// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "call.h"

#include <map>
#include <vector>

namespace weir {

// What became of calls: new ones in order of their seq, and older ones as they are now.
struct CallChanges
{
    std::vector<Call> fresh;
    std::map<quint64, Call> changed; // by seq

    bool isEmpty() const { return fresh.empty() && changed.empty(); }
    void set(const Call &call); // one that is among the fresh ones, or older than they are
    void add(CallChanges &&later);
};

// Turns the rows of one JSON-RPC connection, in order, into calls. Keeps those that an answer may still come
// to, at most `limit` of them: what becomes of older ones is not told any more.
class CallTracker final
{
public:
    explicit CallTracker(size_t limit);
    Q_DISABLE_COPY_MOVE(CallTracker)

    static constexpr quint64 kinds = kindBit(Kind::RpcRequest) | kindBit(Kind::RpcNotification)
        | kindBit(Kind::RpcResult) | kindBit(Kind::RpcError) | kindBit(Kind::RpcBatch)
        | kindBit(Kind::RpcInvalid) | kindBit(Kind::HttpRequest) | kindBit(Kind::HttpResponse)
        | kindBit(Kind::Error);
    void take(const EventView &row); // of one of these kinds
    CallChanges takeChanges(); // since it was last asked

private:
    struct Open
    {
        Call call;
        // Batch: members that are not answered, and those that could not be but by an error without an id
        qint32 waiting = 0;
        qint32 quiet = 0;
        Call::State own = Call::State::Waiting; // what came for all of it: Error, Invalid
    };
    using Calls = std::map<quint64, Open>; // by seq

    void begin(const EventView &row, Call::Type type);
    void beginMember(const Call &call, Calls::iterator batch);
    void end(const EventView &row, Call::State state);
    void endCall(const Call &as, Calls::iterator call);
    void endBatch(const EventView &row, Calls::iterator batch);
    void answerBatch(const EventView &row, Call::State state, Calls::iterator batch);
    void settle(qint64 time, Calls::iterator batch);
    std::vector<Calls::iterator> membersOf(Calls::iterator batch);
    template <typename Change> void changeWithMembers(quint64 seq, Change change);
    void takeBatchAnswer(const EventView &row);
    void takeHttpRequest(const EventView &row);
    void takeHttpResponse(const EventView &row);

    const size_t m_limit;
    Calls m_open;
    std::map<quint64, quint64> m_httpRequests; // that no response came to: seq, and that of the call
    CallChanges m_changes;
};

} // namespace weir
