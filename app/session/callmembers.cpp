// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callmembers.h"

#include "callindex.h"

namespace weir {

// They follow their batch, but for what the server may ask in between.
std::vector<qsizetype> callMembers(const CallIndex &index, qsizetype at)
{
    std::vector<qsizetype> members;
    const Call &batch = index.at(at);
    if (batch.type != Call::Type::Batch)
        return members;
    for (qsizetype i = at + 1; i < index.count(); ++i) {
        if (index.at(i).batch == batch.seq)
            members.push_back(i);
        else if (index.at(i).type != Call::Type::Asked)
            break;
    }
    return members;
}

std::vector<Call> waitingCalls(const CallIndex &index, const Call &call)
{
    std::vector<Call> calls;
    const auto add = [&calls](const Call &one) {
        if (one.state == Call::State::Waiting)
            calls.push_back(one);
    };
    if (call.type != Call::Type::Batch) {
        add(call);
        return calls;
    }
    if (const qsizetype at = index.indexOf(call.seq); at >= 0) {
        for (const qsizetype member : callMembers(index, at))
            add(index.at(member));
    }
    return calls;
}

} // namespace weir
