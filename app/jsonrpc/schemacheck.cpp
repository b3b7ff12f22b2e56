// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemacheck.h"

#include "jsonnumber.h"
#include "schemawords.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace weir {

namespace {
constexpr size_t faultsLimit = 20;
constexpr int depthLimit = 400; // schemas in each other
// Schemas that are applied: alternatives in each other multiply.
constexpr int methodSteps = 100'000; // while somebody types
constexpr int descriptionSteps = 2'000'000;

using Type = ParamNode::Type;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SchemaCheck)
};

class Counted final
{
    Q_DISABLE_COPY_MOVE(Counted)

public:
    explicit Counted(int &count)
        : m_count(count)
    {
        ++m_count;
    }
    ~Counted() { --m_count; }

private:
    int &m_count;
};

bool isContainer(const ParamNode &value)
{
    return value.type == Type::Object || value.type == Type::Array;
}

const ParamNode *childNamed(const ParamNode &object, const QString &name)
{
    const auto found = std::find_if(object.children.begin(), object.children.end(),
                                    [&](const ParamNode &child) { return child.on && child.name == name; });
    return found == object.children.end() ? nullptr : &*found;
}

std::optional<JsonNumber> numberIn(const JsonTree &tree, int part, QByteArrayView name)
{
    const int value = tree.member(part, name);
    return value == JsonTree::none ? std::nullopt : JsonNumber::read(tree.text(value));
}

bool isVariable(const ParamNode &value)
{
    const qsizetype open = value.text.indexOf(QLatin1String("{{"));
    return (open >= 0 && value.text.indexOf(QLatin1String("}}"), open) >= 0)
        || std::any_of(value.children.begin(), value.children.end(),
                       [](const ParamNode &child) { return child.on && isVariable(child); });
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

bool isTrue(const JsonTree &tree, int part, QByteArrayView name)
{
    const int value = tree.member(part, name);
    return value != JsonTree::none && tree.text(value) == "true";
}
}

std::vector<FormSchema::Fault> SchemaCheck::run(const FormSchema::Node &schema, const ParamNode &value)
{
    m_keywords = std::make_unique<SchemaKeywords>(*schema.tree);
    fits(schema, value);
    return std::exchange(m_faults, {});
}

bool SchemaCheck::fits(const Node &schema, const ParamNode &value)
{
    if (!isContainer(value) && isOpen(value))
        return true;
    const auto [place, isNew] = m_entered.insert({schema.parts.front(), &value});
    if (!isNew || m_depth == depthLimit
        || m_steps == (m_asker == Asker::Method ? methodSteps : descriptionSteps)) {
        m_isUncertain = true;
        if (isNew)
            m_entered.erase(place);
        return true;
    }
    ++m_steps;
    const Counted depth(m_depth);
    bool isFitting = true;
    for (const int part : schema.parts) {
        isFitting = fitsPart(schema, part, value) && isFitting;
        if (isFull() || (m_silent && !isFitting))
            break;
    }
    m_entered.erase(place);
    return isFitting;
}

bool SchemaCheck::fitsPart(const Node &schema, int part, const ParamNode &value)
{
    if (schema.tree->text(part) == "false")
        return say(Words::tr("Nothing can stand here."));
    if (!fitsType(schema, part, value))
        return false;
    bool isFitting = fitsKeywords(schema, part, value);
    isFitting = fitsRange(schema, part, value) && isFitting;
    isFitting = fitsPattern(schema, part, value) && isFitting;
    isFitting = fitsNames(schema, part, value) && isFitting;
    isFitting = fitsMembers(schema, part, value) && isFitting;
    isFitting = fitsItems(schema, part, value) && isFitting;
    isFitting = fitsAlternatives(schema, part, value) && isFitting;
    return fitsConditions(schema, part, value) && isFitting;
}

bool SchemaCheck::fitsType(const Node &schema, int part, const ParamNode &value)
{
    if (m_keywords->holds(part, Keyword::Type, value)
        || (value.type == Type::Null && isTrue(*schema.tree, part, "nullable")))
        return true;
    if (value.type == Type::Number && value.text.trimmed().isEmpty())
        return say(Words::tr("A number is missing here."), &schema);
    return say(Words::tr("%1 is not %2.").arg(shownValue(value), typesWithArticle(schema.typeWords())),
               &schema);
}

