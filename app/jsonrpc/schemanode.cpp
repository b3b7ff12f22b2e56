// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decimal.h"
#include "formschema_p.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace weir {

namespace {
constexpr int referencesLimit = 64; // one behind the other
constexpr size_t partsLimit = 256;
constexpr int alternativesDepth = 4; // of alternatives in each other, where they are asked for types
constexpr int blankDepth = 8; // of required members in each other: some schemas have no end
constexpr int blankItems = 16;

using Type = ParamNode::Type;
constexpr std::array<std::pair<QLatin1String, Type>, 7> typeNames{{
    {QLatin1String("string"), Type::String},
    {QLatin1String("number"), Type::Number},
    {QLatin1String("integer"), Type::Number},
    {QLatin1String("boolean"), Type::Boolean},
    {QLatin1String("null"), Type::Null},
    {QLatin1String("object"), Type::Object},
    {QLatin1String("array"), Type::Array},
}};

// Keywords that make sense for one type only.
constexpr std::array<std::pair<QByteArrayView, QLatin1String>, 14> typeHints{{
    {"properties", QLatin1String("object")},
    {"required", QLatin1String("object")},
    {"additionalProperties", QLatin1String("object")},
    {"patternProperties", QLatin1String("object")},
    {"items", QLatin1String("array")},
    {"prefixItems", QLatin1String("array")},
    {"minItems", QLatin1String("array")},
    {"maxItems", QLatin1String("array")},
    {"pattern", QLatin1String("string")},
    {"minLength", QLatin1String("string")},
    {"maxLength", QLatin1String("string")},
    {"minimum", QLatin1String("number")},
    {"maximum", QLatin1String("number")},
    {"multipleOf", QLatin1String("number")},
}};

QLatin1String wordOf(JsonType type)
{
    switch (type) {
    case JsonType::Null:
        return QLatin1String("null");
    case JsonType::Boolean:
        return QLatin1String("boolean");
    case JsonType::Number:
        return QLatin1String("number");
    case JsonType::String:
        return QLatin1String("string");
    case JsonType::Object:
        return QLatin1String("object");
    case JsonType::Array:
        return QLatin1String("array");
    }
    return {};
}

template <typename List, typename Item> void appendOnce(List &list, const Item &item)
{
    if (std::find(list.begin(), list.end(), item) == list.end())
        list.push_back(item);
}

void collectParts(const JsonTree &tree, int value, std::vector<int> &parts)
{
    if (value == JsonTree::none || parts.size() >= partsLimit
        || std::find(parts.begin(), parts.end(), value) != parts.end())
        return;
    parts.push_back(value);
    if (tree.member(value, "$ref") != JsonTree::none)
        collectParts(tree, followed(tree, value).value, parts);
    if (const int all = tree.member(value, "allOf"); all != JsonTree::none) {
        for (const int part : tree.elements(all))
            collectParts(tree, part, parts);
    }
}

bool isSaying(const JsonTree &tree, int value)
{
    const QByteArrayView text = tree.text(value);
    return text == "false" || (text.startsWith('{') && text != "{}");
}
}

Followed followed(const JsonTree &tree, int value)
{
    const int reference = value == JsonTree::none ? JsonTree::none : tree.member(value, "$ref");
    return reference == JsonTree::none ? Followed{value, Followed::Outcome::There}
                                       : referred(tree, reference);
}

Followed referred(const JsonTree &tree, int reference)
{
    for (int i = 0; i < referencesLimit; ++i) {
        const QByteArray target = tree.string(reference).toUtf8();
        const int value =
            target.startsWith('#') ? tree.at(QByteArray::fromPercentEncoding(target.mid(1))) : JsonTree::none;
        if (value == JsonTree::none)
            return {JsonTree::none, Followed::Outcome::Nowhere};
        reference = tree.member(value, "$ref");
        if (reference == JsonTree::none)
            return {value, Followed::Outcome::There};
    }
    return {JsonTree::none, Followed::Outcome::Circle};
}

