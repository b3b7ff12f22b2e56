// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace weir {

// How long to wait before the next attempt: exactly the base first, then doubling with jitter up to a
// ceiling. Pure arithmetic.
class Backoff final
{
public:
    // Milliseconds. A base above the ceiling lifts the ceiling to itself.
    explicit Backoff(qint64 base = 3000, qint64 ceiling = 60000)
        : m_base(base)
        , m_ceiling(ceiling)
    {
    }

    void setBase(qint64 base) { m_base = base; }
    qint64 base() const { return m_base; }
    int attempts() const { return m_attempts; }
    void reset() { m_attempts = 0; }

    // `random` in [0, 1): the wait is drawn from [3/4, 5/4) of the doubled time, never above the ceiling,
    // never below the base.
    qint64 next(double random);

private:
    qint64 m_base;
    qint64 m_ceiling;
    int m_attempts = 0;
};

} // namespace weir
