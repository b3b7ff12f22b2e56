// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paramnode.h"

#include "jsontree.h"

namespace weir {

namespace {
ParamNode nodeOf(const JsonTree &tree, int value, const QString &name)
{
    ParamNode node{name};
    switch (tree.type(value)) {
    case JsonType::Null:
        node.type = ParamNode::Type::Null;
        break;
    case JsonType::Boolean:
        node.type = ParamNode::Type::Boolean;
        node.text = QString::fromLatin1(tree.text(value));
        break;
    case JsonType::Number:
        node.type = ParamNode::Type::Number;
        node.text = QString::fromLatin1(tree.text(value));
        break;
    case JsonType::String:
        node.text = tree.string(value);
        break;
    case JsonType::Object:
        node.type = ParamNode::Type::Object;
        for (const JsonTree::Member &member : tree.members(value))
            node.children.push_back(nodeOf(tree, member.value, member.name));
        break;
    case JsonType::Array:
        node.type = ParamNode::Type::Array;
        for (const int element : tree.elements(value))
            node.children.push_back(nodeOf(tree, element, {}));
        break;
    }
    return node;
}

void append(QByteArray &json, const ParamNode &node)
{
    const bool isObject = node.type == ParamNode::Type::Object;
    switch (node.type) {
    case ParamNode::Type::String:
        json += quotedJson(node.text);
        return;
    case ParamNode::Type::Number:
    case ParamNode::Type::Boolean:
        json += node.text.trimmed().toUtf8();
        return;
    case ParamNode::Type::Null:
        json += "null";
        return;
    case ParamNode::Type::Object:
    case ParamNode::Type::Array:
        break;
    }
    json += isObject ? '{' : '[';
    bool isFirst = true;
    for (const ParamNode &child : node.children) {
        if (!child.on)
            continue;
        if (!std::exchange(isFirst, false))
            json += ',';
        if (isObject)
            json += quotedJson(child.name) + ':';
        append(json, child);
    }
    json += isObject ? '}' : ']';
}
}

ParamNode nodeFromJson(QByteArrayView value, const QString &name)
{
    const auto tree = JsonTree::read(value);
    return tree ? nodeOf(**tree, 0, name) : ParamNode{name};
}

QByteArray nodeToJson(const ParamNode &node)
{
    QByteArray json;
    append(json, node);
    return json;
}

} // namespace weir
