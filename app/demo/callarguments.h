// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demodecimal.h"
#include "rpcoutcome.h"

#include "base/rawjson.h"

#include <QList>

#include <optional>

namespace weir {

// What a call was given, by name or by position, read as its method wants it. The first thing that is wrong
// is kept, and tells which parameter it is; what is read after that is of no use.
class CallArguments final
{
public:
    // `params` is raw JSON, empty for none, and must outlive this; `names` in the order of positions.
    CallArguments(QByteArrayView params, QList<QByteArray> names);

    QByteArrayView raw(QByteArrayView name) const; // empty: not given, or null
    QByteArrayView required(QByteArrayView name, JsonType type, const QByteArray &expected);
    DemoDecimal number(QByteArrayView name);
    std::optional<qint64> integer(QByteArrayView name, qint64 least, qint64 most);
    std::optional<QByteArray> text(QByteArrayView name);
    // One of `choices`; the first where it is not given.
    qsizetype choice(QByteArrayView name, const QList<QByteArray> &choices);

    void blame(QByteArrayView name, const QByteArray &expected);
    const std::optional<DemoRpcError> &fault() const { return m_fault; }

private:
    const QList<QByteArray> m_names;
    QList<QByteArrayView> m_values;
    std::optional<DemoRpcError> m_fault;
};

// A JSON number that is whole, however it is written: 2, 2.0, 2e0.
std::optional<qint64> wholeNumber(QByteArrayView json);

} // namespace weir
