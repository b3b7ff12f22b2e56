// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>

namespace weir {

// libsecret, which QtKeychain uses, delivers its answers in the main loop of GLib. Where Qt runs a loop of
// its own on the main thread, as it does without a window, this turns GLib's now and then; elsewhere it does
// nothing.
class GlibLoop final
{
public:
    GlibLoop();
    Q_DISABLE_COPY_MOVE(GlibLoop)

    // Only while somebody waits for an answer.
    void run(bool isWanted);

private:
    QTimer m_timer;
    int (*m_iterate)(void *context, int mayBlock) = nullptr; // g_main_context_iteration
};

} // namespace weir
