// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "log/lens.h"

#include <deque>
#include <vector>

namespace weir {

// Reads a few whole rows of a capture, one after the other, off the GUI thread. What was asked for before is
// forgotten.
class RowFetch final : public QObject
{
    Q_OBJECT

public:
    explicit RowFetch(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(RowFetch)

    void setReader(std::shared_ptr<CaptureReader> reader); // null: nothing is read
    void grow(); // the reader was refreshed
    void fetch(const std::vector<quint64> &seqs); // those that are 0 are left out

Q_SIGNALS:
    void fetched(const weir::Event &event);
    void failed(const weir::Error &error);

private:
    void next();

    Lens m_lens;
    std::deque<quint64> m_wanted; // the first is being read
    bool m_hasReader = false;
};

} // namespace weir
