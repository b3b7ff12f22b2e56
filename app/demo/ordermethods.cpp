// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calculator.h"
#include "callarguments.h"

#include <algorithm>

namespace weir {

namespace {
QByteArrayView member(QByteArrayView object, QByteArrayView name)
{
    const auto members = jsonMembers(object);
    const auto found = std::find_if(members.rbegin(), members.rend(),
                                    [&](const JsonMember &each) { return each.name == name; });
    return found == members.rend() ? QByteArrayView() : found->value;
}

bool isText(QByteArrayView json)
{
    return !jsonText(json).isEmpty();
}

bool isCustomer(QByteArrayView json)
{
    const QByteArrayView address = member(json, "address");
    return isText(member(json, "name")) && isText(member(address, "city"))
        && isText(member(address, "country"));
}

bool isPayment(QByteArrayView json)
{
    const QByteArray method = jsonText(member(json, "method"));
    return (method == "card" && isText(member(json, "number")))
        || (method == "invoice" && isText(member(json, "reference")));
}

// Exact, as many times; a quantity is small.
DemoDecimal times(const DemoDecimal &price, qint64 quantity)
{
    DemoDecimal product;
    for (qint64 i = 0; i < quantity; ++i)
        product = product.plus(price);
    return product;
}

qint64 depthOf(QByteArrayView node)
{
    qint64 depth = 0;
    for (const QByteArrayView child : jsonElements(member(node, "children")))
        depth = std::max(depth, depthOf(child));
    return depth + 1;
}
}

DemoRpcOutcome orderPrice(QByteArrayView params)
{
    CallArguments arguments(params, {"customer", "items", "payment", "discount", "gift", "note"});
    if (!isCustomer(arguments.required("customer", JsonType::Object, "an object")))
        arguments.blame("customer", "a name, and an address with city and country");
    const auto items = jsonElements(arguments.required("items", JsonType::Array, "a list"));
    if (!isPayment(arguments.required("payment", JsonType::Object, "an object")))
        arguments.blame("payment", "a card with its number, or an invoice with a reference");
    if (items.empty())
        arguments.blame("items", "one item at least");
    qint64 count = 0;
    DemoDecimal total;
    for (const QByteArrayView item : items) {
        const qint64 quantity = wholeNumber(member(item, "quantity")).value_or(0);
        const auto price = DemoDecimal::fromJson(member(item, "price"));
        if (!isText(member(item, "sku")) || quantity < 1 || quantity > 99 || !price) {
            arguments.blame("items", "items with sku, quantity from 1 to 99, and price");
            break;
        }
        count += quantity;
        total = total.plus(times(*price, quantity));
    }
    if (!arguments.raw("discount").isEmpty()) {
        const qint64 discount = arguments.integer("discount", 0, 99).value_or(0);
        total = times(total, 100 - discount)
                    .over(*DemoDecimal::fromJson("100"), 4, DemoDecimal::Rounding::HalfEven);
    }
    if (arguments.fault())
        return tl::unexpected(*arguments.fault());
    return "{\"items\":" + QByteArray::number(count) + ",\"total\":"
        + total.rounded(2, DemoDecimal::Rounding::HalfEven).toJson() + ",\"currency\":\"EUR\"}";
}

DemoRpcOutcome treeDepth(QByteArrayView params)
{
    CallArguments arguments(params, {"tree"});
    const QByteArrayView tree = arguments.required("tree", JsonType::Object, "a node");
    return arguments.fault() ? DemoRpcOutcome(tl::unexpected(*arguments.fault()))
                             : QByteArray::number(depthOf(tree));
}

} // namespace weir
