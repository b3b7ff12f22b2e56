// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ratemeter.h"

namespace weir {

namespace {
constexpr qint64 window = 1000000;
constexpr qint64 resolution = 15000;
}

void RateMeter::sample(qint64 now, quint64 total)
{
    // two samples closer than a frame are one
    if (m_samples.size() > 1 && now - m_samples[m_samples.size() - 2].time < resolution)
        m_samples.back() = {now, total};
    else
        m_samples.push_back({now, total});
    while (m_samples.size() > 1 && m_samples[1].time <= now - window)
        m_samples.pop_front();
}

double RateMeter::rate(qint64 now) const
{
    if (m_samples.empty())
        return 0;
    quint64 before = m_samples.front().total;
    for (const Sample &sample : m_samples) {
        if (sample.time > now - window)
            break;
        before = sample.total;
    }
    return double(m_samples.back().total - before) * 1e6 / double(window);
}

} // namespace weir
