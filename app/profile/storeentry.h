// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile.h"
#include "profilefault.h"

#include <QString>

#include <optional>

namespace weir {

// What others made of a file while we had something else to write into it.
template <typename T> struct StoreConflict
{
    std::optional<T> theirs;
    std::optional<ProfileFault> broken; // neither: they removed the file
};

// One file of the store, called `id`.json.
template <typename T> struct StoreEntry
{
    QString id;
    T value; // where it is broken, only the name: the id
    std::optional<ProfileFault> broken = {}; // the file is left as it is
    bool isUnsaved = false; // `value` is not in the file yet, or could not be written
    std::optional<StoreConflict<T>> conflict = {}; // unsaved, until it is saved with Overwrite or reverted
};

using ProfileEntry = StoreEntry<Profile>;
using EnvironmentEntry = StoreEntry<Environment>;

} // namespace weir