bool SchemaCheck::fitsKeywords(const Node &schema, int part, const ParamNode &value)
{
    const auto shown = [&value] { return shownValue(value); };
    const auto holds = [&](Keyword keyword) { return m_keywords->holds(part, keyword, value); };
    bool isFitting = true;
    if (!holds(Keyword::Enum) && !isOpen(value))
        isFitting = say(Words::tr("%1 is none of the values that can stand here.").arg(shown()), &schema);
    if (!holds(Keyword::Const) && !isOpen(value))
        isFitting = say(Words::tr("%1 is not what has to stand here.").arg(shown()), &schema);
    if (!holds(Keyword::UniqueItems) && !isOpen(value))
        isFitting = say(Words::tr("An item is there twice."), &schema);
    if (!holds(Keyword::Length))
        isFitting = say(Words::tr("%1 has the wrong length.").arg(shown()), &schema);
    if (!holds(Keyword::Format)) {
        const QString format = schema.tree->string(schema.tree->member(part, "format"));
        isFitting = say(Words::tr("%1 is not a %2 of RFC 3339.").arg(shown(), format));
    }
    if (!holds(Keyword::ItemCount))
        isFitting = say(Words::tr("The number of items is wrong."), &schema);
    if (!holds(Keyword::MemberCount))
        isFitting = say(Words::tr("The number of members is wrong."), &schema);
    return isFitting;
}

bool SchemaCheck::fitsRange(const Node &schema, int part, const ParamNode &value)
{
    const JsonTree &tree = *schema.tree;
    const auto number = value.type == Type::Number ? JsonNumber::read(value.text.toUtf8()) : std::nullopt;
    if (!number)
        return true;
    const auto least = numberIn(tree, part, "minimum");
    const auto most = numberIn(tree, part, "maximum");
    // Draft 4: true makes the limit itself wrong.
    const auto above =
        isTrue(tree, part, "exclusiveMinimum") ? least : numberIn(tree, part, "exclusiveMinimum");
    const auto below =
        isTrue(tree, part, "exclusiveMaximum") ? most : numberIn(tree, part, "exclusiveMaximum");
    if ((least && *number < *least) || (most && *number > *most) || (above && *number <= *above)
        || (below && *number >= *below))
        return say(Words::tr("%1 is out of range.").arg(shownValue(value)), &schema);
    const auto divisor = numberIn(tree, part, "multipleOf");
    if (divisor && number->isMultipleOf(*divisor) == false)
        return say(
            Words::tr("%1 is not a multiple of %2.")
                .arg(shownValue(value), QString::fromUtf8(tree.text(tree.member(part, "multipleOf")))));
    return true;
}

bool SchemaCheck::fitsPattern(const Node &schema, int part, const ParamNode &value)
{
    const int pattern = schema.tree->member(part, "pattern");
    if (value.type != Type::String || pattern == JsonTree::none
        || isMatch(schema.tree->string(pattern), value.text) != false)
        return true;
    return say(Words::tr("%1 does not match.").arg(shownValue(value)), &schema);
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
        const QString sentence = Words::tr("“%1” is missing.").arg(name);
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
            isFitting = sayBelow(i, Words::tr("“%1” is not a name that can stand here.").arg(child.name));
        for (const int found : memberSchemas(tree, part, child.name)) {
            if (tree.text(found) == "false")
                isFitting = sayBelow(i, Words::tr("There is no “%1” here.").arg(child.name));
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
    return isThere ? isFitting : say(Words::tr("An item that has to be among them is missing."));
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
            return say(Words::tr("%1 fits none of the %2 alternatives.")
                           .arg(shownValue(value), QString::number(all.size())));
        }
        const bool isSure = !m_isUncertain && !isOpen(value);
        if (count > 1 && isSure && QByteArrayView(keyword) == "oneOf")
            return say(Words::tr("%1 fits %2 alternatives where it has to fit one.")
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
        isFitting = say(Words::tr("%1 is what cannot stand here.").arg(shownValue(value)));
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

bool SchemaCheck::isOk(const Node::Pointer &schema, const ParamNode &value)
{
    const Counted silent(m_silent);
    return fits(schema, value);
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

bool SchemaCheck::isOpen(const ParamNode &value) const
{
    return m_asker == Asker::Method && isVariable(value);
}

bool SchemaCheck::say(const QString &sentence, const Node *schema)
{
    if (m_silent || isFull())
        return false;
    QString all = sentence;
    if (const QString expected = schema ? expectationOf(*schema) : QString(); !expected.isEmpty())
        all += u' '
            + (m_asker == Asker::Method ? Words::tr("The method expects %1.") : Words::tr("Expected: %1."))
                  .arg(expected);
    const auto isSaid = [&](const FormSchema::Fault &fault) {
        return fault.path == m_path && fault.sentence == all;
    };
    if (std::none_of(m_faults.begin(), m_faults.end(), isSaid))
        m_faults.push_back({m_path, all});
    return false;
}

bool SchemaCheck::sayBelow(size_t index, const QString &sentence)
{
    m_path.push_back(int(index));
    say(sentence);
    m_path.pop_back();
    return false;
}

bool SchemaCheck::isFull() const
{
    return m_faults.size() == faultsLimit;
}

} // namespace weir
