// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "testprogram.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTest>

namespace weir {

// Runs a test of widgets: off screen, unless the environment names a platform (QT_QPA_PLATFORM=xcb under a
// window manager).
template <typename Test> int runUiTest(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace weir
