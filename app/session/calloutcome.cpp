// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calloutcome.h"

#include "jsonrpc/rpcmessage.h"

#include "base/rawjson.h"

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype wholeLimit = 64 * 1024; // bytes of an answer that is looked at to its end
constexpr qsizetype secondLook = 1024 * 1024; // the same, where its outcome does not stand in front
constexpr qsizetype longestRead = 4 * outcomeLimit; // blanks go
constexpr QByteArrayView ellipsis("…");

QByteArrayView cut(QByteArrayView utf8, qsizetype limit)
{
    if (utf8.size() <= limit)
        return utf8;
    while (limit > 0 && (uchar(utf8[limit]) & 0xc0) == 0x80)
        --limit;
    return utf8.first(limit);
}

QByteArray shortened(QByteArrayView utf8)
{
    QByteArray text = cut(utf8, outcomeLimit).toByteArray();
    if (text.size() < utf8.size())
        text += ellipsis;
    return text;
}

// On one line: a run of blanks between two tokens becomes one.
QByteArray onOneLine(QByteArrayView json)
{
    QByteArray line;
    const QByteArrayView read = cut(json, longestRead);
    bool inString = false;
    for (qsizetype i = 0; i < read.size(); ++i) {
        const char c = read[i];
        const bool isBlank = !inString && (c == ' ' || c == '\t' || c == '\r' || c == '\n');
        if (!isBlank)
            line += c;
        else if (!line.endsWith(' '))
            line += ' ';
        if (c == '"')
            inString = !inString;
        else if (c == '\\' && inString && i + 1 < read.size())
            line += read[++i];
    }
    if (read.size() < json.size() && line.size() <= outcomeLimit)
        return line + ellipsis.toByteArray();
    return shortened(line);
}

QByteArray errorLine(QByteArrayView error)
{
    QByteArray code;
    QByteArray message;
    for (const JsonMember &member : jsonMembers(error)) {
        if (member.name == "code")
            code = member.value.toByteArray();
        else if (member.name == "message")
            message = jsonType(member.value) == JsonType::String ? jsonText(member.value)
                                                                 : member.value.toByteArray();
    }
    if (code.isEmpty() && message.isEmpty())
        return onOneLine(error);
    if (!code.isEmpty() && !message.isEmpty())
        code += ' ';
    return shortened(code.append(message));
}

QByteArray answerLine(QByteArrayView payload)
{
    AnswerParts parts = answerParts(payload.first(std::min(payload.size(), wholeLimit)));
    if (parts.isEmpty() && payload.size() > wholeLimit && payload.size() <= secondLook)
        parts = answerParts(payload);
    if (!parts.error.isEmpty())
        return errorLine(parts.error);
    return onOneLine(parts.result.isEmpty() ? payload : parts.result);
}
}

AnswerParts answerParts(QByteArrayView payload)
{
    AnswerParts parts;
    for (const JsonMember &member : jsonMembers(payload)) {
        if (member.name == "result")
            parts.result = member.value;
        else if (member.name == "error")
            parts.error = member.value;
    }
    return parts;
}

QByteArray answerPart(const QByteArray &payload)
{
    const AnswerParts parts = answerParts(payload);
    if (!parts.error.isEmpty())
        return parts.error.toByteArray();
    return parts.result.isEmpty() ? payload : parts.result.toByteArray();
}

QByteArray callOutcome(const EventView &row)
{
    switch (row.kind) {
    case Kind::RpcResult:
    case Kind::RpcError:
        return answerLine(row.payload);
    case Kind::RpcInvalid:
        return rpcFaultText(rpcFaultFromName(row.name)).toUtf8();
    default:
        return shortened(row.payload);
    }
}

} // namespace weir