FormSchema::Node::Pointer FormSchema::Node::at(const std::shared_ptr<const JsonTree> &document, int value)
{
    if (value == JsonTree::none || !isSaying(*document, value)
        || followed(*document, value).value == JsonTree::none)
        return nullptr;
    auto node = std::make_shared<Node>();
    node->tree = document;
    collectParts(*document, value, node->parts);
    return node;
}

int FormSchema::Node::keyword(QByteArrayView name) const
{
    for (const int part : parts) {
        if (const int value = tree->member(part, name); value != JsonTree::none)
            return value;
    }
    return JsonTree::none;
}

QString FormSchema::Node::text(QByteArrayView name) const
{
    const int value = keyword(name);
    return value == JsonTree::none ? QString() : tree->string(value);
}

std::vector<QString> FormSchema::Node::typeWords() const
{
    std::vector<QString> words;
    if (const int type = keyword("type"); type != JsonTree::none) {
        if (tree->type(type) == JsonType::String)
            words.push_back(tree->string(type));
        for (const int element : tree->elements(type))
            words.push_back(tree->string(element));
        return words;
    }
    if (const int value = keyword("const"); value != JsonTree::none)
        words.push_back(wordOf(tree->type(value)));
    if (const int values = keyword("enum"); values != JsonTree::none) {
        for (const int value : tree->elements(values))
            appendOnce(words, QString(wordOf(tree->type(value))));
    }
    for (const auto &[hint, word] : typeHints) {
        if (words.empty() && keyword(hint) != JsonTree::none)
            words.push_back(word);
    }
    return words;
}

std::vector<Type> FormSchema::Node::types(int depth) const
{
    std::vector<Type> found;
    for (const QString &word : typeWords()) {
        for (const auto &[name, type] : typeNames) {
            if (name == word)
                appendOnce(found, type);
        }
    }
    if (!found.empty() || depth == alternativesDepth)
        return found;
    for (const Pointer &alternative : alternatives()) {
        const std::vector<Type> types = alternative ? alternative->types(depth + 1) : std::vector<Type>();
        if (types.empty())
            return {};
        for (const Type type : types)
            appendOnce(found, type);
    }
    return found;
}

std::vector<FormSchema::Node::Member> FormSchema::Node::members() const
{
    std::vector<Member> found;
    QHash<QString, size_t> places;
    const auto place = [&](const QString &name) -> Member & {
        const auto known = places.constFind(name);
        if (known != places.cend())
            return found[*known];
        places.insert(name, found.size());
        return found.emplace_back(Member{name});
    };
    for (const int part : parts) {
        const int properties = tree->member(part, "properties");
        if (properties == JsonTree::none)
            continue;
        for (const JsonTree::Member &property : tree->members(properties)) {
            Member &member = place(property.name);
            if (member.schema == JsonTree::none)
                member.schema = property.value;
        }
    }
    for (const int part : parts) {
        const int required = tree->member(part, "required");
        if (required == JsonTree::none)
            continue;
        for (const int name : tree->elements(required)) {
            if (tree->type(name) == JsonType::String)
                place(tree->string(name)).required = true;
        }
    }
    return found;
}

FormSchema::Node::Pointer FormSchema::Node::property(const QString &name) const
{
    for (const int part : parts) {
        for (const int schema : memberSchemas(*tree, part, name)) {
            if (Pointer node = at(tree, schema))
                return node;
        }
    }
    return nullptr;
}

FormSchema::Node::Pointer FormSchema::Node::item(int index) const
{
    for (const int part : parts) {
        if (Pointer node = at(tree, itemSchema(*tree, part, index)))
            return node;
    }
    return nullptr;
}

std::vector<FormSchema::Node::Pointer> FormSchema::Node::alternatives() const
{
    std::vector<Pointer> found;
    for (const char *name : {"oneOf", "anyOf"}) {
        const int list = keyword(name);
        if (list == JsonTree::none || !found.empty())
            continue;
        for (const int schema : tree->elements(list))
            found.push_back(at(tree, schema));
    }
    return found;
}

bool FormSchema::Node::isNeverRight() const
{
    return std::any_of(parts.begin(), parts.end(), [this](int part) { return tree->text(part) == "false"; });
}

