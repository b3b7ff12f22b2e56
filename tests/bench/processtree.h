// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace weir {

// A program with all the processes it starts, in a session of its own, as /proc shows them.
class ProcessTree final
{
public:
    explicit ProcessTree(const std::vector<std::string> &command);
    ~ProcessTree(); // asks it to end, then ends it
    ProcessTree(const ProcessTree &) = delete;
    ProcessTree &operator=(const ProcessTree &) = delete;

    bool isRunning() const;
    double cpuSeconds() const; // of all of them so far
    // Shared pages are counted in parts, so that the sum counts each once (Pss); in MB.
    double memory() const;
    double residentMemory() const; // of the first process alone, shared pages whole; in MB

private:
    std::vector<pid_t> processes() const;

    pid_t m_pid = -1;
};

} // namespace weir
