// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "copytext.h"
#include "profile.h"

#include <optional>
#include <utility>

namespace weir {

// A profile as one request, whichever tool sends it.
struct CopyRequest
{
    using Header = std::pair<CopyText, CopyText>;

    CopyText url; // with the query
    QString method;
    QList<Header> headers; // with the login, unless it is Basic
    std::optional<CopyText> body;
    std::optional<Header> login; // Basic: user and password
    bool isSocket = false;
    bool isRpc = false;

    bool has(QLatin1String header) const;
};

CopyRequest copyRequest(const Profile &profile);

} // namespace weir
