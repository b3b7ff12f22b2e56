// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "testregistry.h"

#include <QCoreApplication>
#include <QTest>

namespace weir {

// A literal as text.
inline QString s(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

// A test that needs no event loop.
template <typename Test> int runPlainTest(int argc, char **argv)
{
    Test test;
    return QTest::qExec(&test, argc, argv);
}

template <typename Test> int runAppTest(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    return runPlainTest<Test>(argc, argv);
}

} // namespace weir

// Stands where a program of its own would have main(): WEIR_TEST(runAppTest<TestLens>)
#define WEIR_TEST(run) WEIR_TEST_NUMBERED(run, __COUNTER__)
#define WEIR_TEST_NUMBERED(run, number) WEIR_TEST_NAMED(run, number)
#define WEIR_TEST_NAMED(run, number)                                                                         \
    [[maybe_unused]] static const bool isTestAdded##number = weir::addTest(__FILE__, weir::run);
