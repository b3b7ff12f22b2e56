// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpcanswer.h"

#include <algorithm>

namespace weir {

QByteArray rpcAnswer(const QByteArray &id, bool isError, const QByteArray &json)
{
    return R"({"jsonrpc":"2.0",")" + QByteArray(isError ? "error" : "result") + "\":" + json + ",\"id\":" + id
        + '}';
}

QByteArray ruledAnswer(const std::vector<RpcMessage> &asked, bool isBatch,
                       const std::vector<RpcAnswerRule> &rules)
{
    QByteArrayList answers;
    for (const RpcMessage &request : asked) {
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const RpcAnswerRule &one) {
            return one.method == "*" || one.method == request.method;
        });
        if (rule != rules.end())
            answers.append(rpcAnswer(request.id, rule->isError, rule->json));
    }
    if (answers.isEmpty())
        return {};
    return isBatch ? '[' + answers.join(',') + ']' : answers.constFirst();
}

} // namespace weir
