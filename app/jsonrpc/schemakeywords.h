// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsontree.h"
#include "paramnode.h"

#include <memory>

namespace weir {

// What one schema says of a value by itself, checked by valijson. What applies other schemas ($ref, oneOf,
// properties, items) is left to SchemaCheck: valijson 1.0 follows every reference before it looks at a value,
// and references that go round in circles or stand in a long line have it run out of stack. Numbers are left
// to Decimal, for valijson has doubles.
class SchemaKeywords final
{
    Q_DISABLE_COPY_MOVE(SchemaKeywords)

public:
    enum class Keyword {
        Type,
        Enum,
        Const,
        Length, // minLength, maxLength
        Format, // of dates and times
        ItemCount, // minItems, maxItems
        UniqueItems,
        MemberCount, // minProperties, maxProperties
        Required,
        Dependencies, // of names on names
    };

    explicit SchemaKeywords(const JsonTree &tree);
    ~SchemaKeywords();

    // Also where the schema has none of it, or has it wrong.
    bool holds(int schema, Keyword keyword, const ParamNode &value);

private:
    class Compiled;
    const JsonTree &m_tree;
    std::unique_ptr<Compiled> m_compiled;
};

} // namespace weir
