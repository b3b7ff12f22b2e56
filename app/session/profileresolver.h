// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clientsettings.h"

#include "profile/variables.h"

#include "base/secretmask.h"

namespace weir {

// Why a profile cannot be used as it is.
struct ProfileProblem
{
    QString place; // the part of the profile, as a person knows it: “URL”, “Header X-Key”
    QString sentence;
    QString secret; // the name of the secret that is missing, where it is that
    QString variable; // the name that neither a row nor the process knows, where it is that

    QString text() const; // place and sentence
    bool operator==(const ProfileProblem &) const = default;
};

// A profile with its variables filled in: what a client is given.
struct ResolvedProfile
{
    Protocol protocol = Protocol::Sse;
    SseSettings settings; // of everything that speaks HTTP
    WebSocketSettings webSocket; // where the protocol is that one
    RpcSettings rpc; // the same
    // What the log must not tell: secrets, credentials of all kinds, and what the header of an authentication
    // makes of them.
    Secrets secrets;
    QList<ProfileProblem> problems; // where there is one, the settings are not to be used

    ClientSettings clientSettings() const;
};

// Fills in `sources.profile` itself, with the profile's variables. Does not look whether the settings make
// sense to a client: validate() does.
ResolvedProfile resolveProfile(const Profile &profile, VariableSources sources);

// The names of all secrets that this profile needs to connect, also by way of variables; sorted.
QStringList requiredSecrets(const Profile &profile, const std::optional<Environment> &environment);
// Those, and the ones that only its templates, calls and answers name: they can be given, but the line opens
// without them.
QStringList namedSecrets(const Profile &profile, const std::optional<Environment> &environment);
// The names that the environment has to give a value, and $env.NAME; sorted.
QStringList requiredVariables(const Profile &profile);

// The first request as it would go out, body and all, with bullets for secrets and credentials. Of secrets
// only whether they are there is looked at. What has no value stands there as it was written.
QString requestPreview(const Profile &profile, VariableSources sources);

} // namespace weir
