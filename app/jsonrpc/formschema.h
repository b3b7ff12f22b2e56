// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "paramnode.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace weir {

// What a JSON Schema says about one value, as far as a form asks. A schema is looked into only where it is
// asked for, so that one that refers to itself does no harm; $ref is followed inside of its document.
class FormSchema final
{
public:
    FormSchema() = default; // null: anything goes

    bool isNull() const { return !m_node; }
    QString title() const;
    QString description() const;
    std::vector<ParamNode::Type> types() const; // empty: any
    bool wantsInteger() const;
    QString typeText() const; // "integer", "string or null", "enum", "one of 3"
    std::vector<QByteArray> enumeration() const; // raw JSON; a const is one value
    std::optional<QByteArray> defaultValue() const; // raw JSON
    QString expectation() const; // "0 to 15", "matches ^[a-z]+$", "3 items at least"; empty: nothing to say

    struct Property
    {
        QString name;
        bool required = false;
        std::shared_ptr<const FormSchema> schema; // never null
    };
    std::vector<Property> properties() const; // of an object, in the order of the document
    FormSchema property(const QString &name) const; // also by additionalProperties
    FormSchema item(int index) const; // of an array
    std::vector<FormSchema> alternatives() const; // oneOf, anyOf

    // The value a form begins with: the default, the first of an enumeration, required members.
    ParamNode blank(const QString &name) const;

    // Where a value breaks the schema: the path below it, by indices of the node's children, and a sentence
    // like “two” is not an integer; 0 to 15 is expected.
    struct Fault
    {
        std::vector<int> path;
        QString sentence;
    };
    std::vector<Fault> check(const ParamNode &value) const; // the first ones
    std::vector<QString> checkJson(QByteArrayView value) const; // of a result: pointer and sentence

    // Made by readOpenRpc().
    struct Node;
    explicit FormSchema(std::shared_ptr<const Node> node);

private:
    std::shared_ptr<const Node> m_node;
};

} // namespace weir
