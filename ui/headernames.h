// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace weir {

// Headers that people send, sorted; from the registry of HTTP field names, and the usual ones with X-.
QStringList requestHeaderNames();

} // namespace weir
