// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile.h"

#include <QList>

namespace weir {

enum class CopyFormat { Curl, Websocat, Weir, JavaScript, Python };

struct CopiedText
{
    QString text;
    QStringList notTaken; // sentences: what the other tool cannot do

    bool operator==(const CopiedText &) const = default;
};

QList<CopyFormat> copyFormats(const Profile &profile); // that can speak its protocol

// The profile as a command line for bash or a program. No secret is in it: {{secret.NAME}} is read from the
// environment variable WEIR_SECRET_NAME, {{$env.NAME}} from NAME. Values of other variables have to be put in
// before.
CopiedText copyAs(const Profile &profile, CopyFormat format);
// One request or batch of JSON-RPC to the profile's URL; `message` may have variables too: what was sent
// already has to go through escapedVariables().
CopiedText copyCallAs(const Profile &profile, const QString &message, CopyFormat format);

} // namespace weir
