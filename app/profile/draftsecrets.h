// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importedsecrets.h"

namespace weir {

// Passwords, tokens, keys and cookies out of the marked texts of a profile: login, TLS, proxy, headers, the
// query, members of a JSON body or fields of a form.
void takeSecrets(Profile &profile, ImportedSecrets &secrets);
void takeSecrets(QList<ProfileRow> &rows, ImportedSecrets &secrets);

} // namespace weir
