// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formschema.h"
#include "jsontree.h"

#include <memory>
#include <optional>
#include <vector>

namespace weir {

// Where $ref leads to, over several of them; the value itself where it has none.
struct Followed
{
    enum class Outcome { There, Nowhere, Circle };
    int value = JsonTree::none;
    Outcome outcome = Outcome::There;
};
Followed followed(const JsonTree &tree, int value);
Followed referred(const JsonTree &tree, int reference); // the text of a $ref

// A schema at its place in the document, which it keeps alive. What it refers to is looked up when it is
// asked.
struct FormSchema::Node
{
    using Pointer = std::shared_ptr<const Node>;
    struct Member
    {
        QString name;
        int schema = JsonTree::none; // none: only required
        bool required = false;
    };

    // Null where anything goes, and where $ref leads nowhere.
    static Pointer at(const std::shared_ptr<const JsonTree> &document, int value);

    int keyword(QByteArrayView name) const; // its value in the first part that has it; none
    QString text(QByteArrayView name) const;
    std::vector<QString> typeWords() const; // as they stand: "integer"; guessed where there are none
    std::vector<ParamNode::Type> types(int depth = 0) const;
    std::vector<Member> members() const;
    Pointer property(const QString &name) const;
    Pointer item(int index) const;
    std::vector<Pointer> alternatives() const;
    bool isNeverRight() const; // the schema "false"
    ParamNode blank(const QString &name, int depth) const;

    std::shared_ptr<const JsonTree> tree;
    std::vector<int> parts; // all of which a value has to fit: itself, behind $ref, in allOf
};

// Of one part: the schemas that hold for a member or an item.
std::vector<int> memberSchemas(const JsonTree &tree, int part, const QString &name);
int itemSchema(const JsonTree &tree, int part, int index);
// Whether a pattern as JavaScript has it is found; nothing where it cannot be told.
std::optional<bool> isMatch(const QString &pattern, const QString &text);
int countIn(const JsonTree &tree, int part, QByteArrayView name, int otherwise);

} // namespace weir
