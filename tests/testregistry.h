// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace weir {

// The test classes of a folder are one program: linking is what costs, and each of them would link nearly all
// of Weir.
//   PROGRAM TEST [OPTIONS OF QTEST...]     TEST: the name of a test's file without its ending
class TestRegistry final
{
public:
    using Run = int (*)(int argc, char **argv);

    // `file`: __FILE__ of the test.
    static bool add(const char *file, Run run);
    // Runs the test that the first argument names; without one says which there are, and returns 2.
    static int run(int argc, char **argv);
};

} // namespace weir
