// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpcmessage.h"

#include "jsonnumber.h"

#include "base/rawjson.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace weir {

namespace {
struct MessageWords
{
    Q_DECLARE_TR_FUNCTIONS(RpcMessage)
};

// What stands in an object, the last of those that come twice.
struct Members
{
    std::optional<QByteArrayView> version;
    std::optional<QByteArrayView> id;
    std::optional<QByteArrayView> method;
    std::optional<QByteArrayView> params;
    std::optional<QByteArrayView> result;
    std::optional<QByteArrayView> error;
};

Members membersOf(QByteArrayView object)
{
    Members found;
    const std::array<std::pair<QByteArrayView, std::optional<QByteArrayView> *>, 6> known{{
        {"jsonrpc", &found.version},
        {"id", &found.id},
        {"method", &found.method},
        {"params", &found.params},
        {"result", &found.result},
        {"error", &found.error},
    }};
    for (const JsonMember &member : jsonMembers(object)) {
        for (const auto &[name, value] : known) {
            if (member.name == name)
                *value = member.value;
        }
    }
    return found;
}

bool isInteger(QByteArrayView number)
{
    if (number.startsWith('-'))
        number = number.sliced(1);
    return !number.isEmpty()
        && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

RpcErrorObject errorObject(QByteArrayView value, bool *isGood)
{
    RpcErrorObject error;
    bool hasMessage = false;
    for (const JsonMember &member : jsonMembers(value)) {
        if (member.name == "code") {
            error.code = member.value.toByteArray();
        } else if (member.name == "message") {
            hasMessage = jsonType(member.value) == JsonType::String;
            error.message = hasMessage ? jsonText(member.value) : member.value.toByteArray();
        } else if (member.name == "data") {
            error.data = member.value.toByteArray();
        }
    }
    *isGood = isInteger(error.code) && hasMessage;
    // A bare text or number where an object belongs is still what the server had to say.
    if (error == RpcErrorObject{})
        error.data = value.toByteArray();
    return error;
}

bool isNull(const std::optional<QByteArrayView> &value)
{
    return value && jsonType(*value) == JsonType::Null;
}

RpcFault versionFault(const Members &members)
{
    if (!members.version)
        return RpcFault::NoVersion;
    return jsonText(*members.version) == "2.0" ? RpcFault::None : RpcFault::WrongVersion;
}

RpcFault requestFault(const Members &members)
{
    if (jsonType(*members.method) != JsonType::String)
        return RpcFault::BadMethod;
    if (members.params && jsonType(*members.params) != JsonType::Object
        && jsonType(*members.params) != JsonType::Array)
        return RpcFault::BadParams;
    return RpcFault::None;
}

RpcFault answerFault(const Members &members, bool isGoodError)
{
    if (!members.result && !members.error)
        return RpcFault::NoOutcome;
    if (members.result && members.error)
        return RpcFault::BothOutcomes;
    if (!members.id)
        return RpcFault::NoId;
    return isGoodError ? RpcFault::None : RpcFault::BadError;
}

RpcFault faultOf(const Members &members, bool isGoodError)
{
    if (const RpcFault fault = versionFault(members); fault != RpcFault::None)
        return fault;
    if (members.id) {
        const JsonType type = jsonType(*members.id);
        if (type != JsonType::String && type != JsonType::Number && type != JsonType::Null)
            return RpcFault::BadId;
    }
    if (!members.method)
        return answerFault(members, isGoodError);
    return members.result || members.error ? RpcFault::CallAndAnswer : requestFault(members);
}

RpcMessage messageOf(QByteArrayView value)
{
    RpcMessage message;
    message.text = value.toByteArray();
    if (jsonType(value) != JsonType::Object) {
        message.fault = RpcFault::NotAnObject;
        return message;
    }
    const Members members = membersOf(value);
    const auto raw = [](const std::optional<QByteArrayView> &part) {
        return part ? part->toByteArray() : QByteArray();
    };
    message.id = raw(members.id);
    message.params = raw(members.params);
    if (members.method)
        message.method =
            jsonType(*members.method) == JsonType::String ? jsonText(*members.method) : raw(members.method);
    bool isGoodError = true;
    if (members.error)
        message.error = errorObject(*members.error, &isGoodError);
    message.fault = faultOf(members, isGoodError);
    // As in 1.0, where the outcome that is not there is null.
    if (message.fault != RpcFault::None && isNull(members.error))
        message.error.reset();
    if (members.result && !(message.error && isNull(members.result)))
        message.result = raw(members.result);
    if (message.fault != RpcFault::None)
        return message;
    if (members.method)
        message.type = members.id ? RpcMessage::Type::Request : RpcMessage::Type::Notification;
    else
        message.type = message.error ? RpcMessage::Type::Error : RpcMessage::Type::Result;
    return message;
}

RpcMessage faulty(QByteArrayView text, RpcFault fault)
{
    RpcMessage message;
    message.text = text.toByteArray();
    message.fault = fault;
    return message;
}

// An array of something else, whose elements would each be told as a wrong message.
bool isNoBatch(const std::vector<QByteArrayView> &elements)
{
    constexpr size_t many = 1000;
    return elements.size() > many
        && std::none_of(elements.begin(), elements.begin() + many,
                        [](QByteArrayView element) { return jsonType(element) == JsonType::Object; });
}

constexpr std::array<std::pair<RpcFault, const char *>, 16> faultNames{{
    {RpcFault::NotJson, "not-json"},
    {RpcFault::NotAnObject, "not-an-object"},
    {RpcFault::EmptyBatch, "empty-batch"},
    {RpcFault::NoVersion, "no-version"},
    {RpcFault::WrongVersion, "wrong-version"},
    {RpcFault::BadMethod, "bad-method"},
    {RpcFault::BadParams, "bad-params"},
    {RpcFault::BadId, "bad-id"},
    {RpcFault::NoId, "no-id"},
    {RpcFault::BothOutcomes, "both-outcomes"},
    {RpcFault::NoOutcome, "no-outcome"},
    {RpcFault::BadError, "bad-error"},
    {RpcFault::CallAndAnswer, "call-and-answer"},
    {RpcFault::UnknownId, "unknown-id"},
    {RpcFault::AnsweredTwice, "answered-twice"},
    {RpcFault::AnswersNotification, "answers-notification"},
}};
}

RpcDocument parseRpc(QByteArrayView text)
{
    RpcDocument document;
    if (const auto checked = checkJson(text); !checked) {
        document.jsonFault = checked.error();
        document.messages.push_back(faulty(text, RpcFault::NotJson));
        return document;
    }
    const QByteArrayView value = trimmedJson(text);
    if (jsonType(value) != JsonType::Array) {
        document.messages.push_back(messageOf(value));
        return document;
    }
    const std::vector<QByteArrayView> elements = jsonElements(value);
    if (isNoBatch(elements)) {
        document.messages.push_back(faulty(value, RpcFault::NotAnObject));
        return document;
    }
    document.isBatch = true;
    for (const QByteArrayView element : elements)
        document.messages.push_back(messageOf(element));
    if (document.messages.empty())
        document.messages.push_back(faulty(value, RpcFault::EmptyBatch));
    return document;
}

QByteArray rpcIdKey(QByteArrayView id)
{
    if (id.isEmpty())
        return {};
    switch (jsonType(id)) {
    case JsonType::String:
        return '"' + jsonText(id);
    case JsonType::Number:
        if (const auto number = JsonNumber::read(id)) // 1.0, 10e-1 and 1 are one; exponents end somewhere
            return number->canonical();
        [[fallthrough]];
    default:
        return id.toByteArray();
    }
}

QByteArray rpcFaultName(RpcFault fault)
{
    for (const auto &[known, name] : faultNames) {
        if (known == fault)
            return name;
    }
    return {};
}

RpcFault rpcFaultFromName(QByteArrayView name)
{
    for (const auto &[fault, known] : faultNames) {
        if (name == QByteArrayView(known))
            return fault;
    }
    return RpcFault::None;
}

QString rpcFaultText(RpcFault fault)
{
    switch (fault) {
    case RpcFault::NotJson:
        return MessageWords::tr("This is not JSON.");
    case RpcFault::NotAnObject:
        return MessageWords::tr("A message of JSON-RPC is an object; this is none.");
    case RpcFault::EmptyBatch:
        return MessageWords::tr("A batch must not be empty.");
    case RpcFault::NoVersion:
        return MessageWords::tr("The member “jsonrpc” is missing; JSON-RPC 2.0 asks for it.");
    case RpcFault::WrongVersion:
        return MessageWords::tr("The member “jsonrpc” is not \"2.0\".");
    case RpcFault::BadMethod:
        return MessageWords::tr("The method is not a string.");
    case RpcFault::BadParams:
        return MessageWords::tr("The params are neither an object nor an array.");
    case RpcFault::BadId:
        return MessageWords::tr("The id is neither a string nor a number nor null.");
    case RpcFault::NoId:
        return MessageWords::tr("The answer has no id.");
    case RpcFault::BothOutcomes:
        return MessageWords::tr("The answer has both a result and an error.");
    case RpcFault::NoOutcome:
        return MessageWords::tr("The message has neither a method nor a result nor an error.");
    case RpcFault::BadError:
        return MessageWords::tr("The error is not an object with an integer code and a message.");
    case RpcFault::CallAndAnswer:
        return MessageWords::tr(
            "The message has a method and an outcome: it is neither a call nor an answer.");
    case RpcFault::UnknownId:
        return MessageWords::tr("No call has this id.");
    case RpcFault::AnsweredTwice:
        return MessageWords::tr("This call was answered before.");
    case RpcFault::AnswersNotification:
        return MessageWords::tr("This answers a notification, which must not be answered.");
    case RpcFault::None:
        break;
    }
    return {};
}

QString rpcErrorName(QByteArrayView code)
{
    bool isNumber = false;
    const int value = code.toByteArray().toInt(&isNumber);
    if (!isNumber)
        return {};
    switch (value) {
    case -32700:
        return MessageWords::tr("Parse error");
    case -32600:
        return MessageWords::tr("Invalid Request");
    case -32601:
        return MessageWords::tr("Method not found");
    case -32602:
        return MessageWords::tr("Invalid params");
    case -32603:
        return MessageWords::tr("Internal error");
    default:
        break;
    }
    if (value >= -32099 && value <= -32000)
        return MessageWords::tr("Server error");
    return value >= -32768 && value < -32000 ? MessageWords::tr("Reserved by JSON-RPC") : QString();
}

} // namespace weir
