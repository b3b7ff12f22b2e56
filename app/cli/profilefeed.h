// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/profileresolver.h"

#include "base/error.h"

namespace weir {

// Where the verbs look for profiles and environments.
struct ProfileChoice
{
    QString folder;
    bool isGiven = false; // on the command line: also for the environments of a file that lies elsewhere
    QString environment; // empty: none
};

// A profile of the command line, with its variables and secrets filled in.
struct ProfileFeed
{
    QString name;
    ResolvedProfile resolved; // without problems
};

// By the path of a file, else by name in the folder. A file that lies elsewhere has its environments beside
// it. Sentences name everything that is missing.
// Waits for the keychain, where secrets are needed.
Expected<ProfileFeed> readProfileFeed(const QString &profile, const ProfileChoice &choice);

} // namespace weir
