// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "paramnode.h"

#include <tl/expected.hpp>

#include <optional>

namespace weir {

struct RpcMethodInfo;

// A request in the making, as the form has it. Switching between the kinds of params loses nothing: rows
// serve by name and by position, the raw text is kept beside them.
struct CallDraft
{
    enum class Params { ByName, ByPosition, None, Raw };
    enum class Id { Automatic, Number, String, Null, Notification };

    QString method = {};
    Params params = Params::ByName;
    std::vector<ParamNode> rows = {};
    QString raw = {}; // of Params::Raw
    Id id = Id::Automatic;
    QString idText = {}; // of Id::Number and Id::String

    bool operator==(const CallDraft &) const = default;
};

// JSON-RPC 2.0, 4: the request as it is sent, on one line: jsonrpc, method, params, id. `automaticId` is raw
// JSON.
QByteArray callText(const CallDraft &draft, const QByteArray &automaticId);

// The form of a request that was written by hand. What the text does not tell is taken from `before`: rows
// that are off, names of params that are by position, the text beside the rows; the id stays automatic where
// it is `automaticId`. The error is a sentence: why this is not a request.
tl::expected<CallDraft, QString> draftFromText(QByteArrayView text, const CallDraft &before,
                                               const QByteArray &automaticId);

// What is wrong with a draft.
struct CallProblem
{
    enum class Part { Method, Params, Id };
    Part part = Part::Method;
    std::vector<int> path = {}; // Params: indices from rows down to the node; empty: all of them
    QString sentence = {};

    bool operator==(const CallProblem &) const = default;
};
// By JSON-RPC 2.0 itself, and by what the method expects, where that is known. Text with {{variables}} in it
// is taken to be right.
std::vector<CallProblem> problemsOf(const CallDraft &draft, const RpcMethodInfo *method);

// A form for the method: its parameters with their defaults, required ones on; what `before` has of the same
// names is kept.
CallDraft draftFor(const RpcMethodInfo &method, const CallDraft &before);

} // namespace weir
