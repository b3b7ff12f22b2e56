// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace weir {

struct Profile;

// Each word of `needle` stands in the name, the folder, the URL or the notes, whatever its case.
bool matches(const Profile &profile, QStringView needle);

} // namespace weir
