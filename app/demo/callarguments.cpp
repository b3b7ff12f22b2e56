// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callarguments.h"

#include <utility>

namespace weir {

CallArguments::CallArguments(QByteArrayView params, QList<QByteArray> names)
    : m_names(std::move(names))
    , m_values(m_names.size())
{
    const auto elements = jsonElements(params);
    for (qsizetype i = 0; i < qsizetype(elements.size()); ++i) {
        if (i < m_values.size())
            m_values[i] = elements[size_t(i)];
        else
            blame(QByteArray::number(i),
                  "at most " + QByteArray::number(m_names.size()) + " parameters by position");
    }
    for (const JsonMember &member : jsonMembers(params)) {
        const qsizetype at = m_names.indexOf(member.name);
        if (at >= 0)
            m_values[at] = member.value;
        else
            blame(member.name, "one of " + m_names.join(", "));
    }
}

QByteArrayView CallArguments::raw(QByteArrayView name) const
{
    const QByteArrayView value = m_values.at(m_names.indexOf(name.toByteArray()));
    return !value.isEmpty() && jsonType(value) == JsonType::Null ? QByteArrayView() : value;
}

QByteArrayView CallArguments::required(QByteArrayView name, JsonType type, const QByteArray &expected)
{
    const QByteArrayView value = raw(name);
    if (value.isEmpty() || jsonType(value) != type)
        blame(name, expected);
    return value;
}

DemoDecimal CallArguments::number(QByteArrayView name)
{
    const auto read = DemoDecimal::fromJson(raw(name));
    if (!read)
        blame(name, "a number with at most 1000 digits on either side of the point");
    return read.value_or(DemoDecimal());
}

std::optional<qint64> CallArguments::integer(QByteArrayView name, qint64 least, qint64 most)
{
    const QByteArrayView value = raw(name);
    if (value.isEmpty())
        return {};
    const auto whole = wholeNumber(value);
    if (!whole || *whole < least || *whole > most)
        blame(name, "an integer from " + QByteArray::number(least) + " to " + QByteArray::number(most));
    return whole;
}

std::optional<QByteArray> CallArguments::text(QByteArrayView name)
{
    const QByteArrayView value = raw(name);
    if (value.isEmpty())
        return {};
    if (jsonType(value) != JsonType::String)
        blame(name, "a string");
    return jsonText(value);
}

qsizetype CallArguments::choice(QByteArrayView name, const QList<QByteArray> &choices)
{
    const QByteArrayView value = raw(name);
    const qsizetype at = value.isEmpty() ? 0 : choices.indexOf(jsonText(value));
    if (at < 0)
        blame(name, "one of " + choices.join(", "));
    return at;
}

void CallArguments::blame(QByteArrayView name, const QByteArray &expected)
{
    if (m_fault)
        return;
    QByteArray data = "{\"param\":" + quotedJson(name) + ",\"expected\":" + quotedJson(expected);
    const qsizetype at = m_names.indexOf(name.toByteArray());
    if (at >= 0 && !m_values[at].isEmpty())
        data += ",\"got\":" + m_values[at].toByteArray();
    m_fault = {DemoRpcError::InvalidParams, "Invalid params", data + '}'};
}

std::optional<qint64> wholeNumber(QByteArrayView json)
{
    const auto read = DemoDecimal::fromJson(json);
    if (!read)
        return {};
    bool ok = false;
    const qint64 whole = read->shortest().toJson().toLongLong(&ok);
    return ok ? std::optional(whole) : std::nullopt;
}

} // namespace weir
