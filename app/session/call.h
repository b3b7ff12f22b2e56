// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/event.h"

#include <QString>

namespace weir {

// One call of a JSON-RPC connection as its rows in the log tell it. All numbers are seqs, 0 where there is no
// such row; texts are cut to what a line shows.
struct Call
{
    enum class Type {
        Call, // of ours
        Notification, // of ours
        Batch, // of ours; its members follow
        Asked, // the server's request to us
    };
    enum class State {
        Waiting,
        Sent, // a notification, or a batch of them: no reply is expected
        Result,
        Error, // an error object
        Invalid, // an answer that is no JSON-RPC
        Failed, // there is no answer: transport, time, a hand that gave it up
        Mixed, // Batch: results and errors
    };
    Type type = Type::Call;
    State state = State::Waiting;
    quint64 seq = 0; // of the request
    quint64 answer = 0; // of the result, the error, or the row that says why there is none
    quint64 batch = 0; // of the request's batch
    quint64 httpRequest = 0;
    quint64 httpResponse = 0;
    qint64 begun = 0; // UTC, microseconds; when the request was sent
    qint64 ended = 0; // 0: it has not
    qint64 requestSize = 0; // bytes
    qint64 answerSize = 0; // bytes
    qint32 members = 0; // Batch
    qint32 results = 0; // Batch: of its members
    qint32 errors = 0; // Batch: of its members; Failed and Invalid among them
    QByteArray id; // raw JSON; empty: none
    QByteArray method; // UTF-8
    QByteArray outcome; // raw JSON of the result; code and message of an error; a sentence. UTF-8

    qint64 duration() const { return ended > 0 ? ended - begun : -1; } // microseconds; -1: not yet
    bool operator==(const Call &) const = default;
};

} // namespace weir
