// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importedprofile.h"

#include <QByteArrayView>

namespace weir {

// A file of another tool, recognized by what it holds: Postman collection (2.0, 2.1) or environment, Insomnia
// export (JSON, version 4), Hoppscotch collection or environments, HAR, MCP client configuration. At most 64
// MiB, UTF-8.
Expected<ImportResult> importCollection(QByteArrayView bytes, const ImportOptions &options = {});

// Whatever somebody pastes or opens: one of these files, or a command line of curl, websocat or wscat.
Expected<ImportResult> importAny(QByteArrayView bytes, const ImportOptions &options = {});

} // namespace weir
