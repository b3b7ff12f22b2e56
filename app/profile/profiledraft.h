// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importedsecrets.h"

#include <optional>

namespace weir {

// A profile in the making: all of its texts are marked (importtext.h), headers stand as the source has them.
struct ProfileDraft
{
    Profile profile = {.method = QString()}; // no method: GET, or POST where there is a body
    QStringList notTaken = {};
    std::optional<Protocol> protocol = {}; // what the source says; else it is told from URL, headers and body
    bool wantsStream = false; // the source reads the answer as it comes
};

// What every import does in the end: login and handshake out of the headers, the protocol, the secrets, a
// name.
Expected<ImportedProfile> finishDraft(ProfileDraft draft, ImportedSecrets &secrets);

bool isJsonRpc(const QString &markedBody);

// The value as a part of a URL: all but letters, digits and "-._~" percent-encoded; variables stay.
QString percentEncoded(const QString &marked);

} // namespace weir
