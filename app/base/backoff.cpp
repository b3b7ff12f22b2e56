// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backoff.h"

#include <algorithm>

namespace weir {

qint64 Backoff::next(double random)
{
    const int doublings = std::min(m_attempts++, 30);
    if (doublings == 0)
        return m_base;
    const double ceiling = double(std::max(m_base, m_ceiling));
    const double wait =
        std::min(double(m_base) * double(quint64(1) << doublings), ceiling) * (0.75 + 0.5 * random);
    return std::clamp(qint64(wait), m_base, qint64(ceiling));
}

} // namespace weir
