// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "savedcalls.h"

#include "base/jsonformat.h"
#include "base/rawjson.h"

#include <array>

namespace weir {

namespace {
constexpr std::array ids{
    std::pair{SavedCall::Id::Automatic, CallDraft::Id::Automatic},
    std::pair{SavedCall::Id::Number, CallDraft::Id::Number},
    std::pair{SavedCall::Id::String, CallDraft::Id::String},
    std::pair{SavedCall::Id::Null, CallDraft::Id::Null},
    std::pair{SavedCall::Id::None, CallDraft::Id::Notification},
};

QString paramsOf(const CallDraft &draft)
{
    switch (draft.params) {
    case CallDraft::Params::None:
        return {};
    case CallDraft::Params::Raw:
        return draft.raw;
    case CallDraft::Params::ByName:
    case CallDraft::Params::ByPosition:
        break;
    }
    ParamNode params{.type = draft.params == CallDraft::Params::ByName ? ParamNode::Type::Object
                                                                       : ParamNode::Type::Array,
                     .children = draft.rows};
    return QString::fromUtf8(nodeToJson(params));
}
}

SavedCall savedCall(const CallDraft &draft, const QString &name)
{
    SavedCall call{.name = name, .method = draft.method, .params = paramsOf(draft), .idText = draft.idText};
    for (const auto &[saved, id] : ids) {
        if (id == draft.id)
            call.id = saved;
    }
    return call;
}

CallDraft draftOf(const SavedCall &call)
{
    CallDraft draft{.method = call.method, .raw = call.params, .idText = call.idText};
    for (const auto &[saved, id] : ids) {
        if (saved == call.id)
            draft.id = id;
    }
    const QByteArray json = call.params.toUtf8();
    const bool isJson = checkJson(json).has_value();
    const JsonType type = isJson ? jsonType(json) : JsonType::Null;
    if (call.params.trimmed().isEmpty()) {
        draft.params = CallDraft::Params::None;
    } else if (type == JsonType::Object || type == JsonType::Array) {
        draft.params = type == JsonType::Object ? CallDraft::Params::ByName : CallDraft::Params::ByPosition;
        draft.rows = nodeFromJson(json).children;
        draft.raw.clear();
    } else {
        draft.params = CallDraft::Params::Raw;
    }
    return draft;
}

} // namespace weir
