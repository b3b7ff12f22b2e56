// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calldraft.h"
#include "jsonnumber.h"
#include "openrpc.h"
#include "schemawords.h"

#include "base/jsonfaulttext.h"
#include "base/rawjson.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

namespace weir {

namespace {
using Params = CallDraft::Params;
using Part = CallProblem::Part;
using Type = ParamNode::Type;

struct ProblemWords
{
    Q_DECLARE_TR_FUNCTIONS(CallDraft)
};

bool hasVariable(const QString &text)
{
    const qsizetype open = text.indexOf(QLatin1String("{{"));
    return open >= 0 && text.indexOf(QLatin1String("}}"), open) >= 0;
}

QString scalarProblem(const ParamNode &node)
{
    const QString text = node.text.trimmed();
    if (hasVariable(text))
        return {};
    if (node.type == Type::Number && text.isEmpty())
        return ProblemWords::tr("A number is missing here.");
    if (node.type == Type::Number && !JsonNumber::read(text.toUtf8()))
        return ProblemWords::tr("%1 is not a number.").arg(shownValue(node));
    if (node.type == Type::Boolean && text != QLatin1String("true") && text != QLatin1String("false"))
        return ProblemWords::tr("%1 is neither true nor false.").arg(shownValue(node));
    return {};
}

// What is wrong with params, one sentence at each place: what the method says comes first.
class ParamsCheck final
{
public:
    ParamsCheck(Params kind, const std::vector<ParamNode> &rows, const RpcMethodInfo *method)
        : m_rows(rows)
        , m_method(method && method->isDescribed ? method : nullptr)
        , m_kind(kind)
    {
    }

    std::map<std::vector<int>, QString> run()
    {
        if (m_method)
            checkMethod();
        checkRows(m_rows, m_kind == Params::ByName, {});
        return std::move(m_found);
    }

private:
    void add(std::vector<int> path, const QString &sentence)
    {
        if (!sentence.isEmpty())
            m_found.try_emplace(std::move(path), sentence);
    }
    void checkRows(const std::vector<ParamNode> &rows, bool areNamed, std::vector<int> path);
    void checkMethod();
    void checkMissing();
    void checkValue(int row, const RpcParamInfo &param);
    const RpcParamInfo *paramNamed(const QString &name) const;

