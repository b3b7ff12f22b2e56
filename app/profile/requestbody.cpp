// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestbody.h"

#include "profile.h"

namespace weir {

bool takesBody(const QString &method)
{
    return method != QLatin1String("GET") && method != QLatin1String("HEAD");
}

std::optional<QString> requestBody(const Profile &profile)
{
    return takesBody(profile.method) ? profile.body : std::nullopt;
}

} // namespace weir
