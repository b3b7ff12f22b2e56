// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <tl/expected.hpp>

namespace weir {

// JSON-RPC 2.0, 5.1, of the demo server.
struct DemoRpcError
{
    enum Code : qint64 {
        ParseError = -32700,
        InvalidRequest = -32600,
        MethodNotFound = -32601,
        InvalidParams = -32602,
        CannotPush = -32000,
        NobodyAnswered = -32001,
        DivisionByZero = -32002,
    };
    qint64 code = CannotPush;
    QByteArray message; // UTF-8
    QByteArray data = {}; // raw JSON; empty: none
};
QByteArray toJson(const DemoRpcError &error);

// Raw JSON of a result, or an error.
using DemoRpcOutcome = tl::expected<QByteArray, DemoRpcError>;

// An answer to the request with this raw id.
QByteArray answerText(const DemoRpcOutcome &outcome, QByteArrayView id);

} // namespace weir
