// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "parammodel.h"

#include <algorithm>
#include <numeric>

namespace weir {

namespace {
using Type = ParamNode::Type;

ParamPath parentOf(const ParamPath &path)
{
    return {path.begin(), path.end() - 1};
}

bool isBelow(const ParamPath &path, const ParamPath &parent)
{
    return path.size() > parent.size() && std::equal(parent.begin(), parent.end(), path.begin());
}
}

ParamModel::ParamModel(QObject *parent)
    : QObject(parent)
{
    rebuild();
}

void ParamModel::show(const RpcMethodInfo *method, CallDraft::Params kind, std::vector<ParamNode> rows)
{
    if ((method ? method->name : QString()) != this->method()) {
        m_alternatives.clear();
        m_closed.clear();
    }
    m_method = method ? std::optional(*method) : std::nullopt;
    m_kind = kind;
    m_rows = std::move(rows);
    rebuild();
}

const ParamNode &ParamModel::node(const ParamPath &path) const
{
    return const_cast<ParamModel *>(this)->nodeAt(path);
}

ParamNode &ParamModel::nodeAt(const ParamPath &path)
{
    return siblings(path).at(size_t(path.back()));
}

std::vector<ParamNode> &ParamModel::siblings(const ParamPath &path)
{
    std::vector<ParamNode> *nodes = &m_rows;
    for (size_t level = 0; level + 1 < path.size(); ++level)
        nodes = &nodes->at(size_t(path[level])).children;
    return *nodes;
}

int ParamModel::lineOf(const ParamPath &path) const
{
    const auto found = m_lineOf.find(path);
    return found == m_lineOf.end() ? -1 : found->second;
}

void ParamModel::setProblems(const std::vector<CallProblem> &problems)
{
    if (problems == m_found)
        return;
    m_found = problems;
    const std::vector<QString> before = m_problems;
    placeProblems();
    if (m_problems != before)
        Q_EMIT problemsChanged();
}

void ParamModel::setName(const ParamPath &path, const QString &name)
{
    nodeAt(path).name = name;
    Q_EMIT edited();
}

void ParamModel::settleName()
{
    rebuild();
}

void ParamModel::setText(const ParamPath &path, const QString &text)
{
    ParamNode &node = nodeAt(path);
    node.text = text;
    const int line = lineOf(path);
    // A value of another type than the only one that is allowed was not chosen here.
    if (line >= 0 && m_lines[size_t(line)].types.size() == 1) {
        const Type wanted = m_lines[size_t(line)].types.front();
        if (!ParamNode::isContainer(wanted) && wanted != Type::Null)
            node.type = wanted;
    }
    if (node.on)
        Q_EMIT edited();
    else
        setOn(path, true);
}

void ParamModel::setOn(const ParamPath &path, bool on)
{
    nodeAt(path).on = on;
    change();
}

void ParamModel::setType(const ParamPath &path, Type type)
{
    ParamNode &node = nodeAt(path);
    if (node.type == type)
        return;
    node.type = type;
    if (type == Type::Boolean && node.text != QLatin1String("true"))
        node.text = QStringLiteral("false");
    if (type == Type::Object) {
        for (size_t i = 0; i < node.children.size(); ++i) {
            if (node.children[i].name.isEmpty())
                node.children[i].name = QString::number(i);
        }
    }
    m_closed.erase(path);
    change();
}

void ParamModel::setValue(const ParamPath &path, QByteArrayView json)
{
    ParamNode &node = nodeAt(path);
    const bool on = node.on;
    node = nodeFromJson(json, node.name);
    node.on = on;
    change();
}

void ParamModel::setAlternative(const ParamPath &path, int alternative)
{
    const std::vector<FormSchema> all = schemaAt(path).alternatives();
    if (alternative < 0 || alternative >= int(all.size()))
        return;
    m_alternatives[path] = alternative;
    const FormSchema &chosen = all[size_t(alternative)];
    ParamNode &node = nodeAt(path);
    if (!chosen.check(node).empty()) {
        ParamNode blank = chosen.blank(node.name);
        if (blank.type == node.type && !ParamNode::isContainer(node.type) && blank.text.isEmpty())
            blank.text = node.text;
        blank.on = node.on;
        node = std::move(blank);
    }
    change();
}

void ParamModel::setOpen(const ParamPath &path, bool open)
{
    if (open)
        m_closed.erase(path);
    else
        m_closed.insert(path);
    rebuild();
}

void ParamModel::remove(const ParamPath &path)
{
    std::vector<ParamNode> &nodes = siblings(path);
    std::vector<int> places(nodes.size());
    for (int i = 0; i < int(places.size()); ++i)
        places[size_t(i)] = i < path.back() ? i : i == path.back() ? -1 : i - 1;
    nodes.erase(nodes.begin() + path.back());
    renumber(parentOf(path), places);
    change();
}

bool ParamModel::canMove(const ParamPath &path, int by) const
{
    const int line = lineOf(path);
    if (line < 0 || !m_lines[size_t(line)].isMovable)
        return false;
    const auto count = int(const_cast<ParamModel *>(this)->siblings(path).size());
    ParamPath target = path;
    target.back() += by;
    if (by == 0 || target.back() < 0 || target.back() >= count)
        return false;
    const int other = lineOf(target);
    return other >= 0 && m_lines[size_t(other)].isMovable;
}

ParamPath ParamModel::move(const ParamPath &path, int by)
{
    if (!canMove(path, by))
        return path;
    std::vector<ParamNode> &nodes = siblings(path);
    const int from = path.back();
    const int to = from + by;
    std::vector<int> places(nodes.size());
    std::iota(places.begin(), places.end(), 0);
    const auto first = nodes.begin() + std::min(from, to);
    const auto last = nodes.begin() + std::max(from, to) + 1;
    std::rotate(first, by > 0 ? first + 1 : last - 1, last);
    for (int i = std::min(from, to); i <= std::max(from, to); ++i)
        places[size_t(i)] = i == from ? to : by > 0 ? i - 1 : i + 1;
    renumber(parentOf(path), places);
    change();
    ParamPath moved = path;
    moved.back() = to;
    return moved;
}

ParamPath ParamModel::add(const ParamPath &container, const QString &name)
{
    std::vector<ParamNode> &nodes = container.empty() ? m_rows : nodeAt(container).children;
    FormSchema schema;
    if (container.empty() && m_method) {
        for (const RpcParamInfo &info : m_method->params) {
            if (info.name == name)
                schema = info.schema;
        }
    } else if (!container.empty()) {
        const int line = lineOf(container);
        const FormSchema whole = line >= 0 ? m_lines[size_t(line)].schema : FormSchema();
        schema = isArray(container) ? whole.item(int(nodes.size())) : whole.property(name);
    }
    ParamNode added = schema.isNull() ? ParamNode{.name = name} : schema.blank(name);
    added.on = true;
    // Items of an array are mostly alike.
    if (schema.isNull() && isArray(container) && !nodes.empty()) {
        added.type = nodes.back().type;
        if (added.type == Type::Boolean)
            added.text = QStringLiteral("false");
    }
    nodes.push_back(std::move(added));
    ParamPath path = container;
    path.push_back(int(nodes.size()) - 1);
    change();
    return path;
}

QStringList ParamModel::missingNames(const ParamPath &container) const
{
    QStringList names;
    if (container.empty()) {
        if (m_method && m_kind == CallDraft::Params::ByName) {
            for (const RpcParamInfo &info : m_method->params)
                names.append(info.name);
        }
    } else if (const int line = lineOf(container); line >= 0 && !isArray(container)) {
        for (const FormSchema::Property &property : m_lines[size_t(line)].schema.properties())
            names.append(property.name);
    }
    for (const ParamNode &there : container.empty() ? m_rows : node(container).children)
        names.removeAll(there.name);
    return names;
}

bool ParamModel::isArray(const ParamPath &container) const
{
    return container.empty() ? m_kind == CallDraft::Params::ByPosition : node(container).type == Type::Array;
}

void ParamModel::renumber(const ParamPath &parent, const std::vector<int> &places)
{
    const auto moved = [&](const ParamPath &path) -> std::optional<ParamPath> {
        if (!isBelow(path, parent))
            return path;
        const int place = places.at(size_t(path[parent.size()]));
        if (place < 0)
            return std::nullopt;
        ParamPath other = path;
        other[parent.size()] = place;
        return other;
    };
    std::set<ParamPath> closed;
    for (const ParamPath &path : m_closed) {
        if (const auto other = moved(path))
            closed.insert(*other);
    }
    std::map<ParamPath, int> alternatives;
    for (const auto &[path, alternative] : m_alternatives) {
        if (const auto other = moved(path))
            alternatives[*other] = alternative;
    }
    m_closed = std::move(closed);
    m_alternatives = std::move(alternatives);
}

void ParamModel::change()
{
    rebuild();
    Q_EMIT edited();
}

} // namespace weir
