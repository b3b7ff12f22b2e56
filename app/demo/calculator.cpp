// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calculator.h"

#include "callarguments.h"

#include <algorithm>

namespace weir {

namespace {
constexpr qint64 largestAnswer = 64 * 1024 * 1024; // bytes
constexpr int usualPlaces = 15;
const QList<QByteArray> roundings{"half-even", "half-up", "down"}; // as in DemoDecimal::Rounding

DemoRpcOutcome outcome(const CallArguments &arguments, const QByteArray &result)
{
    return arguments.fault() ? DemoRpcOutcome(tl::unexpected(*arguments.fault())) : result;
}

DemoDecimal::Rounding roundingOf(CallArguments &arguments)
{
    return DemoDecimal::Rounding(std::max<qsizetype>(arguments.choice("rounding", roundings), 0));
}

DemoRpcOutcome subtract(QByteArrayView params)
{
    CallArguments arguments(params, {"minuend", "subtrahend", "precision", "rounding"});
    const DemoDecimal minuend = arguments.number("minuend");
    const DemoDecimal difference = minuend.plus(arguments.number("subtrahend").negated());
    const auto precision = arguments.integer("precision", 0, usualPlaces);
    const DemoDecimal::Rounding rounding = roundingOf(arguments);
    if (arguments.fault())
        return outcome(arguments, {});
    return (precision ? difference.rounded(int(*precision), rounding) : difference.shortest()).toJson();
}

DemoRpcOutcome add(QByteArrayView params)
{
    CallArguments arguments(params, {"a", "b"});
    const DemoDecimal a = arguments.number("a");
    return outcome(arguments, a.plus(arguments.number("b")).shortest().toJson());
}

DemoRpcOutcome divide(QByteArrayView params)
{
    CallArguments arguments(params, {"dividend", "divisor", "precision", "rounding"});
    const DemoDecimal dividend = arguments.number("dividend");
    const DemoDecimal divisor = arguments.number("divisor");
    const auto precision = arguments.integer("precision", 0, usualPlaces);
    const DemoDecimal::Rounding rounding = roundingOf(arguments);
    if (arguments.fault())
        return outcome(arguments, {});
    if (divisor.isZero())
        return tl::unexpected(DemoRpcError{DemoRpcError::DivisionByZero, "Division by zero",
                                           "{\"dividend\":" + arguments.raw("dividend").toByteArray()
                                               + ",\"divisor\":" + arguments.raw("divisor").toByteArray()
                                               + '}'});
    const DemoDecimal quotient = dividend.over(divisor, int(precision.value_or(usualPlaces)), rounding);
    return (precision ? quotient : quotient.shortest()).toJson();
}

// All numbers by position, or one list by name.
DemoRpcOutcome sum(QByteArrayView params)
{
    std::vector<QByteArrayView> numbers;
    CallArguments arguments(params.startsWith('{') ? params : QByteArrayView(), {"numbers"});
    if (params.startsWith('['))
        numbers = jsonElements(params);
    else
        numbers = jsonElements(arguments.required("numbers", JsonType::Array, "a list of numbers"));
    DemoDecimal sum;
    for (const QByteArrayView number : numbers) {
        const auto read = DemoDecimal::fromJson(number);
        if (!read)
            arguments.blame("numbers", "numbers and nothing else");
        sum = sum.plus(read.value_or(DemoDecimal()));
    }
    return outcome(arguments, sum.shortest().toJson());
}

DemoRpcOutcome fail(QByteArrayView params)
{
    CallArguments arguments(params, {"code", "message", "data"});
    constexpr qint64 most = 2147483647;
    DemoRpcError error;
    error.code = arguments.integer("code", -most - 1, most).value_or(error.code);
    error.message = arguments.text("message").value_or("It was asked to fail");
    error.data = arguments.raw("data").toByteArray();
    return tl::unexpected(arguments.fault().value_or(error));
}

// What becomes something else in a program that reads numbers into doubles and members into a map.
DemoRpcOutcome big(QByteArrayView)
{
    return QByteArray("{\"beyondDouble\":9007199254740993,\"float\":1.0,\"huge\":1e400,\"tiny\":-1.50E-400,"
                      "\"fortyDigits\":1234567890123456789012345678901234567890,\"minusZero\":-0,"
                      "\"escaped\":\"\\u0041\\/\\ud83c\\udf0a\",\"twice\":1,\"twice\":2}");
}

// A list of as many bytes.
DemoRpcOutcome largeAnswer(QByteArrayView params)
{
    CallArguments arguments(params, {"bytes"});
    const qint64 size = arguments.integer("bytes", 4, largestAnswer).value_or(1024 * 1024);
    if (arguments.fault())
        return outcome(arguments, {});
    QByteArray list = "[";
    list.reserve(size);
    for (qint64 number = 1;; ++number) {
        const QByteArray item = "{\"n\":" + QByteArray::number(number) + ",\"name\":\"item "
            + QByteArray::number(number) + "\",\"even\":" + (number % 2 ? "false" : "true") + "},";
        if (list.size() + item.size() > size - 3)
            break;
        list += item;
    }
    return list.append('"').append(size - list.size() - 2, '.').append("\"]");
}

DemoRpcOutcome echoParams(QByteArrayView params)
{
    return params.isEmpty() ? QByteArray("null") : params.toByteArray();
}
}

DemoRpcMethods calculatorMethods()
{
    const auto nothing = [](QByteArrayView) -> DemoRpcOutcome { return QByteArray("null"); };
    return {
        {"add", add},
        {"big", big},
        {"divide", divide},
        {"echo", echoParams},
        {"fail", fail},
        {"get_data", [](QByteArrayView) -> DemoRpcOutcome { return QByteArray("[\"hello\",5]"); }},
        {"large", largeAnswer},
        {"minus", subtract},
        {"notify_hello", nothing},
        {"notify_sum", nothing},
        {"order.price", orderPrice},
        {"rpc.discover", [](QByteArrayView) -> DemoRpcOutcome { return calculatorDescription(); }},
        {"subtract", subtract},
        {"sum", sum},
        {"tree.depth", treeDepth},
        {"update", nothing},
    };
}

} // namespace weir
