// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventloops.h"

#include <QByteArray>

namespace weir {

void useOwnEventLoops(EventLoops which)
{
    qputenv(which == EventLoops::All ? "QT_NO_GLIB" : "QT_NO_THREADED_GLIB", QByteArrayLiteral("1"));
}

} // namespace weir
