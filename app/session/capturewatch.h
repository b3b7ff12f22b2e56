// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QString>

#include <optional>

namespace weir {

// Looks after the capture that is being recorded, now and then: whether its file is still there under its
// name, and, where it is an automatic one, whether all of them fit their budget. Touches the disk; one
// thread.
class CaptureWatch final
{
public:
    // The file is there. Budget in bytes; 0: the capture was named by a person, nothing is pruned.
    CaptureWatch(QString path, qint64 budget);

    // Looks where a second has gone by since it last did; `now` in microseconds. Says what is wrong once,
    // code None where it is well again, nothing otherwise.
    std::optional<Error> look(qint64 now);
    // Whether a session should go on in a new capture: an automatic one takes half of the budget at most, so
    // that the one before stays.
    bool isFull(qint64 size) const { return m_budget > 0 && size >= m_budget / 2; }

private:
    Error state() const;

    const QString m_path;
    const qint64 m_budget;
    const quint64 m_file; // its identity
    qint64 m_next = 0;
    Error m_last;
};

} // namespace weir
