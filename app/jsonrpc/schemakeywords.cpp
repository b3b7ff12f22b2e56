// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemakeywords.h"

#include "decimal.h"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace weir {

using Json = nlohmann::json;

namespace {
constexpr size_t uniqueLimit = 2000; // items: valijson compares each with each
constexpr qsizetype formatLimit = 100; // characters: std::regex calls itself for each

std::vector<const char *> membersOf(SchemaKeywords::Keyword keyword)
{
    switch (keyword) {
    case SchemaKeywords::Keyword::Type:
        return {"type"};
    case SchemaKeywords::Keyword::Enum:
        return {"enum"};
    case SchemaKeywords::Keyword::Const:
        return {"const"};
    case SchemaKeywords::Keyword::Length:
        return {"minLength", "maxLength"};
    case SchemaKeywords::Keyword::Format:
        return {"format"};
    case SchemaKeywords::Keyword::ItemCount:
        return {"minItems", "maxItems"};
    case SchemaKeywords::Keyword::UniqueItems:
        return {"uniqueItems"};
    case SchemaKeywords::Keyword::MemberCount:
        return {"minProperties", "maxProperties"};
    case SchemaKeywords::Keyword::Required:
        return {"required"};
    case SchemaKeywords::Keyword::Dependencies:
        return {"dependencies", "dependentRequired"};
    }
    return {};
}

// An integer is one, however it is written and however large. Text that is no number is a text.
Json numberOf(const QString &text)
{
    const std::optional<Decimal> number = Decimal::read(text.toUtf8());
    if (!number)
        return text.toStdString();
    if (const auto integer = number->toInteger())
        return *integer;
    const bool isNegative = *number < Decimal();
    if (number->isInteger())
        return isNegative ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
    const double value = text.trimmed().toDouble();
    return std::isfinite(value) ? value : std::copysign(std::numeric_limits<double>::max(), value);
}

Json scalarOf(const ParamNode &node)
{
    switch (node.type) {
    case ParamNode::Type::Number:
        return numberOf(node.text);
    case ParamNode::Type::Boolean:
        if (const QString word = node.text.trimmed(); word == QLatin1String("true"))
            return true;
        else if (word == QLatin1String("false"))
            return false;
        return node.text.toStdString();
    case ParamNode::Type::Null:
        return nullptr;
    default:
        // valijson counts up to the first NUL.
        return QString(node.text).replace(QChar(u'\0'), QChar(u'\1')).toStdString();
    }
}

enum class Depth { Itself, Children, All };

Json jsonOf(const ParamNode &node, Depth depth)
{
    const auto below = [depth](const ParamNode &child) {
        return depth == Depth::All ? jsonOf(child, Depth::All) : Json();
    };
    const bool isObject = node.type == ParamNode::Type::Object;
    if (!isObject && node.type != ParamNode::Type::Array)
        return scalarOf(node);
    Json json = isObject ? Json::object() : Json::array();
    for (const ParamNode &child : node.children) {
        if (!child.on || depth == Depth::Itself)
            continue;
        if (isObject)
            json[child.name.toStdString()] = below(child);
        else
            json.push_back(below(child));
    }
    return json;
}

Depth depthOf(SchemaKeywords::Keyword keyword)
{
    switch (keyword) {
    case SchemaKeywords::Keyword::Type:
        return Depth::Itself;
    case SchemaKeywords::Keyword::Enum:
    case SchemaKeywords::Keyword::Const:
    case SchemaKeywords::Keyword::UniqueItems:
        return Depth::All;
    default:
        return Depth::Children;
    }
}
}

class SchemaKeywords::Compiled final
{
public:
    // Null where there is nothing to check.
    const valijson::Schema *schema(const JsonTree &tree, int at, Keyword keyword)
    {
        const auto [place, isNew] = m_schemas.try_emplace({at, keyword});
        if (isNew)
            place->second = compiled(tree, at, keyword);
        return place->second.get();
    }

private:
    static std::unique_ptr<valijson::Schema> compiled(const JsonTree &tree, int at, Keyword keyword);

    std::map<std::pair<int, Keyword>, std::unique_ptr<valijson::Schema>> m_schemas;
};

std::unique_ptr<valijson::Schema> SchemaKeywords::Compiled::compiled(const JsonTree &tree, int at,
                                                                     Keyword keyword)
{
    Json json = Json::object();
    for (const char *name : membersOf(keyword)) {
        const int value = tree.member(at, name);
        if (value == JsonTree::none)
            continue;
        const Json content = jsonOf(nodeFromJson(tree.text(value)), Depth::All);
        if (keyword != Keyword::Dependencies) {
            json[name] = content;
            continue;
        }
        for (const auto &[member, others] : content.items()) {
            if (others.is_array())
                json["dependencies"][member] = others;
        }
    }
    if (json.empty())
        return nullptr;
    try {
        auto schema = std::make_unique<valijson::Schema>();
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(valijson::adapters::NlohmannJsonAdapter(json), *schema);
        return schema;
    } catch (const std::exception &) {
        return nullptr; // a wrong schema says nothing of a value
    }
}

SchemaKeywords::SchemaKeywords(const JsonTree &tree)
    : m_tree(tree)
    , m_compiled(std::make_unique<Compiled>())
{
}

SchemaKeywords::~SchemaKeywords() = default;

bool SchemaKeywords::holds(int schema, Keyword keyword, const ParamNode &value)
{
    if (keyword == Keyword::UniqueItems && value.children.size() > uniqueLimit)
        return true;
    if (keyword == Keyword::Format
        && (value.type != ParamNode::Type::String || value.text.size() > formatLimit))
        return true;
    const valijson::Schema *compiled = m_compiled->schema(m_tree, schema, keyword);
    if (!compiled)
        return true;
    const Json json = jsonOf(value, depthOf(keyword));
    try {
        valijson::Validator validator;
        return validator.validate(*compiled, valijson::adapters::NlohmannJsonAdapter(json), nullptr);
    } catch (const std::exception &) {
        return true;
    }
}

} // namespace weir
