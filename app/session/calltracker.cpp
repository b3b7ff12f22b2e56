// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calltracker.h"

#include "calloutcome.h"

#include <algorithm>
#include <utility>

namespace weir {

namespace {
constexpr qsizetype longestId = 1000; // bytes; who gives a call up needs all of it
constexpr qsizetype longestMethod = 200;

QByteArray shortened(QByteArrayView text, qsizetype limit)
{
    return text.first(std::min(text.size(), limit)).toByteArray();
}

// The end of a call as its row tells it.
Call ended(const EventView &row, Call::State state)
{
    Call call;
    call.state = state;
    call.answer = row.seq;
    call.ended = row.time;
    call.answerSize = row.kind == Kind::Error ? 0 : row.payload.size();
    call.outcome = callOutcome(row);
    return call;
}
}

void CallChanges::set(const Call &call)
{
    const auto at = std::lower_bound(fresh.begin(), fresh.end(), call.seq,
                                     [](const Call &one, quint64 seq) { return one.seq < seq; });
    if (at != fresh.end() && at->seq == call.seq)
        *at = call;
    else
        changed.insert_or_assign(call.seq, call);
}

void CallChanges::add(CallChanges &&later)
{
    for (const auto &[seq, call] : later.changed)
        set(call);
    if (fresh.empty())
        fresh = std::move(later.fresh);
    else
        fresh.insert(fresh.end(), std::make_move_iterator(later.fresh.begin()),
                     std::make_move_iterator(later.fresh.end()));
}

CallTracker::CallTracker(size_t limit)
    : m_limit(limit)
{
}

void CallTracker::take(const EventView &row)
{
    const bool isOut = row.direction == Direction::Out;
    switch (row.kind) {
    case Kind::RpcRequest:
        return begin(row, isOut ? Call::Type::Call : Call::Type::Asked);
    case Kind::RpcNotification:
        if (isOut)
            begin(row, Call::Type::Notification);
        return;
    case Kind::RpcBatch:
        return isOut ? begin(row, Call::Type::Batch) : takeBatchAnswer(row);
    case Kind::RpcResult:
        return end(row, Call::State::Result);
    case Kind::RpcError:
        return end(row, Call::State::Error);
    case Kind::RpcInvalid:
        // What we sent and is none, on purpose, has no id that an answer could have.
        return isOut ? begin(row, Call::Type::Notification) : end(row, Call::State::Invalid);
    case Kind::Error:
        return end(row, Call::State::Failed);
    case Kind::HttpRequest:
        return takeHttpRequest(row);
    case Kind::HttpResponse:
        return takeHttpResponse(row);
    default:
        return;
    }
}

CallChanges CallTracker::takeChanges()
{
    return std::exchange(m_changes, {});
}

void CallTracker::begin(const EventView &row, Call::Type type)
{
    Call call;
    call.type = type;
    call.seq = row.seq;
    call.begun = row.time;
    call.requestSize = row.payload.size();
    call.id = shortened(row.id, longestId);
    if (row.kind == Kind::RpcInvalid)
        call.outcome = callOutcome(row);
    else
        call.method = shortened(row.name, longestMethod);
    if (type == Call::Type::Notification || type == Call::Type::Batch)
        call.state = Call::State::Sent;
    const auto batch = row.direction == Direction::Out ? m_open.find(row.ref) : m_open.end();
    const bool isMember = batch != m_open.end() && batch->second.call.type == Call::Type::Batch;
    if (isMember)
        call.batch = row.ref;
    m_changes.fresh.push_back(call);
    if (isMember)
        beginMember(call, batch);
    m_open.insert_or_assign(row.seq, Open{.call = std::move(call)});
    if (m_open.size() > m_limit)
        m_open.erase(m_open.begin());
}

void CallTracker::beginMember(const Call &call, Calls::iterator batch)
{
    ++batch->second.call.members;
    ++(call.type == Call::Type::Call ? batch->second.waiting : batch->second.quiet);
    settle(call.begun, batch);
}

void CallTracker::end(const EventView &row, Call::State state)
{
    const auto found = m_open.find(row.ref);
    if (row.ref == 0 || found == m_open.end())
        return;
    const Call &call = found->second.call;
    const bool isFailure = state == Call::State::Failed;
    if (call.type == Call::Type::Batch)
        return isFailure ? endBatch(row, found) : answerBatch(row, state, found);
    // An answer of ours ends what we were asked, one of theirs what we asked.
    if (!isFailure && (call.type == Call::Type::Asked) != (row.direction == Direction::Out))
        return;
    if (call.state != Call::State::Invalid)
        return endCall(ended(row, state), found);
    // Such as a page of HTML: that the server answered 502 says more, and the page is shown.
    if (isFailure) {
        found->second.call.outcome = callOutcome(row);
        m_changes.set(call);
        m_open.erase(found);
    }
}

void CallTracker::endCall(const Call &as, Calls::iterator found)
{
    Call &call = found->second.call;
    const bool isCounted = call.state == Call::State::Waiting;
    call.state = as.state;
    call.answer = as.answer;
    call.ended = as.ended;
    call.answerSize = as.answerSize;
    call.outcome = as.outcome;
    m_changes.set(call);
    const auto batch = m_open.find(call.batch);
    if (call.state != Call::State::Invalid)
        m_open.erase(found);
    if (batch == m_open.end() || !isCounted)
        return;
    --batch->second.waiting;
    ++(as.state == Call::State::Result ? batch->second.call.results : batch->second.call.errors);
    settle(as.ended, batch);
}

// None of its members will be answered any more.
void CallTracker::endBatch(const EventView &row, Calls::iterator batch)
{
    Open &open = batch->second;
    Call as = ended(row, Call::State::Failed);
    if (open.own != Call::State::Waiting) {
        as.state = open.own;
        as.answer = open.call.answer;
        as.answerSize = open.call.answerSize;
        if (open.own == Call::State::Error)
            as.outcome = open.call.outcome;
    }
    const bool isAll = open.call.results + open.call.errors == 0;
    for (const auto member : membersOf(batch)) {
        if (member->second.call.state == Call::State::Waiting)
            endCall(as, member);
    }
    if (isAll)
        endCall(as, batch);
}

// An error that cannot say which member it is about, or that is about all of them.
void CallTracker::answerBatch(const EventView &row, Call::State state, Calls::iterator batch)
{
    Open &open = batch->second;
    if (state == Call::State::Result)
        return;
    if (open.quiet > 0) {
        --open.quiet;
        ++open.call.errors;
        return settle(row.time, batch);
    }
    open.own = state;
    open.call.outcome = callOutcome(row);
    if (open.call.answer == 0) {
        open.call.answer = row.seq;
        open.call.answerSize = row.payload.size();
    }
    m_changes.set(open.call);
}

// What the members say about their batch. It stays open: an error without an id may follow.
void CallTracker::settle(qint64 time, Calls::iterator found)
{
    Open &batch = found->second;
    Call &call = batch.call;
    const bool isAnswered = call.results + call.errors > 0;
    if (batch.waiting > 0)
        call.state = Call::State::Waiting;
    else if (!isAnswered)
        call.state = Call::State::Sent;
    else if (call.results > 0 && call.errors > 0)
        call.state = Call::State::Mixed;
    else
        call.state = call.results > 0 ? Call::State::Result : Call::State::Error;
    if (batch.waiting == 0 && isAnswered)
        call.ended = time;
    m_changes.set(call);
}

// Its open members: they follow it, but for what the server may ask in between.
std::vector<CallTracker::Calls::iterator> CallTracker::membersOf(Calls::iterator batch)
{
    std::vector<Calls::iterator> members;
    for (auto one = std::next(batch); one != m_open.end(); ++one) {
        if (one->second.call.batch == batch->first)
            members.push_back(one);
        else if (one->second.call.type != Call::Type::Asked)
            break;
    }
    return members;
}

template <typename Change> void CallTracker::changeWithMembers(quint64 seq, Change change)
{
    const auto found = m_open.find(seq);
    if (found == m_open.end())
        return;
    std::vector<Calls::iterator> all{found};
    if (found->second.call.type == Call::Type::Batch) {
        const auto members = membersOf(found);
        all.insert(all.end(), members.begin(), members.end());
    }
    for (const auto one : all) {
        change(one->second.call);
        m_changes.set(one->second.call);
    }
}

void CallTracker::takeBatchAnswer(const EventView &row)
{
    const auto batch = m_open.find(row.ref);
    if (batch == m_open.end() || batch->second.call.type != Call::Type::Batch)
        return;
    batch->second.call.answer = row.seq;
    batch->second.call.answerSize = row.payload.size();
    m_changes.set(batch->second.call);
}

void CallTracker::takeHttpRequest(const EventView &row)
{
    if (!m_open.contains(row.ref))
        return;
    changeWithMembers(row.ref, [&row](Call &call) { call.httpRequest = row.seq; });
    m_httpRequests.insert_or_assign(row.seq, row.ref);
    if (m_httpRequests.size() > m_limit)
        m_httpRequests.erase(m_httpRequests.begin());
}

void CallTracker::takeHttpResponse(const EventView &row)
{
    const auto request = m_httpRequests.find(row.ref);
    if (request == m_httpRequests.end())
        return;
    changeWithMembers(request->second, [&row](Call &call) { call.httpResponse = row.seq; });
    m_httpRequests.erase(request);
}

} // namespace weir
