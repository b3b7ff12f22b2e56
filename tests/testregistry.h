// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// The test classes of a folder are one program: linking is what costs, and each of them would link nearly all
// of Weir.
//   PROGRAM TEST [OPTIONS OF QTEST...]     TEST: the name of a test's file without its ending
// Without a test it says which there are, and returns 2.
namespace weir {

using TestRun = int (*)(int argc, char **argv);

// Before main(). `file`: __FILE__ of the test.
bool addTest(const char *file, TestRun run);

} // namespace weir
