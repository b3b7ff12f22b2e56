// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/profile.h"
#include "profile/profilefault.h"

#include "base/error.h"

#include <QList>

#include <optional>

namespace weir {

// A folder of profiles, read once.
struct SavedProfiles
{
    template <typename T> struct File
    {
        QString path;
        T content;

        QString fileName() const { return path.section(QLatin1Char('/'), -1); }
        QString stem() const { return fileName().chopped(5); } // without .json
    };

    QString path;
    QList<File<Profile>> profiles; // sorted by file
    QList<File<Environment>> environments;
    QList<File<ProfileFault>> broken;

    // The folder that was given, else WEIR_PROFILES, else the one that the window uses, which need not be
    // there.
    static Expected<QString> choose(const QString &given);
    static SavedProfiles read(const QString &path);

    // By the name of the file, with or without .json, or the name inside; a sentence where there is none, or
    // more than one.
    Expected<File<Profile>> profile(const QString &name) const;
    Expected<Environment> environment(const QString &name) const;
};

// “FILE: Line 2: why.”
QString faultLine(const SavedProfiles::File<ProfileFault> &file);

} // namespace weir
