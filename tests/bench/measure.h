// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

namespace weir {

// What something took, in seconds: by the clock, and of processor time on all threads and in the system.
struct Cost
{
    double wall = 0;
    double cpu = 0;
};

// Of this process and of children that have ended.
inline double cpuSeconds()
{
    double seconds = 0;
    for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage = {};
        getrusage(who, &usage);
        for (const timeval &part : {usage.ru_utime, usage.ru_stime})
            seconds += double(part.tv_sec) + double(part.tv_usec) / 1e6;
    }
    return seconds;
}

inline Cost costOf(const std::function<void()> &run)
{
    const double cpu = cpuSeconds();
    const auto begin = std::chrono::steady_clock::now();
    run();
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    return {wall.count(), cpuSeconds() - cpu};
}

// The median of each; not of one run.
inline Cost medianOf(int runs, const std::function<Cost()> &run)
{
    std::vector<double> walls;
    std::vector<double> cpus;
    for (int i = 0; i < runs; ++i) {
        const Cost cost = run();
        walls.push_back(cost.wall);
        cpus.push_back(cost.cpu);
    }
    const auto median = [](std::vector<double> &values) {
        const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        return *middle;
    };
    return {median(walls), median(cpus)};
}

inline Cost medianCost(int runs, const std::function<void()> &run)
{
    return medianOf(runs, [&] { return costOf(run); });
}

} // namespace weir
