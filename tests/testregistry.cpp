// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testregistry.h"

#include <cstdio>
#include <map>
#include <string>
#include <string_view>

namespace weir {

namespace {
std::map<std::string, TestRun, std::less<>> &tests()
{
    static std::map<std::string, TestRun, std::less<>> tests;
    return tests;
}
} // namespace

bool addTest(const char *file, TestRun run)
{
    std::string_view name = file;
    name.remove_prefix(name.rfind('/') + 1);
    name = name.substr(0, name.rfind('.'));
    return tests().emplace(name, run).second;
}

} // namespace weir

int main(int argc, char **argv)
{
    const auto &tests = weir::tests();
    const auto found = argc > 1 ? tests.find(std::string_view(argv[1])) : tests.end();
    if (found == tests.end()) {
        std::fprintf(stderr, "The first argument names one of these tests:\n");
        for (const auto &[name, run] : tests)
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    // What is left is QTest's.
    argv[1] = argv[0];
    return found->second(argc - 1, argv + 1);
}
