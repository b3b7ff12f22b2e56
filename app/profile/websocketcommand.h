// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importedprofile.h"

namespace weir {

// A command line of websocat or wscat that connects to a server.
Expected<ImportResult> importWebSocketCommand(const QString &command, const ImportOptions &options = {});

} // namespace weir
