// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpcoutcome.h"

#include "base/rawjson.h"

#include <QStringBuilder>

namespace weir {

QByteArray toJson(const DemoRpcError &error)
{
    QByteArray json =
        "{\"code\":" + QByteArray::number(error.code) + ",\"message\":" + quotedJson(error.message);
    if (!error.data.isEmpty())
        json += ",\"data\":" + error.data;
    return json + '}';
}

QByteArray answerText(const DemoRpcOutcome &outcome, QByteArrayView id)
{
    const QByteArray name = outcome ? "result" : "error";
    return "{\"jsonrpc\":\"2.0\",\"" + name + "\":" + (outcome ? *outcome : toJson(outcome.error()))
        + ",\"id\":" + id.toByteArray() + '}';
}

} // namespace weir
