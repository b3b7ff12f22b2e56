// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace weir {

struct Profile;

// Whether a request by this method carries a body.
bool takesBody(const QString &method);
// The body that goes out: none where the method takes none, whatever the profile keeps.
std::optional<QString> requestBody(const Profile &profile);

} // namespace weir
