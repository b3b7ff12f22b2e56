// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importedprofile.h"

namespace weir {

constexpr qsizetype importLimit = 64 * 1024 * 1024; // bytes of what is imported at once

// A command line of curl, as a person or a browser wrote it for bash or cmd: one profile for each URL.
// Variables of the shell become {{$env.NAME}}, and $WEIR_SECRET_NAME becomes {{secret.NAME}}; braces in the
// text stay braces.
Expected<ImportResult> importCurlCommand(const QString &command, const ImportOptions &options = {});

} // namespace weir
