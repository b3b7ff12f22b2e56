// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpcquestions.h"

namespace weir {

QByteArray RpcQuestions::add(QObject *context, Heard heard)
{
    std::erase_if(m_open, [](const auto &open) { return !open.second.context; });
    QByteArray id = "srv-" + QByteArray::number(++m_asked);
    m_open.emplace(id, Question{context, std::move(heard)});
    return id;
}

bool RpcQuestions::answer(const QByteArray &id, const DemoRpcOutcome &outcome)
{
    const auto node = m_open.extract(id);
    if (!node || !node.mapped().context)
        return false;
    node.mapped().heard(outcome);
    return true;
}

} // namespace weir
