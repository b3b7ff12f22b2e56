// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace weir {

struct Profile;

// What a profile is called: its name, else host and path of its URL, else "New connection".
QString shownName(const Profile &profile);
// What a person typed as a URL: http:// is added where there is no scheme, also where variables stand for it.
QString urlWithScheme(const QString &text);

} // namespace weir
