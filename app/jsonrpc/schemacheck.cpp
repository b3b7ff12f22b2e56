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
constexpr int methodSteps = 30'000; // while somebody types
constexpr int descriptionSteps = 2'000'000;

using Type = ParamNode::Type;

struct CheckWords
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
        return say(CheckWords::tr("Nothing can stand here."));
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
        return say(CheckWords::tr("A number is missing here."), &schema);
    return say(CheckWords::tr("%1 is not %2.").arg(shownValue(value), typesWithArticle(schema.typeWords())),
               &schema);
}

bool SchemaCheck::fitsKeywords(const Node &schema, int part, const ParamNode &value)
{
    const auto shown = [&value] { return shownValue(value); };
    const auto holds = [&](Keyword keyword) { return m_keywords->holds(part, keyword, value); };
    bool isFitting = true;
    if (!holds(Keyword::Enum) && !isOpen(value))
        isFitting =
            say(CheckWords::tr("%1 is none of the values that can stand here.").arg(shown()), &schema);
    if (!holds(Keyword::Const) && !isOpen(value))
        isFitting = say(CheckWords::tr("%1 is not what has to stand here.").arg(shown()), &schema);
    if (!holds(Keyword::UniqueItems) && !isOpen(value))
        isFitting = say(CheckWords::tr("An item is there twice."), &schema);
    if (!holds(Keyword::Length))
        isFitting = say(CheckWords::tr("%1 has the wrong length.").arg(shown()), &schema);
    if (!holds(Keyword::Format)) {
        const QString format = schema.tree->string(schema.tree->member(part, "format"));
        isFitting = say(CheckWords::tr("%1 is not a %2 of RFC 3339.").arg(shown(), format));
    }
    if (!holds(Keyword::ItemCount))
        isFitting = say(CheckWords::tr("The number of items is wrong."), &schema);
    if (!holds(Keyword::MemberCount))
        isFitting = say(CheckWords::tr("The number of members is wrong."), &schema);
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
        return say(CheckWords::tr("%1 is out of range.").arg(shownValue(value)), &schema);
    const auto divisor = numberIn(tree, part, "multipleOf");
    if (divisor && number->isMultipleOf(*divisor) == false)
        return say(
            CheckWords::tr("%1 is not a multiple of %2.")
                .arg(shownValue(value), QString::fromUtf8(tree.text(tree.member(part, "multipleOf")))));
    return true;
}

bool SchemaCheck::fitsPattern(const Node &schema, int part, const ParamNode &value)
{
    const int pattern = schema.tree->member(part, "pattern");
    if (value.type != Type::String || pattern == JsonTree::none
        || isMatch(schema.tree->string(pattern), value.text) != false)
        return true;
    return say(CheckWords::tr("%1 does not match.").arg(shownValue(value)), &schema);
}

bool SchemaCheck::isOk(const Node::Pointer &schema, const ParamNode &value)
{
    const Counted silent(m_silent);
    return fits(schema, value);
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
            + (m_asker == Asker::Method ? CheckWords::tr("The method expects %1.")
                                        : CheckWords::tr("Expected: %1."))
                  .arg(expected);
    const auto isSaid = [&](const FormSchema::Fault &fault) {
        return fault.path == m_path && fault.sentence == all;
    };
    if (std::none_of(m_faults.begin(), m_faults.end(), isSaid))
        m_faults.push_back({m_path, all});
    return false;
}

bool SchemaCheck::isFull() const
{
    return m_faults.size() == faultsLimit;
}

} // namespace weir
