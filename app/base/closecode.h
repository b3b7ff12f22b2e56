// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace weir {

// "Service Restart" of 1012: the names of RFC 6455 7.4.1 and of IANA's registry "WebSocket Close Code
// Number", which are not translated. Empty where a code has none, as those of applications (4000 to 4999).
QString closeCodeName(int code);

} // namespace weir
