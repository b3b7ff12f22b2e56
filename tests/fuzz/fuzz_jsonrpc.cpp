// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonrpc/calldraft.h"
#include "jsonrpc/openrpc.h"
#include "jsonrpc/rpcmessage.h"

#include "base/jsonformat.h"
#include "base/rawjson.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace weir;

namespace {
void require(bool holds)
{
    if (!holds)
        std::abort();
}

// One line and many are the same value, and both are read or neither is.
void checkFormats(QByteArrayView text)
{
    const auto line = compactJson(text);
    const auto lines = formatJson(text);
    require(line.has_value() == checkJson(text).has_value());
    if (!line) {
        require(!lines && line.error() == lines.error());
        return;
    }
    require(line->size() <= text.size() && compactJson(*line) == line);
    require(!lines || compactJson(*lines) == line);
    const ParamNode node = nodeFromJson(text);
    const QByteArray written = nodeToJson(node);
    require(nodeFromJson(written) == node);
    require(line->contains('\\') || written == *line);
}

void checkMessages(QByteArrayView text)
{
    const RpcDocument document = parseRpc(text);
    require(!document.messages.empty());
    require(document.jsonFault.has_value() == !checkJson(text).has_value());
    for (const RpcMessage &message : document.messages) {
        require((message.type == RpcMessage::Type::Invalid) == (message.fault != RpcFault::None));
        require(message.id.isEmpty() || document.jsonFault || checkJson(message.id).has_value());
        require(rpcFaultFromName(rpcFaultName(message.fault)) == message.fault);
        if (!message.id.isEmpty())
            require(!rpcIdKey(message.id).isEmpty());
        if (message.type == RpcMessage::Type::Error)
            (void)rpcErrorName(message.error->code);
    }
}

// What was read from a text is written, and that text is the same form.
void checkDrafts(QByteArrayView text)
{
    for (const CallDraft::Params kind : {CallDraft::Params::ByName, CallDraft::Params::Raw}) {
        CallDraft before;
        before.params = kind;
        const auto draft = draftFromText(text, before, "7");
        if (!draft)
            continue;
        const QByteArray written = callText(*draft, "7");
        const auto again = draftFromText(written, *draft, "7");
        require(again && *again == *draft);
        (void)problemsOf(*draft, nullptr);
    }
}

void checkService(QByteArrayView text)
{
    const auto service = readOpenRpc(text);
    if (!service)
        return;
    for (const RpcMethodInfo &method : service->methods) {
        CallDraft draft = draftFor(method, {});
        (void)problemsOf(draft, &method);
        (void)callText(draft, "7");
        for (const RpcParamInfo &param : method.params)
            (void)(param.schema.typeText() + param.schema.expectation());
        for (const RpcExample &example : method.examples) {
            draft.params = CallDraft::Params::Raw;
            draft.raw = QString::fromUtf8(example.params);
            (void)problemsOf(draft, &method);
            if (!example.result.isEmpty())
                (void)method.result.checkJson(example.result);
        }
    }
}
}

// Whatever a server sends, a person types or a file describes.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    checkFormats(text);
    checkMessages(text);
    checkDrafts(text);
    checkService(text);
    return 0;
}
