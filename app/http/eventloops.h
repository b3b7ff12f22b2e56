// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace weir {

enum class EventLoops { OfThreads, All };

// Qt's own event loop instead of GLib's, which makes a system call for every event that is posted: a feed
// whose events come one by one passes twice as fast without. Call it before the QCoreApplication is made. A
// window keeps GLib on its own thread, where parts of a desktop need it.
void useOwnEventLoops(EventLoops which);

} // namespace weir
