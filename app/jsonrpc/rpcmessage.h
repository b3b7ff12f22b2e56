// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/jsonformat.h"

#include <QString>

#include <optional>
#include <vector>

namespace weir {

// What is wrong with a message, or with its coming now.
enum class RpcFault {
    None,
    NotJson,
    NotAnObject, // 4: a request is an object, a batch an array of them
    EmptyBatch, // 6
    NoVersion, // 4: "jsonrpc" is missing, as in 1.0
    WrongVersion, // 4: "jsonrpc" is not exactly "2.0"
    BadMethod, // 4: not a string
    BadParams, // 4.2: neither object nor array
    BadId, // 4: neither string nor number nor null
    NoId, // 5: an answer must have one
    BothOutcomes, // 5: result and error
    NoOutcome, // neither method nor result nor error
    BadError, // 5.1: not an object with an integer code and a string message
    CallAndAnswer, // a method, and a result or an error
    // of answers, found by whom they come to
    UnknownId,
    AnsweredTwice,
    AnswersNotification, // 4.1: it must not be answered
};

// JSON-RPC 2.0, 5.1. Raw JSON stays what it was.
struct RpcErrorObject
{
    QByteArray code; // raw
    QByteArray message; // UTF-8
    QByteArray data; // raw; empty: none

    bool operator==(const RpcErrorObject &) const = default;
};

// One message of JSON-RPC 2.0. A message with a fault has what could be read of it.
struct RpcMessage
{
    enum class Type { Request, Notification, Result, Error, Invalid };
    Type type = Type::Invalid; // Invalid wherever there is a fault
    RpcFault fault = RpcFault::None;
    QByteArray text; // all of it, as it came
    QByteArray id; // raw; empty: none
    QByteArray method; // UTF-8
    QByteArray params; // raw; empty: none
    QByteArray result; // raw
    std::optional<RpcErrorObject> error;

    bool isAnswer() const { return !result.isEmpty() || error; }
    bool operator==(const RpcMessage &) const = default;
};

// What came as one piece: a message, or a batch of them.
struct RpcDocument
{
    bool isBatch = false;
    std::vector<RpcMessage> messages; // one where it is no batch; an empty batch has one with that fault
    std::optional<JsonFault> jsonFault; // of NotJson

    bool operator==(const RpcDocument &) const = default;
};

RpcDocument parseRpc(QByteArrayView text);

// Ids that are the same have the same key: "1" is not 1, but 1.0 is, and so is "\u0031" to "1". Empty where
// there is none.
QByteArray rpcIdKey(QByteArrayView id);

// The word that a row of kind rpc.invalid has for a name: "unknown-id"; and back.
QByteArray rpcFaultName(RpcFault fault);
RpcFault rpcFaultFromName(QByteArrayView name); // None where there is none
QString rpcFaultText(RpcFault fault); // one sentence

// 5.1: "Method not found" for -32601, "Server error" for -32099 to -32000; empty where it has no name.
QString rpcErrorName(QByteArrayView code);

} // namespace weir
