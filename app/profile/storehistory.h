// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storefile.h"

#include <QString>

#include <vector>

namespace weir {

// What a person did in one go.
struct StoreStep
{
    QString text; // "Delete “Market”"
    QList<FileEdit> edits;
};

// The steps that can be undone and done again. Who takes one puts it where it belongs when it is through.
class StoreHistory final
{
public:
    StoreHistory() = default;
    Q_DISABLE_COPY_MOVE(StoreHistory)

    // A new step: what was undone before cannot be done again.
    void add(StoreStep step);
    QString undoText() const { return m_done.empty() ? QString() : m_done.back().text; }
    QString redoText() const { return m_undone.empty() ? QString() : m_undone.back().text; }
    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    StoreStep takeUndo() { return take(m_done); }
    StoreStep takeRedo() { return take(m_undone); }
    void putDone(StoreStep step) { m_done.push_back(std::move(step)); }
    void putUndone(StoreStep step) { m_undone.push_back(std::move(step)); }
    void clear();

private:
    static StoreStep take(std::vector<StoreStep> &steps);

    std::vector<StoreStep> m_done;
    std::vector<StoreStep> m_undone;
};

} // namespace weir
