// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storeentry.h"
#include "storefile.h"

#include <map>
#include <set>

namespace weir {

QByteArray contentOf(const Profile &profile);
QByteArray contentOf(const Environment &environment);

enum class StoreEffect { None, Changed, Removed, Conflicted };

// The entries of one kind, and what is known of their files: which edits are under way, and whose version is
// shown.
template <typename T> class StoreShelf final
{
public:
    using Entry = StoreEntry<T>;

    explicit StoreShelf(StoreKind kind)
        : m_kind(kind)
    {
    }
    Q_DISABLE_COPY_MOVE(StoreShelf)

    StoreKind kind() const { return m_kind; }
    const std::map<QString, Entry> &entries() const { return m_entries; }
    const Entry *find(const QString &id) const
    {
        const auto it = m_entries.find(id);
        return it == m_entries.end() ? nullptr : &it->second;
    }
    // Also where the file is about to be removed.
    bool isTaken(const QString &comparable) const { return m_names.contains(comparable); }
    bool isUnsaved() const;
    // The file could be brought back when it is removed.
    bool canTake(const QString &id) const;
    void clear();

    // Shown at once, without an edit.
    void hold(const QString &id, const T &value);
    // The same with an edit for the worker: settled(), failed() or conflicted() follows.
    FileEdit put(const QString &id, const T &value);
    FileEdit take(const QString &id);

    StoreEffect settled(const FileEdit &edit);
    // `removed` is what take() took away.
    StoreEffect failed(const QString &id, const Entry *removed);
    StoreEffect conflicted(const FileState &state, const Entry *removed);
    // Others changed the file, or undoing did.
    StoreEffect found(const FileState &state);
    // Back to what is in the file.
    StoreEffect revert(const QString &id);

private:
    struct Slot
    {
        FileState disk; // as the worker told us last
        int pending = 0;
    };
    Slot &slotOf(const QString &id);
    void tidy(const QString &id);
    FileEdit edit(const QString &id, const FileContent &after);
    StoreEffect show(const FileState &state);
    StoreEffect clash(Entry &entry, const FileState &state);

    const StoreKind m_kind;
    std::map<QString, Entry> m_entries;
    std::map<QString, Slot> m_slots; // of each entry, and of files that are about to go
    std::multiset<QString> m_names; // of the slots, comparable
};

} // namespace weir