ParamNode FormSchema::Node::blank(const QString &name, int depth) const
{
    if (const int value = keyword("default"); value != JsonTree::none)
        return nodeFromJson(tree->text(value), name);
    if (const int value = keyword("const"); value != JsonTree::none)
        return nodeFromJson(tree->text(value), name);
    if (const int values = keyword("enum"); values != JsonTree::none && !tree->elements(values).empty())
        return nodeFromJson(tree->text(tree->elements(values).front()), name);
    ParamNode value{name};
    const std::vector<Type> own = types(alternativesDepth);
    const std::vector<Pointer> others = alternatives();
    if (own.empty() && !others.empty() && others.front() && depth < blankDepth)
        return others.front()->blank(name, depth + 1);
    const auto wanted = std::find_if(own.begin(), own.end(), [](Type type) { return type != Type::Null; });
    if (!own.empty())
        value.type = wanted == own.end() ? Type::Null : *wanted;
    if (value.type == Type::Boolean)
        value.text = QStringLiteral("false");
    const auto append = [&value, depth](const Pointer &schema, const QString &childName) {
        value.children.push_back(schema ? schema->blank(childName, depth + 1) : ParamNode{childName});
    };
    if (value.type == Type::Object && depth < blankDepth) {
        for (const Member &member : members()) {
            if (member.required)
                append(at(tree, member.schema), member.name);
        }
    } else if (value.type == Type::Array && depth < blankDepth) {
        int count = 0;
        for (const int part : parts)
            count = std::max(count, countIn(*tree, part, "minItems", 0));
        for (int i = 0; i < std::min(count, blankItems); ++i)
            append(item(i), {});
    }
    return value;
}

std::vector<int> memberSchemas(const JsonTree &tree, int part, const QString &name)
{
    std::vector<int> found;
    if (const int properties = tree.member(part, "properties"); properties != JsonTree::none) {
        if (const int schema = tree.member(properties, name.toUtf8()); schema != JsonTree::none)
            found.push_back(schema);
    }
    bool isUnknown = found.empty();
    if (const int patterns = tree.member(part, "patternProperties"); patterns != JsonTree::none) {
        for (const JsonTree::Member &pattern : tree.members(patterns)) {
            const std::optional<bool> isMatching = isMatch(pattern.name, name);
            isUnknown = isUnknown && isMatching == false;
            if (isMatching == true)
                found.push_back(pattern.value);
        }
    }
    if (const int others = tree.member(part, "additionalProperties"); isUnknown && others != JsonTree::none)
        found.push_back(others);
    return found;
}

int itemSchema(const JsonTree &tree, int part, int index)
{
    const auto nth = [&](int list, int rest) {
        const std::vector<int> schemas = tree.elements(list);
        return index < int(schemas.size()) ? schemas[size_t(index)] : rest;
    };
    const int items = tree.member(part, "items");
    if (const int first = tree.member(part, "prefixItems"); first != JsonTree::none)
        return nth(first, items);
    // As it was before prefixItems.
    if (items != JsonTree::none && tree.type(items) == JsonType::Array)
        return nth(items, tree.member(part, "additionalItems"));
    return items;
}

std::optional<bool> isMatch(const QString &pattern, const QString &text)
{
    // JavaScript's \u0041 is \x{0041} here.
    static const QRegularExpression escape(QStringLiteral(R"re((?<!\\)((?:\\\\)*)\\u([0-9a-fA-F]{4}))re"));
    QString translated = pattern;
    translated.replace(escape, QStringLiteral("\\1\\x{\\2}"));
    const QRegularExpression expression(translated, QRegularExpression::DontCaptureOption);
    const QRegularExpressionMatch match = expression.match(text);
    if (!expression.isValid() || !match.isValid())
        return std::nullopt;
    return match.hasMatch();
}

int countIn(const JsonTree &tree, int part, QByteArrayView name, int otherwise)
{
    const int value = tree.member(part, name);
    const auto number = value == JsonTree::none ? std::nullopt : Decimal::read(tree.text(value));
    const auto count = number ? number->toInteger() : std::nullopt;
    return count ? int(std::clamp<qint64>(*count, 0, std::numeric_limits<int>::max())) : otherwise;
}

} // namespace weir
