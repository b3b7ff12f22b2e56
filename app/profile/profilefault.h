// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace weir {

// Why a file is not a profile or an environment, and where.
struct ProfileFault
{
    enum class Reason {
        // the file
        NotRead, // detail: what the system says
        NotAFile, // a folder, a pipe, a device
        TooLarge,
        // its text
        ByteOrderMark,
        NotUtf8,
        NotJson, // detail: what was read last
        EndsEarly,
        TooDeep,
        DuplicateMember, // detail, here as below: the member
        // what it says
        NotAnObject, // detail: empty for the file as a whole
        NoVersion,
        NewerVersion, // detail: the version
        NotText,
        NotLines,
        NotTrueOrFalse,
        NotANumber,
        OutOfRange,
        NotAList,
        UnknownValue,
    };
    Reason reason = Reason::NotJson;
    int line = 0; // from 1; 0: the file as a whole
    QString detail = {};

    bool operator==(const ProfileFault &) const = default;
};

// One sentence in the language of the program, with the line.
QString faultText(const ProfileFault &fault);

} // namespace weir
