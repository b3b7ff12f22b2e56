// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formschema_p.h"
#include "schemakeywords.h"

#include <set>
#include <utility>
#include <vector>

namespace weir {

// One run of a value through a schema. Follows the schema only as far as the value leads, so that schemas
// that refer to themselves and those of large documents cost what is in use. Where it cannot tell, it says
// nothing.
class SchemaCheck final
{
    Q_DISABLE_COPY_MOVE(SchemaCheck)

public:
    static constexpr qsizetype sizeLimit = 16 * 1024 * 1024; // bytes of a value that is checked
    enum class Asker { Method, Description }; // who expects something else: the method, of its params

    explicit SchemaCheck(Asker asker)
        : m_asker(asker)
    {
    }

    std::vector<FormSchema::Fault> run(const FormSchema::Node &schema,
                                       const ParamNode &value); // the first ones

private:
    using Node = FormSchema::Node;
    using Keyword = SchemaKeywords::Keyword;

    bool fits(const Node &schema, const ParamNode &value);
    bool fits(const Node::Pointer &schema, const ParamNode &value) { return !schema || fits(*schema, value); }
    bool fitsPart(const Node &schema, int part, const ParamNode &value);
    bool fitsType(const Node &schema, int part, const ParamNode &value);
    bool fitsKeywords(const Node &schema, int part, const ParamNode &value);
    bool fitsRange(const Node &schema, int part, const ParamNode &value);
    bool fitsPattern(const Node &schema, int part, const ParamNode &value);
    bool fitsNames(const Node &schema, int part, const ParamNode &value);
    bool fitsMembers(const Node &schema, int part, const ParamNode &value);
    bool fitsItems(const Node &schema, int part, const ParamNode &value);
    bool fitsAlternatives(const Node &schema, int part, const ParamNode &value);
    bool fitsConditions(const Node &schema, int part, const ParamNode &value);
    bool fitsBelow(const Node::Pointer &schema, const ParamNode &child, size_t index);
    bool isOk(const Node::Pointer &schema, const ParamNode &value); // and not a word
    bool isMeant(const Node &alternative, const ParamNode &value);
    bool isOpen(const ParamNode &value) const; // its variables have no value yet

    bool say(const QString &sentence, const Node *schema = nullptr); // is false
    bool sayBelow(size_t index, const QString &sentence);
    bool isFull() const;

    const Asker m_asker;
    std::unique_ptr<SchemaKeywords> m_keywords;
    std::set<std::pair<int, const ParamNode *>> m_entered; // what is being looked at
    std::vector<int> m_path;
    std::vector<FormSchema::Fault> m_faults;
    int m_silent = 0; // no faults are wanted
    int m_depth = 0;
    int m_steps = 0;
    bool m_isUncertain = false; // something was left out
};

} // namespace weir
