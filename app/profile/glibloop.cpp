// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glibloop.h"

#include <QAbstractEventDispatcher>
#include <QLibrary>

namespace weir {

namespace {
constexpr int interval = 10; // ms
constexpr int mostAtOnce = 100;

// QEventDispatcherGlib, QPAEventDispatcherGlib, QXcbGlibEventDispatcher
bool runsGlib(const QAbstractEventDispatcher *dispatcher)
{
    return dispatcher && QByteArrayView(dispatcher->metaObject()->className()).contains("Glib");
}
}

GlibLoop::GlibLoop()
{
    if (runsGlib(QAbstractEventDispatcher::instance()))
        return;
    // Looked up and not linked: it is there where libsecret is, and nobody else wants it.
    m_iterate = reinterpret_cast<int (*)(void *, int)>(
        QLibrary::resolve(QStringLiteral("glib-2.0"), 0, "g_main_context_iteration"));
    m_timer.setInterval(interval);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        for (int left = mostAtOnce; left > 0 && m_iterate(nullptr, 0) != 0;)
            --left;
    });
}

void GlibLoop::run(bool isWanted)
{
    if (m_iterate && isWanted != m_timer.isActive())
        isWanted ? m_timer.start() : m_timer.stop();
}

} // namespace weir
