// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemacheck.h"
#include "schemawords.h"

#include <QCoreApplication>

#include <algorithm>

namespace weir {

// What applies other schemas: to members and items, and to the value once more.

namespace {
using Type = ParamNode::Type;

struct CheckPartWords
{
    Q_DECLARE_TR_FUNCTIONS(SchemaCheck)
};

const ParamNode *childNamed(const ParamNode &object, const QString &name)
{
    const auto found = std::find_if(object.children.begin(), object.children.end(),
                                    [&](const ParamNode &child) { return child.on && child.name == name; });
    return found == object.children.end() ? nullptr : &*found;
}

bool isSchema(const JsonTree &tree, int value)
{
    return tree.type(value) == JsonType::Object || tree.type(value) == JsonType::Boolean;
}

int schemaIn(const JsonTree &tree, int part, QByteArrayView name)
{
    const int value = tree.member(part, name);
    return value != JsonTree::none && isSchema(tree, value) ? value : JsonTree::none;
}
}

// Which members there have to be.
bool SchemaCheck::fitsNames(const Node &schema, int part, const ParamNode &value)
{
    if (value.type != Type::Object)
        return true;
    const JsonTree &tree = *schema.tree;
    bool isFitting = true;
    const auto need = [&](const QString &name) {
        if (childNamed(value, name))
            return;
        const auto off = std::find_if(value.children.begin(), value.children.end(),
                                      [&](const ParamNode &child) { return child.name == name; });
        const QString sentence = CheckPartWords::tr("“%1” is missing.").arg(name);
        isFitting = off == value.children.end() ? say(sentence)
                                                : sayBelow(size_t(off - value.children.begin()), sentence);
    };
    if (!m_keywords->holds(part, Keyword::Required, value)) {
        for (const int name : tree.elements(tree.member(part, "required")))
            need(tree.string(name));
    }
    if (m_keywords->holds(part, Keyword::Dependencies, value))
        return isFitting;
    for (const char *keyword : {"dependencies", "dependentRequired"}) {
        const int dependencies = tree.member(part, keyword);
        if (dependencies == JsonTree::none)
            continue;
        for (const JsonTree::Member &dependency : tree.members(dependencies)) {
            if (!childNamed(value, dependency.name))
                continue;
            for (const int name : tree.elements(dependency.value))
                need(tree.string(name));
        }
    }
    return isFitting;
}

bool SchemaCheck::fitsMembers(const Node &schema, int part, const ParamNode &value)
{
    if (value.type != Type::Object)
        return true;
    const JsonTree &tree = *schema.tree;
    const auto names = Node::at(schema.tree, tree.member(part, "propertyNames"));
    bool isFitting = true;
    for (size_t i = 0; i < value.children.size() && !isFull(); ++i) {
        const ParamNode &child = value.children[i];
        if (!child.on)
            continue;
        if (names && !isOk(names, ParamNode{{}, Type::String, child.name}))
            isFitting =
                sayBelow(i, CheckPartWords::tr("“%1” is not a name that can stand here.").arg(child.name));
        for (const int found : memberSchemas(tree, part, child.name)) {
            if (tree.text(found) == "false")
                isFitting = sayBelow(i, CheckPartWords::tr("There is no “%1” here.").arg(child.name));
            else
                isFitting = fitsBelow(Node::at(schema.tree, found), child, i) && isFitting;
        }
        if (m_silent && !isFitting)
            break;
    }
    return isFitting;
}

bool SchemaCheck::fitsItems(const Node &schema, int part, const ParamNode &value)
{
    if (value.type != Type::Array)
        return true;
    const JsonTree &tree = *schema.tree;
    bool isFitting = true;
    int place = 0;
    for (size_t i = 0; i < value.children.size() && !isFull(); ++i) {
        if (!value.children[i].on)
            continue;
        const int found = itemSchema(tree, part, place++);
        if (found != JsonTree::none)
            isFitting = fitsBelow(Node::at(schema.tree, found), value.children[i], i) && isFitting;
        if (m_silent && !isFitting)
            return false;
    }
    const auto wanted = Node::at(schema.tree, tree.member(part, "contains"));
    if (!wanted || countIn(tree, part, "minContains", 1) == 0)
        return isFitting;
    const bool isThere = std::any_of(value.children.begin(), value.children.end(),
                                     [&](const ParamNode &child) { return child.on && isOk(wanted, child); });
    return isThere ? isFitting : say(CheckPartWords::tr("An item that has to be among them is missing."));
}

bool SchemaCheck::fitsAlternatives(const Node &schema, int part, const ParamNode &value)
{
    const JsonTree &tree = *schema.tree;
    for (const char *keyword : {"oneOf", "anyOf"}) {
        const int list = tree.member(part, keyword);
        const std::vector<int> all = list == JsonTree::none ? std::vector<int>() : tree.elements(list);
        if (all.empty() || !std::all_of(all.begin(), all.end(), [&](int one) { return isSchema(tree, one); }))
            continue;
        size_t count = 0;
        std::vector<Node::Pointer> near;
        for (const int alternative : all) {
            const Node::Pointer node = Node::at(schema.tree, alternative);
            count += isOk(node, value) ? 1 : 0;
            if (node && !m_silent && isMeant(*node, value))
                near.push_back(node);
        }
        if (count == 0) {
            if (near.size() == 1)
                return fits(*near.front(), value);
            return say(CheckPartWords::tr("%1 fits none of the %2 alternatives.")
                           .arg(shownValue(value), QString::number(all.size())));
        }
        const bool isSure = !m_isUncertain && !isOpen(value);
        if (count > 1 && isSure && QByteArrayView(keyword) == "oneOf")
            return say(CheckPartWords::tr("%1 fits %2 alternatives where it has to fit one.")
                           .arg(shownValue(value), QString::number(count)));
    }
    return true;
}

bool SchemaCheck::fitsConditions(const Node &schema, int part, const ParamNode &value)
{
    const JsonTree &tree = *schema.tree;
    bool isFitting = true;
    for (const char *keyword : {"dependencies", "dependentSchemas"}) {
        const int dependencies = tree.member(part, keyword);
        if (dependencies == JsonTree::none || value.type != Type::Object)
            continue;
        for (const JsonTree::Member &dependency : tree.members(dependencies)) {
            if (tree.type(dependency.value) == JsonType::Object && childNamed(value, dependency.name))
                isFitting = fits(Node::at(schema.tree, dependency.value), value) && isFitting;
        }
    }
    const int refused = schemaIn(tree, part, "not");
    const int condition = schemaIn(tree, part, "if");
    if ((refused == JsonTree::none && condition == JsonTree::none) || isOpen(value))
        return isFitting;
    if (refused != JsonTree::none && isOk(Node::at(schema.tree, refused), value) && !m_isUncertain)
        isFitting = say(CheckPartWords::tr("%1 is what cannot stand here.").arg(shownValue(value)));
    if (condition == JsonTree::none)
        return isFitting;
    const bool isMet = isOk(Node::at(schema.tree, condition), value);
    if (m_isUncertain)
        return isFitting;
    return fits(Node::at(schema.tree, tree.member(part, isMet ? "then" : "else")), value) && isFitting;
}

bool SchemaCheck::fitsBelow(const Node::Pointer &schema, const ParamNode &child, size_t index)
{
    m_path.push_back(int(index));
    const bool isFitting = fits(schema, child);
    m_path.pop_back();
    return isFitting;
}

// By its type, and by the members that tell one kind of object from others.
bool SchemaCheck::isMeant(const Node &alternative, const ParamNode &value)
{
    const std::vector<Type> types = alternative.types();
    if (std::find(types.begin(), types.end(), value.type) == types.end())
        return false;
    return std::all_of(value.children.begin(), value.children.end(), [&](const ParamNode &child) {
        const auto schema =
            value.type == Type::Object && child.on ? alternative.property(child.name) : Node::Pointer();
        const bool isTelling = schema
            && (schema->keyword("const") != JsonTree::none || schema->keyword("enum") != JsonTree::none);
        return !isTelling || isOk(schema, child);
    });
}

bool SchemaCheck::sayBelow(size_t index, const QString &sentence)
{
    m_path.push_back(int(index));
    say(sentence);
    m_path.pop_back();
    return false;
}

} // namespace weir
