// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profilesearch.h"

#include "profile.h"

#include <algorithm>

namespace weir {

bool matches(const Profile &profile, QStringView needle)
{
    const auto words = needle.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](QStringView word) {
        const auto contains = [word](const QString &text) {
            return text.contains(word, Qt::CaseInsensitive);
        };
        return contains(profile.name) || contains(profile.url) || contains(profile.folder)
            || contains(profile.notes);
    });
}

} // namespace weir
