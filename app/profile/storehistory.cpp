// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storehistory.h"

namespace weir {

namespace {
constexpr size_t maximumSteps = 200;
}

void StoreHistory::add(StoreStep step)
{
    m_undone.clear();
    m_done.push_back(std::move(step));
    if (m_done.size() > maximumSteps)
        m_done.erase(m_done.begin());
}

void StoreHistory::clear()
{
    m_done.clear();
    m_undone.clear();
}

StoreStep StoreHistory::take(std::vector<StoreStep> &steps)
{
    StoreStep step = std::move(steps.back());
    steps.pop_back();
    return step;
}

} // namespace weir
