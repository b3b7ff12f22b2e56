// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formschema_p.h"
#include "schemacheck.h"
#include "schemawords.h"

namespace weir {

FormSchema::FormSchema(std::shared_ptr<const Node> node)
    : m_node(std::move(node))
{
}

QString FormSchema::title() const
{
    return m_node ? m_node->text("title") : QString();
}

QString FormSchema::description() const
{
    return m_node ? m_node->text("description") : QString();
}

std::vector<ParamNode::Type> FormSchema::types() const
{
    return m_node ? m_node->types() : std::vector<ParamNode::Type>();
}

bool FormSchema::wantsInteger() const
{
    bool isInteger = false;
    for (const QString &word : m_node ? m_node->typeWords() : std::vector<QString>()) {
        if (word == QLatin1String("number"))
            return false;
        isInteger = isInteger || word == QLatin1String("integer");
    }
    return isInteger;
}

QString FormSchema::typeText() const
{
    return typeTextOf(m_node.get());
}

std::vector<QByteArray> FormSchema::enumeration() const
{
    std::vector<QByteArray> values;
    if (!m_node)
        return values;
    if (const int value = m_node->keyword("const"); value != JsonTree::none) {
        values.push_back(m_node->tree->text(value).toByteArray());
    } else if (const int list = m_node->keyword("enum"); list != JsonTree::none) {
        for (const int element : m_node->tree->elements(list))
            values.push_back(m_node->tree->text(element).toByteArray());
    }
    return values;
}

std::optional<QByteArray> FormSchema::defaultValue() const
{
    const int value = m_node ? m_node->keyword("default") : JsonTree::none;
    return value == JsonTree::none ? std::nullopt : std::optional(m_node->tree->text(value).toByteArray());
}

QString FormSchema::expectation() const
{
    return m_node ? expectationOf(*m_node) : QString();
}

std::vector<FormSchema::Property> FormSchema::properties() const
{
    std::vector<Property> found;
    for (const Node::Member &member : m_node ? m_node->members() : std::vector<Node::Member>()) {
        auto schema = std::make_shared<const FormSchema>(Node::at(m_node->tree, member.schema));
        found.push_back({member.name, member.required, std::move(schema)});
    }
    return found;
}

FormSchema FormSchema::property(const QString &name) const
{
    return FormSchema(m_node ? m_node->property(name) : nullptr);
}

FormSchema FormSchema::item(int index) const
{
    return FormSchema(m_node ? m_node->item(index) : nullptr);
}

std::vector<FormSchema> FormSchema::alternatives() const
{
    std::vector<FormSchema> found;
    for (Node::Pointer &alternative : m_node ? m_node->alternatives() : std::vector<Node::Pointer>())
        found.emplace_back(std::move(alternative));
    return found;
}

ParamNode FormSchema::blank(const QString &name) const
{
    return m_node ? m_node->blank(name, 0) : ParamNode{name};
}

std::vector<FormSchema::Fault> FormSchema::check(const ParamNode &value) const
{
    return m_node ? SchemaCheck(SchemaCheck::Asker::Method).run(*m_node, value) : std::vector<Fault>();
}

std::vector<QString> FormSchema::checkJson(QByteArrayView value) const
{
    std::vector<QString> sentences;
    if (!m_node || value.size() > SchemaCheck::sizeLimit)
        return sentences;
    const ParamNode node = nodeFromJson(value);
    for (const Fault &fault : SchemaCheck(SchemaCheck::Asker::Description).run(*m_node, node)) {
        const QString pointer = pointerTo(node, fault.path);
        sentences.push_back(pointer.isEmpty() ? fault.sentence
                                              : pointer + QLatin1String(": ") + fault.sentence);
    }
    return sentences;
}

} // namespace weir
