// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calldraft.h"

#include "openrpc.h"

#include "base/rawjson.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace weir {

namespace {
using Params = CallDraft::Params;
using Id = CallDraft::Id;

QByteArray paramsText(const CallDraft &draft)
{
    if (draft.params == Params::Raw)
        return draft.raw.trimmed().toUtf8();
    const bool isByName = draft.params == Params::ByName;
    return nodeToJson({{}, isByName ? ParamNode::Type::Object : ParamNode::Type::Array, {}, draft.rows});
}

QByteArray idText(const CallDraft &draft, const QByteArray &automaticId)
{
    switch (draft.id) {
    case Id::Automatic:
        return automaticId;
    case Id::Number:
        return draft.idText.trimmed().toUtf8();
    case Id::String:
        return quotedJson(draft.idText);
    default:
        return "null";
    }
}

ParamNode adapted(ParamNode row, const FormSchema &schema)
{
    const std::vector<ParamNode::Type> types = schema.types();
    const auto isScalar = [](ParamNode::Type type) {
        return type == ParamNode::Type::String || type == ParamNode::Type::Number
            || type == ParamNode::Type::Boolean;
    };
    const bool isFitting = types.empty() || std::find(types.begin(), types.end(), row.type) != types.end();
    if (!isFitting && isScalar(row.type) && isScalar(types.front()))
        row.type = types.front();
    return row;
}
}

QByteArray callText(const CallDraft &draft, const QByteArray &automaticId)
{
    QByteArray text = R"({"jsonrpc":"2.0","method":)" + quotedJson(draft.method);
    if (draft.params != Params::None)
        text += R"(,"params":)" + paramsText(draft);
    if (draft.id != Id::Notification)
        text += R"(,"id":)" + idText(draft, automaticId);
    return text + '}';
}

CallDraft draftFor(const RpcMethodInfo &method, const CallDraft &before)
{
    CallDraft draft = before;
    draft.method = method.name;
    if (!method.isDescribed)
        return draft;
    draft.params =
        method.structure == RpcMethodInfo::Structure::ByPosition ? Params::ByPosition : Params::ByName;
    draft.rows.clear();
    QSet<QString> names;
    for (const RpcParamInfo &param : method.params) {
        const auto typed = std::find_if(before.rows.begin(), before.rows.end(),
                                        [&param](const ParamNode &row) { return row.name == param.name; });
        ParamNode row =
            typed == before.rows.end() ? param.schema.blank(param.name) : adapted(*typed, param.schema);
        if (typed == before.rows.end())
            row.on = param.schema.defaultValue().has_value();
        row.on = row.on || param.required;
        names.insert(param.name);
        draft.rows.push_back(std::move(row));
    }
    // What somebody added to this method's own
    for (const ParamNode &row : before.rows) {
        if (before.method == method.name && !names.contains(row.name))
            draft.rows.push_back(row);
    }
    return draft;
}

} // namespace weir