    const std::vector<ParamNode> &m_rows;
    const RpcMethodInfo *const m_method;
    const Params m_kind;
    std::map<std::vector<int>, QString> m_found;
};

void ParamsCheck::checkRows(const std::vector<ParamNode> &rows, bool areNamed, std::vector<int> path)
{
    QSet<QString> names;
    path.push_back(0);
    for (size_t i = 0; i < rows.size(); ++i) {
        const ParamNode &row = rows[i];
        if (!row.on)
            continue;
        path.back() = int(i);
        if (areNamed && names.contains(row.name))
            add(path, ProblemWords::tr("“%1” is there twice.").arg(row.name));
        names.insert(row.name);
        // An empty name is one to JSON, and hardly to a method.
        if (areNamed && row.name.isEmpty() && path.size() == 1)
            add(path, ProblemWords::tr("A name is missing."));
        add(path, scalarProblem(row));
        checkRows(row.children, row.type == Type::Object, path);
    }
}

const RpcParamInfo *ParamsCheck::paramNamed(const QString &name) const
{
    const auto found = std::find_if(m_method->params.begin(), m_method->params.end(),
                                    [&name](const RpcParamInfo &param) { return param.name == name; });
    return found == m_method->params.end() ? nullptr : &*found;
}

void ParamsCheck::checkMethod()
{
    const bool hasRows =
        std::any_of(m_rows.begin(), m_rows.end(), [](const ParamNode &row) { return row.on; });
    if (hasRows && m_kind == Params::ByPosition && m_method->structure == RpcMethodInfo::Structure::ByName)
        add({}, ProblemWords::tr("The method takes its params by name."));
    if (hasRows && m_kind == Params::ByName && m_method->structure == RpcMethodInfo::Structure::ByPosition)
        add({}, ProblemWords::tr("The method takes its params by position."));
    size_t place = 0;
    for (size_t i = 0; i < m_rows.size() && m_kind != Params::None; ++i) {
        const ParamNode &row = m_rows[i];
        if (!row.on)
            continue;
        const int index = int(i);
        const RpcParamInfo *param = paramNamed(row.name);
        if (m_kind == Params::ByPosition) {
            const RpcParamInfo *named = row.name.isEmpty() ? nullptr : param;
            param = place < m_method->params.size() ? &m_method->params[place] : nullptr;
            ++place;
            if (!param)
                add({index}, ProblemWords::tr("The method has %1 params only.").arg(m_method->params.size()));
            else if (named && named != param)
                add({index}, ProblemWords::tr("In this place it is taken for “%1”.").arg(param->name));
        } else if (!param && !row.name.isEmpty() && !hasVariable(row.name)) {
            add({index}, ProblemWords::tr("The method has no “%1”.").arg(row.name));
        }
        if (param)
            checkValue(index, *param);
    }
    checkMissing();
}

void ParamsCheck::checkMissing()
{
    size_t sent = 0;
    for (const ParamNode &row : m_rows)
        sent += row.on && m_kind != Params::None ? 1 : 0;
    for (size_t i = 0; i < m_method->params.size(); ++i) {
        const RpcParamInfo &param = m_method->params[i];
        const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                      [&param](const ParamNode &other) { return other.name == param.name; });
        const auto isSent = [&] {
            if (m_kind == Params::ByPosition)
                return i < sent;
            return m_kind == Params::ByName
                && std::any_of(m_rows.begin(), m_rows.end(),
                               [&](const ParamNode &other) { return other.on && other.name == param.name; });
        };
        if (!param.required || isSent())
            continue;
        const bool hasRow = row != m_rows.end() && m_kind != Params::None;
        add(hasRow ? std::vector<int>{int(row - m_rows.begin())} : std::vector<int>(),
            ProblemWords::tr("“%1” is missing.").arg(param.name));
    }
}

void ParamsCheck::checkValue(int row, const RpcParamInfo &param)
{
    for (FormSchema::Fault &fault : param.schema.check(m_rows[size_t(row)])) {
        std::vector<int> path{row};
        path.insert(path.end(), fault.path.begin(), fault.path.end());
        add(std::move(path), fault.sentence);
    }
}

QString methodProblem(const QString &name, const RpcMethodInfo *method)
{
    if (name.isEmpty())
        return ProblemWords::tr("A method is missing.");
    // JSON-RPC 2.0, 8: what begins with rpc. is an extension; this one is OpenRPC's.
    const bool isKnown = name == QLatin1String("rpc.discover") || (method && method->name == name);
    return name.startsWith(QLatin1String("rpc.")) && !isKnown
        ? ProblemWords::tr("Names that begin with “rpc.” are reserved for extensions.")
        : QString();
}

QString idProblem(const CallDraft &draft)
{
    if (draft.id != CallDraft::Id::Number)
        return {};
    return scalarProblem({{}, Type::Number, draft.idText});
}

void addRawProblems(std::vector<CallProblem> &problems, const QString &raw, const RpcMethodInfo *method)
{
    const auto add = [&problems](const QString &sentence) {
        problems.push_back({Part::Params, {}, sentence});
    };
    if (hasVariable(raw))
        return;
    const QByteArray text = raw.toUtf8();
    if (text.trimmed().isEmpty())
        return add(ProblemWords::tr("The params are missing."));
    if (const auto checked = checkJson(text); !checked)
        return add(jsonFaultText(checked.error(), text));
    const ParamNode node = nodeFromJson(text);
    if (node.type != Type::Object && node.type != Type::Array)
        return add(ProblemWords::tr("Params are an object or an array."));
    const Params kind = node.type == Type::Object ? Params::ByName : Params::ByPosition;
    for (const auto &[path, sentence] : ParamsCheck(kind, node.children, method).run()) {
        const QString pointer = pointerTo(node, path);
        add(pointer.isEmpty() ? sentence : QString(pointer + QLatin1String(": ") + sentence));
    }
}
}

std::vector<CallProblem> problemsOf(const CallDraft &draft, const RpcMethodInfo *method)
{
    std::vector<CallProblem> problems;
    if (const QString sentence = methodProblem(draft.method, method); !sentence.isEmpty())
        problems.push_back({Part::Method, {}, sentence});
    if (draft.params == Params::Raw) {
        addRawProblems(problems, draft.raw, method);
    } else {
        const bool isNone = draft.params == Params::None;
        const std::vector<ParamNode> none;
        for (const auto &[path, sentence] :
             ParamsCheck(draft.params, isNone ? none : draft.rows, method).run())
            problems.push_back({Part::Params, path, sentence});
    }
    if (const QString sentence = idProblem(draft); !sentence.isEmpty())
        problems.push_back({Part::Id, {}, sentence});
    return problems;
}

} // namespace weir
