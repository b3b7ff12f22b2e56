// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "parammodel.h"

#include "base/rawjson.h"

#include <algorithm>

namespace weir {

namespace {
using Naming = ParamLine::Naming;
using Params = CallDraft::Params;
constexpr qsizetype longestMark = 1000; // bytes

QString nameOf(const FormSchema &alternative)
{
    const QString title = alternative.title();
    return title.isEmpty() ? alternative.typeText() : title;
}
}

void ParamModel::rebuild()
{
    m_lines.clear();
    m_lineOf.clear();
    addTopLines();
    m_lines.push_back({.kind = ParamLine::Kind::Add});
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].kind == ParamLine::Kind::Node)
            m_lineOf.emplace(m_lines[i].path, int(i));
    }
    // Paths of what was found belong to the rows as they were; the owner looks again.
    placeProblems();
    Q_EMIT linesChanged();
}

void ParamModel::addTopLines()
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const RpcParamInfo *info = infoOf(i);
        ParamLine line;
        line.path = {int(i)};
        line.naming = info ? Naming::Fixed : m_kind == Params::ByPosition ? Naming::Index : Naming::Free;
        line.label = info ? info->name : QString::number(i);
        line.summary = info ? info->summary : QString();
        line.isKnown = info != nullptr;
        line.isRequired = info && info->required;
        line.isDeprecated = info && info->deprecated;
        line.canBeOff = !line.isRequired;
        line.isRemovable = !info;
        // The method says which one comes first.
        line.isMovable = !info || m_kind == Params::ByName;
        addNode(m_rows[i], std::move(line), info ? info->schema : FormSchema());
    }
}

void ParamModel::addLines(const std::vector<ParamNode> &nodes, const ParamPath &parent,
                          const FormSchema &schema, Type parentType)
{
    const std::vector<FormSchema::Property> properties =
        parentType == Type::Object ? schema.properties() : std::vector<FormSchema::Property>();
    for (size_t i = 0; i < nodes.size(); ++i) {
        ParamLine line;
        line.path = parent;
        line.path.push_back(int(i));
        line.depth = int(parent.size());
        line.isMovable = true;
        if (parentType == Type::Array) {
            line.naming = Naming::Index;
            line.label = QString::number(i);
            line.isRemovable = true;
            addNode(nodes[i], std::move(line), schema.item(int(i)));
            continue;
        }
        const auto known = std::find_if(properties.begin(), properties.end(),
                                        [&](const auto &property) { return property.name == nodes[i].name; });
        line.isKnown = known != properties.end();
        line.isRequired = line.isKnown && known->required;
        line.naming = line.isKnown ? Naming::Fixed : Naming::Free;
        line.label = nodes[i].name;
        line.canBeOff = !line.isRequired;
        line.isRemovable = !line.isRequired;
        addNode(nodes[i], std::move(line), line.isKnown ? *known->schema : schema.property(nodes[i].name));
    }
}

void ParamModel::addNode(const ParamNode &node, ParamLine line, FormSchema schema)
{
    if (const std::vector<FormSchema> alternatives = schema.alternatives(); !alternatives.empty()) {
        for (const FormSchema &alternative : alternatives)
            line.alternatives.append(nameOf(alternative));
        line.alternative = alternativeOf(node, line.path, alternatives);
        schema = alternatives[size_t(line.alternative)];
    }
    line.schema = schema;
    line.types = schema.types();
    line.choices = schema.enumeration();
    if (!schema.isNull())
        line.typeText = schema.typeText();
    line.isOpen = ParamNode::isContainer(node.type) && !m_closed.contains(line.path);
    const bool isOpen = line.isOpen;
    const ParamPath path = line.path;
    const int depth = line.depth;
    m_lines.push_back(std::move(line));
    if (!isOpen)
        return;
    addLines(node.children, path, schema, node.type);
    m_lines.push_back({.kind = ParamLine::Kind::Add, .path = path, .depth = depth + 1});
}

int ParamModel::alternativeOf(const ParamNode &node, const ParamPath &path,
                              const std::vector<FormSchema> &alternatives) const
{
    if (const auto chosen = m_alternatives.find(path);
        chosen != m_alternatives.end() && chosen->second < int(alternatives.size()))
        return chosen->second;
    int best = 0;
    int bestScore = 0;
    for (size_t i = 0; i < alternatives.size() && bestScore < 3; ++i) {
        const std::vector<Type> types = alternatives[i].types();
        const bool isAlike = std::find(types.begin(), types.end(), node.type) != types.end();
        const int score = (isAlike ? 2 : 0) + (alternatives[i].check(node).empty() ? 1 : 0);
        if (score > bestScore) {
            best = int(i);
            bestScore = score;
        }
    }
    return best;
}

const RpcParamInfo *ParamModel::infoOf(size_t row) const
{
    if (!m_method)
        return nullptr;
    const std::vector<RpcParamInfo> &params = m_method->params;
    const QString &name = m_rows[row].name;
    if (m_kind == Params::ByPosition && name.isEmpty())
        return row < params.size() ? &params[row] : nullptr;
    const auto found = std::find_if(params.begin(), params.end(),
                                    [&name](const RpcParamInfo &info) { return info.name == name; });
    return found == params.end() ? nullptr : &*found;
}

FormSchema ParamModel::schemaAt(const ParamPath &path) const
{
    if (path.size() == 1) {
        const RpcParamInfo *info = infoOf(size_t(path.front()));
        return info ? info->schema : FormSchema();
    }
    const ParamPath parent(path.begin(), path.end() - 1);
    const int line = lineOf(parent);
    if (line < 0)
        return {};
    const FormSchema &schema = m_lines[size_t(line)].schema;
    return node(parent).type == Type::Array ? schema.item(path.back()) : schema.property(node(path).name);
}

QString ParamModel::textOf(const CallProblem &problem) const
{
    const int line = problem.path.empty() ? -1 : lineOf(problem.path);
    if (line < 0 || isArray({problem.path.begin(), problem.path.end() - 1}))
        return {};
    const ParamNode &wrong = node(problem.path);
    const QByteArray text = quotedJson(wrong.name.toUtf8()) + ':' + nodeToJson(wrong);
    return wrong.on && text.size() <= longestMark ? QString::fromUtf8(text) : QString();
}

void ParamModel::placeProblems()
{
    m_problems.assign(m_lines.size(), {});
    for (const CallProblem &problem : m_found) {
        if (problem.part != CallProblem::Part::Params || problem.path.empty())
            continue;
        // What is closed tells what is wrong inside of it.
        ParamPath path = problem.path;
        while (!path.empty() && lineOf(path) < 0)
            path.pop_back();
        if (path.empty())
            continue;
        QString &sentence = m_problems[size_t(lineOf(path))];
        if (sentence.isEmpty())
            sentence = problem.sentence;
    }
}

} // namespace weir
