// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <deque>

namespace weir {

// Events a second over the last second, from a total that is looked at now and then. Times in microseconds.
class RateMeter final
{
public:
    void sample(qint64 now, quint64 total);
    double rate(qint64 now) const;
    void reset() { m_samples.clear(); }

private:
    struct Sample
    {
        qint64 time = 0;
        quint64 total = 0;
    };
    std::deque<Sample> m_samples; // the first may be older than the window: the total it began with
};

} // namespace weir
