// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "router.h"

#include <functional>
#include <map>

namespace weir {

// Most paths are one function of the request.
class FunctionHandler final : public DemoHandler
{
public:
    using Function = std::function<void(const DemoRequest &, QTcpSocket &)>;
    explicit FunctionHandler(Function function)
        : m_function(std::move(function))
    {
    }
    void handle(const DemoRequest &request, QTcpSocket &socket) override { m_function(request, socket); }

private:
    Function m_function;
};

// Answers 503 some times to each query, then what `recovered` does, then begins again.
class UnavailableHandler final : public DemoHandler
{
public:
    // `retryAfter` in seconds, where the query does not say; negative: no such header.
    UnavailableHandler(qint64 retryAfter, FunctionHandler::Function recovered)
        : m_recovered(std::move(recovered))
        , m_retryAfter(retryAfter)
    {
    }
    void handle(const DemoRequest &request, QTcpSocket &socket) override;

private:
    FunctionHandler::Function m_recovered;
    std::map<QString, qint64> m_refused;
    qint64 m_retryAfter;
};

} // namespace weir
