// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile.h"
#include "profilefault.h"

#include <QByteArrayView>

#include <tl/expected.hpp>

namespace weir {

// The files of profiles and environments; resources/docs/profile-format.md describes them. What is written is
// the same, byte for byte, for equal values, and members that the program does not know come back.
constexpr qint64 maximumProfileSize = 4 * 1024 * 1024;

tl::expected<Profile, ProfileFault> readProfile(QByteArrayView json);
tl::expected<Environment, ProfileFault> readEnvironment(QByteArrayView json);
// Text must be valid UTF-16 and `unknown` a JSON object; lone surrogates become question marks, and what is
// no object is left out.
QByteArray writeProfile(const Profile &profile);
QByteArray writeEnvironment(const Environment &environment);

} // namespace weir
